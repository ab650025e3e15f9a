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
  await expectAccessible(page, 'the register of obligations');
  await shot(page, 'list');
  // The sample works on some of its duties already: one that nobody has touched.
  const all = await host.call('obligation.list', { offset: 0, limit: 500 });
  const before = all.counts.met;
  const untouched = all.items.find((item) => item.status === 'open' && item.record === null);
  await page.getByLabel('Find an obligation').fill(untouched.duty.label);
  await page
    .locator('tr[data-row]')
    .filter({ hasText: untouched.duty.label })
    .filter({ hasText: untouched.system.title })
    .filter({ hasText: 'Open' })
    .first()
    .click();
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
    const { counts } = await host.call('obligation.list', { offset: 0, limit: 1 });
    if (counts.met === before + 1) break;
    if (tries > 30) throw new Error(JSON.stringify(counts));
    await page.waitForTimeout(200);
  }
  await shot(page, 'met');
}
