// Evidence: attached, opened as a copy, saved, used again, found, listed in thousands; links and actions beside it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible, expectSame, newWorkspace, pictures } from '../bench.mjs';

const shown = async (host) => (await fetch(`${host.address}/shown`, { method: 'POST', body: '{}' })).json();

/** A file in the host's folder. */
function file(host, name, text) {
  const path = join(host.folder, name);
  writeFileSync(path, text);
  return path;
}

async function attaching({ page, host }) {
  await page.getByRole('link', { name: 'Evidence', exact: true }).click();
  await page.getByText('Files and references that show what was done belong here.').waitFor();
  await expectAccessible(page, 'evidence without any');
  await pictures(page, 'evidence-empty');
  await host.choose(file(host, 'Minutes of March.pdf', 'who said what'));
  await page.getByRole('button', { name: 'Attach a file' }).click();
  await page.getByText('Minutes of March.pdf attached as EV-001').first().waitFor();
  await host.drop(file(host, 'page.html', '<p>figures</p>'));
  await page.getByText('page.html attached as EV-002').first().waitFor();
  // The same bytes under another name are the same evidence.
  await host.drop(file(host, 'Copy of minutes.pdf', 'who said what'));
  await page.getByText('The same file is here already: EV-001 is used').first().waitFor();
  expectSame((await host.call('evidence.list')).items.length, 2, 'pieces after the same bytes came again');
}

