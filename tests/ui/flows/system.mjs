// The register with 300 systems, by keyboard alone: find, filter, sort, open, edit, close, change many, undo, export.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible, expectSame, newWorkspace } from '../bench.mjs';

const COUNT = 300;
const STAGES = ['idea', 'pilot', 'in-use', 'retired'];

async function prepare(host) {
  await newWorkspace(host);
  for (let n = 0; n < COUNT; n += 1) {
    const name = `${n % 10 === 0 ? 'Forecast' : 'Assistant'} ${String(n + 1).padStart(3, '0')}`;
    const values = { status: STAGES[n % STAGES.length] };
    await host.call('system.create', { name, values });
  }
}

/** Presses Tab until the focus is on the wanted element, as somebody without a mouse would. */
async function tabTo(page, wanted, key = 'Tab') {
  await wanted.first().waitFor();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await wanted.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${wanted} cannot be reached with ${key}`);
}

async function fits(page, what) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (over > 0) throw new Error(`${what} is ${over} px wider than the window`);
}

const names = (page) =>
  page.locator('tr[data-row]').evaluateAll((rows) => rows.slice(0, 3).map((row) => row.dataset.row));
const statuses = async (host, ids) => {
  const views = await Promise.all(ids.map((id) => host.call('system.get', { id })));
  return views.map((view) => view.values.status);
};

async function open(page) {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  await palette.getByRole('combobox').waitFor();
  await page.keyboard.type('AI systems');
  await palette
    .getByRole('option', { name: /^AI systems/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'AI systems' }).waitFor();
  await page.getByText(`${COUNT} systems, 0 classified`).waitFor();
}

async function findAndFilter(page) {
  const field = page.getByRole('textbox', { name: 'Find a system' });
  await tabTo(page, field);
  await page.keyboard.type('Forecast');
  await page.getByText(`30 of ${COUNT}`, { exact: true }).waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.getByText(`30 of ${COUNT}`, { exact: true }).waitFor({ state: 'detached' });

  await tabTo(page, page.getByRole('button', { name: 'Add filter' }));
  await page.keyboard.press('Enter');
  const pilot = page.getByRole('menuitemcheckbox', { name: 'Pilot' });
  await pilot.waitFor();
  await expectAccessible(page, 'filters of the register');
  for (let presses = 0; presses < 20; presses += 1) {
    if (await pilot.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await page.getByText(`75 of ${COUNT}`, { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await tabTo(page, page.getByRole('button', { name: 'Clear', exact: true }));
  await page.keyboard.press('Enter');
  await page.getByText(`75 of ${COUNT}`, { exact: true }).waitFor({ state: 'detached' });
}

async function sort(page) {
  const header = page.getByRole('columnheader', { name: 'Stage' });
  await tabTo(page, header.getByRole('button'));
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('th[aria-sort="ascending"]') !== null);
  await page.locator('tr[data-row]').first().getByText('Idea').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('th[aria-sort="descending"]') !== null);
  await page.locator('tr[data-row]').first().getByText('Retired').waitFor();
  await expectAccessible(page, 'register, sorted');
}

async function edit(page, host, purpose) {
  await tabTo(page, page.locator('tr[data-row][tabindex="0"]'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.tagName === 'H2');
  const third = (await names(page))[2];
  const id = await page.locator('tr[data-open]').getAttribute('data-row');
  expectSame(id, third, 'the opened row');
  // Sections unfold by keyboard, and stay as somebody left them.
  const section = page.getByRole('button', { name: /^Purpose and effects/ });
  await section.waitFor();
  if ((await section.getAttribute('aria-expanded')) === 'false') {
    await tabTo(page, section);
    await page.keyboard.press('Enter');
  }
  await section.getByText(/^\d+ of 11 filled$/).waitFor();
  await tabTo(page, page.getByRole('textbox', { name: 'Intended purpose' }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type(purpose);
  await page
    .locator('aside')
    .getByText(/^Saved \d\d:\d\d/)
    .waitFor();
  await expectAccessible(page, 'drawer of a system');
  await fits(page, 'the drawer');
  expectSame((await host.call('system.get', { id })).values.purpose, purpose, 'the purpose saved by itself');
  await page.keyboard.press('Escape');
  await page.locator('aside h2').waitFor({ state: 'detached' });
  await page.waitForFunction((row) => document.activeElement?.dataset?.row === row, id);
}

/** Selects three rows and gives all of them another stage. */
async function changeMany(page, host) {
  const ids = await names(page);
  await tabTo(page, page.locator('tr[data-row][tabindex="0"]'));
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByText('3 selected').waitFor();
  const bar = page.getByRole('toolbar', { name: 'Actions on selected rows' });
  await tabTo(page, bar.getByRole('button', { name: 'Change', exact: true }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Change 3 systems' });
  await dialog.waitFor();
  await expectAccessible(page, 'changing several systems');
  await page.waitForFunction(() => document.activeElement?.tagName === 'SELECT');
  await page.keyboard.type('Life-cycle stage');
  const stage = dialog.locator('input').and(dialog.getByLabel('Life-cycle stage'));
  await tabTo(page, stage);
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: 'Suspended' }).waitFor();
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press('ArrowDown');
    const chosen = page.locator('[role="option"][data-combobox-selected]');
    if ((await chosen.count()) === 1 && (await chosen.innerText()) === 'Suspended') break;
  }
  await page.keyboard.press('Enter');
  await tabTo(page, dialog.getByRole('button', { name: 'Change 3 systems', exact: true }));
  await page.keyboard.press('Enter');
  await page.getByText('Changed 3 systems').first().waitFor();
  await dialog.waitFor({ state: 'detached' });
  expectSame(
    await statuses(host, ids),
    ['suspended', 'suspended', 'suspended'],
    'the stages after the change',
  );
  return ids;
}

async function until(is, wanted, what) {
  for (let tries = 0; tries < 40; tries += 1) {
    if (JSON.stringify(await is()) === JSON.stringify(wanted)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  expectSame(await is(), wanted, what);
}

async function unselect(page) {
  await tabTo(page, page.locator('tr[data-row][tabindex="0"]'));
  await page.keyboard.press('Control+a');
  if (await page.getByText(`${COUNT} selected`).isVisible()) await page.keyboard.press('Control+a');
  await page.getByRole('toolbar', { name: 'Actions on selected rows' }).waitFor({ state: 'detached' });
}

async function undo(page, host) {
  const before = await statuses(host, await names(page));
  let ids = await changeMany(page, host);
  await tabTo(page, page.getByRole('button', { name: /^Undo/ }));
  await page.keyboard.press('Enter');
  await until(() => statuses(host, ids), before, 'the stages after Undo of the toast');
  await unselect(page);

  ids = await changeMany(page, host);
  await page.keyboard.press('Control+z');
  await until(() => statuses(host, ids), before, 'the stages after Ctrl Z');
  await unselect(page);
}

/** A system that is added to a long list is in sight and marked. */
async function add(page, width) {
  await page.locator('tr[data-row]').first().scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'Add AI system' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add system' }).click();
  await dialog.getByText('This is needed.').waitFor();
  await dialog.getByLabel('Name of the system').fill(`Zebra ${width}`);
  await dialog.getByRole('button', { name: 'Add system' }).click();
  const row = page.locator('tr[data-open]').filter({ hasText: `Zebra ${width}` });
  await row.waitFor();
  await page.waitForFunction(() => {
    const box = document.querySelector('tr[data-open]')?.getBoundingClientRect();
    return box !== undefined && box.top > 0 && box.bottom <= window.innerHeight;
  });
  await page.keyboard.press('Escape');
  await page.locator('aside h2').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await row.waitFor({ state: 'detached' });
}

async function save(page, host, size) {
  const path = join(host.folder, `register-${size}.xlsx`);
  await host.choose(path);
  await tabTo(page, page.getByRole('button', { name: 'Export' }));
  await page.keyboard.press('Enter');
  const excel = page.getByRole('menuitem', { name: 'Excel to edit and bring back' });
  await excel.waitFor();
  for (let presses = 0; presses < 6; presses += 1) {
    if (await excel.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await page.getByText(`register-${size}.xlsx written`).first().waitFor();
  if (!existsSync(path) || statSync(path).size < 10_000) throw new Error('the register was not written');
}

export default async function system({ page, host }) {
  await prepare(host);
  for (const [width, height] of [
    [1280, 800],
    [1024, 700],
  ]) {
    await page.setViewportSize({ width, height });
    await page.goto(host.address);
    await page.reload();
    await page.getByRole('navigation').first().waitFor();
    await open(page);
    await fits(page, 'the register');
    await findAndFilter(page);
    await sort(page);
    await edit(page, host, `Plans the quay at ${width} by ${height}.`);
    await undo(page, host);
    await add(page, width);
    await save(page, host, width);
    if (process.env.CAIRN_FLOW_SHOTS) {
      await page.screenshot({ path: join(process.env.CAIRN_FLOW_SHOTS, `system-${width}.png`) });
    }
  }
}
