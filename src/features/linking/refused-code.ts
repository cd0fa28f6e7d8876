import type { ActionContext } from '../../contracts/action.js';
import type { Notice, Outcome, Reply } from '../../contracts/outcome.js';
import type { Organisation, RefusedCode } from '../../domain/organisation.js';
import { linkingCards } from './linking-cards.js';
import { linkingForms } from './linking-forms.js';
import { postKey } from '../../domain/reference-to.js';
import { startCards } from '../../contracts/start-cards.js';

const hourMs = 3_600_000;
/** Wrong codes in an hour after which somebody has to wait; and all people together, for who has many names. */
const triesPerPerson = 5;
const triesOfAll = 20;
/** The desk hears of it when one person has come so far, or all together this far. */
const toldFrom = 10;

/** Codes that were refused in the last hour. */
export interface Tries {
  readonly own: number;
  readonly all: number;
}

export const anHourBefore = (now: Date): Date => new Date(now.getTime() - hourMs);

export const tooMany = ({ own, all }: Tries): boolean => own >= triesPerPerson || all >= triesOfAll;

type Sentence = 'code-wrong' | 'code-other-tenant' | 'code-needs-channel';

/** A press gets the form back with the sentence at its field; typed words get the sentence. */
export const saidOfCode = (code: Sentence, { actor, messageId }: ActionContext): Reply =>
  messageId === null
    ? startCards.refusal.shown({ code, values: {}, language: actor.language })
    : linkingForms.link.again({}, { code });

/** A refused code is stored, so that it counts. The desk is told of many, and of one that came from another tenant. */
export function refuseCode(
  why: RefusedCode,
  { own, all }: Tries,
  desk: Pick<Organisation, 'id'> | undefined,
  context: ActionContext,
): Outcome {
  const day = context.calendar.dayOf(context.now);
  const key = postKey(`codes-refused:${day}`);
  const telling = why === 'elsewhere' || own + 1 >= triesPerPerson || all + 1 >= toldFrom;
  const notices: Notice[] =
    telling && desk !== undefined
      ? [{ key, ...linkingCards.codesRefused.with({ day }), to: { organisation: desk.id } }]
      : [];
  return {
    changes: [{ put: 'linkAttempt', row: { personId: context.actor.person.id, why } }],
    notices,
    refresh: [key],
    reply: saidOfCode(why === 'elsewhere' ? 'code-other-tenant' : 'code-wrong', context),
  };
}
