import type { CardData } from '../../../../src/contracts/action.js';
import type { CaseEventData } from '../../../../src/domain/case/events.js';
import type { ReferralFacts } from '../../../../src/domain/case/referral.js';
import type { Service } from '../../../../src/domain/organisation.js';
import type { Draft } from '../../../../src/domain/draft.js';
import type { ReferralId } from '../../../../src/domain/ids.js';
import { languages, type Language } from '../../../../src/domain/language.js';
import { intake } from '../../../../src/features/case/intake/index.js';
import type { FeatureStage } from '../../../support/feature-stage.js';
import { groupTyped, ordinary, ordinaryTyped } from './intakes.js';
import { IntakeWorld, sunday, type Happening } from './world.js';

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

/** A world with some services and one draft; everything in it is the same in every run. */
async function worldOf(stage: FeatureStage, over: Partial<Draft>): Promise<IntakeWorld> {
  const world = await IntakeWorld.on(stage);
  for (const service of services) await world.link((await world.addService(service)).organisationId);
  await world.addService({ id: ids.farm, name: 'Zorgboerderij Voorbeeld', regions: ['VBO', 'AHV'], waitWeeks: 0 });
  await world.addDraft({ id: ids.draft, ...over });
  return world;
}

const services: readonly Partial<Service>[] = [
  { id: ids.east, name: 'NAFT-Leerrecht Vlaams-Brabant Oost', waitWeeks: 5 },
  { id: ids.full, name: 'Dagbesteding Voorbeeld', regions: ['VBO'], fullUntil: '2027-08-31' },
  { id: ids.west, name: 'NAFT-Leerrecht Asse-Halle-Vilvoorde', regions: ['AHV'] },
  { id: ids.young, name: 'Aanbod onder 12 Voorbeeld', minimumAge: 6, maximumAge: 11 },
];

type Form = 'form' | 'stored' | 'shown';
type Prepare = (world: IntakeWorld) => Promise<void>;

/** One card in one state, still to be filled; in each language. */
type Making = (stage: FeatureStage) => Promise<Record<Language, CardState>>;

const state =
  (how: Form, slug: string, name: string, over: Partial<Draft>, prepare?: Prepare): Making =>
  async (stage) => {
    const world = await worldOf(stage, over);
    await prepare?.(world);
    const filled = async (language: Language): Promise<CardState> => ({
      slug,
      name,
      data: withoutChance(await dataOf(world, how, slug, language), world),
    });
    return { nl: await filled('nl'), en: await filled('en') };
  };

async function dataOf(world: IntakeWorld, how: Form, slug: string, language: Language): Promise<CardData> {
  world.actor = { ...world.actor, language };
  const params = { draftId: ids.draft, referralId: ids.referral, personId: world.person.id };
  if (how === 'form') return world.form(actions.get(slug)!, params);
  const view = views.get(slug)!;
  const seen = how === 'stored' ? world.stored(view, params, language) : world.see(view, params);
  return Object.fromEntries(Object.entries((await seen) ?? {}).filter(([key]) => key !== 'summary'));
}

/** Ids that are counted differently in another order of tests. */
const withoutChance = (data: CardData, { person }: IntakeWorld): CardData =>
  JSON.parse(JSON.stringify(data).replaceAll(person.id, uuid(8))) as CardData;

const referred =
  (over: Partial<ReferralFacts>, ...happened: readonly Happening[]): Prepare =>
  async (world) => {
    const { trailId } = await world.draft(ids.draft);
    const { organisationId: providerId } = (await world.stage.read.service(ids.east))!;
    await world.refer(ids.referral, { draftId: ids.draft, trailId, providerId, serviceId: ids.east, ...over });
    for (const [name, data] of happened) await world.happened(ids.referral, name, data as CaseEventData<typeof name>);
  };

const delivered: readonly Happening[] = [
  ['dispatched', { channel: true }],
  ['delivered', { how: 'teams', contactBy: new Date('2026-11-17T15:30:00Z') }],
];

const waitlisted: Happening = ['waitlisted', { expectedStartOn: null }];

/** A live referral of a pupil with this name and the birth date of the draft. */
const addPupil =
  (number: number, name: string, ...happened: readonly Happening[]): Prepare =>
  async (world) => {
    const { organisationId: providerId } = (await world.stage.read.service(ids.east))!;
    const reference = `2026-${String(number).padStart(4, '0')}`;
    await world.addPupil(uuid<ReferralId>(number), name, happened, { reference, providerId, serviceId: ids.east });
  };

const schoolTyped: Partial<Draft> = {
  tried: ['describe-pupil'],
  typed: { ...ordinary['describe-pupil'], schoolName: 'Instituut Voorbeeld', schoolPlace: '' },
};

/** Schools of which this CLB referred before. */
const knowSchools: Prepare = async (world) => {
  const names = ['Atheneum Voorbeeld', 'Lyceum Voorbeeld', 'Vrije Basisschool Voorbeeld'];
  for (const name of names) await world.addSchool(name, 'Leuven');
};

