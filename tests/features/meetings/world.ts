import type { Actor } from '../../../src/contracts/actor.js';
import type { Read } from '../../../src/contracts/read.js';
import {
  FiguresBehind,
  figureNames,
  showPeriod,
  type Count,
  type FigureName,
  type Figures,
} from '../../../src/domain/figures/index.js';
import type { PersonId } from '../../../src/domain/ids.js';
import type { Person } from '../../../src/domain/organisation.js';
import type { Entry } from '../../../src/domain/timeline/entries.js';
import type { AgendaItem, Decision, Meeting, Participant } from '../../../src/domain/workgroup/meeting.js';
import type { Interest } from '../../../src/domain/workgroup/interest.js';
import type { Pack } from '../../../src/domain/workgroup/pack.js';
import type { Signal } from '../../../src/domain/workgroup/signal.js';
import { an, bert, clb, desk, els, jan, provider, uuid } from '../case/referral/world.js';
import { actor, monday10, organisation, person, channel } from '../../support/given.js';
import { entryRow } from '../../../src/platform/storage/timeline.js';
import { readOver } from '../../support/read-over.js';

export { an, bert, els, jan, uuid };

export const group = organisation({ id: uuid('91'), kind: 'workgroup', name: 'Werkgroep Recht op Leren' });
export const inGroup = (who: Person = an): Actor => actor({ person: who, organisations: [group] });
export const atDesk = (who: Person = els): Actor => actor({ person: who, organisations: [desk] });
export const outside = (): Actor => actor({ person: jan, organisations: [clb] });
/** Somebody in the roster of the working group who never said whether she comes. */
export const silent = person({
  id: uuid('a9'),
  name: 'Lies Janssens',
  aadObjectId: 'aad-lies',
  personalConversationId: null,
});

/** Monday 16 November 2026 is today; this one is on Thursday 14 January 2027, from two to four. */
export const meeting = (over: Partial<Meeting> = {}): Meeting => ({
  id: uuid('e1'),
  schoolYear: '2026-2027',
  number: 2,
  startsAt: new Date('2027-01-14T13:00:00Z'),
  endsAt: new Date('2027-01-14T15:00:00Z'),
  location: 'Provinciehuis, Leuven',
  url: null,
  state: 'planned',
  sequence: 0,
  changedAt: new Date('2026-09-07T08:00:00Z'),
  reminded: [],
  version: 1,
  ...over,
});

/** The one before: it was to be on 5 November 2026. */
export const first = (over: Partial<Meeting> = {}): Meeting =>
  meeting({
    id: uuid('e0'),
    number: 1,
    startsAt: new Date('2026-11-05T13:00:00Z'),
    endsAt: new Date('2026-11-05T15:00:00Z'),
    ...over,
  });

/** A meeting that goes on right now. */
export const goingOn = (over: Partial<Meeting> = {}): Meeting =>
  meeting({ startsAt: new Date('2026-11-16T08:30:00Z'), endsAt: new Date('2026-11-16T10:30:00Z'), ...over });

export const point = (number: number, over: Partial<AgendaItem> = {}): AgendaItem => ({
  id: uuid(`f${number}`),
  meetingId: uuid('e1'),
  kind: 'item',
  text: `Punt ${number}`,
  signalId: null,
  decisionId: null,
  personId: an.id,
  organisationId: group.id,
  notes: null,
  state: 'open',
  createdAt: new Date(Date.UTC(2026, 9, number)),
  version: 1,
  ...over,
});

export const decision = (over: Partial<Decision> = {}): Decision => ({
  id: uuid('de'),
  meetingId: uuid('e0'),
  agendaItemId: null,
  text: 'Brief aan het kabinet over aanbod onder 12',
  ownerId: bert.id,
  ownerName: bert.name,
  dueOn: '2026-12-18',
  state: 'open',
  report: null,
  createdAt: new Date('2026-11-05T14:00:00Z'),
  version: 1,
  ...over,
});

export const signal = (over: Partial<Signal> = {}): Signal => ({
  id: uuid('51a'),
  reference: 'S-2026-012',
  kind: 'bottleneck',
  text: 'Onder 12 jaar is er in Asse-Halle-Vilvoorde geen aanbod',
  region: 'AHV',
  ageGroup: 'under-12',
  state: 'new',
  referralId: null,
  personId: jan.id,
  organisationId: clb.id,
  rule: null,
  counts: null,
  mergedInto: null,
  meetingId: null,
  deliveredTo: null,
  answer: null,
  decisionId: null,
  closedBecause: null,
  createdAt: new Date('2026-10-01T08:00:00Z'),
  updatedAt: new Date('2026-10-01T08:00:00Z'),
  version: 1,
  ...over,
});

export const takesPart = (who: Person, over: Partial<Participant> = {}): Participant => ({
  id: uuid(`b0${who.id.slice(-2)}`),
  meetingId: uuid('e1'),
  personId: who.id,
  name: who.name,
  organisation: who === bert ? provider.name : clb.name,
  guest: false,
  answer: 'coming',
  attended: null,
  invitedBy: null,
  version: 1,
  ...over,
});

