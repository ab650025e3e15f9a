// The trail of the sample: finding by words, filters in the address, an entry in full, a check, the export, and undo
// and redo by the keys.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible, pictures } from '../bench.mjs';

const expect = (holds, what) => {
  if (!holds) throw new Error(what);
};

export default async function flow({ page, host }) {
  await page.getByText('Explore the sample').click();
  await page
    .getByText(/stones set/)
    .first()
    .waitFor({ timeout: 60_000 });
  await page.goto(`${host.address}/#/trail`);
  await page.getByRole('heading', { name: /Not checked on this computer|Trail intact/ }).waitFor();
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.getByRole('heading', { name: 'Trail intact' }).waitFor({ timeout: 60_000 });
  await expectAccessible(page, 'trail');
  await pictures(page, 'trail');

  // Words find entries; the address keeps them.
  const total = (await host.call('trail.list')).total;
  const find = page.getByLabel('Find in trail');
  await find.fill('included');
  const { found } = await host.call('trail.list', { text: 'included' });
  expect(found > 0 && found < total, `the words find ${found} of ${total}`);
  await page.getByText(`${found} of ${total}`, { exact: true }).waitFor();
  expect(page.url().includes('find=included'), `the address is ${page.url()}`);
  await page.reload();
  await page.getByText(`${found} of ${total}`, { exact: true }).waitFor();
  expect(
    (await page.getByLabel('Find in trail').inputValue()) === 'included',
    'the words are lost on reload',
  );

  // What is shown is written.
  const out = join(host.folder, 'history.pdf');
  await host.choose(out);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'PDF' }).click();
  await page.getByText('history.pdf written').first().waitFor({ timeout: 20_000 });
  expect(existsSync(out) && readFileSync(out).subarray(0, 4).equals(Buffer.from('%PDF')), 'no PDF');

  // Nothing fits: said, with a way back.
  await page.getByLabel('Find in trail').fill('no such words anywhere');
  await page.getByText('No entry fits.').waitFor();
  await page.getByRole('button', { name: 'Show the whole trail' }).click();
  await page.getByText(`${total} of ${total}`, { exact: true }).waitFor();

  // One entry in full.
  const system = (await host.call('system.list')).items[0];
  await host.call('system.update', {
    id: system.id,
    values: { name: 'First name' },
    reason: 'Agreed with the owner',
  });
  await host.call('system.update', { id: system.id, values: { name: 'Second name' } });
  await page
    .getByText('Agreed with the owner')
    .or(page.getByRole('row', { name: /First name/ }))
    .first()
    .click();
  const detail = page.getByRole('complementary', { name: 'Entry', exact: true });
  await detail.getByText('Verified').waitFor();
  await detail.getByText('Agreed with the owner').waitFor();
  await detail.getByText('Signature').waitFor();
  await expectAccessible(page, 'trail with an entry');
  await pictures(page, 'trail-entry');
  await detail.getByRole('button', { name: `History of ${system.code}` }).click();
  await page.getByText(`About ${system.code} Second name`).waitFor();

  // Two steps back, two forward; a step of another kind ends the way forward.
  const name = async () => (await host.call('system.get', { id: system.id })).item.name;
  const becomes = async (wanted) => {
    for (let tries = 0; (await name()) !== wanted; tries += 1) {
      expect(tries < 40, `the name is ${await name()}, not ${wanted}`);
      await page.waitForTimeout(100);
    }
  };
  await page.goto(`${host.address}/#/trail`);
  await page.reload();
  await page.getByRole('heading', { name: /Trail intact/ }).waitFor();
  await host.call('system.update', { id: system.id, values: { name: 'Third name' } });
  await host.call('system.update', { id: system.id, values: { name: 'Fourth name' } });
  await page.getByRole('row', { name: /Fourth name/ }).waitFor();
  await page.getByRole('heading', { name: /Trail intact/ }).click();
  await page.keyboard.press('Control+z');
  await becomes('Third name');
  await page.getByText('Undone:').first().waitFor();
  await page.keyboard.press('Control+z');
  await becomes('Second name');
  await page.getByRole('button', { name: /^Redo/ }).click();
  await becomes('Third name');
  await page.getByText('Done again:').first().waitFor();
  await page.keyboard.press('Control+Shift+z');
  await becomes('Fourth name');
  await page.keyboard.press('Control+y');
  await page.getByText('Nothing of yours to do again').first().waitFor();

  // What was changed since is named, and nothing is taken back.
  const entry = (await host.call('trail.list', { text: 'third name' })).entries.at(-1);
  await page.goto(`${host.address}/#/trail?entry=${entry.n}`);
  await page.getByRole('button', { name: 'Undo this entry' }).click();
  await page
    .getByText(/Changed since then: Title/)
    .first()
    .waitFor();
  await page.reload();
}
