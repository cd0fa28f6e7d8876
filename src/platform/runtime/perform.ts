import { createHash, randomInt, randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Action, ActionContext, Context, Job, Reaction } from '../../contracts/action.js';
import type { Actor } from '../../contracts/actor.js';
import type { Calendar } from '../../contracts/calendar.js';
import type { Links } from '../../contracts/links.js';
import { isRefusal, type Notice, type Outcome, type Refusal, type Reply } from '../../contracts/outcome.js';
import type { OrganisationId, PersonId } from '../../domain/ids.js';
import type { Settings } from '../../domain/settings.js';
import type { Clock } from '../clock.js';
import { gatherMessages, holdMessages, type Held } from '../storage/hold-messages.js';
import { keptUntil } from '../../domain/reach.js';
import type { Delivery } from '../storage/delivery.js';
import { refreshMessages, storeNotices } from '../storage/messages.js';
import { releaseMessages, resendMessages } from '../storage/release-messages.js';
import type { Database } from '../storage/connection.js';
import { createRead } from '../storage/read.js';
import { save } from '../storage/save.js';
import { applyCases } from './apply-cases.js';
import { keepBooks, type Bookkeeping } from './bookkeeping.js';
import type { Schema } from '../storage/rows/schema.js';
import type { Sealer } from '../storage/keys/seal.js';
import { numbersOf } from '../storage/numbers.js';
import { readSettings } from '../storage/settings.js';
import { inNameOf } from './in-name-of.js';
import { refusedHere } from './refused-here.js';
import { inTransaction } from './in-transaction.js';
import { shownWith } from './shown-with.js';

type Trx = Transaction<Schema>;

/** What carrying out an outcome needs from the world. */
export interface Runtime {
  readonly database: Database;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly local: boolean;
  /** Addresses of our own web pages. */
  readonly links: Links;
  /** The version of the program, told to who asks. */
  readonly version: string;
  /** Ids of what is made: random ones, unless somebody wants the same story again. */
  readonly newId?: Context['newId'];
  /** The desk's working time by these settings. */
  calendar(settings: Settings): Calendar;
  /** Hands work to the queue inside the transaction: this is the outbox. */
  enqueue(
    trx: Trx,
    work: {
      readonly deliveries: readonly Delivery[];
      readonly rosters: readonly string[];
      readonly wakeAt: readonly Date[];
    },
  ): Promise<void>;
  /** Local mode only: moves the program's clock and wakes what is due by then. */
  moveClock(milliseconds: number): Promise<void>;
}

const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A code as people type it: without spaces, dashes or small letters. */
export const digestOf = (code: string): string =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest('base64url');

function newCode(): { code: string; digest: string } {
  const letters = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join('');
  const code = letters.replace(/(.{4})(?=.)/g, '$1-');
  return { code, digest: digestOf(code) };
}

const randomId = <T extends string>(): T => randomUUID() as string as T;

/** What a decision may look at besides its facts, at this moment, with settings that were read already. */
export const contextWith = (parts: Runtime, settings: Settings): Context => ({
  now: parts.clock.now(),
  settings,
  calendar: parts.calendar(settings),
  newId: parts.newId ?? randomId,
  newCode,
  digestOf,
  local: parts.local,
  links: parts.links,
  version: parts.version,
});

/** What a decision may look at besides its facts, at this moment. */
export const contextNow = async (parts: Runtime, db: Trx | Database['kysely']): Promise<Context> =>
  contextWith(parts, await readSettings(db));

/** By whom and from where an action is started. */
export interface Invocation {
  readonly actor: Actor;
  readonly settings: Settings;
  readonly messageId: string | null;
  /** The activity, as its own key in whichever conversation. */
  readonly turnId: string;
  /** The activity that may be carried out once only, however often Teams brings it; null: nothing is remembered of it. */
  readonly once: string | null;
}

/**
 * An action by a person: load → may → decide → save, with everything that follows, history and audit, all in one
 * transaction. Returns the outcome or the refusal; a refusal stores nothing but its audit line. An activity that comes
 * again does nothing: its first reply is given again, filled with the present state.
 */
export async function performAction(
  parts: Runtime,
  action: Action | Reaction,
  subject: unknown,
  fields: unknown,
  given: Invocation,
): Promise<Outcome | Refusal> {
  const verdict = await inTransaction(parts.database, async (trx, takeTurn) => {
    const earlier = await oneAtATime(trx, given);
    if (earlier !== null) return { reply: earlier };
    await takeTurn();
    const { settings, once, ...who } = given;
    const context: ActionContext = { ...contextWith(parts, settings), ...who, numbers: numbersOf(trx) };
    const evaluated = await evaluate(trx, parts, action, subject, fields, context);
    const by = {
      personId: given.actor.person.id,
      organisationId: inNameOf(evaluated, given.actor),
      now: context.now,
    };
    const planned = isRefusal(evaluated) ? noClocks : await applyOutcome(trx, parts, evaluated, by, context);
    await keepBooks(trx, {
      ...planned,
      activity:
        once === null || isRefusal(evaluated) ? null : { id: once, reply: evaluated.reply ?? { nothing: true } },
      audit: {
        ...auditBy(by),
        action: action.slug,
        outcome: isRefusal(evaluated) ? evaluated.refused : 'done',
        subject,
      },
    });
    return evaluated;
  });
  if (!isRefusal(verdict) && verdict.moveClock !== undefined) await parts.moveClock(verdict.moveClock);
  return verdict;
}

/**
 * Somebody's second press waits for the first, so that it sees what that one made. Gives the reply of this very activity
 * when it was carried out before.
 */
