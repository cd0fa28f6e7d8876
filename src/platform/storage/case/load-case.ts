import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { CaseFacts, HistoryEvent } from '../../../contracts/case.js';
import { parseReferral, type Referral } from '../../../domain/case/referral.js';
import { waitingStates } from '../../../domain/case/states.js';
import type { ReferralId } from '../../../domain/ids.js';
import type { Organisation, Service } from '../../../domain/organisation.js';
import type { Worker } from '../../../domain/worker.js';
import { fromJson, type Json } from '../rows/from-json.js';
import { sealedHintJson, type SealedHint, type SeenHints } from '../rows/sealed-hint.js';
import type { Schema } from '../rows/schema.js';
import { asTrajectories, trajectoriesJson } from './trajectory-rows.js';
import { asRoundTables, roundTablesJson } from './round-table-rows.js';

type Db = Kysely<Schema> | Transaction<Schema>;

const waiting = sql.join(waitingStates.map((state) => sql.lit(state)));

/** Where a referral `r` stands on the list of its service, 1 for the first; null when it is on none. */
export const position = sql`case when r.state in (${waiting}) then (
      select count(*)::integer from referral w where w.service_id = r.service_id and w.state in (${waiting})
        and (w.first_registered_at, w.registered_at, w.reference) <= (r.first_registered_at, r.registered_at, r.reference)
    ) end`;

/** One row holds everything that a card tells of a referral and a decision looks at. */
interface Loaded {
  readonly referral: Json;
  readonly service: Json | null;
  readonly provider: Json | null;
  readonly clb: Json | null;
  readonly desk: Json | null;
  readonly people: readonly Json[];
  readonly history: readonly Json[];
  readonly trail: readonly Json[];
  readonly position: number | null;
  readonly tenants: CaseFacts['tenants'];
  readonly threads: CaseFacts['threads'];
  readonly roundTables: readonly Json[];
  readonly trajectories: readonly Json[];
  readonly sealedHint: SealedHint | null;
}

const person = (column: string): RawBuilder<unknown> => sql`${sql.ref(column)}`;

/** Where an organisation reads its posts: the Teams environments of all its linked channels. */
const tenantsOf = (column: string): RawBuilder<unknown> =>
  sql`(select coalesce(jsonb_agg(distinct l.tenant_id), '[]') from channel l
    where l.organisation_id = ${sql.ref(column)} and l.state = 'linked')`;

/** A post that stands in a channel (`19:…`), as Teams knows it: a chat has no threads. */
const threadOf = (key: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select jsonb_build_object('tenantId', m.tenant_id, 'conversationId', m.conversation_id, 'messageId', m.activity_id)
    from message m where m.key = ${key} and m.activity_id is not null and m.conversation_id like '19:%' and m.tenant_id is not null)`;

const caseQuery = (where: RawBuilder<unknown>): RawBuilder<Loaded> => sql<Loaded>`
  select to_jsonb(r) as referral, to_jsonb(s) as service, to_jsonb(o) as provider, to_jsonb(c) as clb, to_jsonb(d) as desk,
    (select coalesce(jsonb_agg(to_jsonb(e) order by e.seq), '[]') from event e where e.referral_id = r.id) as history,
    (select coalesce(jsonb_agg(to_jsonb(t) order by t.registered_at, t.reference), '[]') from referral t
      where t.trail_id = r.trail_id and t.id <> r.id) as trail,
    (select coalesce(jsonb_agg(to_jsonb(p) || jsonb_build_object('phone', k.phone,
      'email', coalesce(k.own_email, k.roster_email), 'chat_name', k.chat_name, 'given_name', k.given_name)), '[]')
      from person p left join worker k on k.person_id = p.id where p.id in (
      ${person('r.referrer_id')}, ${person('r.contacted_by')}, ${person('r.answered_by')}, ${person('o.coordinator_id')},
      (select l.person_id from event l where l.referral_id = r.id order by l.seq desc limit 1))) as people,
    ${position} as position,
    jsonb_build_object('clb', ${tenantsOf('r.clb_id')}, 'provider', ${tenantsOf('r.provider_id')}, 'desk', ${tenantsOf('d.id')}) as tenants,
    jsonb_build_object('clb', ${threadOf(sql`'referral:' || r.id || ':clb'`)},
      'provider', ${threadOf(sql`'referral:' || r.id || ':offer:' || r.service_id`)}) as threads,
    ${roundTablesJson(sql`r.id`)} as "roundTables", ${trajectoriesJson(sql`r.id`)} as trajectories,
    (select ${sealedHintJson} from trail h where h.id = r.trail_id) as "sealedHint"
  from referral r
    left join service s on s.id = r.service_id
    left join organisation o on o.id = r.provider_id
    left join organisation c on c.id = r.clb_id
    left join organisation d on d.id = (select id from organisation where kind = 'desk' order by name limit 1)
  where ${where}`;

const historyOf = (rows: readonly Json[]): HistoryEvent[] =>
  rows.map((row) => {
    const entry = fromJson<HistoryEvent & { at: string }>(row);
    return { ...entry, at: new Date(entry.at) };
  });

function asFacts(row: Loaded): CaseFacts {
  const referral = parseReferral(fromJson(row.referral));
  const people = new Map(row.people.map((one) => [one['id'], fromJson<Worker>(one)]));
  const of = (id: string | null): Worker | null => (id === null ? null : (people.get(id) ?? null));
  const history = historyOf(row.history);
  const provider = fromJson<Organisation>(row.provider);
  return {
    referral,
    service: fromJson<Service>(row.service),
    provider,
    clb: fromJson<Organisation>(row.clb),
    desk: fromJson<Organisation>(row.desk),
    referrer: of(referral.referrerId),
    contactedBy: of(referral.contactedBy),
    answeredBy: of(referral.answeredBy),
    coordinator: of(provider?.coordinatorId ?? null),
    lastBy: of(history.at(-1)?.personId ?? null),
    hasChannel: row.tenants.provider.length > 0,
    tenants: row.tenants,
    threads: row.threads,
    history,
    trail: row.trail.map((one) => parseReferral(fromJson(one))),
    position: row.position,
    roundTables: asRoundTables(row.roundTables),
    trajectories: asTrajectories(row.trajectories),
  };
}

/**
 * A referral with everything that is told of it and looked at when something is decided; null when there is none. One statement,
 * which brings the hint of its trail too, still sealed: `seen` notes it.
 */
export async function loadCase(db: Db, id: ReferralId, seen?: SeenHints): Promise<CaseFacts | null> {
  const { rows } = await caseQuery(sql`r.id = ${id}`).execute(db);
  if (rows[0] === undefined) return null;
  const facts = asFacts(rows[0]);
  seen?.set(facts.referral.trailId, rows[0].sealedHint);
  return facts;
}

/** The columns of a referral as they were read, checked. */
export const asReferral = (row: object): Referral => parseReferral(row);
