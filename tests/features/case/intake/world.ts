import type { Action, CardData, Job, View } from '../../../../src/contracts/action.js';
import type { Actor } from '../../../../src/contracts/actor.js';
import { isRefusal, type Outcome, type Refusal } from '../../../../src/contracts/outcome.js';
import { event, type CaseEventName, type CaseEventData } from '../../../../src/domain/case/events.js';
import type { Referral, ReferralFacts } from '../../../../src/domain/case/referral.js';
import type { Draft, Trail } from '../../../../src/domain/draft.js';
import type { DraftId, OrganisationId, ReferralId } from '../../../../src/domain/ids.js';
import type { Language } from '../../../../src/domain/language.js';
import type { Organisation, Service } from '../../../../src/domain/organisation.js';
import { sendReferral } from '../../../../src/features/case/intake/send-referral.js';
import type { FeatureStage } from '../../../support/feature-stage.js';
import * as given from '../../../support/given.js';
import { ordinaryTyped } from './intakes.js';

type Data = Readonly<Record<string, unknown>>;

/** Something that happened to a referral, with what is told of it. */
export type Happening = readonly [CaseEventName, object];

/** Outside the desk’s hours, and when it opens again. */
export const sunday = new Date('2026-11-15T14:00:00Z');
export const monday9 = new Date('2026-11-16T08:00:00Z');

/** A CLB worker with a personal chat, a desk, and whatever a test adds; on an empty database. */
export class IntakeWorld {
  static async on(stage: FeatureStage): Promise<IntakeWorld> {
    await stage.clear();
    const world = new IntakeWorld(stage);
    await stage.put(
      { put: 'organisation', row: world.clb },
      { put: 'organisation', row: given.organisation({ kind: 'desk', name: 'Meldpunt', version: 0 }) },
      { put: 'person', row: world.person },
    );
    return world;
  }

  readonly clb: Organisation = given.organisation({ name: 'CLB Voorbeeld Leuven', version: 0 });
  readonly person = given.person();
  actor: Actor = given.actor({
    person: this.person,
    conversation: given.conversation({ scope: 'personal', conversationId: 'a:an', name: null }),
    organisations: [this.clb],
  });

  private constructor(readonly stage: FeatureStage) {}

  /** The draft that was touched last. */
  async draft(id?: DraftId): Promise<Draft> {
    const rows = await this.stage.database.kysely.selectFrom('draft').select('id').orderBy('updatedAt').execute();
    return (await this.stage.read.draft(id ?? rows.at(-1)!.id))!;
  }

  /** A school of which this CLB referred before. */
  addSchool(name: string, municipality: string): Promise<void> {
    return this.stage.put({ put: 'school', row: { organisationId: this.clb.id, name, municipality } });
  }

  count(table: 'draft' | 'referral' | 'message'): Promise<number> {
    return this.stage.database.kysely
      .selectFrom(table)
      .select(({ fn }) => fn.countAll().as('count'))
      .executeTakeFirstOrThrow()
      .then(({ count }) => Number(count));
  }

  /** The referral that was made from a draft. */
  async referralOf(draftId: DraftId): Promise<Referral> {
    const { referralId } = await this.draft(draftId);
    return (await this.stage.read.referral(referralId!))!;
  }

  /** Keys of the living messages, in the order in which they were made. */
  async messages(): Promise<{ key: string; view: string; wantedRevision: number }[]> {
    return this.stage.database.kysely
      .selectFrom('message')
      .select(['key', 'view', 'wantedRevision'])
      .orderBy('seq')
      .execute();
  }

  async clocks(): Promise<Record<string, Date>> {
    const rows = await this.stage.database.kysely.selectFrom('due').select(['key', 'at']).execute();
    return Object.fromEntries(rows.map(({ key, at }) => [key, at]));
  }

  async addTrail(over: Partial<Trail> = {}): Promise<Trail> {
    const row = {
      id: given.id<Trail['id']>(),
      firstRegisteredAt: null,
      createdAt: given.monday10,
      version: 0,
      ...over,
    };
    await this.stage.put({ put: 'trail', row });
    return { ...row, version: 1 };
  }

  /** A draft of this person as if it had been typed. */
  async addDraft(over: Partial<Draft> = {}): Promise<Draft> {
    const trailId = over.trailId ?? (await this.addTrail()).id;
    const row = given.draft({ personId: this.person.id, clbId: this.clb.id, ...over, trailId, version: 0 });
    await this.stage.put({ put: 'draft', row });
    return { ...row, version: 1 };
  }

  /** A service of a provider of its own. */
  async addService(over: Partial<Service> = {}): Promise<Service> {
    const provider = given.organisation({ kind: 'provider', name: 'NAFT', version: 0 });
    const row = given.service({ organisationId: provider.id, ...over, version: 0 });
    await this.stage.put({ put: 'organisation', row: provider }, { put: 'service', row });
    return { ...row, version: 1 };
  }

