import type { Action, Filled, View } from '../../../src/contracts/action.js';
import { isRefusal } from '../../../src/contracts/outcome.js';
import type { OrganisationId, ServiceId } from '../../../src/domain/ids.js';
import { defaultSettings } from '../../../src/domain/settings.js';
import { addOrganisation } from '../../../src/features/desk/add-organisation.js';
import { clock } from '../../../src/features/desk/clock.js';
import { directoryHistory } from '../../../src/features/desk/directory-history.js';
import { deskMenu } from '../../../src/features/desk/desk-menu.js';
import { editHours } from '../../../src/features/desk/edit-hours.js';
import { editOrganisation } from '../../../src/features/desk/edit-organisation.js';
import { editService } from '../../../src/features/desk/edit-service.js';
import { editPrivacy } from '../../../src/features/desk/edit-privacy.js';
import { editTerms } from '../../../src/features/desk/edit-terms.js';
import { organisationCard } from '../../../src/features/desk/organisation-card.js';
import { organisationList } from '../../../src/features/desk/organisation-list.js';
import { stuckJob } from '../../../src/features/desk/stuck-job.js';
import { teamsAway } from '../../../src/features/desk/teams-away.js';
import { undelivered } from '../../../src/features/desk/undelivered.js';
import { undeliveredList } from '../../../src/features/desk/undelivered-list.js';
import { textAt } from '../../../src/texts/index.js';
import type { Drawing } from '../../support/drawings.js';
import { monday10, organisation, viewContext } from '../../support/given.js';
import { entry, settingsId } from '../../../src/domain/timeline/entries.js';
import { atDesk, bram, clb, desk, farm, lost, naft, naftChannel, offer, readOf, uuid, type World } from './world.js';

const saturday = new Date('2026-11-21T10:00:00Z');

const ofView = (view: View, name: string, params: object, world: World, over: object = {}): Drawing => ({
  feature: 'desk',
  slug: view.slug,
  name,
  async data(language) {
    const context = viewContext({ language, ...over });
    return view.fill(await view.load(readOf(world), view.params.parse(params), context), context);
  },
});

const ofForm = (action: Action, name: string, subject: object, world: World = {}, wrong?: Filled): Drawing => ({
  feature: 'desk',
  slug: action.slug,
  name,
  async data(language) {
    const given = atDesk();
    const context = { ...given, actor: { ...given.actor, language } };
    const loaded = await action.load(readOf(world), subject, context);
    if (isRefusal(loaded)) throw new Error(`refused: ${loaded.refused}`);
    const { typed, errors: codes } = wrong ?? { typed: {}, errors: {} };
    const sentence = (code: string) => textAt(language, `desk.${action.slug}.errors.${code}`) ?? `no text for ${code}`;
    const errors = Object.fromEntries(Object.entries(codes).map(([field, code]) => [field, sentence(code)]));
    return { ...action.form?.(loaded, context, { typed, errors }), errors };
  },
});

const many = Array.from({ length: 13 }, (_, index) =>
  organisation({
    id: uuid<OrganisationId>(`c${10 + index}`),
    name: `CLB Voorbeeld ${String(index + 1).padStart(2, '0')}`,
  }),
);
const messages = [
  lost(),
  lost({ id: uuid('5e2'), view: 'offer-update' }),
  lost({ id: uuid('5e3'), view: 'offer-update' }),
  lost({ id: uuid('5e4'), organisationId: null, reason: 'gone', view: 'help-card' }),
];

const on = (day: number): Date => new Date(Date.UTC(2026, 10, day, 9));
const toldOfNaft = [
  { what: entry('organisation', naft.id, 'added', { kind: 'provider' }), now: on(2) },
  {
    what: entry('organisation', naft.id, 'edited', {
      fields: ['phone', 'coordinatorId', 'roundTableBy'],
      values: {
        phone: { from: null, to: '016 12 34 56' },
        coordinatorId: { from: null, to: bram.id },
        roundTableBy: { from: 'provider', to: 'clb' },
      },
    }),
    now: on(4),
  },
  {
    what: entry('service', offer.id, 'edited', {
      fields: ['regions', 'minimumAge', 'active', 'about'],
      values: {
        regions: { from: ['VBO'], to: ['VBO', 'AHV'] },
        minimumAge: { from: null, to: 12 },
        active: { from: true, to: false },
      },
    }),
    now: on(9),
  },
  {
    what: entry('service', offer.id, 'full-until', { from: null, to: '2027-01-31' }),
    now: on(11),
    personId: bram.id,
    organisationId: naft.id,
  },
  {
    what: entry('organisation', naft.id, 'channel-suspended', { channelId: naftChannel.id }),
    now: on(12),
    personId: null,
  },
];
const toldOfSettings = [
  {
    what: entry('settings', settingsId, 'changed', {
      fields: ['contactWithinMinutes', 'draftDays', 'deskFirst', 'weeklyHours'],
      values: {
        contactWithinMinutes: { from: 780, to: 450 },
        draftDays: { from: 30, to: 1 },
        deskFirst: { from: false, to: true },
      },
    }),
    now: on(10),
  },
];

