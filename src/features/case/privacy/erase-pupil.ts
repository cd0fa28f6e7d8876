import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import type { CaseChange } from '../../../contracts/case.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import { can } from '../../../domain/case/policy.js';
import { texts } from '../../../texts/index.js';
import { caseSubject, happens, loadCase, type ActFacts, type CaseSubject } from '../act-on-case.js';
import { caseActor } from '../case-actor.js';
import { caseViews } from '../case-views.js';
import { erased, loadTrail, type TrailFacts } from './erased-trail.js';

interface Facts extends ActFacts {
  /** The whole trail; null when something of it still runs, or it was erased before. */
  readonly over: TrailFacts | null;
  readonly isErased: boolean;
}

async function load(read: Read, subject: CaseSubject): Promise<Facts | Refusal> {
  const facts = await loadCase(read, subject);
  if (isRefusal(facts)) return facts;
  const { trailId } = facts.referral;
  return { ...facts, over: await loadTrail(read, trailId, null), isErased: await read.isErased(trailId) };
}

const history = ({ referral }: ActFacts) => caseViews.history.shown({ referralId: referral.id, why: 'desk' });

function may({ referral, over, isErased, ...facts }: Facts, { actor, now }: ActionContext): Refusal | null {
  const verdict = can(caseActor(actor, referral), 'erase', referral, now);
  if ('denied' in verdict && verdict.denied === 'side') return { refused: 'only-desk' };
  const { show: view, with: params } = history({ referral, ...facts });
  return over === null && !isErased ? { refused: 'still-running', show: { view, with: params } } : null;
}

/**
 * Gegevens wissen: on request of the pupil or the guardians, the desk erases everything personal of a trail, after a second press on its
 * form. It cannot be taken back. Pressed again it shows that it was done.
 */
export const erasePupil = action({
  slug: 'erase-pupil',
  subject: caseSubject,
  fields: z.object({}),
  load,
  may,
  form: ({ referral, over }, { actor: { language } }) => {
    const references = (over?.cases ?? [])
      .map((one) => one.referral.reference)
      .filter((one) => one !== referral.reference);
    return {
      referralId: referral.id,
      reference: texts(language)('case.card.reference', { reference: referral.reference }),
      whole:
        references.length === 0
          ? null
          : texts(language)('privacy.erase-pupil.whole', { references: references.join(', ') }),
    };
  },
  decide(facts, _fields, context): Outcome | Refusal {
    const reply = { ...history(facts), note: { key: 'erased' } };
    if (facts.over === null) return { reply };
    const changes: CaseChange[] = [];
    for (const one of facts.over.cases) {
      const change = happens(one, { act: 'erase', why: 'asked' }, context, history(facts));
      if (isRefusal(change)) return change;
      changes.push(change);
    }
    return { ...erased(facts.over, changes), reply };
  },
});
