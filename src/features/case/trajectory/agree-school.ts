import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import { fixedMoments, planOf, schoolConsents, weeksBetween } from '../../../domain/trajectory/school-plan.js';
import { texts } from '../../../texts/index.js';
import { doIt, hasSchool, loadTrajectory, mayDo, trajectorySubject } from './act-on-trajectory.js';
import { headOf } from './trajectory-head.js';

const notBetween = 'none';
const between = [notBetween, ...weeksBetween.map(String)] as const;

const fields = z.object({
  at: z
    .string()
    .nullish()
    .transform((text) => fixedMoments.filter((one) => (text ?? '').split(',').includes(one))),
  every: z.enum(between).catch(notBetween),
  consent: z.enum(schoolConsents, 'consent-missing'),
});

/**
 * Wat hoort de school: at which moments, agreed at the first round table and to be changed later, and whether pupil and parents
 * agree (R14, R15). Nothing is typed; what is usual stands there. Errors: `consent-missing`.
 */
export const agreeSchool = action({
  slug: 'agree-school',
  subject: trajectorySubject,
  fields,
  load: loadTrajectory,
  may: (facts, context) => mayDo(facts, 'agree-school', context),
  form(facts, context, { typed }) {
    const say = texts(context.actor.language);
    const plan = planOf(facts.trajectory, hasSchool(facts));
    const every = plan.everyWeeks === null ? notBetween : String(plan.everyWeeks);
    return {
      ...headOf(facts, context),
      moments: fixedMoments.map((value) => ({ value, title: say(`trajectory.agree-school.moments.${value}`) })),
      weeks: between.map((value) => ({
        value,
        title:
          value === notBetween
            ? say('trajectory.agree-school.not-between')
            : say('trajectory.agree-school.every-weeks', { weeks: Number(value) }),
      })),
      consents: schoolConsents.map((value) => ({ value, title: say(`trajectory.agree-school.consents.${value}`) })),
      noSchool: hasSchool(facts) ? null : say('trajectory.agree-school.no-school'),
      typed: {
        at: typed['at'] ?? plan.at.join(','),
        every: typed['every'] ?? every,
        // Nobody's consent is taken for granted.
        consent: typed['consent'] ?? facts.trajectory.schoolPlan?.consent ?? null,
      },
    };
  },
  decide(facts, { at, every, consent }, context): Outcome | Refusal {
    const plan = { at, everyWeeks: every === notBetween ? null : Number(every), consent };
    const done = doIt(facts, { act: 'agree-school', plan }, context);
    return isRefusal(done) || done.reply === undefined || !('show' in done.reply)
      ? done
      : { ...done, reply: { ...done.reply, note: { key: 'school-agreed' } } };
  },
});
