// The workspace file as a person meets it: create, the passphrase, what is refused in which words, backups, the start
// page, and another program that writes into the open file.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible, pictures, root } from '../bench.mjs';

const FIRST = 'correct horse battery';
const SECOND = 'staple of another kind';
/** Longest time until the window shows what another program wrote. */
const NOTICED = 1000;

const expect = (holds, what) => {
  if (!holds) throw new Error(what);
};

/** Adds a system from the command line, as a script would. */
const addSystem = (host, file, name, ...before) => {
  const table = join(host.folder, 'systems.csv');
  writeFileSync(table, `Name,Purpose\n${name},Plans the week\n`);
  cairnctl(host, ...before, 'systems', 'import', file, table);
};

const cairnctl = (host, ...args) =>
  execFileSync(join(process.env.CAIRN_TARGET ?? join(root, 'target/debug'), 'cairnctl'), args, {
    env: { ...process.env, CAIRN_CONFIG_DIR: host.folder },
    encoding: 'utf8',
  });

async function create({ page, host }) {
  const file = join(host.folder, 'harbour.cairn');
  await page.getByText('Workspaces you open on this computer are listed here.').waitFor();
  expect(await page.evaluate(() => Object.isFrozen(Object.prototype)), 'Object.prototype can be changed');
  await expectAccessible(page, 'start page without files');
  await pictures(page, 'start-none');
  await page.keyboard.press('Control+n');
  await page.getByLabel('Name of the organisation').fill('Harbour Analytics');
  await page.keyboard.press('Enter');
  // A folder that a cloud service keeps in step is warned of before anything is written there.
  mkdirSync(join(host.folder, 'Dropbox'));
  await host.choose(join(host.folder, 'Dropbox', 'harbour.cairn'));
  await page.getByRole('button', { name: 'Choose a place' }).click();
  await page.getByText('This folder is shared').waitFor();
  await expectAccessible(page, 'place of a new workspace');
  await pictures(page, 'create-shared');
  await host.choose(file);
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByText('This folder is shared').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(FIRST);
  await page.getByLabel('Repeat the passphrase').fill(FIRST);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Your name').fill('Compliance lead');
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await page.getByText(/stones set/).first().waitFor();
  expect(existsSync(file), 'no file');
  return file;
}

async function anotherProgramWrites({ page, host }, file) {
  await page.goto(`${host.address}/#/systems`);
  await page.getByText('Shift planner').waitFor({ state: 'detached' });
  const secret = join(host.folder, 'secret.txt');
  writeFileSync(secret, `${FIRST}\n`);
  addSystem(host, file, 'Shift planner', '--passphrase-file', secret);
  const written = Date.now();
  await page.getByText('Shift planner').first().waitFor({ timeout: 5000 });
  const took = Date.now() - written;
  expect(took <= NOTICED, `another program's write was shown after ${took} ms`);
}

