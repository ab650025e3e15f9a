// Runs every flow in flows/, one after the other, each against a fresh host.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openPage, startBrowser, startHost } from './bench.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'flows');
const wanted = process.argv.slice(2);
const files = readdirSync(folder)
  .filter(
    (file) => file.endsWith('.mjs') && (wanted.length === 0 || wanted.some((word) => file.includes(word))),
  )
  .sort();

const browser = await startBrowser();
let passed = 0;
let failed = 0;
for (const file of files) {
  const flow = await import(pathToFileURL(join(folder, file)));
  const started = performance.now();
  const host = await startHost();
  const opened = await openPage(browser, host);
  try {
    await flow.default({ ...opened, host, browser });
    if (opened.faults.length > 0) throw new Error(`faults in the page:\n  ${opened.faults.join('\n  ')}`);
    passed += 1;
    console.log(`ok    ${file} (${Math.round(performance.now() - started)} ms)`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL  ${file}: ${error.stack ?? error}`);
    for (const fault of opened.faults) console.log(`      ${fault}`);
    if (process.env.CAIRN_FLOW_SHOTS) {
      await opened.page.screenshot({ path: join(process.env.CAIRN_FLOW_SHOTS, `${file}.png`) });
    }
  } finally {
    await opened.close();
    await host.stop();
  }
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
