import type { Calendar } from '../../src/domain/calendar.js';
import type { Change, EventBy } from '../../src/domain/case/aggregate.js';
import { decide, isDenied, type CaseCommand } from '../../src/domain/case/decide/index.js';
import { event, type CaseEvent } from '../../src/domain/case/events.js';
import { referralFactsSchema, type Referral, type Side } from '../../src/domain/case/referral.js';
import { decideRoundTable, isRoundTableDenied, type RoundTableCommand } from '../../src/domain/round-table/decide.js';
import { roundTablesFor } from '../../src/domain/round-table/placing.js';
import type { RoundTable } from '../../src/domain/round-table/round-table.js';
import { defaultSettings } from '../../src/domain/settings.js';
import { decideTrajectory, isTrajectoryDenied, type TrajectoryCommand } from '../../src/domain/trajectory/decide.js';
import { trajectoriesFor } from '../../src/domain/trajectory/placing.js';
import type { Trajectory } from '../../src/domain/trajectory/trajectory.js';
import { followsFrom } from '../../src/platform/runtime/follows.js';
import {
  caseKind,
  roundTableKind,
  trajectoryKind,
  type AggregateEvent,
  type AggregateState,
  type Kind,
} from '../../src/platform/runtime/kinds.js';
import { hole } from './holes.js';
import { auditRow, eventRow, messageRow, type Row } from './rows.js';

const settings = defaultSettings;
const hour = 3_600_000;
const personOf: Readonly<Record<Side, string | null>> = {
  clb: hole.referrer,
  provider: hole.worker,
  desk: hole.deskWorker,
  clock: null,
};
const organisationOf: Readonly<Record<Side, string | null>> = {
  clb: hole.clb,
  provider: hole.provider,
  desk: hole.desk,
  clock: null,
};

/** What one pupil's path leaves in the database; made by the rules of the domain, so that rows are the fold of their events. */
export class Life {
  readonly rows: Row[] = [];
  private readonly clocks = new Map<string, Row>();
  private referral: Referral | null = null;
  private table: RoundTable | null = null;
  private trajectory: Trajectory | null = null;
  private turn = 0;

  constructor(
    public now: Date,
    private readonly facts: Readonly<Record<string, unknown>>,
    private readonly calendar: Calendar,
  ) {
    this.rows.push({
      table: 'trail',
      row: {
        id: hole.trail,
        firstRegisteredAt: now,
        createdAt: now,
        version: 1,
        keySlot: null,
        hint: null,
      },
    });
  }

  /** Time goes by. */
  wait(hours: number): this {
    this.now = new Date(this.now.getTime() + hours * hour);
    return this;
  }

  /** Sent by the CLB; a second one follows the first in the same trail. */
  register(): this {
    const at = this.turn++;
    if (at > 1) throw new Error('a generated life has at most two referrals');
    this.keep();
    const [id, draftId, reference] = [hole.referrals[at], hole.drafts[at], hole.references[at]];
    const facts = referralFactsSchema.parse({
      ...this.facts,
      ...{ reference, draftId, trailId: hole.trail, clbId: hole.clb, referrerId: hole.referrer },
      ...{ providerId: hole.provider, serviceId: hole.service, registeredAt: this.now },
      firstRegisteredAt: at === 0 ? this.now : this.referral?.firstRegisteredAt,
    });
    this.sent(id as string, draftId as string);
    const by = this.by('clb');
    this.happen({
      id: id as Referral['id'],
      before: null,
      events: [event('registered', { again: false, held: null, deliverAt: this.now, facts }, by)],
    });
    return this;
  }

  /** Something that is asked of the referral. */
  act(side: Side, command: CaseCommand): this {
    const referral = this.present();
    const decided = decide(
      {
        referral,
        service: { id: hole.service as never, organisationId: hole.provider as never, fullUntil: null },
        hasChannel: true,
        coordinatorId: null,
        last: null,
      },
      command,
      this.moment(side),
    );
    if (isDenied(decided)) throw new Error(`${side} may not ${command.act}: ${decided.denied} in ${referral.state}`);
    this.happen({ id: referral.id, before: referral, events: decided });
    return this;
  }

