import type { CardData } from '../../../../src/contracts/action.js';
import type { Draft } from '../../../../src/domain/draft.js';
import type { Language } from '../../../../src/domain/language.js';
import { intake } from '../../../../src/features/case/intake/index.js';
import * as given from '../../../support/given.js';
import { groupTyped, IntakeWorld, ordinary, ordinaryTyped } from './world.js';

export interface CardState {
  readonly slug: string;
  readonly name: string;
  readonly data: CardData;
}

const uuid = <T extends string>(number: number): T =>
  `11111111-1111-4111-8111-${String(number).padStart(12, '0')}` as string as T;

const ids = {
  draft: uuid<Draft['id']>(1),
  east: uuid<never>(2),
  farm: uuid<never>(3),
  west: uuid<never>(4),
  full: uuid<never>(5),
  referral: uuid<never>(6),
  young: uuid<never>(7),
};

const actions = new Map(intake.actions.map((action) => [action.slug, action]));
const views = new Map(intake.views.map((view) => [view.slug, view]));

/** A world with four services and one draft; everything in it is the same in every run. */
function worldOf(language: Language, over: Partial<Draft>): IntakeWorld {
  const world = new IntakeWorld();
  world.context = { ...world.context, actor: { ...world.context.actor, language } };
  world.addService({ id: ids.east, name: 'NAFT-Leerrecht Vlaams-Brabant Oost', waitWeeks: 5 });
  world.addService({ id: ids.farm, name: 'Zorgboerderij Voorbeeld', regions: ['VBO', 'AHV'], waitWeeks: 0 });
  world.addService({ id: ids.full, name: 'Dagbesteding Voorbeeld', regions: ['VBO'], fullUntil: '2027-08-31' });
  world.addService({ id: ids.west, name: 'NAFT-Leerrecht Asse-Halle-Vilvoorde', regions: ['AHV'] });
  world.addService({ id: ids.young, name: 'Aanbod onder 12 Voorbeeld', minimumAge: 6, maximumAge: 11 });
  world.addDraft({ id: ids.draft, ...over });
  return world;
}

type Form = 'form' | 'stored' | 'shown';

async function state(
  language: Language,
  [how, slug, name]: readonly [Form, string, string],
  over: Partial<Draft>,
  prepare: (world: IntakeWorld) => void = () => undefined,
): Promise<CardState> {
  const world = worldOf(language, over);
  prepare(world);
  const params = { draftId: ids.draft, referralId: ids.referral, personId: world.person.id };
  if (how === 'form') return { slug, name, data: await world.form(actions.get(slug), params) };
  const seen = await world.see(views.get(slug), params, { language, ...(how === 'stored' ? { actor: null } : {}) });
  const data = Object.fromEntries(Object.entries(seen ?? {}).filter(([key]) => key !== 'summary'));
  return { slug, name, data };
}

const addReferral =
  (over: Partial<Parameters<typeof given.referral>[0]> = {}) =>
  (world: IntakeWorld): void => {
    world.with(
      world.referrals,
      given.referral({
        id: ids.referral,
        draftId: ids.draft,
        clbId: world.clb.id,
        referrerId: world.person.id,
        serviceId: ids.east,
        regionBecause: ['domicile', 'school'],
        ...over,
      }),
    );
  };

