// Give lines to people, send a sheet out and take it back, go through quickly, assess a line by keyboard, see a conformity refused and given, attach evidence and an action, freeze, start again.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible, expectSame, newWorkspace } from '../bench.mjs';

const LINE = 'A.6.2.4';

/** Pictures in both sizes and schemes, where somebody asked for them. */
async function shot(page, name) {
  const folder = process.env.CAIRN_FLOW_SHOTS;
  if (!folder) return;
  const before = page.viewportSize();
  for (const [width, height] of [
    [1280, 800],
    [1024, 700],
  ]) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.waitForTimeout(150);
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(before);
}

export default async function gap({ page, host }) {
  await newWorkspace(host);
  // The window learns of the new workspace at its start; then there is a gap analysis to go to.
  await page.reload();
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Assess/ })
    .click();
  await page.getByRole('link', { name: 'Gap analysis' }).click();
  await page.getByRole('button', { name: /^Begin with/ }).waitFor();
  await expectAccessible(page, 'gap analysis before the first answer');

  // Who answers what: lines are given to a person, whose sheet goes out and comes back without a change.
  await page.getByRole('button', { name: 'Interviews' }).click();
  await page.getByText('Lines of nobody').waitFor();
  await page.getByRole('combobox', { name: 'Give the lines of AI system owner to' }).click();
  await page.getByRole('option', { name: 'Compliance lead' }).click();
  await page
    .getByText(/lines? given to Compliance lead/)
    .first()
    .waitFor();
  await expectAccessible(page, 'interviews');
  await shot(page, 'gap-interviews');
  const sheet = join(host.folder, 'Interview.xlsx');
  await host.choose(sheet);
  await page.getByRole('button', { name: 'Interview sheet for Compliance lead as Excel' }).click();
  await page.getByText('Interview.xlsx written').first().waitFor();
  await host.choose(sheet);
  await page.getByRole('button', { name: 'Import answered sheet' }).click();
  await page.getByText(/Nothing is written yet/).waitFor();
  await expectAccessible(page, 'a sheet that comes back');
  await shot(page, 'gap-interview-import');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('radio', { name: 'By owner' }).click();
  await page.getByRole('treeitem', { name: /^Compliance lead/ }).waitFor();
  await page.getByRole('treeitem', { name: /^Nobody yet/ }).waitFor();
  await expectAccessible(page, 'lines by owner');
  await shot(page, 'gap-by-owner');
  await page.getByRole('radio', { name: 'By clause' }).click();

  // The quick pass: a digit and on, without items; 3 is refused, since it needs records.
  await page.getByRole('heading', { level: 1, name: /^4\.1/ }).waitFor();
  await page.getByRole('radio', { name: 'Quick pass' }).click();
  await page.keyboard.press('1');
  await page.getByRole('radio', { name: /Partly/, checked: true }).waitFor();
  await page.waitForFunction(() => document.querySelector('header')?.textContent?.includes('Saved'));
  expectSame((await host.call('gap.get', { requirement: '4.1' })).item.pass, 'quick', 'the pass of 4.1');
  await expectAccessible(page, 'the quick pass');
  await shot(page, 'gap-quick');
  await page.keyboard.press('j');
  await page.getByRole('heading', { level: 1, name: /^4\.2/ }).waitFor();
  await page.keyboard.press('k');
  await page.getByRole('heading', { level: 1, name: /^4\.1/ }).waitFor();

  // The last line leads on: to the first one left, and to the deep pass of what was judged quickly.
  const last = (await host.call('gap.list', {})).items.at(-1).requirement;
  await page.goto(`${host.address}/#/gap?line=${last}&pass=quick`);
  await page.getByText(/This was the last line\. 1 of \d+ are assessed/).waitFor();
  await expectAccessible(page, 'the end of a pass');
  await shot(page, 'gap-end');
  await page.getByRole('button', { name: 'First open line: 4.2' }).click();
  await page.getByRole('heading', { level: 1, name: /^4\.2/ }).waitFor();
  await page.goto(`${host.address}/#/gap?line=${last}&pass=quick`);
  await page.getByRole('button', { name: 'Deep pass (1)' }).click();
  await page.getByRole('heading', { level: 1, name: /^4\.1/ }).waitFor();
  await page.getByRole('radio', { name: 'Deep pass', checked: true }).waitFor();
  await page.getByRole('button', { name: 'Overview' }).click();
  await page.getByRole('radio', { name: 'Heat map', checked: true }).waitFor();
  await page.getByRole('radio', { name: 'Work' }).click();
  await page.goto(`${host.address}/#/gap?line=4.1&pass=quick`);
  await page.getByRole('heading', { level: 1, name: /^4\.1/ }).waitFor();
  await page.getByRole('button', { name: /^Not assessed/ }).click();
  await page.getByRole('treeitem', { name: /Understanding the organization/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Not assessed/ }).click();
  await page.getByRole('radio', { name: 'Deep pass' }).click();

  await page.getByRole('treeitem', { name: /^A\.6 / }).click();
  await page.getByRole('treeitem', { name: new RegExp(LINE.replaceAll('.', '\\.')) }).click();
  await page.getByRole('heading', { level: 1, name: /verification and validation/ }).waitFor();
  const detail = () => host.call('gap.get', { requirement: LINE });
  const { must } = (await detail()).requirement;
  const required = must.filter((item) => item.basis === 'requirement');

  // A conformity that the answers do not carry is refused with its reasons, and nothing is stored.
  await page.keyboard.press('3');
  await page.getByText(`Not answered yet: ${required[0].text}`).waitFor();
  expectSame((await detail()).item.conformity, null, 'conformity after a refusal');
  await expectAccessible(page, 'a refused conformity');

  // Every required item by keyboard: the answer, the record, on to the next.
  for (const [index, item] of required.entries()) {
    await page.keyboard.press('y');
    await page.getByText(`${index + 1} of ${required.length} required met`).waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type(`Record of ${item.key}`);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('k');
  await page.waitForFunction(() => document.querySelector('header')?.textContent?.includes('Saved'));
  expectSame(
    (await detail()).answers.map((one) => [one.answer, one.recordSeen]),
    required.map((item) => ['yes', `Record of ${item.key}`]),
    'answers',
  );
  await page.keyboard.press('3');
  await page.getByRole('radio', { name: /Shown by records/, checked: true }).waitFor();
  await page.getByRole('treeitem', { name: /Shown by records.*A\.6\.2\.4/ }).waitFor();
  expectSame((await detail()).item.conformity, 'shown-by-records', 'conformity');

  // An answer that stands against it takes it back and says so.
  await page.keyboard.press('n');
  await page.getByText('Set back to Partly: an answer stands against it').waitFor();
  expectSame((await detail()).item.conformity, 'partly', 'conformity after a No');

  // Text saves when its field is left.
  await page.getByLabel('What is missing').fill('Release criteria are not written down.');
  await page.getByRole('combobox', { name: 'Maturity of the practice' }).click();
  await page.getByRole('option', { name: '3 Defined' }).click();
  await page.waitForFunction(() => document.querySelector('header')?.textContent?.includes('Saved'));
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1 }).click();
  const file = join(host.folder, 'Test plan.txt');
  writeFileSync(file, 'Criteria set before the test');
  await host.choose(file);
  await page.keyboard.press('e');
  await page.getByText('Test plan.txt', { exact: true }).waitFor();
  await page.keyboard.press('a');
  await page.getByLabel('What is to be done').fill('Write the release criteria down');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Write the release criteria down' }).waitFor();
  const stored = await detail();
  expectSame(
    [stored.statement, stored.item.maturity],
    ['Release criteria are not written down.', 'defined'],
    'line',
  );
  const hangs = await host.call('record.relations', { id: stored.record });
  expectSame([hangs.evidence.length, hangs.actions.length], [1, 1], 'evidence and actions');
  await expectAccessible(page, 'a line with evidence and an action');

  // On to the next line and back, also while typing.
  await page.getByLabel('Interview note').click();
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('heading', { level: 1, name: stored.next }).waitFor();
  await page.keyboard.press('Alt+ArrowUp');
  await page.getByRole('heading', { level: 1, name: LINE }).waitFor();

  await page.getByRole('radio', { name: 'Heat map' }).click();
  await page.getByRole('heading', { name: '1 control does not yet conform' }).waitFor();
  await page.locator('[data-tile="A.6.2.3"]').focus();
  await page.keyboard.press('ArrowRight');
  await page.getByText(/A\.6\.2\.4 AI system verification and validation: Partly/).waitFor();
  await expectAccessible(page, 'heat map');
  const report = join(host.folder, 'Gap analysis.pdf');
  await host.choose(report);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'PDF' }).click();
  await page.getByText('Gap analysis.pdf written').first().waitFor();
  expectSame(readFileSync(report).subarray(0, 5).toString(), '%PDF-', 'the report');
  await page.locator('[data-tile="A.6.2.4"]').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: LINE }).waitFor();

  // A conformity that would not be given today says so, wherever the line is seen.
  const policy = (await host.call('gap.get', { requirement: '5.1' })).requirement.must;
  for (const item of policy.filter((one) => one.basis === 'requirement')) {
    await host.call('gap.answer', {
      requirement: '5.1',
      item: item.key,
      answer: 'yes',
      recordSeen: 'Minutes of the board',
    });
  }
  const answered = (await host.call('trail.last', {})).n;
  await host.call('gap.assess', {
    requirement: '5.1',
    conformity: 'shown-by-records',
    maturity: null,
    statement: '',
    grade: null,
    confidence: null,
    note: '',
    notNeededFact: '',
    owner: null,
  });
  await host.call('trail.undo', { n: answered });
  await page.getByRole('button', { name: 'Look again (1)' }).click();
  await page.getByRole('treeitem', { name: /5\.1.*look again/ }).click();
  await page.getByText('“Shown by records” needs another look').waitFor();
  await expectAccessible(page, 'a conformity that needs another look');
  await shot(page, 'gap-look-again');
  await page.getByRole('button', { name: 'Look again (1)' }).click();
  await page.getByRole('treeitem', { name: new RegExp(LINE.replaceAll('.', '\\.')) }).click();
  await page.getByRole('heading', { level: 1, name: LINE }).waitFor();

  // Freezing asks, says that it is final, and leaves everything to read.
  await page.getByRole('button', { name: 'Freeze' }).click();
  await page.getByText('there is no undo').waitFor();
  await expectAccessible(page, 'freezing');
  await page.getByRole('button', { name: 'Freeze assessment' }).click();
  await page.getByText('You can read it; nothing in it changes any more.').waitFor();
  await page.keyboard.press('0');
  await page.keyboard.press('y');
  expectSame((await detail()).item.conformity, 'partly', 'conformity once frozen');
  await expectAccessible(page, 'a frozen line');
  await page.getByRole('button', { name: 'Start a new assessment' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Before stage 1');
  await page.getByRole('button', { name: 'Start assessment' }).click();
  await page.getByText('Before stage 1 started').first().waitFor();
  expectSame((await detail()).item.conformity, 'partly', 'conformity carried into the new assessment');

  // The new assessment goes its own way; the frozen one can be read, and both compared.
  // Keys work once the dialog is gone and the line is the one of the new assessment.
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByRole('radio', { name: 'Not addressed', disabled: false }).waitFor();
  await page.keyboard.press('0');
  await page.getByRole('radio', { name: 'Not addressed', checked: true }).waitFor();
  await page.waitForFunction(() => !document.body.textContent.includes('Saving'));
  expectSame((await detail()).item.conformity, 'not-addressed', 'conformity in the new assessment');
  await page.getByRole('button', { name: 'Before stage 1' }).click();
  await page.getByRole('menuitem', { name: 'Compare assessments' }).click();
  await page.getByText('0 better, 1 worse, 0 new').waitFor();
  await page
    .getByRole('row', { name: /A\.6\.2\.4/ })
    .getByText('Worse')
    .waitFor();
  await expectAccessible(page, 'two assessments compared');
  await shot(page, 'gap-compare');
  await page.getByRole('radio', { name: 'All' }).click();
  await page.getByRole('row', { name: /Understanding the organization/ }).waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'Before stage 1' }).click();
  await page.getByRole('menuitem', { name: /Baseline/ }).click();
  await page.getByText('You can read it; nothing in it changes any more.').waitFor();
  await page.getByRole('heading', { level: 1, name: LINE }).waitFor();
  await expectAccessible(page, 'a line of a frozen assessment');
}