const formStates = (): Making[] => {
  const tried = (slug: string) => ({ tried: [slug] });
  const form = (slug: string, name: string, over: Partial<Draft>) => state('form', slug, name, over);
  return [
    form('describe-pupil', 'first', {}),
    form('describe-pupil', 'errors', {
      ...tried('describe-pupil'),
      typed: { pupilName: 'Noor', birthDate: '31/02/2012', indication: 'no', agreedWithSchool: 'no-school' },
    }),
    form('describe-pupil', 'ask', {
      ...tried('describe-pupil'),
      typed: { ...ordinaryTyped, domicile: 'Nieuwrode', schoolPlace: 'Luven', residence: 'Zzzzzz' },
    }),
    form('describe-pupil', 'both', {
      ...tried('describe-pupil'),
      typed: { ...ordinaryTyped, schoolPlace: 'Zaventem' },
    }),
    form('describe-pupil', 'outside', {
      tried: ['describe-pupil', 'region-asked'],
      typed: { ...ordinaryTyped, domicile: 'Gent', schoolPlace: 'Hasselt', clbPlace: '' },
    }),
    state('form', 'describe-pupil', 'schools of before', {}, knowSchools),
    state('form', 'describe-pupil', 'a school that is not in the list', schoolTyped, knowSchools),
    form('describe-pupil', 'changed from the review', { step: 'review-referral', typed: ordinaryTyped }),
    form('describe-group', 'errors', {
      ...tried('describe-group'),
      typed: { target: 'group', groupName: 'klas B', groupSize: 'veel' },
    }),
    form('describe-question', 'first', {
      step: 'describe-question',
      typed: ordinary['describe-pupil'],
    }),
    form('describe-question', 'under 12', {
      step: 'describe-question',
      typed: { ...ordinary['describe-pupil'], birthDate: '9/3/2016', schoolForm: 'primary' },
    }),
    form('describe-question', 'errors', {
      ...tried('describe-question'),
      step: 'describe-question',
      typed: { ...ordinary['describe-pupil'], stepsTaken: 'Nummer 85.07.30-033.28' },
    }),
    form('record-consent', 'first', { step: 'record-consent', typed: ordinary['describe-pupil'] }),
    form('record-consent', 'errors', {
      ...tried('record-consent'),
      step: 'record-consent',
      typed: { ...ordinary['describe-pupil'], pupilConsent: 'not-applicable', guardianEmail: 'ouder' },
    }),
    form('record-consent', 'group', { step: 'record-consent', typed: { target: 'group' } }),
    form('discard-draft', 'ask', {}),
  ];
};

const viewStates = (): Making[] => {
  const shown = (slug: string, name: string, over: Partial<Draft>, prepare?: Prepare) =>
    state('shown', slug, name, over, prepare);
  const stored = (name: string, over: Partial<Draft>, prepare?: Prepare) =>
    state('stored', 'draft-post', name, over, prepare);
  const onSunday =
    (prepare: Prepare): Prepare =>
    async (world) => {
      world.stage.now = sunday;
      await prepare(world);
    };
  const sent = { state: 'sent' as const, referralId: ids.referral };
  const complete = { step: 'review-referral' as const, typed: { ...ordinaryTyped, service: ids.east } };
  const begun = {
    step: 'describe-question' as const,
    typed: ordinary['describe-pupil'],
  };
  return [
    shown('intake-stopped', 'danger', { typed: { danger: 'yes' } }),
    shown('intake-stopped', 'not yet', {
      typed: { carePhase: 'broad-basic-care', indication: 'no', agreedWithSchool: 'no' },
    }),
    shown('duplicate-found', 'one', { typed: ordinaryTyped }, addPupil(9, 'Noor Voorbeeld', waitlisted)),
    shown('duplicate-found', 'several', { typed: ordinaryTyped }, async (world) => {
      await addPupil(10, 'Noor Voorbeeld', ...delivered)(world);
      await addPupil(11, 'Noor Voorbeeld', waitlisted)(world);
      await addPupil(12, 'Noor Marie Voorbeeld')(world);
    }),
    shown('duplicate-found', 'looks like it', { typed: ordinaryTyped }, addPupil(9, 'Nour Voorbeelt', ...delivered)),
    shown('review-referral', 'ready', complete),
    shown('review-referral', 'not complete', {
      ...complete,
      typed: { ...complete.typed, pupilConsent: 'to-ask', presence: '', service: ids.full },
    }),
    shown('review-referral', 'nothing chosen yet', { ...complete, typed: ordinaryTyped }),
    shown('review-referral', 'none fits', {
      ...complete,
      typed: { ...ordinaryTyped, domicile: 'Gent', schoolPlace: 'Gent', clbPlace: 'Gent', region: 'outside' },
    }),
    shown('review-referral', 'group', { ...complete, typed: { ...groupTyped, service: 'desk' } }),
    state('stored', 'open-drafts', 'in the chat', begun),
    shown('open-drafts', 'for the person', begun),
    stored('just begun', {}),
    stored('open', begun),
    stored('delivered soon', sent, referred({})),
    stored('delivered later', sent, onSunday(referred({ registeredAt: sunday }))),
    stored('the desk chooses', sent, onSunday(referred({ serviceId: null, providerId: null }))),
    stored('under way', sent, referred({}, ['dispatched', { channel: true }])),
    stored('the desk phones', sent, referred({}, ['dispatched', { channel: false }])),
    stored('delivered', sent, referred({}, ...delivered)),
    stored('recalled', { ...complete, referralId: ids.referral }, referred({}, ['recalled', {}])),
    stored('discarded', { state: 'discarded' }),
  ];
};

/** Every card of the feature in its states, filled by the feature itself: the samples, and what is drawn in the tests. */
export async function cardStates(stage: FeatureStage): Promise<Record<Language, CardState[]>> {
  const states: Record<Language, CardState[]> = { nl: [], en: [] };
  for (const making of [...formStates(), ...viewStates()]) {
    const made = await making(stage);
    for (const language of languages) states[language].push(made[language]);
  }
  return states;
}
