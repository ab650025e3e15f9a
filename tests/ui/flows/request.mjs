// Evidence asked for, a folder of files matched to the requests, what came accepted and refused.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible, expectSame, newWorkspace, pictures } from '../bench.mjs';

/** A toast covers nothing that can be pressed, in either size of the window. */
async function keepsClear(page, what) {
  const before = page.viewportSize();
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 1024, height: 700 },
  ]) {
    await page.setViewportSize(viewport);
    await page.waitForTimeout(200);
    const covered = await page.evaluate(() => {
      const toast = document.querySelector('[class*="toasts"] > div')?.getBoundingClientRect();
      if (!toast) return ['there is no toast'];
      const buttons = [...document.querySelectorAll('button, a[href], input, textarea')];
      const boxes = buttons.map((button) => [button, button.getBoundingClientRect()]);
      return boxes
        .filter(([button]) => !button.closest('[class*="toasts"]'))
        .filter(([, box]) => box.width > 1 && box.left < toast.right && box.right > toast.left)
        .filter(([, box]) => box.top < toast.bottom && box.bottom > toast.top)
        .map(([button]) => button.textContent || button.ariaLabel);
    });
    if (covered.length > 0) throw new Error(`${what} at ${viewport.width}: ${covered.join(', ')}`);
  }
  await page.setViewportSize(before);
}

