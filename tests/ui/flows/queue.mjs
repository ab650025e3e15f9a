// Many systems: the queue by keyboard, an answer taken from a similar system, evidence for an answer; screening; what may be there already.
import { expectAccessible, expectSame, newWorkspace, pictures } from '../bench.mjs';

const NAMES = ['Invoice reader', 'Invoice reader north', 'Payroll script'];

async function prepare(host) {
  await newWorkspace(host);
  const ids = [];
  for (const name of NAMES) {
    const { id } = await host.call('system.create', { name, values: { supplier: 'Acme' } });
    ids.push(id);
  }
  const first = { system: ids[0], question: 'subject' };
  await host.call('classification.answer', {
    ...first,
    answer: ['ai-system'],
    notes: { subject: 'It learns.' },
  });
  return ids;
}

/** Signs a system as a practice that the amendment of 2026 prohibits. */
async function decide(host, system) {
  const rules = await host.call('rulepack.get', { id: 'eu-ai-act' });
  const chosen = { subject: 'ai-system', roles: 'provider', reach: 'eu-market', 'art-5-1-ba': 'yes' };
  for (const { id, answers } of rules.questions) {
    const keys = answers.map((answer) => answer.key);
    const key = chosen[id] ?? keys.find((one) => one === 'no' || one === 'none') ?? keys[0];
    if (id !== 'failing-elements')
      await host.call('classification.answer', { system, question: id, answer: [key] });
  }
  await host.call('classification.decide', { system });
}

export default async function queue({ page, host }) {
  const ids = await prepare(host);
  await page.reload();
  await page.getByRole('navigation').first().waitFor();
  await page.goto(`${host.address}/#/classification`);
  await page.getByRole('button', { name: 'Classify next' }).click();
  // The draft comes first; the queue goes on by key and says where one is.
  await page.getByText('0 of 3 decided').waitFor();
  await page.getByRole('link', { name: 'Classification' }).first().waitFor();
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByText('Answer for Invoice reader north.').waitFor();
  const offered = page.getByRole('region', { name: 'How similar systems were answered' });
  await offered.getByText('same vendor').waitFor();
  await expectAccessible(page, 'a question with a similar answer');
  await pictures(page, 'queue-similar');
  await offered.getByRole('button', { name: 'Take this answer' }).click();
  await page.locator('form [aria-checked="true"]').first().waitFor();
  await page.getByLabel('Reason for your answer').waitFor();
  const taken = await host.call('classification.get', { system: ids[1] });
  expectSame(taken.answers.answers.subject, 'ai-system', 'the answer taken over');
  const page1 = await host.call('trail.list', { offset: 0, limit: 1 });
  if (!page1.entries[0].what.endsWith('taken over from AI-001 Invoice reader'))
    throw new Error(page1.entries[0].what);

  // Evidence for this answer: where it can be seen.
  await page.getByRole('button', { name: 'Add evidence' }).click();
  await page.getByRole('menuitem', { name: 'Note a reference' }).click();
  await page.getByRole('dialog').getByLabel('Where it can be seen').fill('Contract 2026-14, annex 2');
  await page.getByRole('dialog').getByRole('button').last().click();
  await page.getByText('EV-001 Contract 2026-14, annex 2').waitFor();
  await expectAccessible(page, 'an answer with evidence');
  await pictures(page, 'queue-evidence');

  // Skipping goes round; leaving goes back to the list.
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByText('Answer for Payroll script.').waitFor();
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByText('Answer for Invoice reader.').waitFor();
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await page.getByText('0 of 3 systems classified').waitFor();

  // Other rules: their own list, questions and decision.
  await page.getByLabel('Rules').selectOption('gdpr');
  await page.getByText('0 of 3 systems classified').waitFor();
  await page.getByRole('button', { name: 'Classify next' }).click();
  await page.getByRole('heading', { level: 1, name: 'Does the system work with personal data?' }).waitFor();
  await expectAccessible(page, 'a GDPR question');
  await pictures(page, 'queue-gdpr');
  await page.keyboard.press('4');
  await page.locator('form [aria-checked="true"]').first().waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { level: 1, name: 'Invoice reader: Out of scope' }).waitFor();
  await page.getByRole('button', { name: 'Sign decision' }).click();
  // After the signature the queue goes on by itself.
  await page.getByText('1 of 3 decided').waitFor();
  await page.getByText('Answer for Invoice reader north.').waitFor();
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await page.getByText('1 of 3 systems classified').waitFor();
  await page.getByLabel('Rules').selectOption('eu-ai-act');

  // What another version of the rules would change.
  await decide(host, ids[2]);
  await page.getByRole('button', { name: 'Other rules' }).click();
  await page.getByLabel('Version of the rules').selectOption({ index: 1 });
  await page.getByText('One signed decision looked at.').waitFor();
  await page
    .getByRole('row', { name: /Payroll script/ })
    .getByText('Minimal')
    .waitFor();
  await page.getByRole('row', { name: /Payroll script/ }).click();
  await page
    .getByText(/No longer a duty|New duty|No longer:/)
    .first()
    .waitFor();
  await expectAccessible(page, 'what other rules would change');
  await pictures(page, 'queue-changes');

  // Screening: every source is judged, then the level stands beside the tier.
  await page.goto(`${host.address}/#/systems?open=${ids[2]}&tab=screening`);
  await page.getByRole('tab', { name: 'Screening' }).waitFor();
  const sources = page.getByRole('radiogroup').filter({ hasText: 'Medium' });
  await sources.first().waitFor();
  const count = await sources.count();
  expectSame(count, 7, 'sources');
  for (let at = 0; at < count; at += 1) {
    await sources
      .nth(at)
      .getByRole('radio', { name: at < 2 ? 'High' : 'Low' })
      .click();
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Screening saved').first().waitFor();
  await expectAccessible(page, 'screening');
  await pictures(page, 'screening');
  const listed = await host.call('system.get', { id: ids[2] });
  expectSame([listed.item.screening, listed.item.tier], ['high', 'prohibited'], 'screening beside the tier');

  // A new entry is told what it may already be.
  await page.goto(`${host.address}/#/systems`);
  await page.getByRole('button', { name: 'Add AI system' }).click();
  await page.getByRole('dialog').getByRole('textbox').first().fill('invoice reader');
  await page.getByText('This may be in the register already').waitFor();
  await expectAccessible(page, 'a new entry that is there already');
  await pictures(page, 'system-like');
  await page.getByRole('dialog').getByRole('button', { name: 'AI-001 Invoice reader' }).click();
  await page.getByRole('heading', { name: 'Invoice reader' }).first().waitFor();
}