async function settings({ page, host }, file) {
  await page.goto(`${host.address}/#/settings`);
  const section = (name) => page.getByRole('region', { name, exact: true });
  // The backup of the day comes by itself; one more replaces it.
  const backups = section('Backups');
  await backups.getByRole('listitem').first().waitFor({ timeout: 15_000 });
  await backups.getByRole('button', { name: 'Back up now' }).click();
  await page.getByText('Backup written and checked').first().waitFor({ state: 'attached', timeout: 15_000 });
  expect((await backups.getByRole('listitem').count()) === 1, 'two backups of one day');
  // The folder can be changed.
  mkdirSync(join(host.folder, 'elsewhere'));
  await host.choose(join(host.folder, 'elsewhere'));
  await backups.getByRole('button', { name: 'Change' }).click();
  await backups.getByText('There is no backup in this folder yet.').waitFor();
  await backups.getByRole('button', { name: 'Back up now' }).click();
  await backups.getByRole('listitem').first().waitFor();
  expect(readdirSync(join(host.folder, 'elsewhere')).length === 1, 'no backup in the chosen folder');
  await backups.getByRole('button', { name: 'Use the usual folder' }).click();
  await backups.getByRole('listitem').first().waitFor();
  // This device is marked and cannot revoke itself.
  const devices = section('Devices');
  await devices.getByText('This device').waitFor();
  expect((await devices.getByRole('button', { name: /^Revoke/ }).count()) === 0, 'a device could revoke itself');
  await devices.getByRole('button', { name: /^Rename/ }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Laptop of the lead');
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await devices.getByText('Laptop of the lead').waitFor();
  await expectAccessible(page, 'settings');
  await devices.scrollIntoViewIfNeeded();
  await pictures(page, 'settings-devices');
  await backups.scrollIntoViewIfNeeded();
  await pictures(page, 'settings-backups');
  await passphrase({ page }, section('File and passphrase'), file);
}

async function passphrase({ page }, security, file) {
  const before = readFileSync(file);
  await security.getByRole('button', { name: 'Change the passphrase' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Passphrase in use').fill('not the one at all');
  await dialog.getByLabel('Passphrase', { exact: true }).fill(SECOND);
  await dialog.getByLabel('Repeat the passphrase').fill(SECOND);
  await expectAccessible(page, 'changing the passphrase');
  await pictures(page, 'passphrase-change');
  await dialog.getByRole('button', { name: 'Change the passphrase' }).click();
  await dialog.getByText('This is not the passphrase in use.').waitFor();
  expect(before.equals(readFileSync(file)), 'a wrong passphrase changed the file');
  await dialog.getByLabel('Passphrase in use').fill(FIRST);
  await dialog.getByRole('button', { name: 'Change the passphrase' }).click();
  await dialog.waitFor({ state: 'detached', timeout: 20_000 });
  expect(!before.equals(readFileSync(file)), 'the file is as it was');
}

async function close({ page }) {
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Find a record or a command').fill('Close workspace');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Recent workspaces' }).waitFor();
}

async function opening({ page, host }, file) {
  const row = (name) => page.getByRole('button', { name: new RegExp(`^${name}`) });
  await row('Harbour Analytics').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Passphrase', { exact: true }).fill(FIRST);
  await page.keyboard.press('Enter');
  await dialog.getByText('The passphrase does not open this file.').waitFor();
  await expectAccessible(page, 'a wrong passphrase');
  await pictures(page, 'passphrase-wrong');
  await page.keyboard.press('Escape');

  // Something else under the name of a workspace, and one of a newer version.
  const refused = async (path, title) => {
    await host.choose(path);
    await page.keyboard.press('Control+o');
    await page.getByText(title).first().waitFor();
  };
  const notes = join(host.folder, 'notes.cairn');
  writeFileSync(notes, 'some notes of a meeting');
  await refused(notes, 'This file is not a Cairn workspace.');
  const newer = join(host.folder, 'newer.cairn');
  cairnctl(host, 'new', newer, '--organisation', 'Later', '--lead', 'Lead');
  const bytes = readFileSync(newer);
  bytes.writeUInt32BE(99, 60);
  writeFileSync(newer, bytes);
  await refused(newer, 'A newer version of Cairn wrote this file: it has format 99');
  await expectAccessible(page, 'a file that is refused');
  await pictures(page, 'open-refused');

  // A file that another program changed does not open, and its check names what does not fit.
  const damaged = join(host.folder, 'damaged.cairn');
  cairnctl(host, 'new', damaged, '--organisation', 'Changed', '--lead', 'Lead');
  const edit = `import sqlite3, sys
c = sqlite3.connect(sys.argv[1])
c.executescript("DROP TRIGGER entry_update; UPDATE member SET kind = 'ghost'")
c.commit()`;
  execFileSync('python3', ['-c', edit, damaged]);
  await refused(damaged, 'This file is damaged or was changed by another program');
  await page.getByRole('button', { name: 'Check this file' }).click();
  await page.getByText('member', { exact: false }).filter({ hasText: 'was changed outside the trail' }).waitFor();
  await page.getByText(/entry: the schema lacks the trigger entry_update/).waitFor();
  await expectAccessible(page, 'the check of a damaged file');
  await pictures(page, 'open-damaged');

  await row('Harbour Analytics').click();
  await dialog.getByLabel('Passphrase', { exact: true }).fill(SECOND);
  await page.keyboard.press('Enter');
  await page.getByText(/stones set/).first().waitFor();
  expect(statSync(file).size > 0, 'the file is gone');
}

async function copyOfBackup({ page, host }) {
  await page.goto(`${host.address}/#/settings`);
  const backups = page.getByRole('region', { name: 'Backups', exact: true });
  const copy = join(host.folder, 'copy.cairn');
  await host.choose(copy);
  await backups.getByRole('button', { name: /^Open as a copy/ }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Open as a copy' }).click();
  // It was made under the passphrase of before.
  await dialog.getByLabel('Passphrase of that day').fill(SECOND);
  await page.keyboard.press('Enter');
  await dialog.getByText('The passphrase does not open this file.').waitFor();
  await expectAccessible(page, 'opening a backup');
  await pictures(page, 'backup-copy');
  await dialog.getByLabel('Passphrase of that day').fill(FIRST);
  await page.keyboard.press('Enter');
  await page.getByText(/stones set/).first().waitFor({ timeout: 20_000 });
  expect((await host.call('workspace.get')).file.name === 'copy.cairn', 'not the copy');
}

async function writeProtected({ page, host }) {
  const file = join(host.folder, 'plain.cairn');
  cairnctl(host, 'new', file, '--organisation', 'Northgate Lettings', '--lead', 'Lead');
  addSystem(host, file, 'Rent scoring');
  chmodSync(file, 0o444);
  await host.choose(file);
  await page.keyboard.press('Control+o');
  await page.getByText('This file can only be read.').waitFor();
  await page.goto(`${host.address}/#/systems`);
  await page.getByText('Rent scoring').first().waitFor();
  expect((await page.getByRole('button', { name: /^(Add system|New system)/ }).count()) === 0, 'writing is offered');
  await expectAccessible(page, 'a file that can only be read');
  await pictures(page, 'read-only');
}

async function startPage({ page, host }) {
  // Many files: more than a screen, some with dates, one gone.
  for (let n = 0; n < 38; n += 1) {
    copyFileSync(join(host.folder, 'newer.cairn'), join(host.folder, `client-${n}.cairn`));
  }
  const recent = join(host.folder, 'recent.json');
  const list = JSON.parse(readFileSync(recent, 'utf8'));
  const model = list.find((file) => file.path.endsWith('plain.cairn'));
  for (let n = 0; n < 38; n += 1) {
    const date = new Date(Date.now() + (n - 3) * 5 * 86_400_000).toISOString().slice(0, 10);
    list.push({
      ...model,
      path: join(host.folder, `client-${n}.cairn`),
      organisation: n === 1 ? 'Society of the United Harbour, Ferry and Lock Operators of the Northern Coast' : `Client ${n}`,
      encrypted: n % 2 === 0,
      stones: n % 23,
      trail: ['intact', 'not-checked', 'broken'][n % 3],
      standstill: {
        next_due: n % 4 === 3 ? null : { date, title: 'ACT-001 Agree the scope' },
        blockers: n % 5,
        stage1_on: n % 3 === 0 ? '2027-02-01' : null,
        stage2_on: n % 3 === 0 ? '2027-04-12' : null,
      },
    });
  }
  writeFileSync(recent, JSON.stringify(list));
  renameSync(join(host.folder, 'client-0.cairn'), join(host.folder, 'moved.cairn'));
  await page.reload();
  await page.getByText(`${list.length} on this computer`).waitFor();
  await page.getByText('File not found').first().waitFor();
  await expectAccessible(page, 'start page with many files');
  await pictures(page, 'start-many');
  // Found again, with all that is known of it; then taken off the list, by the keyboard alone.
  await host.choose(join(host.folder, 'moved.cairn'));
  const locate = page.getByRole('button', { name: 'Locate Client 0' });
  await locate.focus();
  await page.keyboard.press('Enter');
  await page.getByText(/moved\.cairn/).first().waitFor();
  await page.getByRole('button', { name: 'Take Client 0 off this list' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(`${list.length - 1} on this computer`).waitFor();
  expect(existsSync(join(host.folder, 'moved.cairn')), 'forgetting deleted the file');
}

export default async function flow(bench) {
  const { page, host } = bench;
  const file = await create(bench);
  await anotherProgramWrites(bench, file);
  await settings(bench, file);
  await close(bench);
  await opening(bench, file);
  await copyOfBackup(bench);
  await close(bench);
  await pictures(page, 'start-few');
  await writeProtected(bench);
  await page.goto(`${host.address}/#/overview`);
  await close(bench);
  await startPage(bench);
}
