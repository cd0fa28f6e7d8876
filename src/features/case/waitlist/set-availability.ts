import { z } from 'zod';
import { action, type ActionContext, type Filled } from '../../../contracts/action.js';
import { jobNames } from '../../../contracts/jobs.js';
import type { Due, Outcome, Refusal } from '../../../contracts/outcome.js';
import { matchSoon } from '../../../domain/case/match.js';
import { availabilityOf } from '../../../domain/fit.js';
import type { LocalDate } from '../../../domain/local-date.js';
import { isFullOn, type Service } from '../../../domain/organisation.js';
import { openAgainAt, openAgainKey } from '../../../domain/open-again.js';
import { endOfSchoolYear } from '../../../domain/school-year.js';
import { availabilityWords } from '../../../texts/availability-words.js';
import { texts } from '../../../texts/index.js';
import { mayUseLists, servicesOf } from './list-facts.js';
import { optionalDay } from '../../../contracts/typed-day.js';
import { entry } from '../../../domain/timeline/entries.js';
import { listMoved } from './waitlist-moved.job.js';
import { caseForms } from '../case-forms.js';
import { onlyOne } from '../../../lib/only-one.js';
import { caseViews } from '../case-views.js';

export const availabilityKinds = ['place', 'waitlist', 'full', 'unknown'] as const;
type Kind = (typeof availabilityKinds)[number];
const mostWeeks = 104;

interface AvailabilityFacts {
  /** The services for which the actor acts. */
  readonly services: readonly Service[];
  /** The one that is meant; null as long as it was not chosen. */
  readonly service: Service | null;
  readonly waiting: ReadonlyMap<string, number>;
}

/** Weeks as a person writes them: a whole number from 1; null when empty. Error: `weeks-wrong`. */
const typedWeeks = z
  .union([z.string(), z.number()])
  .optional()
  .transform((text, issues): number | null => {
    const typed = String(text ?? '').trim();
    if (typed === '') return null;
    const weeks = Number(typed.replace(',', '.'));
    if (Number.isInteger(weeks) && weeks >= 1 && weeks <= mostWeeks) return weeks;
    issues.addIssue({ code: 'custom', message: 'weeks-wrong' });
    return null;
  });

/**
 * Beschikbaarheid: what every CLB sees of a service before it starts a referral: place now, a waiting list of so many
 * weeks, full until a day, or not told. Errors: `service-missing`, `kind-missing`, `weeks-missing`, `weeks-wrong`,
 * `date-missing`, `date-unreadable`, `no-such-date`, `date-passed`.
 */
export const setAvailability = action({
  slug: 'set-availability',
  storable: true,
  subject: z.object({ serviceId: z.string().nullish().catch(undefined) }),
  fields: z.object({
    serviceId: z.string({ error: 'service-missing' }).min(1, { error: 'service-missing' }),
    kind: z.enum(availabilityKinds, { error: 'kind-missing' }),
    weeks: typedWeeks,
    fullUntil: optionalDay,
  }),
  async load(read, subject, { actor }): Promise<AvailabilityFacts | Refusal> {
    const services = await servicesOf(read, actor);
    const counts = await read.waitingCounts(services.map(({ id }) => id));
    const service = onlyOne(services) ?? services.find(({ id }) => id === subject.serviceId) ?? null;
    return { services, service, waiting: new Map(counts.map(({ serviceId, count }) => [serviceId, count])) };
  },
  may: ({ services }, { actor }) => mayUseLists(services, actor),
  form: formOf,
  decide(facts, fields, context): Outcome {
    const { service } = facts;
    const error = errorIn(fields, context);
    if (service === null) return again(fields, { serviceId: 'service-missing' });
    if (error !== null) return again(fields, error);
    const next = { ...service, ...stored(service, fields) };
    return {
      changes: [{ put: 'service', row: next }],
      entries: [entry('service', service.id, 'availability-set', { weeks: next.waitWeeks, fullUntil: next.fullUntil })],
      ...followUps(next, context),
      reply: caseViews.availability.shown({ serviceId: service.id }),
    };
  },
});

