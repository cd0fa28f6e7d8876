import type { Links } from '../../src/contracts/links.js';
import type { ActionContext, Context, ViewContext } from '../../src/contracts/action.js';
import { isRefusal, type Outcome, type Refusal } from '../../src/contracts/outcome.js';
import type { Actor } from '../../src/contracts/actor.js';
import type { Conversation } from '../../src/contracts/turn.js';
import type { OrganisationId, ServiceId } from '../../src/domain/ids.js';
import type { Draft } from '../../src/domain/draft.js';
import type { Organisation, Person, Channel, Service } from '../../src/domain/organisation.js';
import type { WorkerDetails } from '../../src/domain/worker.js';
import type { Referral } from '../../src/domain/case/referral.js';
import { defaultSettings } from '../../src/domain/settings.js';
import { referralIn, type ReferralPatch } from './case.js';
import { createCalendar } from '../../src/platform/calendar/index.js';
import { digestOf } from '../../src/platform/runtime/perform.js';

/** A Monday at 10.00 in Brussels: the desk is open. */
export const monday10 = new Date('2026-11-16T09:00:00Z');

let counter = 0;
/** A new uuid-shaped id; never one of those that tests write out themselves (`…-8000-…`). */
export const id = <T extends string = never>(): T =>
  `00000000-0000-4000-9000-${String(++counter).padStart(12, '0')}` as string as T;

export const conversation = (over: Partial<Conversation> = {}): Conversation => ({
  tenantId: 'tenant-1',
  conversationId: '19:clb@thread.tacv2',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  scope: 'channel',
  name: 'Team',
  threadId: null,
  teamId: null,
  ...over,
});

export const person = (over: Partial<Person> = {}): Person => ({
  id: id(),
  tenantId: 'tenant-1',
  aadObjectId: 'aad-an',
  teamsId: '29:an',
  name: 'An Peeters',
  language: 'nl',
  personalConversationId: 'a:an',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  ...over,
});

/** How a worker is reached, all of it known. */
export const workerDetails = (over: Partial<WorkerDetails> & Pick<WorkerDetails, 'personId'>): WorkerDetails => ({
  chatName: 'an.peeters@clb.example',
  givenName: 'An',
  rosterEmail: 'an.peeters@clb.example',
  ownEmail: null,
  phone: '016 00 00 01',
  phoneAnsweredAt: monday10,
  caughtUpAt: null,
  reach: 'at-once',
  ...over,
});

export const organisation = (over: Partial<Organisation> = {}): Organisation => ({
  id: id(),
  kind: 'clb',
  name: 'CLB Voorbeeld Leuven',
  language: 'nl',
  municipality: '24062',
  roundTableBy: 'provider',
  coordinatorId: null,
  phone: null,
  email: null,
  version: 1,
  ...over,
});

export const service = (over: Partial<Service> = {}): Service => ({
  id: id(),
  organisationId: id(),
  name: 'NAFT Vlaams-Brabant Oost',
  regions: ['VBO'],
  minimumAge: 12,
  maximumAge: 18,
  schoolForms: [],
  offeredForms: [],
  fromFirstSecondary: false,
  naft: (over.name ?? 'NAFT').includes('NAFT'),
  fullUntil: null,
  waitWeeks: null,
  active: true,
  about: null,
  phone: null,
  email: null,
  website: null,
  assuredOn: null,
  version: 1,
  ...over,
});

export const channel = (over: Partial<Channel> = {}): Channel => ({
  id: id(),
  organisationId: id(),
  tenantId: 'tenant-1',
  conversationId: '19:clb@thread.tacv2',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  scope: 'channel',
  teamId: null,
  name: 'Team',
  state: 'linked',
  linkedBy: id(),
  linkedAt: monday10,
  rosterCheckedAt: monday10,
  guestsAllowed: false,
  lostAlone: false,
  version: 1,
  ...over,
});

/** A pupil's referral, delivered to a provider unless another state is asked; it knows what its state must know. */
export const referral = (over: ReferralPatch = {}): Referral =>
  ({
    ...referralIn(over.state ?? 'delivered'),
    id: id(),
    reference: '2026-0042',
    trailId: id(),
    draftId: id(),
    clbId: id(),
    referrerId: id(),
    providerId: id<OrganisationId>(),
    serviceId: id<ServiceId>(),
    regionBecause: ['domicile', 'school'],
    alsoRegions: [],
    problemDomains: ['emotional', 'educational'],
    presence: 'problematic-absence',
    wantedForms: ['individual'],
    firstRegisteredAt: monday10,
    registeredAt: monday10,
    ...((over.state ?? 'delivered') === 'delivered'
      ? { deliveredAt: monday10, contactBy: new Date('2026-11-17T15:30:00Z') }
      : {}),
    version: 3,
    ...over,
  }) as Referral;

export const draft = (over: Partial<Draft> = {}): Draft => ({
  id: id(),
  trailId: id(),
  personId: id(),
  clbId: id(),
  step: 'describe-pupil',
  tried: [],
  typed: {},
  state: 'open',
  referralId: null,
  follows: null,
  createdAt: monday10,
  updatedAt: monday10,
  version: 1,
  ...over,
});

export const actor = (over: Partial<Actor> = {}): Actor => ({
  person: person(),
  conversation: conversation(),
  channel: null,
  organisations: [organisation()],
  language: 'nl',
  ...over,
});

/** Links that say what they lead to. */
export const links: Links = {
  document: (slug, params) => `https://bot.example/bestanden/${[slug, ...Object.values(params)].join('-')}`,
  page: (path) => `https://bot.example${path}`,
  chat: () => 'https://teams.microsoft.com/l/chat/0/0?users=28:bot',
  pass: (path, says) => `https://bot.example${path}/${Object.values(says).join('-')}`,
};

const calendarAt = (alwaysOpen: boolean) =>
  createCalendar({ alwaysOpen, weeklyHours: defaultSettings.weeklyHours, closedPeriods: [] });

export const context = (over: Partial<Context> = {}): Context => ({
  now: monday10,
  calendar: calendarAt(false),
  settings: defaultSettings,
  newId: id,
  newCode: () => ({ code: 'ABCD-EFGH-JKLM', digest: digestOf('ABCD-EFGH-JKLM') }),
  digestOf,
  local: false,
  links,
  version: '1.2.3',
  ...over,
});

export const actionContext = (over: Partial<ActionContext> = {}): ActionContext => ({
  ...context(),
  actor: actor(),
  messageId: null,
  turnId: 'turn-1',
  numbers: { nextReference: async (year) => `${year}-0042` },
  ...over,
});

export const viewContext = (over: Partial<ViewContext> = {}): ViewContext => ({
  now: monday10,
  language: 'nl',
  calendar: calendarAt(false),
  settings: defaultSettings,
  actor: null,
  local: false,
  links,
  version: '1.2.3',
  ...over,
});

/** The outcome of a decision that must not be a refusal. */
export function outcomeOf(verdict: Outcome | Refusal): Outcome {
  if (isRefusal(verdict)) throw new Error(`refused: ${verdict.refused}`);
  return verdict;
}
