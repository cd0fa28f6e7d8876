import type { Actor } from '../../../../src/contracts/actor.js';
import type { CaseChange } from '../../../../src/contracts/case.js';
import type { Outcome, Refusal } from '../../../../src/contracts/outcome.js';
import { isRefusal } from '../../../../src/contracts/outcome.js';
import { event, type CaseEvent, type CaseEventName, type CaseEventData } from '../../../../src/domain/case/events.js';
import type { Referral, ReferralFacts, Side } from '../../../../src/domain/case/referral.js';
import type { ReferralState } from '../../../../src/domain/case/states.js';
import type { Typed } from '../../../../src/domain/draft.js';
import type { ReferralId } from '../../../../src/domain/ids.js';
import type { Organisation, Person, Service } from '../../../../src/domain/organisation.js';
import type { FeatureStage } from '../../../support/feature-stage.js';
import { actor, conversation, draft, monday10, channel, workerDetails } from '../../../support/given.js';
import { an, bert, bertsDetails, clb, desk, els, farm, farmers, jan, naft, otherClb, provider, uuid } from './cast.js';

export { an, bert, clb, desk, els, farm, farmers, jan, naft, otherClb, provider, uuid };

const inChannel = (who: Person, of: Organisation): Actor =>
  actor({ person: who, organisations: [of], channel: channelOf(of) });
const channelOf = (of: Organisation) =>
  channel({
    id: uuid(`e${of.id.slice(-2)}`),
    organisationId: of.id,
    conversationId: `19:${of.id}`,
    linkedBy: an.id,
    version: 0,
  });

/** An and Jan work for the CLB, Bert for the provider, Els for the desk. */
export const atClb = (who: Person = an): Actor => inChannel(who, clb);
export const alone = (who: Person = an): Actor =>
  actor({ person: who, organisations: [clb], conversation: conversation({ scope: 'personal' }) });
export const atProvider = (who: Person = bert): Actor => inChannel(who, provider);
export const atDesk = (who: Person = els): Actor => inChannel(who, desk);
export const stranger = (): Actor =>
  actor({ person: jan, organisations: [otherClb], conversation: conversation({ scope: 'personal' }) });
export const nobody = (): Actor => actor({ person: jan, organisations: [] });

export const daysAgo = (count: number, from: Date = monday10): Date => new Date(from.getTime() - count * 86_400_000);
const tuesday1630 = new Date('2026-11-17T15:30:00Z');

/** What was typed about a pupil from Leuven who goes to school in Zaventem: both regions fit. */
export const typed: Typed = {
  target: 'pupil',
  pupilName: 'Noor Voorbeeld',
  birthDate: '2012-03-09',
  enrolment: 'enrolled',
  schoolForm: 'bso',
  schoolName: 'School Voorbeeld',
  domicile: 'Leuven',
  schoolPlace: 'Zaventem',
  clbPlace: 'Leuven',
  region: 'VBO',
  service: naft.id as string,
  question: 'Iets persoonlijks',
};

const facts: Omit<ReferralFacts, 'reference' | 'trailId' | 'draftId' | 'firstRegisteredAt' | 'registeredAt'> = {
  clbId: clb.id,
  referrerId: an.id,
  providerId: provider.id,
  serviceId: naft.id,
  target: 'pupil',
  ageBand: '14-15',
  schoolForm: 'bso',
  region: 'VBO',
  regionBecause: ['domicile', 'school'],
  alsoRegions: [],
  source: 'clb',
  enrolment: 'enrolled',
  problemDomains: ['emotional', 'educational'],
  efforts: ['remedial'],
  presence: 'problematic-absence',
  wantedForms: ['individual'],
  urgency: 'normal',
  groupSize: null,
};

