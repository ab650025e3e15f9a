// The main job's first half: the real inventory goes in through the screen, and one undo takes it out again.
import { join } from 'node:path';
import { expectAccessible, samples } from '../bench.mjs';

export default async function flow({ page, host }) {
  await host.choose(join(host.folder, 'harbour.cairn'));
  const place = await host.dialog();
  await host.call('workspace.create', {
    organisation: 'Harbour Analytics', file: place.token, passphrase: null, name: 'Compliance lead',
    jobTitle: null, affiliation: 'staff', approver: true,
  });
  await page.reload();
  await page.getByRole('button', { name: 'Library and exchange' }).click();
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await expectAccessible(page, 'import, no file yet');
  await host.choose(join(samples, 'us-federal-ai-inventory-2025.xlsx'));
  await page.getByRole('main').getByRole('button', { name: 'Choose a file' }).click();
  await page.getByText('3,611', { exact: true }).first().waitFor({ timeout: 30_000 });
  await page.getByText(/names no day/).first().waitFor();
  await expectAccessible(page, 'import, dry run');
  if (process.env.CAIRN_FLOW_SHOTS) await page.screenshot({ path: join(process.env.CAIRN_FLOW_SHOTS, 'import.png') });
  await page.getByRole('button', { name: 'Import 3,611 systems' }).click();
  await page.getByText('3,611 created, 0 updated').first().waitFor({ timeout: 60_000 });
  const listed = await host.call('system.list', { limit: 1 });
  if (listed.total !== 3611) throw new Error(`${listed.total} systems after the import`);
  await page.getByRole('button', { name: /Undo/ }).click();
  await page.waitForTimeout(500);
  for (let tries = 0; (await host.call('system.list', { limit: 1 })).total !== 0; tries += 1) {
    if (tries > 60) throw new Error('the undo did not take the import back');
    await page.waitForTimeout(250);
  }
}
