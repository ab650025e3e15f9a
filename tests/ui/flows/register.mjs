// The register at work: columns, a saved view, one change for several systems, two entries merged, a dated stage.
import { join } from 'node:path';
import { expectAccessible, expectSame } from '../bench.mjs';

const shot = (page, name) =>
  process.env.CAIRN_FLOW_SHOTS
    ? page.screenshot({ path: join(process.env.CAIRN_FLOW_SHOTS, `register-${name}.png`) })
    : undefined;

export default async function flow({ page, host }) {
  await page.getByText('Explore the sample').click();
  await page
    .getByText(/stones set/)
    .first()
    .waitFor({ timeout: 60_000 });
  await page.goto(`${host.address}/#/systems`);
  await page.getByText('AI-014').first().waitFor();

  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Department' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Supplier' }).click();
  // A column that somebody asks for is shown; one that has no room for it says so.
  await page.getByRole('menuitemcheckbox', { name: /^Role No room/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('columnheader', { name: 'Department' }).waitFor();
  await page.getByRole('columnheader', { name: 'Supplier' }).waitFor();
  // What was chosen is remembered on this computer.
  await page.reload();
  await page.getByRole('columnheader', { name: 'Department' }).waitFor();
  await page
    .getByRole('row', { name: /AI-001/ })
    .first()
    .click();
  const drawer = page.getByRole('complementary', { name: 'Shortlist Assist' });
  await drawer.getByText(/^EU AI Act: High-risk/).waitFor();
  await drawer.getByRole('button', { name: /^\d+ obligations/ }).waitFor();
  await drawer.getByRole('button', { name: /^How it is made/ }).click();
  await drawer.getByRole('button', { name: 'Note a set' }).click();
  await page.getByRole('dialog').getByLabel('Id or name').fill('DS-7');
  await expectAccessible(page, 'noting a set of data');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await drawer.getByText('DS-7').waitFor();
  await drawer.getByRole('combobox', { name: 'Part of' }).fill('Skills');
  await page.getByRole('option', { name: /Skills matching/ }).click();
  await drawer.getByRole('button', { name: /^Open AI-012/ }).waitFor();
  await expectAccessible(page, 'class, parts and sets of a system');
  await shot(page, 'class');
  await page.keyboard.press('Escape');
  if (await drawer.isVisible()) await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  await page
    .getByLabel('Find in register', { exact: false })
    .or(page.getByPlaceholder(/find/i))
    .first()
    .fill('Mailwright');
  await page.getByText('Sales e-mail drafts').first().waitFor();
  await page.getByRole('button', { name: 'Saved views' }).click();
  await page.getByRole('menuitem', { name: 'Save this view' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Mailwright');
  await expectAccessible(page, 'saving a view');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved the view Mailwright').first().waitFor();
  await page.getByRole('button', { name: 'Saved views' }).click();
  await page.getByRole('menuitem', { name: 'Usual view' }).click();
  await page.getByText('AI-014').first().waitFor();
  await page.getByRole('button', { name: 'Saved views' }).click();
  await page.getByRole('menuitem', { name: 'Mailwright' }).click();
  await page.getByText('AI-014').first().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Saved views' }).click();
  await page.getByRole('menuitem', { name: 'Usual view' }).click();

  // One change for two systems, and its undo.
  const boxes = page.locator('tr[data-row] input[type="checkbox"]');
  await boxes.nth(12).check();
  await boxes.nth(13).check();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const dialog = page.getByRole('dialog');
  // Nothing is chosen before somebody chooses it: two clicks empty no field.
  expectSame(await dialog.getByRole('combobox', { name: 'Field' }).inputValue(), '', 'the field that is changed at first');
  const change = dialog.getByRole('button', { name: /^Change / });
  await dialog.getByText('Choose a field first').waitFor();
  expectSame(await change.isDisabled(), true, 'no field: the button is off');
  await dialog.getByRole('combobox', { name: 'Field' }).selectOption('department');
  await dialog.getByText('Choose a value, or empty the field').waitFor();
  expectSame(await change.isDisabled(), true, 'no value: the button is off');
  await dialog.getByText('Empty the field', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Empty Department in 2 systems' }).waitFor();
  await dialog.getByText('Set a value', { exact: true }).click();
  await dialog.getByLabel('Department').fill('Sales');
  await expectAccessible(page, 'changing several');
  await shot(page, 'change');
  await dialog.getByRole('button', { name: 'Change 2 systems' }).click();
  await page.getByText('Changed 2 systems').first().waitFor();
  const departments = async () =>
    (await host.call('system.list', {})).items
      .slice(12)
      .map((item) => item.department)
      .join();
  if ((await departments()) !== 'Sales,Sales') throw new Error(await departments());
  await page.keyboard.press('Control+z');
  for (let tries = 0; (await departments()) === 'Sales,Sales'; tries += 1) {
    if (tries > 30) throw new Error('not taken back');
    await page.waitForTimeout(100);
  }

  const before = (await host.call('system.list', {})).items.map((item) => item.id);
  await page.getByRole('button', { name: 'Merge' }).click();
  await expectAccessible(page, 'merging two');
  await shot(page, 'merge');
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await page
    .getByText(/^Merged into/)
    .first()
    .waitFor();
  if ((await host.call('system.list', {})).total !== 13) throw new Error('not merged');

  await page.getByRole('tab', { name: 'Life cycle' }).click();
  await page.getByRole('button', { name: 'Note a stage' }).click();
  await dialog.getByLabel('Why, or who decided').fill('Steering group');
  await expectAccessible(page, 'noting a stage');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Steering group').first().waitFor();
  await page.getByRole('button', { name: 'Note a version' }).click();
  await dialog.getByLabel('Version').fill('2.0');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('2.0').first().waitFor();
  await expectAccessible(page, 'the life cycle of a system');
  await shot(page, 'life');

  // The one that went can be read, not changed, and leads to the one that stays.
  const left = (await host.call('system.list', {})).items.map((item) => item.id);
  const gone = before.find((id) => !left.includes(id));
  await page.goto(`${host.address}/#/systems?open=${gone}`);
  const aside = page.locator('aside');
  await aside.getByText(/^Merged into AI-\d+ .* on /).waitFor();
  if (await aside.getByRole('textbox', { name: 'Name', exact: true }).isEditable())
    throw new Error('a system that went can be changed');
  await expectAccessible(page, 'a system that was merged');
  await shot(page, 'gone');
  await aside.getByRole('button', { name: /^Open AI-/ }).click();
  await aside.getByText(/^Merged into/).waitFor({ state: 'detached' });
  if (page.url().includes(gone)) throw new Error('still at the one that went');
}
