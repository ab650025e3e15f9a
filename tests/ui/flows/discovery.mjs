// Hidden AI: an area looked through, a candidate noted and accepted, the sweep closed, a list of products brought in.
import { join } from 'node:path';
import { expectAccessible, expectSame, newWorkspace, pictures, samples } from '../bench.mjs';

export default async function flow({ page, host }) {
  await newWorkspace(host);
  await page.reload();
  await page.goto(`${host.address}/#/discovery`);
  await page.getByText('A sweep goes through one area').waitFor();
  await expectAccessible(page, 'discovery without a sweep');
  await pictures(page, 'discovery-empty');

  await page.getByRole('button', { name: 'Start sweeps' }).click();
  const dialog = page.getByRole('dialog');
  const areas = dialog.getByRole('checkbox');
  expectSame(await areas.count(), 4, 'areas');
  for (const at of [1, 2, 3]) await areas.nth(at).uncheck();
  await expectAccessible(page, 'starting sweeps');
  await dialog.getByRole('button', { name: 'Start sweeps' }).click();
  await page.getByText('1 sweep started').first().waitFor();
  await page.getByRole('row', { name: /0 of/ }).first().click();

  const source = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2 }) });
  await source.first().waitFor();
  const total = await source.count();
  if (total < 3) throw new Error(`only ${total} sources`);
  await pictures(page, 'discovery-sweep');
  await source.first().getByRole('button', { name: 'Note a candidate' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Letter drafts');
  await page.getByRole('dialog').getByLabel('Vendor').fill('Acme');
  await page.getByRole('dialog').getByRole('button', { name: 'Note a candidate' }).click();
  await source.first().getByText('Letter drafts').waitFor();
  await source.first().getByText('Found', { exact: true }).click();
  await source.first().getByText('Settled').waitFor();
  await expectAccessible(page, 'a sweep');
  // What nobody asked keeps the sweep open, and is named before anybody tries to close it.
  const close = page.getByRole('button', { name: 'Close sweep' });
  await page.getByText(/sources keep this sweep open/).waitFor();
  await page.getByText(`${total - 1} sources left`, { exact: true }).waitFor();
  expectSame(await close.isDisabled(), true, 'closing with open sources');
  for (let at = 1; at < total; at += 1) {
    await source.nth(at).getByText('Nothing found', { exact: true }).click();
    await source.nth(at).getByText('Settled').waitFor();
  }
  await close.click();
  await page.getByRole('button', { name: 'Open again' }).waitFor();

  await source
    .first()
    .getByRole('button', { name: /Letter drafts/ })
    .click();
  await page.getByRole('complementary', { name: 'Letter drafts' }).waitFor();
  // The drawer is docked: from the top bar to the foot of the window, its foot in one row.
  const place = await page.getByRole('complementary', { name: 'Letter drafts' }).evaluate((drawer) => {
    const [bar, box] = [document.querySelector('header'), drawer].map((one) => one.getBoundingClientRect());
    return [box.top - bar.bottom, window.innerHeight - box.bottom, window.innerWidth - box.right].map(Math.round);
  });
  expectSame(place, [0, 0, 0], 'room around the drawer');
  await expectAccessible(page, 'a candidate');
  await page.getByRole('button', { name: /^Accept/ }).click();
  await page.getByText('1 system added to the register').first().waitFor();
  const { items } = await host.call('system.list', {});
  expectSame([items.length, items[0].name], [1, 'Letter drafts'], 'systems');

  await host.choose(join(samples, 'us-federal-cots-ai-2025.xlsx'));
  await page.getByRole('button', { name: 'Import a list' }).first().click();
  await page.getByText(/candidates come in/).waitFor({ timeout: 30_000 });
  await expectAccessible(page, 'what a list would bring');
  await pictures(page, 'discovery-list');
  await page.getByRole('button', { name: /Bring in/ }).click();
  await page
    .getByText(/candidates brought in/)
    .first()
    .waitFor({ timeout: 60_000 });
  await page.getByRole('table', { name: 'Candidates' }).waitFor();
  await page.waitForTimeout(300);
  await expectAccessible(page, 'candidates');
  await pictures(page, 'discovery-candidates');

  const before = (await host.call('discovery.get', {})).candidates;
  await page.getByRole('row').nth(1).getByRole('checkbox').check();
  await page.getByRole('row').nth(2).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Fixed rules only');
  await page.getByRole('dialog').getByRole('button', { name: 'Dismiss' }).click();
  await page.getByText('2 candidates dismissed').first().waitFor();
  const after = (await host.call('discovery.get', {})).candidates;
  expectSame([after.new, after.dismissed], [before.new - 2, 2], 'dismissed');
  await page.keyboard.press('Control+z');
  for (let tries = 0; (await host.call('discovery.get', {})).candidates.dismissed > 0; tries += 1) {
    if (tries > 30) throw new Error('not taken back');
    await page.waitForTimeout(100);
  }
  await page.getByRole('row').nth(1).click();
  await page
    .getByRole('button', { name: /^Merge/ })
    .last()
    .waitFor();
  await page.keyboard.press('m');
  const merge = page.getByRole('dialog');
  await merge.getByLabel('Into the system').fill('Letter');
  await page.getByRole('option', { name: /Letter drafts/ }).click();
  await expectAccessible(page, 'merging');
  await merge.getByRole('button', { name: 'Merge' }).click();
  await page
    .getByText(/Merged into AI-001 Letter drafts/)
    .first()
    .waitFor();
  // The system that is probably meant is chosen already; its list stays closed, so that the buttons can be reached.
  const twin = await host.call('candidate.create', {
    values: { name: 'Letter drafts', vendor: 'Acme', product: null, model: null, department: null, purpose: null },
    sweep: null,
    foundBy: null,
  });
  await page.goto(`${host.address}/#/discovery?look=candidates&open=${twin.id ?? twin}`);
  await page.getByRole('complementary', { name: 'Letter drafts' }).getByText(/^Likely/).waitFor();
  await page.keyboard.press('m');
  await merge.getByLabel('Into the system').waitFor();
  await page.waitForTimeout(300);
  expectSame(await merge.getByLabel('Into the system').first().inputValue(), 'AI-001 Letter drafts', 'the likely system');
  expectSame(await page.getByRole('option').count(), 0, 'systems offered before anybody asks');
}