export default async function flow({ page, host }) {
  await newWorkspace(host);
  await page.reload();
  await page.goto(`${host.address}/#/requests`);
  await page.getByText('Ask for what convinces an auditor').waitFor();
  await expectAccessible(page, 'no requests');
  await page.getByRole('button', { name: 'New request' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('textbox', { name: 'Line' })
    .or(dialog.getByRole('combobox', { name: 'Line' }))
    .first()
    .fill('5.2');
  await page.getByRole('option', { name: /^5\.2 / }).click();
  await dialog.getByLabel('What is needed').fill('Signed AI policy');
  await dialog.getByLabel('Department').fill('Quality');
  await expectAccessible(page, 'a new request');
  await dialog.getByRole('button', { name: 'New request' }).click();
  await page.getByRole('row', { name: /ER-001/ }).waitFor();

  await page.getByRole('button', { name: 'Ask for everything' }).click();
  await page.getByRole('dialog').getByLabel('For which lines').selectOption('clauses');
  await page.getByRole('dialog').getByRole('button', { name: /^Make \d+ requests$/ }).click();
  await page
    .getByText(/requests made/)
    .first()
    .waitFor();
  const many = await host.call('request.list', {});
  if (many.length < 60) throw new Error(`only ${many.length} requests`);
  await page.getByText('Nobody yet').first().waitFor();
  await expectAccessible(page, 'many requests');
  await pictures(page, 'request-list');

  // The list of one department.
  const out = join(host.folder, 'quality.pdf');
  await host.choose(out);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'For' }).click();
  await page.getByRole('option', { name: 'Quality' }).click();
  await expectAccessible(page, 'the export of requests');
  await pictures(page, 'request-export');
  await page.getByRole('dialog').getByRole('button', { name: 'PDF' }).click();
  await page.getByText('quality.pdf written').first().waitFor({ timeout: 20_000 });
  if (!existsSync(out)) throw new Error('no list of the department');

  const folder = join(host.folder, 'incoming');
  mkdirSync(folder);
  for (const name of ['ER-001 final.pdf', 'holiday.jpg']) writeFileSync(join(folder, name), name);
  await host.choose(folder);
  await page.getByRole('button', { name: 'Match files' }).click();
  await page.getByText('Code in the name').waitFor();
  await page.getByRole('row', { name: /holiday\.jpg.*No match found/ }).waitFor();
  await expectAccessible(page, 'matching files');
  await pictures(page, 'request-match');
  // One file may answer several requests.
  await page.getByRole('button', { name: 'ER-001 final.pdf also answers another request' }).click();
  const also = page.getByLabel('Request 2 that ER-001 final.pdf answers');
  await also.selectOption({ index: 1 });
  await expectAccessible(page, 'a file for two requests');
  await also.selectOption('');
  await page.getByRole('button', { name: 'Attach 1 file' }).click();
  await page.getByText('1 file attached to its request').first().waitFor();

  const first = async () => (await host.call('request.list', {})).find((item) => item.code === 'ER-001');
  expectSame((await first()).state, 'received', 'what came');
  await page.getByLabel('Find in requests').fill('ER-001');
  await page.getByRole('row', { name: /ER-001/ }).click();
  // One file has one place to be judged, several have theirs each.
  expectSame(await page.getByRole('button', { name: /^Accept/ }).count(), 1, 'ways to accept the only file');
  await page.getByRole('button', { name: 'Refuse ER-001 final.pdf' }).click();
  // A refusal says why.
  await page.getByRole('dialog').getByRole('button', { name: 'Refuse', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByText('This is needed')
    .or(page.getByRole('dialog').locator('[aria-invalid=true]'))
    .first()
    .waitFor();
  await page.getByRole('dialog').getByLabel('Reason').fill('Not signed');
  await expectAccessible(page, 'a refusal');
  await pictures(page, 'request-refuse');
  await page.getByRole('dialog').getByRole('button', { name: 'Refuse', exact: true }).click();
  await page.getByText('ER-001 final.pdf refused for ER-001').first().waitFor();
  expectSame((await first()).files[0].reason, 'Not signed', 'the reason');
  expectSame((await first()).state, 'refused', 'the only file was refused');
  await keepsClear(page, 'the toast of a refusal');
  await page.keyboard.press('Escape');
  await page.getByRole('row', { name: /ER-001/ }).focus();
  await page.keyboard.press('Control+z');
  for (let tries = 0; (await first()).state !== 'received'; tries += 1) {
    if (tries > 30) throw new Error('not taken back');
    await page.waitForTimeout(100);
  }
  await page.getByRole('row', { name: /ER-001/ }).click();
  await expectAccessible(page, 'a request');
  await pictures(page, 'request-panel');
  // A second file: each is judged on its own.
  const signed = join(host.folder, 'signed.pdf');
  writeFileSync(signed, 'signed');
  await host.drop(signed);
  await page.getByText('signed.pdf', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Refuse ER-001 final.pdf' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Not signed');
  await page.getByRole('dialog').getByRole('button', { name: 'Refuse', exact: true }).click();
  await page.getByText('ER-001 final.pdf refused for ER-001').first().waitFor();
  expectSame((await first()).state, 'received', 'one still waits');
  await expectAccessible(page, 'files judged');
  await pictures(page, 'request-files');
  // The same folder once more: what was handed in before is named, and nothing changes.
  await page.keyboard.press('Escape');
  await host.choose(folder);
  await page.getByRole('button', { name: 'Match files' }).click();
  await page.getByRole('button', { name: 'Attach 1 file' }).click();
  await page.getByText('1 file was handed in for its request before').waitFor();
  await page.getByText('Refused: Not signed').waitFor();
  await expectAccessible(page, 'a file that came again');
  await pictures(page, 'request-again');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  expectSame((await first()).files.length, 2, 'files after one came again');
  await page.getByRole('row', { name: /ER-001/ }).click();
  await page.getByRole('button', { name: 'Accept signed.pdf' }).click();
  await page.getByText('it is evidence of its line now').first().waitFor();
  expectSame((await first()).state, 'accepted', 'one was accepted');
  // Another request is withdrawn, which asks why.
  await page.keyboard.press('Escape');
  await page.getByLabel('Find in requests').fill('ER-002');
  await page.getByRole('row', { name: /ER-002/ }).click();
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByRole('dialog', { name: 'Withdraw ER-002' }).getByLabel('Reason').fill('Seen on site');
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await page.getByText('ER-002 withdrawn').first().waitFor();
  const withdrawn = (await host.call('request.list', {})).find((item) => item.code === 'ER-002');
  expectSame([withdrawn.state, withdrawn.reason], ['withdrawn', 'Seen on site'], 'a withdrawn request');

  const line = await host.call('gap.get', { requirement: '5.2' });
  const { evidence } = await host.call('record.relations', { id: line.record });
  expectSame(evidence.length, 1, 'evidence of the line');
}
