import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import type { CaseChange, CaseFacts } from '../../../contracts/case.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { Draft } from '../../../domain/draft.js';
import { besideEvents } from '../../../domain/case/beside-place.js';
import type { EventBy } from '../../../domain/case/aggregate.js';
import { event } from '../../../domain/case/events.js';
import type { Referral } from '../../../domain/case/referral.js';
import { isLive } from '../../../domain/case/states.js';
import type { Language } from '../../../domain/language.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { stateWord } from '../../../texts/referral-words.js';
import { caseSubject, happens, loadCase, mayAct, type ActFacts, type Present } from '../act-on-case.js';
import { closedDraft, openDraftOf } from '../referral/closed-draft.js';
import { caseForms } from '../case-forms.js';
import { caseCards } from '../../../domain/case/cards.js';

/** Another referral of the same pupil that still runs. */
interface Other {
  readonly facts: CaseFacts;
  readonly draft: Draft | null;
}

interface ConfirmFacts extends ActFacts {
  readonly others: readonly Other[];
  /** What happens with the others was asked already. */
  readonly asked: boolean;
}

const present = ({ referral }: ActFacts): Present => caseCards.post.shown({ referralId: referral.id });

/** What can happen with the other referrals of a pupil who gets a place. */
export const otherChoices = ['withdraw', 'keep'] as const;

/**
 * Ja, we nemen de plaats: the referrer takes the place that came free (R10, R11). One press; when another referral of the pupil
 * still runs, it is asked first what happens with that one. Error: `others-missing`.
 */
export const confirmPlace = action({
  slug: 'confirm-place',
  subject: caseSubject.extend({ asked: z.literal('yes').nullish() }),
  fields: z.object({
    others: z
      .enum([...otherChoices, ''], { error: 'others-missing' })
      .nullish()
      .transform((others) => (others ? others : null)),
  }),
  async load(read, subject): Promise<ConfirmFacts | Refusal> {
    const facts = await loadCase(read, subject);
    if (isRefusal(facts)) return facts;
    return { ...facts, others: await othersOf(read, facts.trail), asked: subject.asked === 'yes' };
  },
  may: (facts, context) => mayAct(facts, ['confirm-place'], context, present(facts)),
  form({ referral, others, service }, { actor: { language } }, { typed }) {
    const say = texts(language);
    return {
      referralId: referral.id,
      round: referral.round,
      reference: say('case.card.reference', { reference: referral.reference }),
      place: say('waitlist.confirm-place.place', { service: plain(service?.name ?? '') }),
      running: others.map(({ facts }) => ({ line: runningLine(facts, language) })),
      choices: otherChoices.map((value) => ({ title: say(`waitlist.confirm-place.${value}`), value })),
      typed: { others: typed['others'] ?? null },
    };
  },
  decide(facts, { others: chosen }, context): Outcome | Refusal {
    const change = happens(facts, { act: 'confirm-place' }, context, present(facts));
    if (isRefusal(change)) return change;
    if (change.events.length === 0) return { reply: present(facts) };
    if (facts.others.length > 0 && chosen === null) return ask(facts);
    const withdrawn = chosen === 'withdraw' ? withdrawOthers(facts, context) : [];
    if (isRefusal(withdrawn)) return withdrawn;
    const drafts = chosen === 'withdraw' ? facts.others.map(({ draft }) => closedDraft(draft)) : [];
    return {
      cases: [change, ...withdrawn, ...(chosen === 'keep' ? keepOthers(facts, change, context) : [])],
      changes: drafts.flatMap(({ changes }) => changes),
      settled: drafts.flatMap(({ settled }) => settled),
      reply: present(facts),
    };
  },
});

async function othersOf(read: Read, trail: readonly Referral[]): Promise<Other[]> {
  const others: Other[] = [];
  for (const { id } of trail.filter(({ state }) => isLive(state))) {
    const facts = await read.caseOf(id);
    if (facts !== null) others.push({ facts, draft: await openDraftOf(read, facts.referral) });
  }
  return others;
}

/** `2026-0050 bij Zorgboerderij Voorbeeld (op wachtlijst)` */
const runningLine = ({ referral, service }: CaseFacts, language: Language): string =>
  texts(language)('waitlist.confirm-place.running', {
    reference: referral.reference,
    service: plain(service?.name ?? texts(language)('referral.my-referrals.unchosen')),
    state: stateWord(language, referral.state).word.toLowerCase(),
  });

/** Each of the others is withdrawn by its own command, because the pupil is helped here. */
function withdrawOthers(facts: ConfirmFacts, context: ActionContext): CaseChange[] | Refusal {
  const changes: CaseChange[] = [];
  for (const { facts: other } of facts.others) {
    const change = happens(other, { act: 'withdraw', reason: 'elsewhere' }, context, present(facts));
    if (isRefusal(change)) return change;
    changes.push(change);
  }
  return changes;
}

/** They are left as they are: that was answered here, and is not asked again in their own threads. */
const keepOthers = ({ others, referral }: ConfirmFacts, { events }: CaseChange, { now }: ActionContext): CaseChange[] =>
  others.map(({ facts: { referral: other } }) => ({
    id: other.id,
    before: other,
    events: [
      ...besideEvents(other, referral.reference, now),
      ...events.slice(0, 1).map((by) => event('kept-beside', {}, byOf(by))),
    ],
  }));

const byOf = ({ at, side, personId, organisationId }: CaseChange['events'][number]): EventBy => ({
  at,
  side,
  personId,
  organisationId,
});

/** What happens with the others is asked, and asked again when it was left out: never assumed. */
function ask({ referral, asked }: ConfirmFacts): Outcome {
  const { confirmPlace: form } = caseForms;
  const given = { referralId: referral.id, round: referral.round, others: '' } as const;
  return { reply: asked ? form.again(given, { others: 'others-missing' }) : form.opened(given) };
}
