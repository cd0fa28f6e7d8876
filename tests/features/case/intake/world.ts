import type { Action, ActionContext, CardData, View, ViewContext } from '../../../../src/contracts/action.js';
import { isRefusal, type Change, type Outcome, type Refusal } from '../../../../src/contracts/outcome.js';
import { fitsAge, phaseOf, type HelpLine } from '../../../../src/domain/helpline/help-line.js';
import type { Read } from '../../../../src/contracts/read.js';
import type { CaseFile, Draft, Identity, Trail } from '../../../../src/domain/draft.js';
import type { Organisation, Service } from '../../../../src/domain/organisation.js';
import type { Referral } from '../../../../src/domain/case/referral.js';
import { inOrder } from '../../../../src/domain/waitlist.js';
import * as given from '../../../support/given.js';

/** Everything an ordinary intake fills in, by form. */
export const ordinary = {
  'check-conditions': {
    danger: 'no',
    source: 'clb',
    target: 'pupil',
    carePhase: 'extended-care',
    indication: 'yes',
    agreedWithSchool: 'yes',
  },
  'describe-pupil': {
    pupilName: 'Noor Voorbeeld',
    birthDate: '9/3/2012',
    enrolment: 'enrolled',
    schoolForm: 'bso',
    schoolName: 'Atheneum Voorbeeld',
  },
  'choose-region': { domicile: 'Kessel-Lo', residence: '', schoolPlace: '3000', clbPlace: 'Leuven' },
  'describe-question': {
    problemDomains: 'emotional,educational',
    efforts: 'remedial',
    presence: 'problematic-absence',
    question: 'Rust vinden en weer naar school.',
    stepsTaken: 'Gesprekken met de leerlingenbegeleiding.',
    earlierNaft: 'no',
    wantedForms: 'individual',
    interests: 'Muziek',
    urgency: 'normal',
  },
  'record-consent': {
    pupilConsent: 'yes',
    guardianConsent: 'yes',
    guardianName: 'Ouder Voorbeeld',
    guardianPhone: '0470 12 34 56',
    guardianEmail: '',
    schoolContact: 'Lies, 016 00 00 00',
  },
} as const;

/** All of it at once, as a draft keeps it. */
export const ordinaryTyped: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(ordinary));

/** What a group fills in instead. */
export const groupTyped: Readonly<Record<string, string>> = {
  ...ordinary['check-conditions'],
  target: 'group',
  groupName: '3de jaar verzorging, klas B',
  groupSize: '18',
  schoolName: 'Atheneum Voorbeeld',
  schoolPlace: 'Leuven',
  clbPlace: 'Leuven',
  problemDomains: 'social',
  efforts: 'preventive',
  question: 'Samen leren in de klas.',
  schoolAgreement: 'yes',
  schoolContact: 'Lies, 016 00 00 00',
};

type AnyAction = Pick<Action, 'slug' | 'subject' | 'fields' | 'load' | 'may' | 'decide' | 'form'>;

/** The tables an intake touches, in memory; a press goes through load, may and decide and is stored with a version check. */
export class IntakeWorld {
  readonly drafts = new Map<string, Draft>();
  readonly trails = new Map<string, Trail>();
  readonly referrals = new Map<string, Referral>();
  readonly caseFiles = new Map<string, { file: CaseFile; clbId: string; identity: Identity | null }>();
  readonly erased: string[] = [];
  readonly services: Service[] = [];
  readonly clb = given.organisation({ name: 'CLB Voorbeeld Leuven' });
  readonly desk = given.organisation({ kind: 'desk', name: 'Meldpunt' });
  readonly person = given.person();
  numbers = 41;
  context: ActionContext;

  constructor(over: Partial<ActionContext> = {}) {
    this.context = given.actionContext({
      actor: given.actor({
        person: this.person,
        conversation: given.conversation({ scope: 'personal', conversationId: 'a:an', name: null }),
        organisations: [this.clb],
      }),
      messageId: 'message-1',
      ...over,
    });
  }

  get organisations(): Organisation[] {
    return [this.clb, this.desk];
  }

  /** The one draft there is. */
  get draft(): Draft {
    return [...this.drafts.values()].at(-1)!;
  }

  get referral(): Referral {
    return [...this.referrals.values()].at(-1)!;
  }

  with<T extends { readonly id: string }>(rows: Map<string, T>, row: T): T {
    rows.set(row.id, row);
    return row;
  }

  /** A draft of this person as if it had been typed. */
  addDraft(over: Partial<Draft> = {}): Draft {
    const trail = this.with(this.trails, {
      id: given.id<Trail['id']>(),
      firstRegisteredAt: null,
      createdAt: given.monday10,
      version: 1,
    });
    return this.with(
      this.drafts,
      given.draft({ trailId: trail.id, personId: this.person.id, clbId: this.clb.id, ...over }),
    );
  }

