// Steps planned back from the audits, one of them moved and taken back, and the calendar written.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from '../bench.mjs';

const shot = (page, name) =>
  process.env.CAIRN_FLOW_SHOTS
    ? page.screenshot({ path: join(process.env.CAIRN_FLOW_SHOTS, `roadmap-${name}.png`) })
    : undefined;

export default async function flow({ page, host }) {
  await page.getByText('Explore the sample').click();
  await page
    .getByText(/stones set/)
    .first()
    .waitFor({ timeout: 60_000 });
  await page.goto(`${host.address}/#/gap`);
  await page.getByRole('button', { name: 'Roadmap' }).click();
  await page.getByRole('heading', { level: 1, name: 'Roadmap' }).waitFor();
  await page.getByRole('button', { name: 'Risk assessment' }).waitFor();
  await expectAccessible(page, 'the roadmap');
  await shot(page, 'plan');
  await page.getByRole('button', { name: 'Management review' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Owner').selectOption({ label: 'Managing director' });
  await expectAccessible(page, 'a step');
  await shot(page, 'step');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Changed Management review').first().waitFor();
  const owner = async () => {
    const { steps } = await host.call('roadmap.get', {});
    return steps.find((step) => step.planned.step === 'review').owner?.name ?? null;
  };
  if ((await owner()) !== 'Managing director') throw new Error(`owner is ${await owner()}`);
  await page.keyboard.press('Control+z');
  for (let tries = 0; (await owner()) !== null; tries += 1) {
    if (tries > 30) throw new Error('not taken back');
    await page.waitForTimeout(100);
  }
  const out = join(host.folder, 'roadmap.ics');
  await host.choose(out);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Calendar (.ics)' }).click();
  await page.getByText('roadmap.ics written').first().waitFor({ timeout: 20_000 });
  if (!existsSync(out) || !readFileSync(out, 'utf8').startsWith('BEGIN:VCALENDAR'))
    throw new Error('no calendar');
}