async function opening({ page, host }) {
  await page.getByRole('row', { name: /EV-001/ }).click();
  const drawer = page.getByRole('complementary', { name: 'Minutes of March.pdf' });
  await drawer.getByText('No record uses it yet.').waitFor();
  await drawer.getByRole('button', { name: 'Open a copy' }).click();
  await page.getByText('A copy was opened. It is not encrypted').first().waitFor();
  const [copy] = await shown(host);
  if (!copy.endsWith('Minutes of March.pdf')) throw new Error(`another file was shown: ${copy}`);
  expectSame(readFileSync(copy, 'utf8'), 'who said what', 'the opened copy');
  const out = join(host.folder, 'out.pdf');
  await host.choose(out);
  await drawer.getByRole('button', { name: 'Save a copy' }).click();
  await page.getByText('out.pdf').first().waitFor();
  expectSame(readFileSync(out, 'utf8'), 'who said what', 'the saved copy');

  await drawer.getByRole('button', { name: 'Edit', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Counts until').fill('1 March 2026');
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await drawer.getByText('Expired 1 Mar 2026').waitFor();
  await expectAccessible(page, 'a piece of evidence');
  await pictures(page, 'evidence-drawer');
  await drawer.getByRole('button', { name: 'Next record' }).click();
  const page2 = page.getByRole('complementary', { name: 'page.html' });
  await page2.getByText('Files of this kind can run something').waitFor();
  expectSame(await page2.getByRole('button', { name: 'Open a copy' }).count(), 0, 'ways to open a page');
  await page.keyboard.press('Escape');
}

async function usedAgain({ page, host }) {
  const system = await host.call('system.create', { name: 'Shift planner', values: {} });
  await page.goto(`${host.address}/#/systems?open=${system.id}&tab=evidence`);
  await page.getByRole('button', { name: 'Use existing evidence' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Find evidence').fill('minutes');
  await expectAccessible(page, 'existing evidence');
  await dialog.getByRole('button', { name: 'EV-001 Minutes of March.pdf' }).click();
  await dialog.waitFor({ state: 'detached' });
  const drawer = page.getByRole('complementary', { name: 'Shift planner' });
  await drawer.getByText('Minutes of March.pdf').waitFor();
  await page.getByRole('link', { name: 'Evidence', exact: true }).click();
  await page.getByRole('row', { name: /EV-001/ }).click();
  await page.getByRole('button', { name: 'AI-001 Shift planner' }).click();
  await page.getByRole('complementary', { name: 'Shift planner' }).waitFor();
}

async function filtering({ page, host }) {
  await page.getByRole('link', { name: 'Evidence', exact: true }).click();
  await page.getByText('2 in all, 1 expired, 1 unused').waitFor();
  const filter = async (name) => {
    await page.getByRole('button', { name: 'Add filter' }).click();
    await page.getByRole('menuitemcheckbox', { name, exact: true }).click();
    await page.keyboard.press('Escape');
  };
  await filter('Unused');
  await page.getByText('1 piece', { exact: true }).waitFor();
  expectSame(await page.getByRole('row', { name: /EV-002/ }).count(), 1, 'the unused piece');
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await page.getByLabel('Find in evidence').fill('nothing like it');
  await page.getByText('No evidence fits the filters.').waitFor();
  await page.getByLabel('Find in evidence').fill('');
  const out = join(host.folder, 'evidence.xlsx');
  await host.choose(out);
  await page.getByRole('button', { name: 'Export as Excel' }).click();
  await page.getByText('evidence.xlsx').first().waitFor();
  expectSame(readFileSync(out).subarray(0, 2).toString(), 'PK', 'the workbook');
}

async function found({ page, host }) {
  const action = await host.call('action.create', { source: null, title: 'Ask the supplier', owner: null, due: null });
  const go = async (text, name) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill(text);
    await page.getByRole('option', { name }).first().click();
  };
  await go('supplier', /ACT-001/);
  const drawer = page.getByRole('complementary', { name: 'Ask the supplier' });
  await drawer.getByText('Nothing: it was added on its own').waitFor();
  if (!page.url().includes(`/actions?open=${action}`)) throw new Error(`not on the actions: ${page.url()}`);
  await drawer.getByRole('tab', { name: 'Comments' }).click();
  await drawer.getByLabel('Write a comment').fill('They answer by Friday.');
  await drawer.getByRole('button', { name: 'Add comment' }).click();
  await drawer.getByText('They answer by Friday.').waitFor();
  await expectAccessible(page, 'an action');
  await pictures(page, 'action-drawer');
  await drawer.getByRole('button', { name: 'Edit', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'Verified' }).click();
  await dialog.getByLabel('What the check of its effect found').fill('The answer came and is complete.');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await drawer.getByText('The answer came and is complete.').waitFor();
  await go('minutes', /EV-001/);
  await page.getByRole('complementary', { name: 'Minutes of March.pdf' }).waitFor();
  await go('compliance lead', /Compliance lead/);
  await page.getByRole('dialog').getByLabel('Name').waitFor();
  await page.keyboard.press('Escape');
}

/** Ten thousand pieces: the list is drawn in part and answers at once. */
async function thousands({ page, host }) {
  const job = (name, input) =>
    fetch(`${host.address}/job`, { method: 'POST', body: JSON.stringify({ action: 'start', name, input }) });
  const many = Number(process.env.CAIRN_MANY ?? 300);
  for (let at = 0; at < many; at += 1) {
    await job('evidence.attach', { record: null, file: null, reference: `Shelf s${at}s` });
  }
  await page.getByRole('link', { name: 'Evidence', exact: true }).click();
  await page.waitForFunction((total) => document.body.textContent.includes(`${total} in all`), (many + 2).toLocaleString('en-GB'), { timeout: 120_000 });
  const rows = await page.locator('tr[data-row]').count();
  if (rows > 120) throw new Error(`${rows} rows are drawn`);
  const begun = Date.now();
  await page.getByLabel('Find in evidence').fill(`s${many - 1}s`);
  await page.getByText('1 piece', { exact: true }).waitFor();
  console.log(`      ${many} pieces, found in ${Date.now() - begun} ms, ${rows} rows drawn`);
}

export default async function evidence(bench) {
  await newWorkspace(bench.host);
  await bench.page.reload();
  await bench.page.getByRole('navigation').getByRole('button', { name: /Implement/ }).click();
  await attaching(bench);
  await opening(bench);
  await usedAgain(bench);
  await filtering(bench);
  await found(bench);
  await thousands(bench);
}
