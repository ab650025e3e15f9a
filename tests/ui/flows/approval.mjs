// Sending a document for approval, deciding alone with a reason, recording an approval on paper, versions.
import { join } from 'node:path';
import { expectAccessible } from '../bench.mjs';

const shot = (page, name) =>
  process.env.CAIRN_FLOW_SHOTS
    ? page.screenshot({ path: join(process.env.CAIRN_FLOW_SHOTS, `approval-${name}.png`) })
    : undefined;

export default async function flow({ page, host }) {
  // In the sample one version of the scope is approved on paper and the register waits.
  await page.getByText('Explore the sample').click();
  await page
    .getByText(/stones set/)
    .first()
    .waitFor({ timeout: 60_000 });
  await page.getByRole('link', { name: 'Approvals' }).click();
  await page.getByRole('heading', { name: 'AI system register, version 1' }).waitFor();
  await expectAccessible(page, 'a waiting request');
  await shot(page, 'waiting');
  await page.getByRole('radio', { name: /^Decided/ }).click();
  await page.getByRole('heading', { name: /^Scope of the AI management system/ }).waitFor();
  await page.getByText('Managing director', { exact: false }).first().waitFor();
  await expectAccessible(page, 'a decided request');
  await shot(page, 'decided');

  // The scope changes: version 1 stays in force, and the new sentence is a draft.
  await page.goto(`${host.address}/#/organisation`);
  await page.getByText(/^Version 1 is in force since/).waitFor();
  const scope = page.getByLabel('Scope statement');
  await scope.fill('Everything we build and use, in Hamburg, Porto and Riga.');
  await scope.blur();
  await page.getByText(/^Changed since version 1/).waitFor();
  await shot(page, 'changed');
  await page.getByRole('button', { name: 'Send for approval' }).click();
  await page.getByRole('dialog').getByLabel('What changed and why').fill('Riga opens in January.');
  await expectAccessible(page, 'sending for approval');
  await shot(page, 'send');
  await page.getByRole('dialog').getByRole('button', { name: 'Send for approval' }).click();
  await page.getByText(/^Version 2 waits for/).waitFor();
  await page.getByRole('button', { name: 'Open the request' }).click();
  await page.getByText('One change since version 1.').waitFor();
  await page.getByText('Riga opens in January.').waitFor();
  await shot(page, 'change');

  // Somebody else may approve, so the requester cannot, but may record the page they signed.
  if (await page.getByRole('button', { name: 'Approve', exact: true }).count())
    throw new Error('own request');
  await page.getByRole('button', { name: 'Record an approval on paper' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Who signed').fill('Managing director');
  await dialog.getByLabel('Or where it can be seen').fill('Archive, page 12');
  await expectAccessible(page, 'recording an approval on paper');
  // The paper may be here already: it is chosen, seen, given up again, and chosen.
  for (let turn = 0; turn < 2; turn += 1) {
    await dialog.getByRole('button', { name: 'Use existing evidence' }).click();
    await page.getByRole('dialog', { name: 'Use existing evidence' }).getByLabel('Find evidence').fill('EV-');
    if (turn === 0) await expectAccessible(page, 'choosing the paper');
    await page
      .getByRole('dialog', { name: 'Use existing evidence' })
      .getByRole('button', { name: /^EV-/ })
      .first()
      .click();
    await shot(page, 'paper');
    if (turn === 0) await dialog.getByRole('button', { name: 'Choose something else' }).click();
  }
  const pieces = (await host.call('evidence.list', {})).items.length;
  await dialog.getByRole('button', { name: 'Record', exact: true }).click();
  await page
    .getByText(/^Recorded the approval of/)
    .first()
    .waitFor();
  const after = (await host.call('evidence.list', {})).items.length;
  if (after !== pieces) throw new Error('existing evidence was kept a second time');
  await page.goto(`${host.address}/#/organisation`);
  await page.getByText(/^Version 2 is in force since/).waitFor();
  await page.getByRole('button', { name: 'Versions' }).click();
  await page.getByRole('dialog').getByText('Superseded').waitFor();
  await expectAccessible(page, 'the versions of a document');
  await shot(page, 'versions');

  // A statement with open rows says what is missing instead of being sent.
  await page.goto(`${host.address}/#/soa`);
  await page.getByRole('button', { name: 'Send for approval' }).click();
  await page.getByText(/controls are not complete/).waitFor();
  await shot(page, 'blocked');
}
