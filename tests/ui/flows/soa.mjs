// Deciding a control in the sample, seeing counts and checks follow, and writing the PDF.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from '../bench.mjs';

export default async function flow({ page, host }) {
  await page.getByText('Explore the sample').click();
  await page
    .getByText('9 of 22')
    .or(page.getByText(/stones set/))
    .first()
    .waitFor({ timeout: 60_000 });
  await page.goto(`${host.address}/#/soa`);
  await page.getByRole('heading', { name: '31 of 38 decided' }).waitFor();
  await expectAccessible(page, 'statement of applicability');
  if (process.env.CAIRN_FLOW_SHOTS)
    await page.screenshot({ path: join(process.env.CAIRN_FLOW_SHOTS, 'soa.png') });
  // The control that the screen opens with stays at hand once it is decided: whoever goes on to write why, writes there.
  const first = page.getByRole('heading', { name: 'A.5.5 Assessing societal impacts of AI systems' });
  await first.waitFor();
  await page.keyboard.press('i');
  await page.getByRole('heading', { name: '32 of 38 decided' }).waitFor();
  await page.getByText('No justification written').waitFor();
  await first.waitFor({ timeout: 500 });
  await page.keyboard.press('Control+z');
  await page.getByRole('heading', { name: '31 of 38 decided' }).waitFor();
  await page.getByText('Suppliers', { exact: true }).first().click();
  await page.goto(`${host.address}/#/soa?control=A.10.2`);
  await page.getByRole('heading', { name: 'A.10.2 Allocating responsibilities' }).waitFor();
  await page.getByRole('radio', { name: 'Included' }).click();
  await page.getByRole('heading', { name: '32 of 38 decided' }).waitFor();
  await page.getByText('No justification written').waitFor();
  await page.getByLabel('Justification').fill('Agreed with each customer in the contract, annex 4.');
  await page.getByLabel('Contract', { exact: true }).first().check();
  await page.getByText('Justification written').waitFor();
  await page.getByRole('button', { name: 'Add what it rests on' }).first().waitFor();
  const stored = async () => (await host.call('soa.get', { control: 'A.10.2' })).item;
  for (let tries = 0; !(await stored()).reasons.includes('contract'); tries += 1) {
    if (tries > 30) throw new Error(JSON.stringify(await stored()));
    await page.waitForTimeout(200);
  }
  const out = join(host.folder, 'statement.pdf');
  await host.choose(out);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'PDF' }).click();
  await page.getByText('statement.pdf written').first().waitFor({ timeout: 20_000 });
  if (!existsSync(out) || !readFileSync(out).subarray(0, 4).equals(Buffer.from('%PDF')))
    throw new Error('no PDF');
}