const formStates = (language: Language): Promise<CardState>[] => {
  const tried = (slug: string) => ({ tried: [slug] });
  const form = (slug: string, name: string, over: Partial<Draft>) => state(language, ['form', slug, name], over);
  return [
    form('check-conditions', 'first', {}),
    form('check-conditions', 'errors', { ...tried('check-conditions'), typed: { danger: 'no', indication: 'no' } }),
    form('describe-pupil', 'first', { step: 'describe-pupil', typed: ordinary['check-conditions'] }),
    form('describe-pupil', 'errors', {
      ...tried('describe-pupil'),
      step: 'describe-pupil',
      typed: { pupilName: 'Noor', birthDate: '31/02/2012' },
    }),
    form('describe-group', 'errors', {
      ...tried('describe-group'),
      step: 'describe-pupil',
      typed: { target: 'group', groupName: 'klas B', groupSize: 'veel' },
    }),
    form('choose-region', 'first', {
      step: 'choose-region',
      typed: { ...ordinaryTyped, birthDate: '9/3/2016', schoolForm: 'primary', domicile: '', schoolPlace: '' },
    }),
    form('choose-region', 'ask', {
      ...tried('choose-region'),
      step: 'choose-region',
      typed: { ...ordinaryTyped, domicile: 'Nieuwrode', schoolPlace: 'Luven', residence: 'Zzzzzz' },
    }),
    form('choose-region', 'both', {
      ...tried('choose-region'),
      step: 'choose-region',
      typed: { ...ordinaryTyped, schoolPlace: 'Zaventem' },
    }),
    form('choose-region', 'outside', {
      tried: ['choose-region', 'region-asked'],
      step: 'choose-region',
      typed: { ...ordinaryTyped, domicile: 'Gent', schoolPlace: 'Hasselt', clbPlace: '' },
    }),
    form('choose-region', 'group', { step: 'choose-region', typed: { target: 'group' } }),
    form('describe-question', 'first', {
      step: 'describe-question',
      typed: { ...ordinary['check-conditions'], ...ordinary['describe-pupil'], ...ordinary['choose-region'] },
    }),
    form('describe-question', 'errors', {
      ...tried('describe-question'),
      step: 'describe-question',
      typed: { ...ordinary['choose-region'], question: 'Nummer 85.07.30-033.28' },
    }),
    form('record-consent', 'first', { step: 'record-consent', typed: ordinary['describe-pupil'] }),
    form('record-consent', 'errors', {
      ...tried('record-consent'),
      step: 'record-consent',
      typed: { ...ordinary['describe-pupil'], pupilConsent: 'not-applicable', guardianEmail: 'ouder' },
    }),
    form('record-consent', 'group', { step: 'record-consent', typed: { target: 'group' } }),
    form('choose-provider', 'first', { step: 'choose-provider', typed: ordinaryTyped }),
    form('choose-provider', 'full', {
      ...tried('choose-provider'),
      step: 'choose-provider',
      typed: { ...ordinaryTyped, service: ids.full },
    }),
    form('choose-provider', 'none fits', {
      step: 'choose-provider',
      typed: { ...ordinaryTyped, domicile: 'Gent', schoolPlace: 'Gent', clbPlace: 'Gent', region: 'outside' },
    }),
    form('discard-draft', 'ask', {}),
  ];
};

const viewStates = (language: Language): Promise<CardState>[] => {
  const shown = (slug: string, name: string, over: Partial<Draft>, prepare?: (world: IntakeWorld) => void) =>
    state(language, ['shown', slug, name], over, prepare);
  const stored = (name: string, over: Partial<Draft>, prepare?: (world: IntakeWorld) => void) =>
    state(language, ['stored', 'draft-post', name], over, prepare);
  const sent = { state: 'sent' as const, referralId: ids.referral };
  const sunday = new Date('2026-11-15T14:00:00Z');
  const complete = { step: 'review-referral' as const, typed: { ...ordinaryTyped, service: ids.east } };
  return [
    shown('intake-stopped', 'danger', { typed: { ...ordinary['check-conditions'], danger: 'yes' } }),
    shown('intake-stopped', 'not yet', {
      typed: {
        ...ordinary['check-conditions'],
        carePhase: 'broad-basic-care',
        indication: 'no',
        agreedWithSchool: 'no',
      },
    }),
    shown('duplicate-found', 'found', { typed: ordinaryTyped }, addReferral({ state: 'waitlisted' })),
    shown('review-referral', 'ready', complete),
    shown('review-referral', 'not complete', {
      ...complete,
      typed: { ...complete.typed, pupilConsent: 'to-ask', presence: '', service: ids.full },
    }),
    shown('review-referral', 'group', { ...complete, typed: { ...groupTyped, service: 'desk' } }),
    shown('open-drafts', 'one', { step: 'choose-region', typed: { danger: 'no' } }),
    stored('open', { step: 'choose-region', typed: { danger: 'no' } }),
    stored('delivered soon', sent, addReferral({ state: 'registered', deliveredAt: null, contactBy: null })),
    stored('delivered later', sent, (world) => {
      world.context = { ...world.context, now: sunday };
      addReferral({
        state: 'registered',
        deliverAt: new Date('2026-11-16T08:00:00Z'),
        deliveredAt: null,
        contactBy: null,
        registeredAt: sunday,
      })(world);
    }),
    stored('the desk chooses', sent, (world) => {
      world.context = { ...world.context, now: sunday };
      addReferral({ state: 'held', serviceId: null, deliverAt: null, deliveredAt: null, contactBy: null })(world);
    }),
    stored('delivered', sent, addReferral()),
    stored(
      'recalled',
      { ...complete, referralId: ids.referral },
      addReferral({ state: 'recalled', deliveredAt: null }),
    ),
    stored('discarded', { state: 'discarded' }),
  ];
};

/** Every card of the feature in its states, filled by the feature itself: the samples, and what is drawn in the tests. */
export const cardStates = (language: Language): Promise<CardState[]> =>
  Promise.all([...formStates(language), ...viewStates(language)]);
