// Tables without headers, or with nothing below them: the step of the columns says what is missing, in its own words.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from '../bench.mjs';

const shots = process.env.CAIRN_FLOW_SHOTS;

export default async function flow({ page, host }) {
  await host.choose(join(host.folder, 'harbour.cairn'));
  const place = await host.dialog();
  await host.call('workspace.create', {
    organisation: 'Harbour Analytics', file: place.token, passphrase: null, name: 'Compliance lead',
    jobTitle: null, affiliation: 'staff', approver: true,
  });
  await page.reload();
  await page.getByRole('button', { name: 'Library and exchange' }).click();
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  const main = page.getByRole('main');
  const files = [
    ['plain.csv', 'Chatbot,Answers\nPlanner,Plans\nOCR,Reads\n', 'No column holds the name of the systems', 'Headers that may be data'],
    ['numbers.csv', '1,2\n3,4\n', 'No row of headers was found', 'No header row found'],
    ['bare.csv', 'Name,Purpose\n', 'there is nothing to import', null],
  ];
  for (const [name, bytes, blocked, problem] of files) {
    writeFileSync(join(host.folder, name), bytes);
    await host.choose(join(host.folder, name));
    const another = page.getByRole('button', { name: 'Another file' });
    if (await another.isVisible()) await another.click();
    await main.getByRole('button', { name: 'Choose a file' }).click();
    await page.getByRole('button', { name: 'Columns', exact: true }).click();
    await page.getByText(blocked).first().waitFor();
    if (problem !== null) await page.getByText(problem, { exact: true }).first().waitFor();
    if (!(await page.getByRole('button', { name: 'Check', exact: true }).isDisabled())) {
      throw new Error(`${name} can be checked`);
    }
    await expectAccessible(page, `import, ${name}`);
    if (shots) await page.screenshot({ path: join(shots, `import-headers-${name}.png`) });
  }
  // The first row was data after all: without a header row it is one of three.
  await host.choose(join(host.folder, 'plain.csv'));
  await page.getByRole('button', { name: 'Another file' }).click();
  await main.getByRole('button', { name: 'Choose a file' }).click();
  await page.getByLabel('Header in row').selectOption('0');
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  await page.getByLabel('Where A goes').selectOption('name');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByRole('button', { name: 'Import 3 systems' }).waitFor();
}
