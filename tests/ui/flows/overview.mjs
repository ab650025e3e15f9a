// The first screen: first steps, the scope with its field errors, figures and late actions, members and their rules.
import { expectAccessible, expectSame, newWorkspace, pictures } from '../bench.mjs';

const DAY = 86_400_000;
const dayFromNow = (days) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
const shownDay = (text) =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(text));

const saved = (page) =>
  page.waitForFunction(() => /Saved \d\d:\d\d/.test(document.querySelector('header')?.textContent ?? ''));

async function organisation({ page, host }) {
  await page.getByRole('button', { name: 'Write the scope statement' }).click();
  await page.getByRole('heading', { level: 1, name: 'Organisation and scope' }).waitFor();
  const statement = 'All AI systems developed or used by Harbour Analytics at its Rotterdam office.';
  await page.getByLabel('Scope statement').fill(statement);
  await page.getByRole('textbox', { name: 'Sector' }).fill('Logistics');
  await saved(page);

  // A date that cannot be is refused beside its field, keeps what was typed, and is saved once it is put right.
  const [first, early, second] = [dayFromNow(90), dayFromNow(60), dayFromNow(150)];
  const type = async (label, day) => {
    await page.getByRole('textbox', { name: label }).fill(shownDay(day));
    await page.keyboard.press('Tab');
  };
  await type('Stage 2 planned for', early);
  await saved(page);
  await type('Stage 1 planned for', first);
  await page.getByText('Stage 2 cannot be before stage 1.').waitFor();
  await expectAccessible(page, 'organisation with a refused field');
  expectSame((await host.call('organisation.get')).stage1On, null, 'stage 1 after a refusal');
  await type('Stage 2 planned for', second);
  await page.getByText('Stage 2 cannot be before stage 1.').waitFor({ state: 'detached' });
  await saved(page);
  const stored = await host.call('organisation.get');
  expectSame(
    [stored.scopeStatement, stored.sector, stored.stage1On, stored.stage2On],
    [statement, 'Logistics', first, second],
    'the organisation',
  );
}

async function figures({ page, host }) {
  await host.call('system.create', { name: 'Shift planner', values: {} });
  await host.call('action.create', {
    source: null,
    title: 'Renew the supplier assessment',
    owner: null,
    due: dayFromNow(-3),
  });
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByText(`Stage 1 audit planned for ${shownDay(dayFromNow(90))}, in 90 days.`).waitFor();
  const strip = page.getByRole('region', { name: 'Figures' });
  await strip.getByText('0 of 32 assessed').waitFor();
  expectSame(await strip.getByText('No data', { exact: true }).count(), 3, 'figures without data');
  expectSame(await strip.getByText('1 not classified, 0 high-risk').count(), 1, 'base of the systems');
  await page.getByText('3 days late').waitFor();
  await expectAccessible(page, 'overview');

  // The stones of a phase say where each stands.
  await page.getByRole('button', { name: '0 of 5 stones Assess' }).click();
  const scope = page.getByRole('listitem').filter({ hasText: 'Scope approved' });
  await scope.getByText('In progress').waitFor();
  await expectAccessible(page, 'stones of a phase');
  await page.keyboard.press('Escape');

  // The first step is the late action; it opens where it is edited.
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Renew the supplier assessment/ })
    .click();
  const drawer = page.getByRole('complementary', { name: 'Renew the supplier assessment' });
  await drawer.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('dialog').getByLabel('What is to be done').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('link', { name: '1 open action' }).click();
  await page.getByRole('table').getByText('3 days late').waitFor();
  await expectAccessible(page, 'all actions');
  await page.getByRole('link', { name: 'Overview' }).click();

  // One point is no trend; two are, with the figures for people who listen.
  await page.getByText('No data yet: a trend needs two assessments.').waitFor();
  const assess = (conformity) =>
    host.call('gap.assess', {
      requirement: '5.2',
      conformity,
      maturity: null,
      statement: '',
      grade: null,
      confidence: null,
      note: '',
      notNeededFact: '',
      owner: null,
    });
  await assess('partly');
  await host.call('gap.freeze');
  await host.call('gap.start', { name: 'Second look', kind: 'reassessment' });
  await assess('on-paper');
  await page.reload();
  const trend = page.getByRole('region', { name: 'Conformity', exact: true });
  await trend.getByRole('row', { name: /Second look.*67/ }).waitFor();
  await trend.getByRole('row', { name: /33/ }).waitFor();
  await expectAccessible(page, 'overview with a trend');
  await pictures(page, 'overview-trend');
  await page
    .getByRole('region', { name: 'Recent trail' })
    .getByRole('link', { name: /Shift planner/ })
    .click();
  await page.getByRole('heading', { level: 2, name: 'Added AI-001 Shift planner' }).waitFor();
  if (!page.url().includes('/trail?entry=')) throw new Error(`the entry is not open: ${page.url()}`);
}