const views: Drawing[] = [
  ofView(deskMenu as View, 'open', {}, { held: 2, overdue: 5, messages }),
  ofView(
    deskMenu as View,
    'closed, looks first',
    {},
    {},
    { now: saturday, settings: { ...defaultSettings, deskFirst: true } },
  ),
  ofView(organisationList as View, 'a few', {}, { organisations: [naft, clb, desk, farm] }),
  ofView(organisationList as View, 'second page', { page: '2' }, { organisations: [...many, desk] }),
  ofView(organisationCard as View, 'provider', { organisationId: naft.id }, {}),
  ofView(
    organisationCard as View,
    'provider, complete',
    { organisationId: naft.id },
    {
      organisations: [{ ...naft, coordinatorId: bram.id, phone: '016 12 34 56', email: 'naft@voorbeeld.example' }],
      services: [offer, { ...offer, id: uuid<ServiceId>('52'), name: 'Leerrecht', minimumAge: null, active: false }],
    },
  ),
  ofView(organisationCard as View, 'no service', { organisationId: farm.id }, { organisations: [farm] }),
  ofView(organisationCard as View, 'CLB', { organisationId: clb.id }, {}),
  ofView(directoryHistory as View, 'organisation', { organisationId: naft.id }, { told: toldOfNaft }),
  ofView(directoryHistory as View, 'the desk with its terms', { organisationId: desk.id }, { told: toldOfSettings }),
  ofView(
    directoryHistory as View,
    'second page',
    { organisationId: desk.id, page: '2' },
    { told: [...Array(11)].map(() => toldOfSettings[0]!) },
  ),
  ofView(directoryHistory as View, 'nothing yet', { organisationId: clb.id }, {}),
  ofView(undelivered as View, 'waiting', { organisationId: naft.id, reason: 'suspended' }, { messages }),
  ofView(undelivered as View, 'chat', { organisationId: null, reason: 'gone' }, { messages }),
  ofView(undelivered as View, 'delivered after all', { organisationId: naft.id, reason: 'suspended' }, {}),
  ofView(undeliveredList as View, 'some', {}, { messages }),
  ofView(undeliveredList as View, 'none', {}, {}),
  ofView(stuckJob as View, 'failing', { job: 'check-list' }, { stuck: 'check-list' }),
  ofView(stuckJob as View, 'over', { job: 'check-list' }, {}),
  ofView(undeliveredList as View, 'while Teams is away', {}, { outage: { since: monday10, until: null } }),
  ofView(teamsAway as View, 'away', { since: monday10.toISOString() }, { outage: { since: monday10, until: null } }),
  ofView(
    teamsAway as View,
    'back',
    { since: monday10.toISOString() },
    { outage: { since: monday10, until: saturday } },
  ),
  ofView(clock as View, 'now', {}, {}, { local: true }),
  ofView(clock as View, 'not understood', { problem: 'unclear' }, {}, { local: true, now: saturday }),
];

const forms: Drawing[] = [
  ofForm(addOrganisation as Action, 'empty', {}),
  ofForm(
    addOrganisation as Action,
    'errors',
    { organisationId: uuid('e5') },
    {},
    {
      typed: { name: 'CLB Voorbeeld Leuven', kind: 'clb', language: 'nl', municipality: 'Antwerpen' },
      errors: { name: 'name-taken', municipality: 'municipality-outside' },
    },
  ),
  ofForm(editOrganisation as Action, 'provider', { organisationId: naft.id }),
  ofForm(editOrganisation as Action, 'provider without channel', { organisationId: naft.id }, { members: [] }),
  ofForm(
    editOrganisation as Action,
    'CLB, errors',
    { organisationId: clb.id },
    {},
    {
      typed: { name: 'CLB Voorbeeld Leuven', language: 'nl', municipality: 'Leuven', phone: '12', email: 'an' },
      errors: { phone: 'phone-strange', email: 'email-strange' },
    },
  ),
  ofForm(editService as Action, 'new', { organisationId: naft.id }),
  ofForm(editService as Action, 'change', { organisationId: naft.id, serviceId: offer.id }),
  ofForm(
    editService as Action,
    'errors',
    { organisationId: naft.id, serviceId: offer.id },
    {},
    {
      typed: { name: 'NAFT', regions: '', minimumAge: '16', maximumAge: '12', fromFirstSecondary: 'false' },
      errors: { regions: 'regions-missing', maximumAge: 'ages-backwards' },
    },
  ),
  ofForm(editHours as Action, 'present', {}),
  ofForm(
    editHours as Action,
    'errors',
    {},
    {},
    {
      typed: { monday: 'voormiddag', tuesday: '16-9', closed: 'kerstvakantie' },
      errors: { monday: 'not-hours', tuesday: 'hours-backwards', closed: 'not-dates' },
    },
  ),
  ofForm(editTerms as Action, 'present', {}),
  ofForm(editPrivacy as Action, 'present', {}),
  ofForm(
    editPrivacy as Action,
    'errors',
    {},
    {},
    {
      typed: {
        controller: 'Voorbeeldvereniging',
        privacyOfficer: 'privacy@voorbeeld.example',
        trailDays: '7',
        auditDays: '',
      },
      errors: { trailDays: 'days-strange', auditDays: 'days-strange' },
    },
  ),
  ofForm(
    editTerms as Action,
    'errors',
    {},
    {},
    {
      typed: { contactHours: 'snel', draftDays: '0' },
      errors: { contactHours: 'hours-strange', draftDays: 'days-strange' },
    },
  ),
];

export const drawings: readonly Drawing[] = [...views, ...forms];
