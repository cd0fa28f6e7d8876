import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import type { ServiceListLine } from '../../../contracts/case-lists.js';
import type { Outcome, Refusal } from '../../../contracts/outcome.js';
import { optionalDay } from '../../../contracts/typed-day.js';
import type { Referral } from '../../../domain/case/referral.js';
import type { LocalDate } from '../../../domain/local-date.js';
import type { Service } from '../../../domain/organisation.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { aboutWhom } from '../../../texts/referral-words.js';
import { changesOf } from '../list-changes.js';
import { lookedThrough } from './confirm-list.js';
import { listCards, listForms } from './list-cards.js';
import { askedOn, maySeeService, serviceId } from './list-facts.js';

/** So many fit in one card; whoever stands further is moved on the card of the referral itself, which the form says. */
const mostRows = 20;

interface StartsFacts {
  readonly service: Service;
  readonly line: ServiceListLine | null;
  readonly on: LocalDate;
  /** In order. */
  readonly rows: readonly Referral[];
  readonly more: number;
}

const inputOf = ({ id }: Referral): string => `start-${id}`;

/**
 * Starts wijzigen: the expected start of everybody on the list, looked through in one submit; the referrer of each that moved
 * is told (R11). Errors: `date-unreadable`, `no-such-date`, `date-passed`.
 */
export const moveStarts = action({
  slug: 'move-starts',
  subject: z.object({ serviceId, on: askedOn }),
  fields: z.record(z.string(), z.unknown()),
  async load(read, { serviceId: id, on }): Promise<StartsFacts | Refusal> {
    const service = await read.service(id);
    if (service === null) return { refused: 'not-found' };
    const [line] = await read.serviceLists(id);
    const { rows, count } = await read.waitingPage(id, { offset: 0, limit: mostRows });
    const waiting = rows.filter(({ state }) => state === 'waitlisted');
    return { service, line: line ?? null, on, rows: waiting, more: Math.max(0, count - mostRows) };
  },
  may: ({ service }, { actor }) => maySeeService(service, actor),
  form({ service, on, rows, more }, { actor: { language } }, { typed, errors }) {
    const say = texts(language);
    return {
      serviceId: service.id,
      on,
      service: plain(service.name),
      rows: rows.map((one, index) => ({
        id: inputOf(one),
        label: `${index + 1} · ${one.reference} · ${aboutWhom(one, language)}`,
        value: typed[inputOf(one)] ?? one.expectedStartOn,
        error: errors[inputOf(one)] ?? null,
      })),
      more: more === 0 ? null : say('waitlist.move-starts.more', { count: more }),
    };
  },
  decide(facts, fields, context): Outcome {
    const { service, line, on, rows } = facts;
    const typed = rows.map((one) => ({ one, ...readDay(one, fields[inputOf(one)], context) }));
    const wrong = typed.filter(({ error }) => error !== null);
    if (wrong.length > 0)
      return { reply: listForms.starts.again({ ...textsIn(fields), serviceId: service.id, on }, errorsOf(wrong)) };
    return {
      cases: typed.flatMap(({ one, to }) =>
        to === undefined ? [] : changesOf(one, { act: 'move-start', to }, context),
      ),
      ...lookedThrough(service, line, on, context.now),
      reply: listCards.check.shown({ serviceId: service.id, on }),
    };
  },
});

interface Read {
  /** Undefined: as it was, or left out. */
  readonly to: LocalDate | null | undefined;
  readonly error: string | null;
}

/** A day that stands there already may have passed; a new one may not. */
function readDay(one: Referral, value: unknown, { calendar, now }: ActionContext): Read {
  if (typeof value !== 'string') return { to: undefined, error: null };
  const read = optionalDay.safeParse(value);
  if (!read.success) return { to: undefined, error: read.error.issues[0]?.message ?? 'date-unreadable' };
  if (read.data === one.expectedStartOn) return { to: undefined, error: null };
  const isPast = read.data !== null && read.data < calendar.dayOf(now);
  return isPast ? { to: undefined, error: 'date-passed' } : { to: read.data, error: null };
}

const errorsOf = (wrong: readonly { readonly one: Referral; readonly error: string | null }[]) =>
  Object.fromEntries(wrong.map(({ one, error }) => [inputOf(one), error ?? 'date-unreadable']));

const textsIn = (fields: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) =>
      key.startsWith('start-') && typeof value === 'string' ? [[key, value]] : [],
    ),
  );
