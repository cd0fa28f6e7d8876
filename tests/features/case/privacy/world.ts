import type { Actor } from '../../../../src/contracts/actor.js';
import type { CardData } from '../../../../src/contracts/action.js';
import type { Outcome, Refusal } from '../../../../src/contracts/outcome.js';
import { event } from '../../../../src/domain/case/events.js';
import { askedFactsSchema, type Referral } from '../../../../src/domain/case/referral.js';
import type { ReferralState } from '../../../../src/domain/case/states.js';
import type { Typed } from '../../../../src/domain/draft.js';
import type { OrganisationId } from '../../../../src/domain/ids.js';
import type { Organisation } from '../../../../src/domain/organisation.js';
import type { Language } from '../../../../src/domain/language.js';
import { erasePupil } from '../../../../src/features/case/privacy/erase-pupil.js';
import { openFile } from '../../../../src/features/case/privacy/open-file.js';
import { openedFile } from '../../../../src/features/case/privacy/opened-file.js';
import type { FeatureStage } from '../../../support/feature-stage.js';
import * as given from '../../../support/given.js';
import { referralIn } from '../../../support/referral-in.js';

const uuid = <T extends string>(number: number): T =>
  `22222222-2222-4222-8222-${String(number).padStart(12, '0')}` as string as T;

/** Els referred for the CLB; Bert works for the provider, Dirk for the desk, Greet for another provider. */
export class PrivacyWorld {
  static async on(stage: FeatureStage): Promise<PrivacyWorld> {
    await stage.clear();
    const world = new PrivacyWorld(stage);
    await stage.put(
      ...[world.clb, world.provider, world.desk, world.other].map((row) => ({ put: 'organisation', row }) as const),
      { put: 'service', row: world.service },
      { put: 'person', row: world.els },
      { put: 'worker', row: world.elsDetails },
    );
    return world;
  }

  readonly clb: Organisation = given.organisation({
    id: uuid<never>(1),
    name: 'CLB Voorbeeld, team Leuven',
    phone: '016 00 00 00',
    email: 'leuven@example.org',
    version: 0,
  });
  readonly provider = given.organisation({ id: uuid<never>(2), kind: 'provider', name: 'NAFT-Leerrecht', version: 0 });
  readonly desk = given.organisation({ id: uuid<never>(3), kind: 'desk', name: 'Meldpunt', version: 0 });
  readonly other = given.organisation({ id: uuid<never>(4), kind: 'provider', name: 'Groene Zorg', version: 0 });
  readonly service = given.service({ id: uuid<never>(5), organisationId: this.provider.id, version: 0 });
  readonly els = given.person({ id: uuid<never>(6), name: 'Els De Smet', aadObjectId: 'aad-els', teamsId: '29:els' });
  readonly elsDetails = given.workerDetails({
    personId: this.els.id,
    givenName: 'Els',
    chatName: 'els.desmet@clb.example',
    rosterEmail: 'els.desmet@clb.example',
  });
  referral: Referral = referralIn('delivered');

  private constructor(readonly stage: FeatureStage) {}

  /** A referral as it stands now, with its sealed file; without one it was erased. */
  async refer(state: ReferralState, typed: Typed | null, over: Partial<Omit<Referral, 'state'>> = {}): Promise<void> {
    const trail = { id: uuid<Referral['trailId']>(7), firstRegisteredAt: null, createdAt: given.monday10, version: 0 };
    const draft = given.draft({
      state: 'sent',
      trailId: trail.id,
      personId: this.els.id,
      clbId: this.clb.id,
      version: 0,
    });
    this.referral = referralIn(state, {
      id: uuid<never>(8),
      trailId: trail.id,
      draftId: draft.id,
      clbId: this.clb.id,
      referrerId: this.els.id,
      providerId: this.provider.id,
      serviceId: this.service.id,
      contactedBy: null,
      ...(await this.answered(state)),
      ...over,
    } as Partial<Referral>);
    const by = { at: given.monday10, side: 'clock', personId: null, organisationId: null } as const;
    await this.stage.put({ put: 'trail', row: trail }, { put: 'draft', row: draft });
    const carried = event('carried-over', { referral: this.referral }, by);
    await this.stage.happen({ id: this.referral.id, before: null, events: [carried] });
    if (typed === null) return;
    const row = { referralId: this.referral.id, trailId: trail.id, typed };
    await this.stage.put({ put: 'caseFile', row, clbId: this.clb.id, identity: null });
  }

  /** The CLB put one answer right after sending. */
  async amend(field: string, typed: Typed): Promise<void> {
    const { id, trailId, clbId } = this.referral;
    const before = (await this.stage.read.referral(id))!;
    const by = { at: this.stage.now, side: 'clb', personId: this.els.id, organisationId: clbId } as const;
    const amended = event('amended', { field, facts: askedFactsSchema.parse(before) }, by);
    await this.stage.happen({ id, before, events: [amended] });
    await this.stage.put({ put: 'caseFile', row: { referralId: id, trailId, typed }, clbId, identity: null });
  }

  /** Somebody who exists has answered. */
  private async answered(state: ReferralState): Promise<Partial<Referral>> {
    const { answeredBy } = referralIn(state);
    return answeredBy === null ? {} : ({ answeredBy: this.els.id } as Partial<Referral>);
  }

  at(...organisations: readonly Organisation[]): Actor {
    return given.actor({ person: this.els, channel: given.channel(), organisations });
  }

  open(by: Actor, more: object = {}): Promise<Outcome | Refusal> {
    return this.stage.press(openFile, { referralId: this.referral.id, ...more }, { by });
  }

  /** The opened file as somebody sees it. */
  see(by: Actor | null, more: object = {}, language: Language = 'nl'): Promise<CardData | null> {
    return this.stage.see(openedFile, { referralId: this.referral.id, ...more }, by, language);
  }

  /** The form that asks whether everything is to be erased. */
  async eraseForm(by: Actor): Promise<CardData> {
    return this.stage.form(erasePupil, { referralId: this.referral.id }, { by });
  }

  erase(by: Actor): Promise<Outcome | Refusal> {
    return this.stage.press(erasePupil, { referralId: this.referral.id }, { by });
  }

  /** Who opened it, oldest first. */
  async readLog(): Promise<{ personId: string | null; organisationId: OrganisationId | null; data: unknown }[]> {
    return this.stage.database.kysely
      .selectFrom('timeline')
      .select(['personId', 'organisationId', 'data'])
      .where('name', '=', 'file-opened')
      .orderBy('seq')
      .execute();
  }
}
