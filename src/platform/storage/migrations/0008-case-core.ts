import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The reminder that was told last of a referral that is delivered. */
const lastReminder = `(
  select e.data->>'stage' as stage, e.at from event e
  where e.referral_id = r.id and e.name = 'reminded' and e.at >= coalesce(r.delivered_at, r.registered_at)
  order by e.at desc limit 1)`;

/** The offer of a referral, in its provider's channel. */
const offerOf = `(m.key = 'referral:' || r.id || ':offer:' || r.service_id)`;

const states = [
  `alter table referral add column since timestamptz, add column nudges integer not null default 0,
    add column round integer not null default 0, add column referred_on boolean not null default false,
    add column reminded text, add column reminded_at timestamptz`,
  `update referral r set
    since = coalesce((select max(e.at) from event e where e.referral_id = r.id), r.registered_at),
    round = (select count(*) from event e where e.referral_id = r.id and e.name = 'answer-undone'),
    referred_on = exists (select 1 from event e where e.referral_id = r.id and e.name = 'referred-on' and e.data ? 'to'),
    undo = null`,
  `alter table referral alter column since set not null`,
  `update referral r set reminded = l.stage, reminded_at = l.at
    from referral x cross join lateral ${lastReminder.replaceAll('r.', 'x.')} l where x.id = r.id and r.state = 'delivered'`,
  /** What Teams has not taken was never received: it is under way, or the desk phones. */
  `update referral r set
    state = case when m.state = 'undeliverable' then 'to-phone' else 'dispatched' end,
    delivered_at = null, contact_by = null, reminded = null, reminded_at = null
    from message m where ${offerOf} and m.activity_id is null and r.state = 'delivered'`,
  `delete from due d using referral r where d.key = 'referral:' || r.id || ':remind' and r.state <> 'delivered'`,
  `update referral set deliver_at = null where state <> 'registered'`,
  `update referral set deliver_at = since where state = 'registered' and deliver_at is null`,
  `update referral set delivered_at = coalesce(delivered_at, since), contact_by = coalesce(contact_by, delivered_at, since)
    where state = 'delivered'`,
  `update referral set delivered_at = coalesce(delivered_at, since), contact_by = coalesce(contact_by, delivered_at, since),
    contacted_at = coalesce(contacted_at, answered_at, since) where state = 'contacted'`,
  `update referral set delivered_at = null, contact_by = null
    where state in ('registered', 'recalled', 'held', 'dispatched', 'to-phone')`,
  `update referral set contacted_at = null, contacted_by = null, answered_at = null, answered_by = null, expected_start_on = null
    where state in ('registered', 'recalled', 'held', 'dispatched', 'to-phone', 'delivered')`,
  `update referral set answered_at = coalesce(answered_at, since), answered_by = coalesce(answered_by, referrer_id)
    where state in ('placed', 'place-free', 'no-match')`,
  `update referral set expected_start_on = null where state in ('contacted', 'no-match')`,
  `update referral set no_match_reason = null where state not in ('no-match', 'withdrawn')`,
  `update referral set no_match_reason = coalesce(no_match_reason, 'other') where state = 'no-match'`,
  `update referral set withdraw_reason = null where state <> 'withdrawn'`,
  `update referral set withdraw_reason = coalesce(withdraw_reason, 'other') where state = 'withdrawn'`,
  `update referral set closed_at = case when state in ('no-match', 'withdrawn') then coalesce(closed_at, since) end`,
  `alter table referral add constraint referral_registered
    check (state <> 'registered' or (deliver_at is not null and delivered_at is null and contact_by is null and reminded is null and reminded_at is null and contacted_at is null and contacted_by is null and answered_at is null and answered_by is null and expected_start_on is null and no_match_reason is null and withdraw_reason is null and closed_at is null))`,
  `alter table referral add constraint referral_recalled
    check (state <> 'recalled' or (deliver_at is null and delivered_at is null and contact_by is null and reminded is null and reminded_at is null and contacted_at is null and contacted_by is null and answered_at is null and answered_by is null and expected_start_on is null and no_match_reason is null and withdraw_reason is null and closed_at is null))`,
  `alter table referral add constraint referral_held
    check (state <> 'held' or (deliver_at is null and delivered_at is null and contact_by is null and reminded is null and reminded_at is null and contacted_at is null and contacted_by is null and answered_at is null and answered_by is null and expected_start_on is null and no_match_reason is null and withdraw_reason is null and closed_at is null))`,
  `alter table referral add constraint referral_dispatched
    check (state <> 'dispatched' or (deliver_at is null and delivered_at is null and contact_by is null and reminded is null and reminded_at is null and contacted_at is null and contacted_by is null and answered_at is null and answered_by is null and expected_start_on is null and no_match_reason is null and withdraw_reason is null and closed_at is null))`,
  `alter table referral add constraint referral_to_phone
    check (state <> 'to-phone' or (deliver_at is null and delivered_at is null and contact_by is null and reminded is null and reminded_at is null and contacted_at is null and contacted_by is null and answered_at is null and answered_by is null and expected_start_on is null and no_match_reason is null and withdraw_reason is null and closed_at is null))`,
  `alter table referral add constraint referral_delivered
    check (state <> 'delivered' or (deliver_at is null and delivered_at is not null and contact_by is not null and contacted_at is null and contacted_by is null and answered_at is null and answered_by is null and expected_start_on is null and no_match_reason is null and withdraw_reason is null and closed_at is null))`,
  `alter table referral add constraint referral_contacted
    check (state <> 'contacted' or (deliver_at is null and delivered_at is not null and reminded is null and reminded_at is null and contacted_at is not null and expected_start_on is null and no_match_reason is null and withdraw_reason is null and closed_at is null))`,
  `alter table referral add constraint referral_placed
    check (state <> 'placed' or (deliver_at is null and reminded is null and reminded_at is null and answered_at is not null and answered_by is not null and no_match_reason is null and withdraw_reason is null and closed_at is null))`,
  `alter table referral add constraint referral_waitlist_proposed
    check (state <> 'waitlist-proposed' or (deliver_at is null and reminded is null and reminded_at is null and no_match_reason is null and withdraw_reason is null and closed_at is null))`,
  `alter table referral add constraint referral_waitlisted
    check (state <> 'waitlisted' or (deliver_at is null and reminded is null and reminded_at is null and no_match_reason is null and withdraw_reason is null and closed_at is null))`,
  `alter table referral add constraint referral_place_free
    check (state <> 'place-free' or (deliver_at is null and reminded is null and reminded_at is null and answered_at is not null and answered_by is not null and no_match_reason is null and withdraw_reason is null and closed_at is null))`,
  `alter table referral add constraint referral_full
    check (state <> 'full' or (deliver_at is null and reminded is null and reminded_at is null and no_match_reason is null and withdraw_reason is null and closed_at is null))`,
  `alter table referral add constraint referral_no_match
    check (state <> 'no-match' or (deliver_at is null and reminded is null and reminded_at is null and answered_at is not null and answered_by is not null and expected_start_on is null and no_match_reason is not null and withdraw_reason is null and closed_at is not null))`,
  `alter table referral add constraint referral_withdrawn
    check (state <> 'withdrawn' or (deliver_at is null and reminded is null and reminded_at is null and withdraw_reason is not null and closed_at is not null))`,
  `alter table referral add constraint referral_states check (state in ('registered', 'recalled', 'held', 'dispatched', 'to-phone', 'delivered', 'contacted', 'placed', 'waitlist-proposed', 'waitlisted', 'place-free', 'full', 'no-match', 'withdrawn'))`,
  `alter table referral add foreign key (contacted_by) references person, add foreign key (answered_by) references person,
    add foreign key (draft_id) references draft deferrable initially deferred`,
  `create index referral_open on referral (state, registered_at) where state <> 'withdrawn'`,
  `create index referral_contact on referral (contact_by) where state = 'delivered'`,
  `create index referral_waiting on referral (service_id, first_registered_at, registered_at, reference)
    where state in ('waitlisted', 'place-free')`,
  `create index referral_left on referral (since) where nudges >= 2 and state <> 'withdrawn'`,
];

