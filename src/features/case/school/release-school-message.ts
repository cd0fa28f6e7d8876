import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import type { Outcome, Refusal } from '../../../contracts/outcome.js';
import { schoolCards, schoolForms } from '../../../domain/trajectory/cards.js';
import { isConsented } from '../../../domain/trajectory/decide-school.js';
import { texts } from '../../../texts/index.js';
import { hasSchool } from '../trajectory/act-on-trajectory.js';
import { headOf } from '../trajectory/trajectory-head.js';
import { doMessage, loadMessage, mayDoMessage, onMessage, schoolSubject, schoolWords } from './school-facts.js';

/**
 * Vrijgeven: the CLB releases the message as it left it, once pupil and parents agree (R14); then it has the text to copy or mail.
 * Its own form only says what is wrong and keeps what was typed. Errors: `missing`, `too-long`, `consent-missing`.
 */
export const releaseSchoolMessage = action({
  slug: 'release-school-message',
  opensPersonal: true,
  subject: schoolSubject,
  fields: z.object({
    text: schoolWords,
    consent: z
      .string()
      .nullish()
      .transform((ticked) => ticked === 'true'),
  }),
  load: loadMessage,
  may: (facts, context) => mayDoMessage(facts, 'release-school', context),
  form: (facts, context, { typed }) => ({
    ...headOf(facts, context),
    number: facts.message.number,
    askConsent: isConsented(facts.trajectory, hasSchool(facts))
      ? null
      : texts(context.actor.language)('school.opened-school-message.consent'),
    typed: { text: typed['text'] ?? null, consent: typed['consent'] ?? 'false' },
  }),
  decide(facts, { text, consent }, context): Outcome | Refusal {
    if (!consent && !isConsented(facts.trajectory, hasSchool(facts)))
      return { reply: schoolForms.release.again(onMessage(facts), { consent: 'consent-missing' }) };
    const { number } = facts.message;
    const command = { act: 'release-school', number, text, consented: consent } as const;
    return doMessage(facts, command, context, schoolCards.opened.shown(onMessage(facts)));
  },
});
