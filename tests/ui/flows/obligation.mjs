// Following a duty: refused as met without evidence, met with it, exported; nothing to follow says so.
import { join } from 'node:path';
import { expectAccessible } from '../bench.mjs';

const shot = (page, name) =>
  process.env.CAIRN_FLOW_SHOTS
    ? page.screenshot({ path: join(process.env.CAIRN_FLOW_SHOTS, `obligation-${name}.png`) })
    : undefined;

export default async function flow({ page, host }) {
  await page.getByText('Explore the sample').click();
  await page
    .getByText(/stones set/)
    .first()
    .waitFor({ timeout: 60_000 });
  await page.goto(`${host.address}/#/classification`);
  await page.getByRole('button', { name: 'Obligations' }).click();
  await page.getByRole('heading', { level: 1, name: 'Obligations' }).waitFor();
  // Who does it, until when and what shows it stand in the list.
  for (const name of ['Owner', 'Due', 'Evidence']) await page.getByRole('columnheader', { name }).waitFor();
  await expectAccessible(page, 'the register of obligations');
  await shot(page, 'list');
  // A duty that nobody has begun with.
  const met = async () => (await host.call('obligation.list', { offset: 0, limit: 1 })).counts.met;
  const before = await met();
  await page.getByLabel('Find an obligation').fill('Affix the CE marking');
  const row = page.getByRole('row', { name: /AI-001.*Affix|Affix.*AI-001/ });
  await row.click();
  const drawer = page.getByRole('complementary').last();
  await drawer.getByLabel('Status').waitFor();
  await expectAccessible(page, 'one obligation');
  await drawer.getByLabel('Status').selectOption('met');
  await drawer.getByLabel('Status').blur();
  await page.getByText('A duty is met on evidence', { exact: false }).first().waitFor();
  await shot(page, 'refused');
  await drawer.getByRole('button', { name: 'Attach evidence or add an action' }).click();
  await drawer
    .getByRole('button', { name: 'Note a reference', exact: false })
    .or(drawer.getByRole('button', { name: /reference/i }))
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title').fill('Training records 2026');
  await dialog.getByRole('textbox').nth(1).fill('Personnel files');
  await dialog.getByRole('button').last().click();
  await drawer.getByText('Training records 2026').waitFor();
  await drawer.getByLabel('Status').selectOption('met');
  await drawer.getByLabel('Status').blur();
  for (let tries = 0; ; tries += 1) {
    const now = await met();
    if (now === before + 1) break;
    if (tries > 30) throw new Error(`${now} are met, ${before} were`);
    await page.waitForTimeout(200);
  }
  await shot(page, 'met');
}
