// What is left before a classification can be signed leads to its question; the record by keyboard; a signature undone.
import { expectAccessible, expectSame, newWorkspace } from '../bench.mjs';

export default async function sign({ page, host }) {
  await newWorkspace(host);
  const { id } = await host.call('system.create', {
    name: 'Rota table',
    values: { purpose: 'Prints rotas' },
  });
  const answer = (question, key) =>
    host.call('classification.answer', { system: id, question, answer: [key] });
  await answer('subject', 'neither');
  await answer('failing-elements', 'inference');
  await page.goto(`${host.address}/#/systems`);
  await page.reload();
  await page.getByRole('navigation').first().waitFor();
  await page.goto(`${host.address}/#/classification/${id}?question=review`);
  const title = page.getByRole('heading', { level: 1, name: 'The Act does not apply to Rota table' });
  await title.waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  await expectAccessible(page, 'a record that lacks a reason');

  // The missing reason is one press away; signing by key waits for it.
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: /A written reason is needed/ }).click();
  await page
    .getByRole('textbox', { name: 'Which element is missing, and why' })
    .fill('A fixed table decides; nothing is inferred.');
  await page.getByRole('button', { name: 'Continue' }).click();
  await title.waitFor();

  // Back to the last question and forth again, then signed, all by key.
  await page.keyboard.press('Alt+ArrowLeft');
  await title.waitFor({ state: 'detached' });
  await page.goto(`${host.address}/#/classification/${id}?question=review`);
  await title.waitFor();
  const standing = async () => (await host.call('classification.get', { system: id })).standing;
  expectSame(await standing(), 'draft', 'not signed yet');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Classification of Rota table signed').first().waitFor();
  expectSame(await standing(), 'decided', 'signed');
  await page.getByRole('button', { name: /^Undo/ }).click();
  for (let tries = 0; (await standing()) !== 'draft'; tries += 1) {
    if (tries > 40) throw new Error(`the signature stands: ${await standing()}`);
    await page.waitForTimeout(100);
  }
}
