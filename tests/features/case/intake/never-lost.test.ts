import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '../../../../src/contracts/outcome.js';
import { intakeSteps } from '../../../../src/domain/draft.js';
import { languages } from '../../../../src/domain/language.js';
import { inputsOf, intakeForms, mergeTyped, readForm, type IntakeForm } from '../../../../src/domain/intake/index.js';
import { draftPost } from '../../../../src/features/case/intake/draft-post.js';
import { intakeForm } from '../../../../src/features/case/intake/intake-form.js';
import { intake } from '../../../../src/features/case/intake/index.js';
import { wordsIn } from '../../../../src/features/case/intake/questions-shown.js';
import { sendReferral } from '../../../../src/features/case/intake/send-referral.js';
import { startIntake } from '../../../../src/features/case/intake/start-intake.js';
import { loadCards } from '../../../../src/platform/teams/cards/load-cards.js';
import { sectionOf } from '../../../../src/texts/index.js';
import { FeatureStage } from '../../../support/feature-stage.js';
import { ordinary } from './intakes.js';
import { IntakeWorld } from './world.js';

let stage: FeatureStage;
let world: IntakeWorld;
beforeAll(async () => {
  stage = await FeatureStage.open();
});
afterAll(() => stage.close());
beforeEach(async () => {
  world = await IntakeWorld.on(stage);
});

const actions = new Map(intake.actions.map((action) => [action.slug, action]));
const views = new Map(intake.views.map((view) => [view.slug, view]));
const cards = loadCards('cards');

const likely = fc.constantFrom(
  ...['', 'yes', 'no', 'pupil', 'group', 'to-ask', 'not-applicable', 'desk', 'VBO', 'outside', 'Leuven', 'Hofstade'],
  ...['9/3/2012', 'bso', 'none', 'extended-care', 'social,personal', '18', '0470 12 34 56', '${x}', '**a**', '\u202e'],
);
const value = fc.oneof(likely, fc.string(), fc.string({ unit: 'binary' }));

/** A press in a form: "Verder", "Terug" or "Later verder", with all its text inputs filled with anything. */
const press = fc.constantFrom(...intakeForms).chain((form) =>
  fc.record({
    form: fc.constant(form),
    how: fc.constantFrom('next' as const, 'back' as const, 'save' as const),
    to: fc.constantFrom(...intakeSteps),
    fields: fc.record(
      Object.fromEntries(
        inputsOf(form)
          .filter((id) => !id.endsWith('Choice'))
          .map((id) => [id, value] as const),
      ),
    ),
  }),
);

type Press = typeof press extends fc.Arbitrary<infer One> ? One : never;

async function pressed(draftId: string, one: Press) {
  const data = { draftId, from: one.form, step: one.to, ...one.fields };
  const slug = { next: one.form, back: 'go-to-step', save: 'save-draft' }[one.how];
  return world.press(actions.get(slug)!, data);
}

/** The card of the answer, drawn by the real templates. */
async function draw(outcome: Awaited<ReturnType<typeof pressed>>): Promise<void> {
  if (isRefusal(outcome) || !outcome.reply || 'nothing' in outcome.reply) return;
  const { reply } = outcome;
  const [slug, data] =
    'form' in reply
      ? [reply.form, await world.form(actions.get(reply.form)!, reply.with)]
      : [reply.show, await world.see(views.get(reply.show)!, reply.with)];
  cards.render(slug, { root: data ?? {}, host: sectionOf('nl', 'intake', slug) });
}

describe('nothing typed is ever lost', () => {
  test('whatever is typed, in any order, back and forth', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(press, { maxLength: 12 }), async (presses) => {
        world = await IntakeWorld.on(stage);
        await world.addService();
        const { id } = await world.addDraft();
        const last: Record<string, string> = {};
        for (const one of presses) {
          const outcome = await pressed(id, one);
          expect(isRefusal(outcome)).toBe(false);
          Object.assign(last, one.fields);
          expect((await world.draft(id)).typed).toMatchObject(last);
          await draw(outcome);
        }
        expect(isRefusal(await world.press(sendReferral, { draftId: id }))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test('every parser answers to anything, with codes that have a sentence in each language', () => {
    fc.assert(
      fc.property(fc.constantFrom(...intakeForms), fc.dictionary(value, value), press, (form, noise, { fields }) => {
        const read = readForm(form, { ...noise, ...(fields as Record<string, string>) }, '2026-11-16');
        if (read.ok) return;
        for (const [field, code] of Object.entries(read.errors)) {
          expect(inputsOf(form)).toContain(field);
          for (const language of languages) expect(wordsIn(form, `errors.${code}`, language)).not.toBeNull();
        }
      }),
      { numRuns: 500 },
    );
  });

  test('two devices in two steps do not wipe each other’s fields', () => {
    const one = mergeTyped({}, 'describe-pupil', ordinary['describe-pupil']);
    const both = mergeTyped(one, 'describe-question', ordinary['describe-question']);
    expect(both).toEqual({ ...ordinary['describe-pupil'], ...ordinary['describe-question'] });
  });
});

test('an ordinary pupil: six presses from “aanmelden” to “verzenden”', async () => {
  await world.addService();
  let presses = 1;
  await world.press(startIntake, {}, null);
  const { id: draftId } = await world.draft();
  const [form] = (await world.stored(draftPost, { draftId }))?.['form'] as object[];
  expect(form).toMatchObject({ draftId });
  let reply: Awaited<ReturnType<IntakeWorld['press']>> = { reply: intakeForm('describe-pupil').opened({ draftId }) };
  const filled: Partial<Record<IntakeForm, object>> = ordinary;
  for (; 'reply' in reply && reply.reply && 'form' in reply.reply;) {
    const slug = reply.reply.form as IntakeForm;
    reply = await world.press(actions.get(slug)!, { draftId, ...filled[slug] });
    presses += 1;
  }
  expect(reply).toMatchObject({ reply: { show: 'review-referral' } });
  expect(await world.press(sendReferral, { draftId })).toMatchObject({ reply: { show: 'draft-post' } });
  expect(presses + 1).toBe(5);
});
