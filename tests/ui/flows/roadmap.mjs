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
  await page.getByRole('link', { name: 'Roadmap' }).click();
  await page.getByRole('heading', { level: 1, name: 'Roadmap' }).waitFor();
  await page.getByRole('button', { name: 'Risk assessment', exact: true }).waitFor();
  // The upright lines say what they are, the scale names its years, and what is critical says how little slack it has.
  for (const name of ['Today', 'Stage 1', 'Stage 2']) {
    await page.locator('thead').getByText(name, { exact: true }).first().waitFor();
  }
  await page.locator('thead').getByText(/^[A-Z][a-z]+ 20\d\d$/).first().waitFor();
  await page.getByRole('row', { name: /critical.* the least/ }).first().waitFor();
  await expectAccessible(page, 'the roadmap');
  await shot(page, 'plan');
  await page.getByRole('button', { name: 'Corrective action', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Owner').selectOption({ label: 'Managing director' });
  await expectAccessible(page, 'a step');
  await shot(page, 'step');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Changed Corrective action').first().waitFor();
  const owner = async () => {
    const { steps } = await host.call('roadmap.get', {});
    return steps.find((step) => step.planned.step === 'correction').owner?.name ?? null;
  };
  if ((await owner()) !== 'Managing director') throw new Error(`owner is ${await owner()}`);
  await page.keyboard.press('Control+z');
  for (let tries = 0; (await owner()) !== null; tries += 1) {
    if (tries > 30) throw new Error('not taken back');
    await page.waitForTimeout(100);
  }
  // Stage 1 is said to be held, and taken back.
  await page.getByRole('button', { name: 'Stage 1 audit' }).click();
  await dialog.getByLabel('Held on').waitFor();
  await expectAccessible(page, 'an audit');
  await page.keyboard.press('Escape');
  // An action opens from the timeline and gets an effort.
  await page.getByRole('button', { name: /^ACT-\d+ Plan the internal audit/ }).click();
  await dialog.getByLabel('Effort in working days').fill('6');
  await expectAccessible(page, 'an action');
  await shot(page, 'action');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const effort = async () => {
    const actions = await host.call('action.list', {});
    return actions.find((action) => action.title === 'Plan the internal audit').effortDays;
  };
  for (let tries = 0; (await effort()) !== 6; tries += 1) {
    if (tries > 30) throw new Error(`effort is ${await effort()}`);
    await page.waitForTimeout(100);
  }
  await page.getByRole('region', { name: 'Load per owner' }).scrollIntoViewIfNeeded();
  await shot(page, 'load');
  const out = join(host.folder, 'roadmap.ics');
  await host.choose(out);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Calendar (.ics)' }).click();
  await page.getByText('roadmap.ics written').first().waitFor({ timeout: 20_000 });
  if (!existsSync(out) || !readFileSync(out, 'utf8').startsWith('BEGIN:VCALENDAR'))
    throw new Error('no calendar');
}
