// Noting what exists under another framework, and saying line by line what counts, by keyboard.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible, expectSame } from '../bench.mjs';

const shot = (page, name) =>
  process.env.CAIRN_FLOW_SHOTS
    ? page.screenshot({ path: join(process.env.CAIRN_FLOW_SHOTS, `reuse-${name}.png`) })
    : undefined;

export default async function flow({ page, host }) {
  await page.getByText('Explore the sample').click();
  await page
    .getByText(/stones set/)
    .first()
    .waitFor({ timeout: 60_000 });
  await page.goto(`${host.address}/#/reuse`);
  await page.getByRole('heading', { level: 1, name: 'Reuse' }).waitFor();
  await page.getByRole('radio', { name: 'What exists' }).click();
  await page
    .getByRole('button', { name: /AI Risk Management Framework/ })
    .first()
    .click();
  await page.getByText('GOVERN 1.1').first().waitFor();
  await expectAccessible(page, 'what exists');
  await page.getByLabel('Met: GOVERN 1.1').selectOption('shown-by-records');
  await page.getByText(/1 met, 1 of/).waitFor();
  await shot(page, 'exists');
  // Results from a file: looked at first, then noted.
  const file = join(host.folder, 'results.csv');
  writeFileSync(file, 'Subcategory,Status,Evidence\nGOVERN 1.2,Implemented,POL-3\nGOVERN 9.9,Implemented,\n');
  await host.choose(file);
  await page.getByRole('button', { name: 'Bring in results' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Choose a file' }).click();
  await dialog.getByText(/1 of 2 rows bring something new/).waitFor();
  await dialog.getByText(/1 row stands for no entry/).waitFor();
  await expectAccessible(page, 'results from a file');
  await shot(page, 'import');
  await dialog.getByRole('button', { name: 'Note 1 entry' }).click();
  await page.getByText('Noted from results.csv').first().waitFor();
  await page.getByText('Record: POL-3').waitFor();
  await page.getByText(/2 met, 2 of/).waitFor();
  const before = (await host.call('reuse.get', {})).accepted;
  await page.getByRole('radio', { name: 'What could count' }).click();
  await page.getByRole('button', { name: 'It counts A' }).first().waitFor();
  await expectAccessible(page, 'what could count');
  await shot(page, 'counts');
  await page.getByRole('button', { name: /^6\.1\.1 / }).click();
  // Entries are named as people name them, and the scale of a strength is said.
  expectSame(await page.getByText(/iso27001:|nist-csf-gv:|iso42001:/).count(), 0, 'codes on the screen');
  await page.getByText(/^ISO\/IEC 42001 \d/).first().waitFor();
  await page.getByText(/strength (3 of 3 .strong|2 of 3 .partial|1 of 3 .weak)/).first().waitFor();
  await page.getByLabel('Why').first().waitFor();
  await page.getByText(/^These figures count over \d+ mappings$/).click();
  await page.locator('details').getByText(/own judgement/).first().waitFor();
  await page.keyboard.press('a');
  await page.getByText(new RegExp(`^${before + 1} of 70 lines with an accepted reuse`)).waitFor();
  const { accepted } = await host.call('reuse.get', {});
  if (accepted !== before + 1) throw new Error(`${accepted} accepted`);
}
