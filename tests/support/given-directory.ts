import type { HelpLine, HelpOrganisation } from '../../src/domain/helpline/help-line.js';
import type { HelpLineId, HelpOrganisationId, MeetingId, SignalId } from '../../src/domain/ids.js';
import type { Meeting } from '../../src/domain/workgroup/meeting.js';
import type { Signal } from '../../src/domain/workgroup/signal.js';
import { id, monday10 } from './given.js';

export const helpOrganisation = (over: Partial<HelpOrganisation> = {}): HelpOrganisation => ({
  id: id<HelpOrganisationId>(),
  name: 'Voorbeeldorganisatie',
  description: null,
  email: null,
  website: null,
  foreign: null,
  version: 1,
  ...over,
});

export const helpLine = (over: Partial<HelpLine> = {}): HelpLine => ({
  id: id<HelpLineId>(),
  organisationId: id<HelpOrganisationId>(),
  kind: 'local-initiative',
  name: 'Voorbeeldlijn',
  description: null,
  phone: '016 00 00 00',
  email: null,
  website: null,
  address: null,
  weeklyHours: null,
  hoursNote: null,
  minimumAge: null,
  maximumAge: null,
  howToRefer: null,
  eligibility: null,
  alert: null,
  languages: [],
  regions: ['VBO'],
  municipalities: [],
  status: 'active',
  keeperId: null,
  keeperOrganisationId: null,
  assuredOn: '2026-11-01',
  askedOn: null,
  foreign: null,
  createdAt: monday10,
  updatedAt: monday10,
  version: 1,
  ...over,
});

export const signal = (over: Partial<Signal> = {}): Signal => ({
  id: id<SignalId>(),
  reference: 'S-2026-001',
  kind: 'bottleneck',
  text: 'Er is geen aanbod voor kleuters.',
  region: 'VBO',
  ageGroup: 'under-12',
  state: 'new',
  referralId: null,
  personId: null,
  organisationId: null,
  rule: null,
  counts: null,
  mergedInto: null,
  meetingId: null,
  deliveredTo: null,
  answer: null,
  decisionId: null,
  closedBecause: null,
  createdAt: monday10,
  updatedAt: monday10,
  version: 1,
  ...over,
});

/** A planned meeting, ten weeks after {@link monday10}. */
export const meeting = (over: Partial<Meeting> = {}): Meeting => ({
  id: id<MeetingId>(),
  schoolYear: '2026-2027',
  number: 2,
  startsAt: new Date('2027-01-25T13:00:00Z'),
  endsAt: new Date('2027-01-25T15:00:00Z'),
  location: 'Provinciehuis, Leuven',
  url: null,
  state: 'planned',
  sequence: 0,
  changedAt: monday10,
  reminded: [],
  version: 1,
  ...over,
});
