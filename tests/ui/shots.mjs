// Pictures of every screen, empty and with the sample, of what opens inside them, and of the wizards, in two sizes, light
// and dark: `cargo xtask shots [--out DIR] [--only create|empty|sample|detail|import]`.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { newWorkspace, openPage, root, samples, startBrowser, startHost } from './bench.mjs';

const at = process.argv.indexOf('--out');
const out = resolve(root, at > 0 ? process.argv[at + 1] : 'target/shots');
const word = process.argv.indexOf('--only');
const only = word > 0 ? process.argv[word + 1] : null;
const wants = (part) => only === null || only === part;
const SIZES = { '1280x800': { width: 1280, height: 800 }, '1024x700': { width: 1024, height: 700 } };
const SCHEMES = ['light', 'dark'];
const SCREENS = [
  'overview',
  'organisation',
  'approvals',
  'discovery',
  'systems',
  'classification',
  'classification/changes?version=0.9.1',
  'obligations',
  'gap',
  'gap/compare',
  'requests',
  'reuse',
  'roadmap',
  'soa',
  'evidence',
  'actions',
  'library',
  'crosswalks',
  'import',
  'trail',
  'settings',
];

mkdirSync(out, { recursive: true });
const browser = await startBrowser();
let taken = 0;

/** One picture of what the page shows, in every size and scheme. */
async function take(page, name) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.waitForTimeout(150);
      await page.screenshot({ path: join(out, `${name}-${size}-${colorScheme}.png`) });
      taken += 1;
    }
  }
}

async function settle(page) {
  await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => {});
  await page.waitForTimeout(400);
}

async function screens(page, host, prefix) {
  for (const screen of SCREENS) {
    await page.goto(`${host.address}/#/${screen}`);
    await settle(page);
    await take(page, `${prefix}-${screen.replace(/\W+/g, '-')}`);
  }
}

/** What stands beside, over or behind a screen, in the sample: its address, what to do there, and a name. */
function inside(host) {
  const button = (name) => (page) => page.getByRole('button', { name, exact: true }).first().click();
  const row = (page) => page.locator('tr[data-row]').first().click();
  const tab = (name) => async (page) => {
    await row(page);
    await page.getByRole('tab', { name: new RegExp(name) }).first().click();
  };
  return [
    ['systems', row, 'system-drawer'],
    ['systems', tab('Life'), 'system-life'],
    ['systems', tab('Links'), 'system-links'],
    ['systems', tab('Evidence'), 'system-evidence'],
    ['systems', tab('History'), 'system-history'],
    ['systems', button('Add AI system'), 'system-add'],
    ['evidence', row, 'evidence-drawer'],
    ['actions', row, 'action-drawer'],
    ['requests', row, 'request-drawer'],
    ['obligations', row, 'obligation-drawer'],
    ['discovery?look=candidates', row, 'candidate-drawer'],
    ['gap?look=heat', null, 'gap-heat'],
    ['gap?line=6.1.2', null, 'gap-line'],
    ['gap?line=A.6.2.4', null, 'gap-control'],
    ['library?framework=iso42001&entry=A.6.2.4', null, 'library-entry'],
    ['crosswalks?from=iso42001&to=nist-ai-rmf', null, 'crosswalk-pairs'],
    ['crosswalks?from=iso42001&to=nist-ai-rmf&look=matrix', null, 'crosswalk-matrix'],
    ['soa?control=A.6.2.4', null, 'soa-control'],
    ['overview', (page) => page.keyboard.press('Control+k'), 'palette'],
    [
      'overview',
      async (page) => {
        await page.keyboard.press('Control+k');
        await page.getByRole('dialog').getByRole('combobox').fill('supplier');
        await page.getByRole('option').first().waitFor();
      },
      'palette-found',
    ],
    ['overview', (page) => page.keyboard.press('?'), 'keys'],
    ['systems', async () => classified(host, true), 'classification-record'],
    ['systems', async () => classified(host, false), 'classification-wizard'],
  ].map(([screen, act, name]) => ({ screen, act, name }));
}

/** Address of a system that is classified, or of one that is not. */
async function classified(host, decided) {
  const { items } = await host.call('system.list', {});
  const found = items.find((item) => (item.tier !== null) === decided);
  return `classification/${(found ?? items[0]).id}`;
}

async function details(page, host) {
  for (const { screen, act, name } of inside(host)) {
    await page.goto(`${host.address}/#/overview`);
    await page.goto(`${host.address}/#/${screen}`);
    await settle(page);
    const next = await act?.(page);
    // An act may name where to go on instead.
    if (typeof next === 'string') await page.goto(`${host.address}/#/${next}`);
    await settle(page);
    await take(page, `detail-${name}`);
    await page.setViewportSize(SIZES['1280x800']);
    await page.keyboard.press('Escape');
  }
}

/** The four questions of a new workspace. */
async function wizard(page, host) {
  const go = () => page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.goto(`${host.address}/#/new`);
  await take(page, 'create-1-organisation');
  await page.getByLabel('Name of the organisation').fill('Harbour Analytics');
  await go();
  await host.choose(join(host.folder, 'harbour.cairn'));
  await page.getByRole('button', { name: 'Choose a place' }).click();
  await page.getByText('harbour.cairn').first().waitFor();
  await take(page, 'create-2-file');
  await go();
  await page.getByLabel('Passphrase', { exact: true }).fill('a pebble for every step');
  await page.getByLabel('Repeat the passphrase').fill('a pebble for every step');
  await take(page, 'create-3-passphrase');
  await go();
  await page.getByLabel('Your name').fill('Compliance lead');
  await take(page, 'create-4-person');
  await page.goto(host.address);
}

/** The steps of an import with the real inventory. */
async function importing(page, host) {
  await page.goto(`${host.address}/#/import`);
  await host.choose(join(samples, 'us-federal-ai-inventory-2025.xlsx'));
  await page.getByRole('main').getByRole('button', { name: 'Choose a file' }).click();
  await page.getByRole('button', { name: 'Row 2 holds the headers' }).waitFor({ timeout: 60_000 });
  await take(page, 'import-1-file');
  for (const [name, step] of [['Columns', '2-columns'], ['Check', '3-check']]) {
    await page.getByRole('button', { name, exact: true }).click();
    await settle(page);
    await page.waitForTimeout(2500);
    await take(page, `import-${step}`);
  }
}

async function shoot(filled) {
  const host = await startHost();
  const { page, close } = await openPage(browser, host);
  if (filled) {
    await page.getByText('Explore the sample').click();
    await page.getByText(/stones set/).first().waitFor({ timeout: 120_000 });
    if (wants('sample')) await screens(page, host, 'sample');
    if (wants('detail')) await details(page, host);
    if (wants('import')) await importing(page, host);
  } else {
    if (wants('create')) {
      await take(page, 'welcome');
      await wizard(page, host);
    }
    await newWorkspace(host, { approver: true });
    await page.reload();
    if (wants('empty')) await screens(page, host, 'empty');
  }
  await close();
  await host.stop();
}

if (wants('create') || wants('empty')) await shoot(false);
if (wants('sample') || wants('detail') || wants('import')) await shoot(true);
await browser.close();
console.log(`${taken} pictures in ${out}`);