/**
 * What is told of everything is one table; what was told of referrals and who looked goes along, oldest first. Rows were
 * only ever added, so of two at the same moment the one that stands first in its table was told first.
 */
const timeline = [
  `create table timeline (
    id uuid primary key, seq bigserial not null, subject text not null, subject_id uuid not null, name text not null,
    version integer not null, at timestamptz not null, side text, person_id uuid, organisation_id uuid, data jsonb not null,
    sealed text)`,
  `insert into timeline (id, subject, subject_id, name, version, at, person_id, organisation_id, data)
    select id, 'referral', referral_id, name, 1, at, person_id, organisation_id, data from (
      select id, referral_id, name, at, person_id, organisation_id, data, 0 as late, ctid as stands from event
      union all select id, referral_id, 'file-opened', at, person_id, organisation_id, jsonb_build_object('what', what), 1, ctid
      from read_log) told order by at, late, stands`,
  `insert into timeline (id, subject, subject_id, name, version, at, data)
    select gen_random_uuid(), 'referral', r.id, 'carried-over', 2, r.since, jsonb_build_object('referral', jsonb_build_object(
      'id', r.id, 'reference', r.reference, 'trailId', r.trail_id, 'draftId', r.draft_id, 'clbId', r.clb_id,
      'referrerId', r.referrer_id, 'providerId', r.provider_id, 'serviceId', r.service_id, 'state', r.state,
      'target', r.target, 'ageBand', r.age_band, 'schoolForm', r.school_form, 'region', r.region,
      'regionBecause', to_jsonb(r.region_because), 'source', r.source, 'enrolment', r.enrolment,
      'problemDomains', to_jsonb(r.problem_domains), 'efforts', to_jsonb(r.efforts), 'presence', r.presence,
      'wantedForms', to_jsonb(r.wanted_forms), 'urgency', r.urgency, 'groupSize', r.group_size,
      'firstRegisteredAt', r.first_registered_at, 'registeredAt', r.registered_at) || jsonb_build_object(
      'deliverAt', r.deliver_at, 'deliveredAt', r.delivered_at, 'contactBy', r.contact_by, 'reminded', r.reminded,
      'remindedAt', r.reminded_at, 'contactedAt', r.contacted_at, 'contactedBy', r.contacted_by,
      'answeredAt', r.answered_at, 'answeredBy', r.answered_by, 'expectedStartOn', r.expected_start_on,
      'noMatchReason', r.no_match_reason, 'withdrawReason', r.withdraw_reason, 'closedAt', r.closed_at,
      'undo', r.undo, 'since', r.since, 'nudges', r.nudges, 'round', r.round, 'referredOn', r.referred_on,
      'version', r.version)) from referral r order by r.since, r.id`,
  `create index timeline_subject on timeline (subject_id, seq)`,
  `create index timeline_name on timeline (name, at) where subject = 'referral'`,
  `drop table event`,
  `drop table read_log`,
  /** What happened to referrals, as the figures count it. */
  `create view event as
    select id, seq, subject_id as referral_id, name, at, side, person_id, organisation_id, data from timeline
    where subject = 'referral' and name not in ('carried-over', 'file-opened', 'undo-ended')`,
];

