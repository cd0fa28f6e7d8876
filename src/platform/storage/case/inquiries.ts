import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { InquiryCase, InquiryFilter, InquiryList, StoredInquiry } from '../../../contracts/inquiry.js';
import type { Read } from '../../../contracts/read.js';
import type { StoredPost } from '../../../domain/case/reconcile.js';
import type { InquiryId } from '../../../domain/ids.js';
import { inquiryWakes, providerNudges } from '../../../domain/inquiry/clocks.js';
import { liveInquiryStates, parseInquiry } from '../../../domain/inquiry/inquiry.js';
import type { Organisation, Service } from '../../../domain/organisation.js';
import type { Worker } from '../../../domain/worker.js';
import { fromJson, type Json } from '../rows/from-json.js';
import type { Schema } from '../rows/schema.js';

type Db = Kysely<Schema> | Transaction<Schema>;

const worker = (column: string): RawBuilder<Json | null> => sql<Json | null>`(
  select to_jsonb(p) || jsonb_build_object('phone', k.phone, 'email', coalesce(k.own_email, k.roster_email),
    'chat_name', k.chat_name, 'given_name', k.given_name)
  from person p left join worker k on k.person_id = p.id where p.id = ${sql.ref(column)})`;

interface Loaded {
  readonly inquiry: Json;
  readonly clb: Json | null;
  readonly provider: Json | null;
  readonly service: Json | null;
  readonly asker: Json | null;
  readonly answeredBy: Json | null;
}

async function loadInquiry(db: Db, id: InquiryId): Promise<InquiryCase | null> {
  const { rows } = await sql<Loaded>`
    select to_jsonb(q) as inquiry, to_jsonb(c) as clb, to_jsonb(o) as provider, to_jsonb(s) as service,
      ${worker('q.asker_id')} as asker, ${worker('q.answered_by')} as answered_by
    from inquiry q left join organisation c on c.id = q.clb_id left join organisation o on o.id = q.provider_id
      left join service s on s.id = q.service_id
    where q.id = ${id}`.execute(db);
  const row = rows[0];
  return row === undefined
    ? null
    : {
        inquiry: parseInquiry(fromJson(row.inquiry)),
        clb: fromJson<Organisation>(row.clb),
        provider: fromJson<Organisation>(row.provider),
        service: fromJson<Service>(row.service),
        asker: fromJson<Worker>(row.asker),
        answeredBy: fromJson<Worker>(row.answeredBy),
      };
}

const live = sql.join(liveInquiryStates.map((state) => sql.lit(state)));

/** The CLB: all that is not over; the provider: what it can answer; the desk: what nobody else answers. */
function whereOf({ side, organisationIds, personId }: InquiryFilter): RawBuilder<unknown> {
  const of = sql.join(organisationIds.map((id) => sql`${id}`));
  const own = personId === null ? sql`` : sql`and q.asker_id = ${personId}`;
  if (side === 'clb') return sql`q.clb_id in (${of}) and q.state in (${live}) ${own}`;
  if (side === 'provider') return sql`q.provider_id in (${of}) and q.reached and q.state = 'asked'`;
  return sql`q.state = 'asked' and (q.service_id is null or not q.reached or q.nudges > ${providerNudges})`;
}

/** An answer is asked of the provider and the desk, a decision of the CLB. */
const asksOf = ({ side }: Pick<InquiryFilter, 'side'>): RawBuilder<unknown> =>
  sql`q.state = ${sql.lit(side === 'clb' ? 'answered' : 'asked')}`;

interface Counts {
  readonly count: number;
  readonly asking: number;
  readonly late: number;
}

/** What asks something stands first, so that none of it is passed by for what one only waits for. */
async function inquiriesOf(db: Db, filter: InquiryFilter): Promise<InquiryList> {
  const asks = asksOf(filter);
  const { rows } = await sql<{ counts: Counts; rows: readonly { inquiry: Json; service: string | null }[] }>`
    with found as (select q.*, ${asks} as asks from inquiry q where ${whereOf(filter)})
    select (select jsonb_build_object('count', count(*), 'asking', count(*) filter (where asks),
        'late', count(*) filter (where asks and next_by < ${filter.now})) from found) as counts,
      (select coalesce(jsonb_agg(jsonb_build_object('inquiry', to_jsonb(p) - 'asks', 'service', s.name)
        order by not p.asks, p.urgency <> 'urgent', p.next_by, p.id), '[]')
        from (select * from found order by not asks, urgency <> 'urgent', next_by, id
          limit ${filter.limit} offset ${filter.offset}) p left join service s on s.id = p.service_id) as rows`.execute(
    db,
  );
  const [{ counts, rows: page } = { counts: { count: 0, asking: 0, late: 0 }, rows: [] }] = rows;
  return {
    ...counts,
    rows: page.map(({ inquiry, service }) => ({ inquiry: parseInquiry(fromJson(inquiry)), service })),
  };
}

interface Stored {
  readonly inquiry: Json;
  readonly clocks: readonly { readonly key: string; readonly at: string }[];
  readonly posts: readonly (Omit<StoredPost, 'touchedAt'> & { readonly touchedAt: string })[];
}

async function storedInquiries(db: Db, after: InquiryId | null, limit: number): Promise<StoredInquiry[]> {
  const { rows } = await sql<Stored>`
    select to_jsonb(q) as inquiry,
      (select coalesce(jsonb_agg(jsonb_build_object('key', d.key, 'at', d.at)), '[]') from due d
        where d.key in (select 'inquiry:' || q.id || ':' || what from unnest(${sql.val([...inquiryWakes])}::text[]) what)) as clocks,
      (select coalesce(jsonb_agg(jsonb_build_object('key', m.key, 'state', m.state,
        'touchedAt', coalesce(m.sent_at, m.created_at))), '[]') from message m
        where m.living and m.key in ('inquiry:' || q.id || ':clb', 'inquiry:' || q.id || ':desk',
          'inquiry:' || q.id || ':provider:' || q.service_id)) as posts
    from inquiry q where q.state <> 'referred' and not q.erased and (${after}::uuid is null or q.id > ${after}::uuid)
    order by q.id limit ${limit}`.execute(db);
  return rows.map(({ inquiry, clocks, posts }) => ({
    inquiry: parseInquiry(fromJson(inquiry)),
    clocks: clocks.map(({ key, at }) => ({ key, at: new Date(at) })),
    posts: posts.map((post) => ({ ...post, touchedAt: new Date(post.touchedAt) })),
  }));
}

/** Questions before referring, one by one and in lists. */
export const readInquiries = (db: Db): Pick<Read, 'inquiry' | 'inquiriesOf' | 'storedInquiries'> => ({
  inquiry: (id) => loadInquiry(db, id),
  inquiriesOf: (filter) => inquiriesOf(db, filter),
  storedInquiries: (after, limit) => storedInquiries(db, after, limit),
});