  readonly lines: HelpLine[] = [];

  addService(over: Partial<Service> = {}): Service {
    const service = given.service(over);
    this.services.push(service);
    return service;
  }

  get read(): Read {
    const fake: Partial<Read> = {
      organisation: async (id) => this.organisations.find((one) => one.id === id) ?? null,
      organisations: async (kind) => this.organisations.filter((one) => kind === undefined || one.kind === kind),
      services: async () => this.services.filter((one) => one.active),
      service: async (id) => this.services.find((one) => one.id === id) ?? null,
      person: async (id) => (id === this.person.id ? this.person : null),
      draft: async (id) => this.drafts.get(id) ?? null,
      draftsOf: async (person) =>
        [...this.drafts.values()]
          .filter((draft) => draft.personId === person && draft.state === 'open')
          .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime()),
      helpLines: async ({ phase, region, age }) =>
        this.lines.filter(
          (line) =>
            (phase === undefined || phaseOf(line) === phase) &&
            (region === undefined || line.regions.includes(region)) &&
            (age === undefined || fitsAge(line, age)),
        ),
      trail: async (id) => this.trails.get(id) ?? null,
      referral: async (id) => this.referrals.get(id) ?? null,
      countReferrals: async ({ serviceId, states }) =>
        [...this.referrals.values()].filter((one) => one.serviceId === serviceId && states?.includes(one.state)).length,
      waitlist: async (service) => inOrder([...this.referrals.values()].filter((one) => one.serviceId === service)),
      liveReferralOf: async (clb, identity) => {
        const found = [...this.caseFiles.values()].find(
          (row) =>
            row.clbId === clb &&
            row.identity?.name === identity.name &&
            row.identity.birthDate === identity.birthDate &&
            !['withdrawn', 'no-match'].includes(this.referrals.get(row.file.referralId)?.state ?? 'withdrawn'),
        );
        return found === undefined ? null : (this.referrals.get(found.file.referralId) ?? null);
      },
      nextReference: async (year) => `${year}-${String(++this.numbers).padStart(4, '0')}`,
    };
    return fake as Read;
  }

  /** A press of a button: what comes of it is stored. */
  async press(action: unknown, data: Record<string, unknown> = {}): Promise<Outcome | Refusal> {
    const verdict = await this.judge(action as AnyAction, data);
    if (!isRefusal(verdict)) for (const change of verdict.changes ?? []) this.store(change);
    return verdict;
  }

  async judge(action: AnyAction, data: Record<string, unknown>): Promise<Outcome | Refusal> {
    const loaded = await action.load(this.read, action.subject.parse(data), this.context);
    if (isRefusal(loaded)) return loaded;
    return action.may(loaded, this.context) ?? action.decide(loaded, action.fields.parse(data), this.context);
  }

  /** A form as the person sees it. */
  async form(action: unknown, data: Record<string, unknown>): Promise<CardData> {
    const { load, subject, form } = action as AnyAction;
    const loaded = await load(this.read, subject.parse(data), this.context);
    if (isRefusal(loaded) || !form) throw new Error('there is no form');
    return form(loaded, this.context, { typed: {}, errors: {} });
  }

  /** A view, stored (nobody looks) or shown to the person. */
  async see(view: unknown, params: Record<string, unknown>, over: Partial<ViewContext> = {}): Promise<CardData | null> {
    const { load, fill, summary, params: schema } = view as View;
    const { now, calendar, settings, actor, links } = this.context;
    const language = actor.language;
    const context: ViewContext = { now, calendar, settings, actor, language, links, local: false, ...over };
    const facts = await load(this.read, schema.parse(params), context);
    return facts === null ? null : { ...fill(facts, context), summary: summary(facts, context) };
  }

  private store(change: Change): void {
    if ('erase' in change) {
      this.erased.push(change.id);
      return;
    }
    if ('end' in change) return;
    if (change.put === 'draft') this.keep(this.drafts, change.row);
    if (change.put === 'trail') this.keep(this.trails, change.row);
    if (change.put === 'referral') this.keep(this.referrals, change.row);
    if (change.put === 'caseFile')
      this.caseFiles.set(change.row.referralId, { file: change.row, clbId: change.clbId, identity: change.identity });
  }

  private keep<T extends { readonly id: string; readonly version: number }>(rows: Map<string, T>, row: T): void {
    if ((rows.get(row.id)?.version ?? 0) !== row.version) throw new Error(`version conflict in ${row.id}`);
    rows.set(row.id, { ...row, version: row.version + 1 });
  }
}
