// Read frameworks and crosswalks by keyboard: find an entry, jump to its counterparts, narrow and export the pairs.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from '../bench.mjs';

const SIZES = { '1280x800': { width: 1280, height: 800 }, '1024x700': { width: 1024, height: 700 } };

/** Pictures for people to look at, when they are wanted. */
async function shots(page, name) {
  if (!process.env.CAIRN_FLOW_SHOTS) return;
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.waitForTimeout(200);
      await page.screenshot({
        path: join(process.env.CAIRN_FLOW_SHOTS, `${name}-${size}-${colorScheme}.png`),
      });
    }
  }
  await page.setViewportSize(SIZES['1280x800']);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

function expect(is, wanted, what) {
  if (JSON.stringify(is) !== JSON.stringify(wanted)) {
    throw new Error(`${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(wanted)}`);
  }
}

export default async function library({ page, host }) {
  await page.getByText('Explore the sample').click();
  await page
    .getByText(/stones set/)
    .first()
    .waitFor({ timeout: 60_000 });

  // The list names every pack there is.
  await page.getByRole('button', { name: 'Library and exchange' }).click();
  await page.getByRole('link', { name: 'Frameworks' }).click();
  const frameworks = await host.call('framework.list');
  for (const framework of frameworks) {
    await page.locator(`[data-row="${framework.id}"]`).getByText(framework.title, { exact: true }).waitFor();
  }
  await expectAccessible(page, 'frameworks');
  await shots(page, 'library-list');

  // Into the first framework, to an entry by words, all by keyboard.
  await page.locator('[data-row="iso42001"]').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'ISO/IEC 42001:2023' }).waitFor();
  await expectAccessible(page, 'a framework before an entry is chosen');
  await shots(page, 'library-framework');
  await page.keyboard.press('/');
  await page.keyboard.type('verif valid');
  await page.getByRole('treeitem', { name: /A\.6\.2\.4/ }).waitFor();
  await page
    .getByRole('status')
    .filter({ hasText: / of \d+ entries/ })
    .waitFor();
  await page.keyboard.press('Enter');
  await page
    .getByRole('heading', { level: 1, name: /^A\.6\.2\.4 AI system verification and validation/ })
    .waitFor();
  const detail = await host.call('requirement.get', { framework: 'iso42001', id: 'A.6.2.4' });
  for (const part of detail.counterparts) {
    const shown = page.getByRole('heading', { level: 3 }).filter({ hasText: part.title });
    await shown.first().waitFor();
  }
  for (const item of detail.requirement.must)
    await page.getByText(item.text, { exact: true }).first().waitFor();
  await expectAccessible(page, 'an entry');
  await shots(page, 'library-entry');
  await page.getByRole('heading', { name: 'Counterparts in other frameworks' }).scrollIntoViewIfNeeded();
  await page.getByRole('link', { name: 'Open crosswalk' }).first().focus();
  await shots(page, 'library-counterparts');

  // The tree by arrows: Escape shows all again, down and Enter open the entry below.
  await page.getByRole('textbox', { name: 'Find by id or words' }).focus();
  await page.keyboard.press('Escape');
  await page.getByRole('treeitem', { name: /A\.6\.2\.5/ }).waitFor();
  await page.getByRole('treeitem', { name: /A\.6\.2\.4/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^A\.6\.2\.5 / }).waitFor();
  await page.keyboard.press('Alt+ArrowUp');
  await page.getByRole('heading', { level: 1, name: /^A\.6\.2\.4 / }).waitFor();

  // A counterpart leads into the other framework, Back returns; the line leads to gap analysis and statement.
  const nist = detail.counterparts.find((part) => part.framework === 'nist-ai-rmf').pairs[0].to;
  await page.getByRole('link', { name: nist.id }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: `${nist.id} ${nist.title}` }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: /^A\.6\.2\.4 / }).waitFor();
  await page.getByRole('link', { name: /^Gap analysis:/ }).click();
  await page.getByRole('heading', { level: 1, name: /^A\.6\.2\.4 / }).waitFor();
  expect(new URL(page.url()).hash.startsWith('#/gap'), true, 'the way to the gap analysis');
  await page.goBack();
  await page.getByRole('link', { name: /^Statement of Applicability:/ }).click();
  await page.getByRole('heading', { name: /^A\.6\.2\.4 / }).waitFor();

  // Search finds requirements from anywhere.
  await page.keyboard.press('Control+k');
  await page.locator('input[role=combobox]:focus').waitFor();
  await page.keyboard.type('MEASURE 2.3');
  await page
    .getByRole('option', { name: /^MEASURE 2\.3 / })
    .first()
    .waitFor();
  await shots(page, 'library-palette');
  await page
    .getByRole('option', { name: /^MEASURE 2\.3 / })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: /^MEASURE 2\.3 / }).waitFor();

  // Every crosswalk can be read in both directions.
  for (const one of await host.call('crosswalk.list')) {
    for (const [from, to] of [
      [one.from, one.to],
      [one.to, one.from],
    ]) {
      const view = await host.call('crosswalk.get', { from, to });
      await page.goto(`${host.address}/#/crosswalks?from=${from}&to=${to}`);
      const { covered, items } = view.fromCoverage;
      await page.getByText(`${covered} of ${items} lines have a counterpart`).waitFor();
      await page.getByRole('table', { name: 'Crosswalks' }).locator('tr[data-row]').first().waitFor();
    }
  }

  const pair = await host.call('crosswalk.get', { from: 'iso42001', to: 'nist-ai-rmf' });
  await page.goto(`${host.address}/#/crosswalks?from=iso42001&to=nist-ai-rmf`);
  await page.getByText(`${pair.pairs.length} pairs`).first().waitFor();
  await expectAccessible(page, 'crosswalk');
  await shots(page, 'crosswalk-pairs');
  await page.getByText(/lines have a counterpart/).click();
  await page.getByText('What to know').waitFor();
  await expectAccessible(page, 'about a crosswalk');
  await shots(page, 'crosswalk-about');
  await page.getByText(/lines have a counterpart/).click();

  // A pair in the drawer, by keyboard.
  await page.locator('tr[data-row="0"]').focus();
  await page.keyboard.press('Enter');
  const { from, to } = pair.pairs[0];
  await page.getByRole('heading', { level: 2, name: `${from.id} and ${to.id}` }).waitFor();
  await expectAccessible(page, 'a pair');
  await shots(page, 'crosswalk-pair');
  await page.keyboard.press('j');
  await page
    .getByRole('heading', { level: 2, name: `${pair.pairs[1].from.id} and ${pair.pairs[1].to.id}` })
    .waitFor();
  await page.keyboard.press('Escape');

  // The matrix counts the same pairs; a cell leads to them.
  await page.getByRole('radio', { name: 'Pairs' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('grid', { name: 'Pairs by area' }).waitFor();
  await expectAccessible(page, 'matrix');
  await shots(page, 'crosswalk-matrix');
  const row = pair.fromAreas.findIndex((area) => area.id === 'A.6');
  const inCell = pair.pairs.filter((one) => one.from?.area === 'A.6' && one.to?.area === 'MAP').length;
  await page.locator('[data-cell="0 0"]').focus();
  for (let step = 0; step < row; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page
    .getByRole('status')
    .filter({ hasText: `: ${inCell} pair` })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(`${inCell} of ${pair.pairs.length} pairs`).waitFor();
  expect(await page.locator('tr[data-row]').count(), inCell, 'rows of the cell');
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('textbox', { name: 'Find in pairs' }).fill('no such words');
  await page.getByText('No pair fits.').waitFor();
  await page.getByRole('textbox', { name: 'Find in pairs' }).fill('');

  // The other way round, and out as Excel.
  await page.getByRole('button', { name: 'Swap the two frameworks' }).click();
  const { covered, items } = pair.toCoverage;
  await page.getByText(`${covered} of ${items} lines have a counterpart`).waitFor();
  const out = join(host.folder, 'crosswalk.xlsx');
  await host.choose(out);
  await page.getByRole('button', { name: 'Export as Excel' }).click();
  await page.getByText('crosswalk.xlsx written').first().waitFor({ timeout: 20_000 });
  if (!existsSync(out) || readFileSync(out).subarray(0, 2).toString() !== 'PK')
    throw new Error('no workbook');
}