async function members({ page, host }) {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByText('Signing key not protected').waitFor();
  await page.getByRole('button', { name: 'Add member' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Product owner');
  await dialog.getByRole('button', { name: 'Add member' }).click();
  await dialog.getByText('This is needed.').waitFor();
  await expectAccessible(page, 'a new member without a role');
  await dialog.getByRole('checkbox', { name: 'Contributor' }).check();
  await dialog.getByRole('button', { name: 'Add member' }).click();
  await dialog.waitFor({ state: 'detached' });
  const list = await host.call('member.list');
  expectSame(
    list.map((member) => [member.name, member.roles]).sort(),
    [
      ['Compliance lead', ['lead']],
      ['Product owner', ['contributor']],
    ],
    'members',
  );

  // The last lead stays, and the core says why.
  await page.getByRole('button', { name: 'Edit Compliance lead' }).click();
  await dialog.getByRole('checkbox', { name: 'Lead' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'Reader' }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('Somebody has to lead this workspace.').waitFor();
  await expectAccessible(page, 'a refused change of a member');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expectSame((await host.call('workspace.get')).me.roles, ['lead'], 'my roles');

  await page.getByRole('radio', { name: 'Dark' }).click();
  await page.waitForFunction(() => document.documentElement.dataset.mantineColorScheme === 'dark');
  await expectAccessible(page, 'settings in dark');
  expectSame((await host.call('preferences.get')).theme, 'dark', 'the kept theme');
}

export default async function overview(bench) {
  const { page, host } = bench;
  await newWorkspace(host);
  await page.reload();
  // The overview is what an opened workspace begins with.
  await page.getByRole('heading', { level: 1, name: '0 of 22 stones set' }).waitFor();
  await page.getByRole('heading', { level: 2, name: 'First steps' }).waitFor();
  await page.getByText('No date for the stage 1 audit yet.').waitFor();
  // What is next in a phase is somebody's: here of the one who leads; and others wait for it.
  const assess = page.getByRole('region', { name: 'Assess' });
  await assess.getByText('Compliance lead').waitFor();
  await assess.getByText('Others wait for this').waitFor();
  await page.getByText('One step below holds up others.').waitFor();
  await expectAccessible(page, 'overview of an empty workspace');
  await organisation(bench);
  await figures(bench);
  await members(bench);

  // Commands are found by other words too, work from anywhere, and stand above the records.
  const command = async (text, name) => {
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').fill(text);
    await dialog.getByRole('option').first().and(dialog.getByRole('option', { name })).waitFor();
    await page.keyboard.press('Enter');
  };
  await command('soa', /^Statement of Applicability/);
  await page.getByRole('heading', { name: /of 38 decided/ }).waitFor();
  await command('add ai', 'Add AI system');
  await page.getByLabel('Name of the system').waitFor();
  if (/add=/.test(page.url())) throw new Error(`the address keeps asking: ${page.url()}`);
  await page.keyboard.press('Escape');
  await command('light', 'Colours: Light');
  await page.waitForFunction(() => document.documentElement.dataset.mantineColorScheme === 'light');
}