export const guest = (over: Partial<Participant> = {}): Participant =>
  takesPart(an, { id: uuid('b99'), personId: null, name: 'Karel Gast', organisation: 'VDAB', guest: true, ...over });

/** Jan of the CLB would like to join. */
export const interest = (over: Partial<Interest> = {}): Interest => ({
  id: uuid('1e'),
  personId: jan.id,
  organisation: clb.name,
  at: monday10,
  state: 'asked',
  meetingId: null,
  invitedBy: null,
  version: 1,
  ...over,
});

export interface MeetingWorld {
  readonly meetings?: readonly Meeting[];
  readonly items?: readonly AgendaItem[];
  readonly decisions?: readonly Decision[];
  readonly participants?: readonly Participant[];
  readonly interests?: readonly Interest[];
  readonly signals?: readonly Signal[];
  readonly votes?: Readonly<Record<string, readonly PersonId[]>>;
  readonly members?: readonly Person[];
  /** What the timeline tells, oldest first; by the working group. */
  readonly told?: readonly Entry[];
  /** What the pack of the meeting counted, and (`before`) that of the one before; without counts there is no pack. */
  readonly counts?: Partial<Figures>;
  readonly countsBefore?: Partial<Figures>;
  /** Packs as they stand there. */
  readonly packs?: readonly Pack[];
  /** What a count gives now, whatever the period. */
  readonly toCount?: Partial<Figures>;
  /** They are still being counted. */
  readonly counting?: boolean;
}

const noCounts = Object.fromEntries(figureNames.map((name) => [name, [] as Count[]])) as Record<FigureName, Count[]>;

/** A pack with these counts; the others are zero. */
export const pack = (counts: Partial<Figures>, over: Partial<Pack> = {}): Pack => ({
  meetingId: uuid('e1'),
  fromDay: '2026-11-02',
  untilDay: '2027-01-11',
  figures: showPeriod({ ...noCounts, ...counts }),
  madeAt: new Date('2027-01-11T05:00:00Z'),
  ...over,
});

/** Of the meeting before. */
export const packOfFirst = (counts: Partial<Figures>): Pack =>
  pack(counts, { meetingId: uuid('e0'), fromDay: '2026-09-01', untilDay: '2026-11-02' });

const packsOf = ({ counts, countsBefore, packs = [] }: MeetingWorld): readonly Pack[] => [
  ...(countsBefore === undefined ? [] : [packOfFirst(countsBefore)]),
  ...(counts === undefined ? [] : [pack(counts)]),
  ...packs,
];

/** The meetings that something in the world belongs to: also the one before, when only its decisions are told. */
function meetingsOf(world: MeetingWorld): readonly Meeting[] {
  const { meetings = [meeting()], decisions = [] } = world;
  const before = [...decisions, ...packsOf(world)].some(({ meetingId }) =>
    meetings.every(({ id }) => id !== meetingId),
  );
  return before ? [first({ state: 'held' }), ...meetings] : meetings;
}

const sameOnce = <T extends { readonly id: string }>(rows: readonly T[]): T[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];

const byGroup = { personId: an.id, organisationId: group.id, now: new Date('2026-11-09T09:00:00Z') };

/** A Read over a small world of meetings: only these rows stand in the database. Counts are given. */
export function readOf(world: MeetingWorld): Read {
  const { items = [], decisions = [], participants = [], signals = [], votes = {} } = world;
  const organisations = [clb, provider, desk, group];
  const rosters = [[an, jan], [bert], [els], world.members ?? [an, bert, silent]];
  const channels = organisations.map(({ id: organisationId }) =>
    channel({ organisationId, conversationId: `19:${organisationId}@thread.tacv2` }),
  );
  const memberships = channels.flatMap(({ id: channelId }, index) =>
    rosters[index]!.map(({ id: personId }) => ({ personId, channelId, checkedAt: monday10 })),
  );
  return readOver(
    [
      { into: 'organisation', rows: organisations },
      { into: 'person', rows: sameOnce([...rosters.flat(), silent]) },
      { into: 'channel', rows: channels },
      { into: 'membership', rows: memberships },
      { into: 'meeting', rows: meetingsOf(world) },
      { into: 'pack', rows: packsOf(world) },
      { into: 'signal', rows: signals },
      { into: 'decision', rows: decisions },
      { into: 'timeline', rows: (world.told ?? []).map((one) => entryRow(one, byGroup)) },
      { into: 'agendaItem', rows: items },
      { into: 'interest', rows: world.interests ?? [] },
      { into: 'participant', rows: participants },
      {
        into: 'vote',
        rows: Object.entries(votes).flatMap(([subjectId, by]) => by.map((personId) => ({ subjectId, personId }))),
      },
    ],
    {
      figures: async () =>
        world.counting === true ? Promise.reject(new FiguresBehind()) : { ...noCounts, ...world.toCount },
    },
  );
}