/** A message knows which referral it shows, whether it lives on, and what its acceptance or failure starts. */
const messages = [
  `alter table message add column referral_id uuid, add column living boolean not null default true,
    add column accepted_job text, add column failed_job text, add column sent_digest text, add column remade_at timestamptz`,
  `update message set referral_id = (params->>'referralId')::uuid
    where params->>'referralId' ~ '^[0-9a-f-]{36}$'`,
  `update message set living = view not in ('referral-update', 'offer-update')`,
  `update message set accepted_job = 'receive-referral', failed_job = 'miss-referral' where view = 'referral-offer' and key like 'referral:%'`,
  `create index message_referral on message (referral_id) where living`,
  `create index message_copies on message (split_part(key, '#', 1))`,
  /** Before the desk a referral stands once: its first post goes on, the others say no more than they do. */
  `update message m set key = 'referral:' || m.referral_id || ':desk' where m.view = 'desk-referral'
    and m.key like 'referral:%:desk:%' and m.seq = (
      select min(o.seq) from message o where o.referral_id = m.referral_id and o.view = 'desk-referral' and o.key like 'referral:%:desk:%')`,
  `alter table heard rename to processed_activity`,
  `alter table processed_activity add column reply jsonb`,
  `alter index heard_at rename to processed_activity_at`,
];

/** Sending again, or amending, never overwrites: a case file keeps its versions. */
const files = [
  `alter table case_file add column version integer not null default 1`,
  /** A new referral is made after its file: both are there at the end of the transaction. */
  `alter table case_file drop constraint case_file_referral_id_fkey,
    add foreign key (referral_id) references referral on delete cascade deferrable initially deferred`,
  `alter table blind_index drop constraint blind_index_referral_id_fkey,
    add foreign key (referral_id) references referral on delete cascade deferrable initially deferred`,
  `alter table case_file drop constraint case_file_pkey, add primary key (referral_id, version)`,
];

/** The case as the core: a state with what it knows, one timeline, messages that know their case. */
export const caseCore: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [...states, ...timeline, ...messages, ...files]) await sql.raw(statement).execute(db);
  },
};