  /** Something that is asked of its round table. */
  atTable(side: Side, command: RoundTableCommand): this {
    const { table } = this;
    if (table === null) throw new Error('no round table is wanted');
    const decided = decideRoundTable(table, command, this.moment(side));
    if (isRoundTableDenied(decided)) throw new Error(`${side} may not ${command.act}: ${decided.denied}`);
    this.table = this.apply(roundTableKind, { id: table.id, before: table, events: decided });
    return this;
  }

  /** Something that is asked of its trajectory. */
  onTrajectory(side: Side, command: TrajectoryCommand): this {
    const { trajectory } = this;
    if (trajectory === null) throw new Error('no trajectory is awaited');
    const decided = decideTrajectory(trajectory, command, { ...this.moment(side), hasSchool: true });
    if (isTrajectoryDenied(decided)) throw new Error(`${side} may not ${command.act}: ${decided.denied}`);
    this.trajectory = this.apply(trajectoryKind, { id: trajectory.id, before: trajectory, events: decided });
    return this;
  }

  /** Everything it left. */
  ended(): readonly Row[] {
    this.keep();
    return [...this.rows, ...this.clocks.values()];
  }

  private present(): Referral {
    if (this.referral === null) throw new Error('nothing was registered');
    return this.referral;
  }

  /** The states as they are now become rows; the next referral of the trail begins anew. */
  private keep(): void {
    for (const [table, row] of [
      ['referral', this.referral],
      ['roundTable', this.table],
      ['trajectory', this.trajectory],
    ] as const)
      if (row !== null) this.rows.push({ table, row: { ...row } });
    this.table = null;
    this.trajectory = null;
  }

  /** The intake that it was sent from, and the file. */
  private sent(referralId: string, draftId: string): void {
    const row = {
      ...{ id: draftId, trailId: hole.trail, personId: hole.referrer, clbId: hole.clb, referralId, follows: null },
      ...{ step: 'review-referral', tried: [], sealed: hole.sealed, state: 'sent' },
      ...{ createdAt: this.now, updatedAt: this.now, version: 4 },
    };
    this.rows.push({ table: 'draft', row });
    this.rows.push({
      table: 'caseFile',
      row: { referralId, trailId: hole.trail, sealed: hole.sealed, version: 1 },
    });
    for (const word of [0, 1, 2])
      this.rows.push({
        table: 'pupilMark',
        row: { referralId, trailId: hole.trail, clbId: hole.clb, word, digest: hole.marks[word] },
      });
  }

  private happen(change: Change<Referral, CaseEvent>): void {
    const before = change.before?.state === 'placed';
    const after = this.apply(caseKind, change);
    this.referral = after;
    if (before === (after.state === 'placed')) return;
    const around = { now: this.now, calendar: this.calendar };
    const known = { organiser: 'provider' as const, newId: () => hole.table as RoundTable['id'] };
    for (const one of roundTablesFor(after, this.table === null ? [] : [this.table], { ...around, ...known }))
      this.table = this.apply(roundTableKind, one);
    const newId = () => hole.trajectory as Trajectory['id'];
    for (const one of trajectoriesFor(after, this.trajectory === null ? [] : [this.trajectory], { ...around, newId }))
      this.trajectory = this.apply(trajectoryKind, one);
  }

  private apply<State extends AggregateState & { readonly version: number }, Event extends AggregateEvent>(
    kind: Kind<State, Event>,
    { id, before, events }: Change<State, Event>,
  ): State {
    if (events.length === 0 && before !== null) return before;
    const after = { ...kind.fold(before, events, id), version: (before?.version ?? 0) + 1 };
    const follows = followsFrom(kind.derived({ calendar: this.calendar, settings }), events, before, after);
    for (const one of events) this.rows.push(eventRow(kind.subject, id, one), auditRow(one, id));
    for (const notice of follows.notices) this.rows.push(messageRow(notice, this.now));
    for (const key of follows.settled) this.clocks.delete(key);
    for (const due of follows.dues) this.clocks.set(due.key, { table: 'due', row: { ...due } });
    return after;
  }

  private by(side: Side): EventBy {
    return { at: this.now, side, personId: personOf[side] as never, organisationId: organisationOf[side] as never };
  }

  private moment(side: Side) {
    const { personId, organisationId } = this.by(side);
    return {
      now: this.now,
      actor: { sides: [side], isAuthor: true },
      by: { personId, organisationId },
      calendar: this.calendar,
      settings,
    };
  }
}