async function oneAtATime(trx: Trx, { actor, once }: Invocation): Promise<Reply | null> {
  const row = await trx
    .selectFrom('person')
    .leftJoin('processedActivity as done', (join) => join.on('done.activityId', '=', once ?? ''))
    .select('done.reply')
    .where('person.id', '=', actor.person.id)
    .modifyEnd(sql`for no key update of person`)
    .executeTakeFirst();
  return (row?.reply as Reply | null | undefined) ?? null;
}

async function evaluate(
  trx: Trx,
  parts: Runtime,
  action: Action | Reaction,
  subject: unknown,
  fields: unknown,
  context: ActionContext,
): Promise<Outcome | Refusal> {
  const before = refusedHere(action, context.actor);
  if (before !== null && (before.refused !== 'guest' || action.startedBy === undefined)) return before;
  const loaded = await action.load(createRead(trx, parts.sealer, context.now), subject, context);
  if (isRefusal(loaded)) return loaded;
  return action.may(loaded, context) ?? action.decide(loaded, fields, context);
}

/**
 * A job whose moment has come. `claim` runs first in the same transaction and says whether it is still to be done, so
 * that a job is carried out once whoever wakes.
 */
export async function performJob(
  parts: Runtime,
  job: Job,
  subject: unknown,
  claim: (trx: Trx) => Promise<boolean>,
): Promise<void> {
  const checked = job.subject.parse(subject);
  await inTransaction(parts.database, async (trx, takeTurn) => {
    if (!(await claim(trx))) return;
    await takeTurn();
    const context = await contextNow(parts, trx);
    const loaded = await job.load(createRead(trx, parts.sealer, context.now), checked, context);
    if (loaded === null) return;
    const by = { personId: null, organisationId: null, now: context.now };
    const planned = await applyOutcome(trx, parts, job.decide(loaded, context), by, context);
    const line = { ...auditBy(by), action: job.name, outcome: 'done', subject: checked };
    await keepBooks(trx, { ...planned, activity: null, audit: line });
  });
}

interface By {
  readonly personId: PersonId | null;
  readonly organisationId: OrganisationId | null;
  readonly now: Date;
}

const auditBy = ({ now: at, personId, organisationId }: By) => ({ at, personId, organisationId });

/** Which clocks an outcome sets and stops. */
type Clocks = Pick<Bookkeeping, 'dues' | 'settled'>;
const noClocks: Clocks = { dues: [], settled: [] };

/** Stores an outcome and everything that follows from it, in the transaction that decided it; the clocks are still to be stored. */
async function applyOutcome(trx: Trx, parts: Runtime, outcome: Outcome, by: By, context: Context): Promise<Clocks> {
  const shown = await shownWith(trx, outcome.changes ?? []);
  await save(trx, parts.sealer, outcome.changes ?? [], by);
  const effects = await applyCases(
    trx,
    parts.sealer,
    {
      cases: outcome.cases ?? [],
      roundTables: outcome.roundTables ?? [],
      trajectories: outcome.trajectories ?? [],
      inquiries: outcome.inquiries,
    },
    context,
    { entries: outcome.entries ?? [], by },
  );
  const refreshed = await refreshMessages(
    trx,
    [...effects.refresh, ...shown, ...(outcome.refresh ?? [])],
    effects.referrals,
  );
  const verified = await refreshMessages(trx, outcome.verify ?? [], [], true);
  const { deliveries: sent, dues: kept } = await storeOrHold(
    trx,
    [...effects.notices, ...(outcome.notices ?? [])],
    by.now,
    context,
  );
  if (outcome.gather !== undefined) await gatherMessages(trx, outcome.gather);
  const released = [...(await releaseAfter(trx, outcome)), ...(await resendMessages(trx, outcome.resend ?? []))];
  const dues = [...effects.dues, ...(outcome.dues ?? []), ...kept];
  await parts.enqueue(trx, {
    deliveries: [...released, ...refreshed, ...verified, ...sent],
    rosters: outcome.checkRoster ?? [],
    wakeAt: [...dues.map((due) => due.at), ...(outcome.changes?.some((one) => 'erase' in one) ? [by.now] : [])],
  });
  return { dues, settled: [...effects.settled, ...(outcome.settled ?? [])] };
}

/** What is said to somebody in person may be kept until he or she wants to read it; what is urgent, and what stands in a channel, is not. */
async function storeOrHold(trx: Trx, notices: readonly Notice[], now: Date, { calendar }: Context): Promise<Held> {
  const mayWait = notices.filter(({ to, urgent }) => 'person' in to && urgent !== true);
  const others = await storeNotices(
    trx,
    notices.filter((notice) => !mayWait.includes(notice)),
    now,
  );
  if (mayWait.length === 0) return { deliveries: others, dues: [] };
  const held = await holdMessages(trx, await storeNotices(trx, mayWait, now), (reach, isMine) =>
    keptUntil(reach, now, calendar, isMine),
  );
  return { deliveries: [...others, ...held.deliveries], dues: held.dues };
}

/** An organisation that gets a channel gets what waited for it. */
async function releaseAfter(trx: Trx, outcome: Outcome): Promise<Delivery[]> {
  const linked = (outcome.changes ?? []).flatMap((change) =>
    'put' in change && change.put === 'channel' && change.row.state === 'linked' ? [change.row.organisationId] : [],
  );
  const released: Delivery[] = [];
  for (const organisation of new Set(linked)) released.push(...(await releaseMessages(trx, organisation)));
  return released;
}
