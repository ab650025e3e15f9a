// One system from the queue through the wizard to a signed decision, and again.
import { expectAccessible, newWorkspace } from '../bench.mjs';

const NAME = 'Shortlist Assist';

/** Digit of each answer, by question; where nothing is said the last but one, which is "no" or "none". */
const CHOICES = {
  subject: '1',
  roles: '1',
  reach: '1',
  'annex-iii-4': '1',
  profiling: '1',
  'market-date': '4',
};

async function createWorkspace(host) {
  await newWorkspace(host);
  return host.call('system.create', { name: NAME });
}

const asked = (page) =>
  new URL(page.url().replace('/#/', '/')).searchParams.get('question')?.replaceAll('"', '');

/** Answers the question on the screen with keys alone and waits for the next one. */
async function answer(page) {
  const question = asked(page);
  const cards = page.locator('form [role="radio"], form [role="checkbox"]');
  const digit = CHOICES[question];
  const heading = page.getByRole('heading', { level: 1 });
  const before = await heading.textContent();
  if (digit === undefined) await cards.nth((await cards.count()) - 2).click();
  else await page.keyboard.press(digit);
  await page.locator('form [aria-checked="true"]').first().waitFor();
  // Focus leaves the card, so that Enter goes on.
  await page.keyboard.press('Enter');
  await page.waitForFunction((text) => document.querySelector('h1')?.textContent !== text, before);
  return question;
}

export default async function ({ page, host, shot = async () => {} }) {
  const { id } = await createWorkspace(host);
  await page.reload();
  await page.getByRole('main').getByText(NAME).waitFor();
  await page.evaluate(() => {
    location.hash = '#/classification';
  });
  await page.getByRole('heading', { name: 'Classification', level: 1 }).waitFor();
  await page.getByText('0 of 1 systems classified').waitFor();
  await expectAccessible(page, 'queue of classifications');
  await shot('list');

  await page.getByRole('button', { name: 'Classify next' }).click();
  await page.getByRole('heading', { level: 1, name: /^Is this an AI system/ }).waitFor();
  await expectAccessible(page, 'first question');
  await shot('wizard-first');
  if (await page.getByRole('button', { name: 'Continue' }).isEnabled())
    throw new Error('one can go on unanswered');

  const seen = [];
  while (asked(page) !== 'review') {
    const question = asked(page);
    if (seen.includes(question)) throw new Error(`${question} was put twice`);
    if (seen.length > 60) throw new Error('the questions do not end');
    if (question === 'annex-iii-4') {
      await page.keyboard.press('1');
      await page.getByText('of which').waitFor();
      await page.getByLabel('Reason for your answer').fill('Ranks incoming applications by fit score.');
      await page.getByRole('heading', { level: 1 }).click();
      await shot('wizard');
      await expectAccessible(page, 'question with answer');
      await page.keyboard.press('1');
    }
    if (question === 'art-5-1-h') {
      // One reason for "no" to all ten prohibited practices; without it nobody can sign.
      await page.locator('form [role="radio"]').nth(2).click();
      await page
        .getByLabel('Why none of the ten practices is prohibited here')
        .fill('It ranks written applications.');
      await page.getByRole('heading', { level: 1 }).click();
    }
    seen.push(await answer(page));
  }
  if (seen.length < 25) throw new Error(`only ${seen.length} questions were put`);

  await page.getByRole('heading', { level: 1, name: `${NAME} is high-risk` }).waitFor();
  await shot('record-draft');
  await expectAccessible(page, 'decision before signing');
  await page.getByText('Ranks incoming applications by fit score.').waitFor();
  await page.getByRole('button', { name: 'Sign decision' }).click();
  await page.getByText(`Classification of ${NAME} signed`).first().waitFor();
  await page.getByText('DEC-001').first().waitFor();
  await shot('record-signed');
  await expectAccessible(page, 'signed decision');

  const stored = await host.call('classification.get', { system: id });
  if (stored.standing !== 'decided' || stored.result.tier.id !== 'high')
    throw new Error('not decided as high');

  // Again: another answer, and an open question cannot be signed.
  await page.getByRole('button', { name: 'Classify again' }).click();
  await page.getByRole('heading', { level: 1, name: /^Is this an AI system/ }).waitFor();
  await host.call('classification.answer', { system: id, question: 'profiling', answer: ['unknown'] });
  // What nobody knows yet becomes an action for who finds out.
  await page.goto(`${host.address}/#/classification/${id}?question=profiling`);
  await page.getByRole('button', { name: 'Make an action' }).click();
  await expectAccessible(page, 'an action to find out');
  await page.getByRole('dialog').getByLabel('Who finds out').selectOption({ label: 'Compliance lead' });
  await page.getByRole('dialog').getByRole('button', { name: 'Make an action' }).click();
  await page.getByText('ACT-001 with Compliance lead').waitFor();
  await shot('unknown');
  await page.goto(`${host.address}/#/classification/${id}?question=review`);
  await page.getByText('1 question is open or not sure.').waitFor();
  if (await page.getByRole('button', { name: 'Sign decision' }).isEnabled())
    throw new Error('it can be signed');
  await shot('record-open');
  await expectAccessible(page, 'decision that cannot be signed');
  await page.getByRole('button', { name: 'Throw the draft away' }).click();
  await page.getByText('Draft thrown away').first().waitFor();
  await page.getByRole('heading', { level: 1, name: `${NAME} is high-risk` }).waitFor();
  await page.getByRole('link', { name: 'Classification' }).last().click();
  await page.getByText('1 of 1 systems classified').waitFor();
  await shot('list-done');
}