interface Chosen {
  readonly serviceId: string;
  readonly kind: Kind;
  readonly weeks: number | null;
  readonly fullUntil: LocalDate | null;
}

/** What only counts for the kind that was chosen. */
function errorIn({ kind, weeks, fullUntil }: Chosen, { calendar, now }: ActionContext): Record<string, string> | null {
  if (kind === 'waitlist' && weeks === null) return { weeks: 'weeks-missing' };
  if (kind !== 'full') return null;
  if (fullUntil === null) return { fullUntil: 'date-missing' };
  return fullUntil < calendar.dayOf(now) ? { fullUntil: 'date-passed' } : null;
}

const again = ({ serviceId, kind, weeks, fullUntil }: Chosen, errors: Record<string, string>): Outcome => ({
  reply: caseForms.setAvailability.again(
    { serviceId, kind, weeks: weeks === null ? '' : String(weeks), fullUntil: fullUntil ?? '' },
    errors,
  ),
});

/** A service that is full keeps its estimate for when it opens again. */
function stored(service: Service, { kind, weeks, fullUntil }: Chosen): Pick<Service, 'waitWeeks' | 'fullUntil'> {
  if (kind === 'full') return { waitWeeks: service.waitWeeks, fullUntil };
  return { waitWeeks: kind === 'place' ? 0 : kind === 'waitlist' ? weeks : null, fullUntil: null };
}

/**
 * The list and the posts that tell until when the service is full follow in a job of their own; on the day after the last
 * full day, at nine, the provider is asked whether it is open again (R12).
 */
function followUps(service: Service, { calendar, now }: ActionContext): Pick<Outcome, 'dues' | 'settled'> {
  const moved = listMoved(service.id, now);
  if (service.fullUntil === null) return { dues: [moved, matchSoon(service, now)], settled: [openAgainKey(service)] };
  const ask: Due = {
    key: openAgainKey(service),
    job: jobNames.askOpenAgain,
    subject: { serviceId: service.id },
    at: openAgainAt(service.fullUntil, calendar),
  };
  return { dues: [moved, ask] };
}

function formOf(facts: AvailabilityFacts, { actor: { language }, calendar, now }: ActionContext, { typed }: Filled) {
  const { services, service, waiting } = facts;
  const say = texts(language);
  const today = calendar.dayOf(now);
  const shown = (one: Service): string =>
    availabilityWords(availabilityOf(one, waiting.get(one.id) ?? 0, today), language, today);
  const one = onlyOne(services);
  return {
    title:
      one === null
        ? say('waitlist.set-availability.title')
        : say('waitlist.set-availability.title-of', { service: one.name }),
    present: one === null ? null : say('waitlist.set-availability.present', { availability: shown(one) }),
    services:
      one === null
        ? services.map((each) => ({ title: `${each.name} · ${shown(each)}`, value: each.id as string }))
        : null,
    onlyId: one?.id ?? null,
    backId: service?.id ?? null,
    kinds: availabilityKinds.map((kind) => ({
      title: say(`waitlist.set-availability.kinds.${kind}`),
      value: kind as string,
    })),
    typed: {
      serviceId: typed['serviceId'] ?? service?.id ?? null,
      kind: typed['kind'] ?? (service === null ? null : kindOf(service, today)),
      weeks: typed['weeks'] ?? (service?.waitWeeks ? String(service.waitWeeks) : null),
      fullUntil: typed['fullUntil'] ?? service?.fullUntil ?? endOfSchoolYear(today),
    },
  };
}

/** What was said last; not what the list itself says. */
function kindOf(service: Service, today: LocalDate): Kind {
  if (isFullOn(service, today)) return 'full';
  return service.waitWeeks === null ? 'unknown' : service.waitWeeks === 0 ? 'place' : 'waitlist';
}
