import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import { requiredDay } from '../../../contracts/typed-day.js';
import { trajectoryForms } from '../../../domain/trajectory/cards.js';
import { handovers, trajectoryOutcomes } from '../../../domain/codes.js';
import { codeWord } from '../../../texts/referral-words.js';
import { happens } from '../act-on-case.js';
import { doIt, loadTrajectory, mayDo, present, trajectorySubject, type ActingOn } from './act-on-trajectory.js';
import { headOf, onCard } from './trajectory-head.js';

const fields = z.object({
  on: requiredDay,
  outcome: z.enum(trajectoryOutcomes, 'outcome-missing'),
  handover: z.enum(handovers).nullable().catch(null),
});
type Typed = z.output<typeof fields>;

/**
 * Afsluiten, with its outcome (R13, R15) and, where the pupil is handed over warmly, to what kind of service. The referral ends
 * with it, so that its place is free. Errors: `date-to-come`, `date-too-early`, `outcome-missing`, `handover-missing`.
 */
export const closeTrajectory = action({
  slug: 'close-trajectory',
  subject: trajectorySubject,
  fields,
  load: loadTrajectory,
  may: (facts, context) => mayDo(facts, 'close', context),
  form(facts, context, { typed }) {
    const word = (list: string) => (value: string) => ({
      title: codeWord(context.actor.language, list, value),
      value,
    });
    return {
      ...headOf(facts, context),
      outcomes: trajectoryOutcomes.map(word('trajectory-outcome')),
      handovers: handovers.map(word('handover')),
      typed: {
        on: typed['on'] ?? context.calendar.dayOf(context.now),
        outcome: typed['outcome'] ?? null,
        handover: typed['handover'] ?? null,
      },
    };
  },
  decide(facts, typed, context): Outcome | Refusal {
    const errors = wrongWith(typed, facts, context);
    if (errors !== null) return { reply: trajectoryForms.close.again(onCard(facts), errors) };
    const done = doIt(facts, { act: 'close', ...typed }, context);
    if (isRefusal(done) || done.trajectories === undefined) return done;
    const change = happens(facts, { act: 'complete', outcome: typed.outcome }, context, present(facts));
    return isRefusal(change) ? change : { ...done, cases: [change] };
  },
});

function wrongWith(
  { on, outcome, handover }: Typed,
  { trajectory }: ActingOn,
  { calendar, now }: ActionContext,
): Readonly<Record<string, string>> | null {
  if (on > calendar.dayOf(now)) return { on: 'date-to-come' };
  if (trajectory.startedOn !== null && on < trajectory.startedOn) return { on: 'date-too-early' };
  return outcome === 'warm-handover' && handover === null ? { handover: 'handover-missing' } : null;
}
