// Pictures of every screen, empty and with the sample, two sizes, light and dark: `cargo xtask shots [--out DIR]`.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { newWorkspace, openPage, root, startBrowser, startHost } from './bench.mjs';

const at = process.argv.indexOf('--out');
const out = resolve(root, at > 0 ? process.argv[at + 1] : 'target/shots');
const SIZES = { '1280x800': { width: 1280, height: 800 }, '1024x700': { width: 1024, height: 700 } };
const SCHEMES = ['light', 'dark'];
const SCREENS = [
  'overview',
  'organisation',
  'approvals',
  'discovery',
  'systems',
  'classification',
  'classification/changes?version=0.9.1',
  'obligations',
  'gap',
  'gap/compare',
  'requests',
  'reuse',
  'roadmap',
  'soa',
  'library',
  'crosswalks',
  'import',
  'trail',
  'settings',
];

mkdirSync(out, { recursive: true });
const browser = await startBrowser();
let taken = 0;

/** One picture of what the page shows, in every size and scheme. */
async function take(page, name) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.waitForTimeout(150);
      await page.screenshot({ path: join(out, `${name}-${size}-${colorScheme}.png`) });
      taken += 1;
    }
  }
}

async function screens(page, host, prefix) {
  for (const screen of SCREENS) {
    await page.goto(`${host.address}/#/${screen}`);
    await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => {});
    await page.waitForTimeout(400);
    await take(page, `${prefix}-${screen.replace(/\W+/g, '-')}`);
  }
}

for (const filled of [false, true]) {
  const host = await startHost();
  const { page, close } = await openPage(browser, host);
  if (filled) {
    await page.getByText('Explore the sample').click();
    await page
      .getByText(/stones set/)
      .first()
      .waitFor({ timeout: 60_000 });
  } else {
    await take(page, 'welcome');
    await newWorkspace(host, { approver: true });
    await page.reload();
  }
  await screens(page, host, filled ? 'sample' : 'empty');
  await close();
  await host.stop();
}
await browser.close();
console.log(`${taken} pictures in ${out}`);