  /** The provider is in Teams: it has a linked channel. */
  async link(organisationId: OrganisationId): Promise<void> {
    const row = given.channel({
      organisationId,
      conversationId: `19:${organisationId}`,
      linkedBy: this.person.id,
      version: 0,
    });
    await this.stage.put({ put: 'channel', row });
  }

  async changeService(service: Service, over: Partial<Service>): Promise<void> {
    await this.stage.put({ put: 'service', row: { ...service, ...over } });
  }

  async addOrganisation(over: Partial<Organisation> = {}): Promise<OrganisationId> {
    const row = given.organisation({ ...over, version: 0 });
    await this.stage.put({ put: 'organisation', row });
    return row.id;
  }

  /** A complete draft at the review, with one service that fits. */
  async ready(typed: Record<string, string> = {}, over: Partial<Draft> = {}) {
    const service = await this.addService();
    const draft = await this.addDraft({
      step: 'review-referral',
      typed: { ...ordinaryTyped, service: service.id, ...typed },
      ...over,
    });
    return { service, draft, draftId: draft.id, send: () => this.press(sendReferral, { draftId: draft.id }) };
  }

  /** A referral of this draft, registered as these facts say. */
  async refer(
    id: ReferralId,
    over: Pick<ReferralFacts, 'draftId' | 'trailId'> & Partial<ReferralFacts>,
  ): Promise<void> {
    const facts: ReferralFacts = { ...ordinaryFacts, clbId: this.clb.id, referrerId: this.person.id, ...over };
    const by = { at: this.stage.now, side: 'clb', personId: this.person.id, organisationId: this.clb.id } as const;
    const held = facts.serviceId === null ? ('chooses' as const) : null;
    const deliverAt = held === null ? given.monday10 : null;
    const registered = event('registered', { again: false, held, deliverAt, facts }, by);
    await this.stage.happen({ id, before: null, events: [registered] });
  }

  /** A referral on a trail of its own, of a pupil with this name who was born on the ordinary pupil's day. */
  async addPupil(
    id: ReferralId,
    pupilName: string,
    happened: readonly Happening[],
    over: Partial<ReferralFacts> = {},
  ): Promise<void> {
    const clbId = over.clbId ?? this.clb.id;
    const { id: draftId, trailId } = await this.addDraft({ clbId, state: 'sent', referralId: id });
    const typed = { ...ordinaryTyped, pupilName, birthDate: '2012-03-09' };
    const identity = { name: pupilName, birthDate: '2012-03-09' } as const;
    await this.refer(id, { ...over, draftId, trailId });
    await this.stage.put({ put: 'caseFile', row: { referralId: id, trailId, typed }, clbId, identity });
    for (const [name, data] of happened) await this.happened(id, name, data as CaseEventData<typeof name>);
  }

  /** Something that happened to a referral, by the program itself. */
  async happened<N extends CaseEventName>(id: ReferralId, name: N, data: CaseEventData<N>): Promise<void> {
    const by = { at: this.stage.now, side: 'clock', personId: null, organisationId: null } as const;
    const before = await this.stage.read.referral(id);
    await this.stage.happen({ id, before, events: [event(name, data, by)] });
  }

  press(
    action: Pick<Action, 'slug'>,
    data: Data = {},
    messageId: string | null = 'message-1',
  ): Promise<Outcome | Refusal> {
    return this.stage.press(action, data, { by: this.actor, messageId });
  }

  /** "Verder" on a step of a draft that was not there before. */
  async submit(action: Pick<Action, 'slug'>, over: Partial<Draft>, fields: Data) {
    const { id: draftId } = await this.addDraft(over);
    const outcome = await this.press(action, { draftId, ...fields });
    return { draftId, outcome, form: () => this.form(action, { draftId }) };
  }

  form(action: Pick<Action, 'slug'>, data: Data): Promise<CardData> {
    return this.stage.form(action, data, { by: this.actor });
  }

  run(job: Pick<Job, 'name'>, draftId: DraftId): Promise<void> {
    return this.stage.run(job, { draftId });
  }

  /** A view as the person sees it in answer to a press. */
  see(view: Pick<View, 'slug'>, params: Data): Promise<CardData | null> {
    return this.stage.see(view, params, this.actor);
  }

  /** A view as it stands in the chat. */
  stored(view: Pick<View, 'slug'>, params: Data, language: Language = 'nl'): Promise<CardData | null> {
    return this.stage.see(view, params, null, language);
  }
}

const ordinaryFacts: Omit<ReferralFacts, 'draftId' | 'trailId' | 'clbId' | 'referrerId'> = {
  reference: '2026-0042',
  providerId: null,
  serviceId: null,
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
  firstRegisteredAt: given.monday10,
  registeredAt: given.monday10,
};

/** What an outcome leads to; it must not be a refusal. */
export function replyOf(outcome: Outcome | Refusal): Outcome['reply'] {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`);
  return outcome.reply;
}