/** How a referral stands, and what its events say; everything happened when it was registered, unless `at` says later. */
export interface Life {
  readonly state?: ReferralState;
  readonly days?: number;
  /** When the last thing happened. */
  readonly at?: Date;
  readonly facts?: Partial<ReferralFacts>;
  readonly contactBy?: Date;
  readonly deliverAt?: Date;
  readonly startOn?: string | null;
  /** Who answered. */
  readonly by?: Person;
  readonly reason?: CaseEventData<'no-match'>['reason'];
  readonly withdrawn?: CaseEventData<'withdrawn'>['reason'];
  readonly typed?: Typed | null;
}

type Step = (life: Required<Pick<Life, 'contactBy' | 'startOn' | 'reason' | 'withdrawn'>>, by: Byes) => CaseEvent;
interface Byes {
  readonly provider: Parameters<typeof event>[2];
  readonly clb: Parameters<typeof event>[2];
  readonly clock: Parameters<typeof event>[2];
}
const step =
  <N extends CaseEventName>(name: N, side: keyof Byes, data: (life: Parameters<Step>[0]) => CaseEventData<N>): Step =>
  (life, by) =>
    event(name, data(life), by[side]) as CaseEvent;

const none = () => ({});
const arrived = [
  step('dispatched', 'clock', () => ({ channel: true })),
  step('delivered', 'clock', ({ contactBy }) => ({ how: 'teams' as const, contactBy })),
];
const contacted = [...arrived, step('contacted', 'provider', none)];
const waits = [...contacted, step('waitlisted', 'provider', ({ startOn }) => ({ expectedStartOn: startOn }))];

/** What happened to a referral that stands so. */
const ways: Readonly<Record<ReferralState, readonly Step[]>> = {
  registered: [],
  held: [],
  recalled: [step('recalled', 'clb', none)],
  dispatched: arrived.slice(0, 1),
  'to-phone': [step('dispatched', 'clock', () => ({ channel: false }))],
  delivered: arrived,
  contacted,
  placed: [...contacted, step('placed', 'provider', none)],
  'waitlist-proposed': [
    ...contacted,
    step('waitlist-proposed', 'provider', ({ startOn }) => ({ expectedStartOn: startOn })),
  ],
  waitlisted: waits,
  'place-free': [...waits, step('place-freed', 'provider', () => ({ reason: null }))],
  full: [
    ...contacted,
    step('full', 'provider', () => ({ until: '2027-08-31', marking: 'marking', asked: true, before: null })),
  ],
  'no-match': [...contacted, step('no-match', 'provider', ({ reason }) => ({ reason, note: null }))],
  completed: [
    ...contacted,
    step('placed', 'provider', none),
    step('completed', 'provider', () => ({ outcome: 'back-soon' as const })),
  ],
  withdrawn: [...arrived, step('withdrawn', 'clb', ({ withdrawn }) => ({ reason: withdrawn }))],
};

/** A CLB, two providers, a desk and their people on a real database, with whatever a test adds. */
export class CaseWorld {
  static async on(stage: FeatureStage, services: readonly Service[] = [naft, farm]): Promise<CaseWorld> {
    await stage.clear();
    const world = new CaseWorld(stage);
    await stage.put(
      ...[clb, otherClb, provider, farmers, desk].map((row) => ({ put: 'organisation', row }) as const),
      ...[an, bert, els, jan].map((row) => ({ put: 'person', row }) as const),
      { put: 'worker', row: workerDetails({ personId: an.id }) },
      { put: 'worker', row: bertsDetails },
      ...[clb, provider, desk].map((one) => ({ put: 'channel', row: channelOf(one) }) as const),
      ...services.map((row) => ({ put: 'service', row }) as const),
    );
    return world;
  }

  private constructor(readonly stage: FeatureStage) {}

