// The main job's first half: the real inventory goes in through the four steps of the screen, problems are mended on the
// way, and one undo takes it out again. Then an export of ours comes back, and files that are none are told apart.
import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible, samples } from '../bench.mjs';

const shots = process.env.CAIRN_FLOW_SHOTS;

export default async function flow({ page, host }) {
  const shoot = async (name) => {
    if (shots) await page.screenshot({ path: join(shots, `import-${name}.png`) });
  };
  const main = page.getByRole('main');
  const next = (name) => page.getByRole('button', { name, exact: true }).click();
  const must = (holds, what) => {
    if (!holds) throw new Error(what);
  };
  await host.choose(join(host.folder, 'harbour.cairn'));
  const place = await host.dialog();
  await host.call('workspace.create', {
    organisation: 'Harbour Analytics',
    file: place.token,
    passphrase: null,
    name: 'Compliance lead',
    jobTitle: null,
    affiliation: 'staff',
    approver: true,
  });
  await page.reload();
  await page.getByRole('button', { name: 'Library and exchange' }).click();
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await expectAccessible(page, 'import, no file yet');
  await shoot('1-empty');

  // Files that cannot be read say why, and the way on is open.
  const choose = async (path) => {
    await host.choose(path);
    await main.getByRole('button', { name: 'Choose a file' }).click();
  };
  const hostile = [
    ['letter.xlsx', '%PDF-1.7 and so on', /This is a PDF/],
    ['empty.csv', '', /The file is empty/],
    ['broken.xlsx', 'PK\x03\x04\x14\x00\x00\x00', /The end of the file is missing/],
    ['quote.csv', 'Name,Purpose\n"open,never closed\n', /never closed/],
  ];
  for (const [name, bytes, message] of hostile) {
    writeFileSync(join(host.folder, name), bytes, 'latin1');
    await choose(join(host.folder, name));
    await page.getByText(message).first().waitFor();
    if (name === 'letter.xlsx') {
      await expectAccessible(page, 'import, refused file');
      await shoot('2-refused');
    }
  }

  // Step 1: sheet and header row are found.
  await choose(join(samples, 'us-federal-ai-inventory-2025.xlsx'));
  await page
    .getByRole('button', { name: 'Row 2 holds the headers', pressed: true })
    .waitFor({ timeout: 30_000 });
  await expectAccessible(page, 'import, file');
  await shoot('3-file');

  // Step 2: what each column means.
  await next('Columns');
  await page
    .getByText(/Known layout/)
    .first()
    .waitFor();
  await expectAccessible(page, 'import, columns');
  await shoot('4-columns');
  await page.getByRole('textbox', { name: 'Remember these columns as' }).fill('Federal inventory');
  await page.getByRole('textbox', { name: 'Remember these columns as' }).blur();

  // Step 3: problems in groups; each decision runs the check anew and can be taken back.
  await next('Check');
  await page.getByText('3,611', { exact: true }).first().waitFor();
  const dates = page.getByRole('button', { name: /^Date names no day/ });
  if ((await dates.getAttribute('aria-expanded')) !== 'true') await dates.click();
  await page.getByRole('button', { name: 'Leave all blank' }).waitFor();
  must((await page.locator('input[type="date"]').count()) === 0, 'a day is asked for in the way of the browser');
  await expectAccessible(page, 'import, check');
  await shoot('5-check');
  await page.setViewportSize({ width: 1024, height: 700 });
  await shoot('5-check-1024');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'Leave all blank' }).click();
  await dates.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /Take back: Left blank/ }).waitFor();
  await shoot('6-decided');
  await page.getByRole('button', { name: /Take back: Left blank/ }).click();
  await dates.waitFor();
  const twins = page.getByRole('button', { name: /^Probably there already/ });
  await twins.click();
  await page.getByRole('button', { name: 'Leave all out', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Show row by row' }).click();
  await page
    .getByText(/is probably the same system as/)
    .first()
    .scrollIntoViewIfNeeded();
  await expectAccessible(page, 'import, likely duplicates');
  await shoot('7-duplicates');
  await page
    .getByRole('table', { name: /Probably there already/ })
    .getByRole('button', { name: 'Leave out' })
    .first()
    .click();
  await page.getByRole('button', { name: 'Import 3,610 systems' }).waitFor();
  await page.getByRole('button', { name: /^Take back: Row/ }).click();
  await page.getByRole('button', { name: 'Import 3,611 systems' }).waitFor();
  await page.getByRole('textbox', { name: 'Find in rows' }).fill('chatbot');
  await page.getByRole('table', { name: 'Dry run' }).locator('tbody tr').first().click();
  await page.getByRole('dialog').waitFor();
  await expectAccessible(page, 'import, one row');
  await shoot('8-row');
  await page.keyboard.press('Escape');

  // Step 4: written in one entry, with ways on.
  await page.getByRole('button', { name: 'Import 3,611 systems' }).click();
  await page.getByText('Writing now').first().waitFor();
  await page.getByText('3,611 created, 0 updated').first().waitFor({ timeout: 120_000 });
  // What was left undecided is named, with the texts it is about.
  const left = page.getByRole('region', { name: 'Problems left' });
  await left.getByText('Date names no day').first().click();
  await left.getByText(/^“.+”$/).first().waitFor();
  await expectAccessible(page, 'import, done');
  await shoot('9-done');
  must((await host.call('system.list', { limit: 1 })).total === 3611, 'not all systems came in');
  await page.getByRole('button', { name: 'Undo the import' }).click();
  for (let tries = 0; (await host.call('system.list', { limit: 1 })).total !== 0; tries += 1) {
    must(tries < 120, 'the undo did not take the import back');
    await page.waitForTimeout(250);
  }

  await page.getByText(/was undone/).waitFor();

  // Our own export comes back after both sides changed a value: each cell is asked for.
  const made = await host.call('system.create', {
    name: 'Shift planner',
    values: { department: 'Operations' },
    reason: '',
  });
  await page.getByRole('main').getByRole('button', { name: 'Another file' }).click();
  const out = join(host.folder, 'register.xlsx');
  await host.choose(out);
  const target = await host.dialog();
  await fetch(`${host.address}/job`, {
    method: 'POST',
    body: JSON.stringify({ action: 'start', name: 'system.export', input: { file: target.token } }),
  });
  for (let tries = 0; !existsSync(out); tries += 1) {
    must(tries < 100, 'the register was not exported');
    await page.waitForTimeout(100);
  }
  await host.call('system.update', { id: made.id, values: { department: 'Logistics' }, reason: '' });
  copyFileSync(out, join(host.folder, 'again.xlsx'));
  await choose(join(host.folder, 'again.xlsx'));
  await page.getByText(/This file is an export of this workspace/).waitFor();
  await next('Columns');
  await next('Check');
  await page.getByText(/1 kept/).waitFor();
  await page.getByRole('table', { name: 'Dry run' }).locator('tbody tr').first().click();
  await page.getByText('Changed here since').waitFor();
  await expectAccessible(page, 'import, what stays');
  await shoot('10-three-way');
  await page.keyboard.press('Escape');
  must(
    await page.getByRole('button', { name: 'Nothing to import' }).isDisabled(),
    'there is nothing to import',
  );
}