  /** A referral with this number that stands as `life` says; a trail of its own, unless the facts say another. */
  async refers(number: number, life: Life = {}): Promise<Referral> {
    const { state = 'delivered', days = 1, startOn = null, reason = 'age', withdrawn = 'solved' } = life;
    const registeredAt = daysAgo(days);
    const all: ReferralFacts = {
      ...facts,
      reference: `2026-${String(number).padStart(4, '0')}`,
      trailId: uuid(`71${number}`),
      draftId: uuid(`d0${number}`),
      firstRegisteredAt: registeredAt,
      registeredAt,
      ...life.facts,
    };
    const id = uuid<ReferralId>(String(number));
    await this.#base(id, all, life.typed);
    const by = (side: Side, person: Person | null, of: Organisation | null, at = registeredAt) => ({
      at,
      side,
      personId: person?.id ?? null,
      organisationId: of?.id ?? null,
    });
    const held = state === 'held' ? ('looks-first' as const) : null;
    const deliverAt = held === null ? (life.deliverAt ?? registeredAt) : null;
    const steps = ways[state];
    const events = steps.map((one, index) => {
      const at = index === steps.length - 1 ? (life.at ?? registeredAt) : registeredAt;
      const byes = {
        provider: by('provider', life.by ?? bert, provider, at),
        clb: by('clb', an, clb, at),
        clock: by('clock', null, null, at),
      };
      return one({ contactBy: life.contactBy ?? tuesday1630, startOn, reason, withdrawn }, byes);
    });
    const first = event('registered', { again: false, held, deliverAt, facts: all }, by('clb', an, clb));
    await this.stage.happen({ id, before: null, events: [first, ...events] });
    return this.referral(number);
  }

  /** Something that happened to a referral, whatever the rules say. */
  async happened<N extends CaseEventName>(
    number: number,
    name: N,
    data: CaseEventData<N>,
    by: { side?: Side; person?: Person | null; at?: Date } = {},
  ): Promise<void> {
    const before = await this.referral(number);
    const { side = 'provider', person = bert, at = this.stage.now } = by;
    const one = event(name, data, { at, side, personId: person?.id ?? null, organisationId: null }) as CaseEvent;
    await this.stage.happen({ id: before.id, before, events: [one] } satisfies CaseChange);
  }

  referral = async (number: number): Promise<Referral> =>
    (await this.stage.read.referral(uuid<ReferralId>(String(number))))!;

  /** Names of what happened to a referral. */
  history = async (number: number): Promise<string[]> =>
    (await this.stage.read.caseOf(uuid<ReferralId>(String(number))))!.history.map(({ name }) => name);

  /** What was told under a post, oldest first: the view and what of. */
  async told(): Promise<string[]> {
    const rows = await this.stage.database.kysely
      .selectFrom('message')
      .select(['view', 'params'])
      .where('underKey', 'is not', null)
      .orderBy('seq')
      .execute();
    return rows.map(({ view, params }) => `${view} ${String((params as { what?: string }).what)}`);
  }

  /** Keys of messages whose filling is asked for again. */
  async keys(): Promise<string[]> {
    const rows = await this.stage.database.kysely.selectFrom('message').select('key').orderBy('seq').execute();
    return rows.map(({ key }) => key);
  }

  async #base(id: ReferralId, of: ReferralFacts, known: Typed | null = typed): Promise<void> {
    const trail = { id: of.trailId, firstRegisteredAt: of.firstRegisteredAt, createdAt: of.registeredAt, version: 0 };
    const isNew = (await this.stage.read.trail(of.trailId)) === null;
    const row = draft({
      id: of.draftId,
      trailId: of.trailId,
      personId: of.referrerId,
      clbId: of.clbId,
      state: 'sent',
      referralId: id,
      typed: known ?? {},
      version: 0,
    });
    await this.stage.put(...(isNew ? [{ put: 'trail', row: trail } as const] : []), { put: 'draft', row });
    this.#file = { id, of, known };
  }

  #file: { id: ReferralId; of: ReferralFacts; known: Typed | null } | null = null;

  /** The sealed part of the referral that was made last. */
  async withFile(): Promise<void> {
    const { id, of, known } = this.#file!;
    if (known === null) return;
    await this.stage.put({
      put: 'caseFile',
      row: { referralId: id, trailId: of.trailId, typed: known },
      clbId: of.clbId,
      identity: null,
    });
  }
}

/** The outcome of a press that is expected to be allowed. */
export function allowed(result: Outcome | Refusal): Outcome {
  if (isRefusal(result)) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result;
}
