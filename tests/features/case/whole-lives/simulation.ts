import { isRefusal } from '../../../../src/contracts/outcome.js';
import type { CaseFacts } from '../../../../src/contracts/case.js';
import { defaultSettings } from '../../../../src/domain/settings.js';
import type { DraftId, InquiryId, OrganisationId, ReferralId } from '../../../../src/domain/ids.js';
import { createCalendar } from '../../../../src/platform/calendar/index.js';
import { VersionConflict } from '../../../../src/platform/storage/rows/version-conflict.js';
import type { FeatureStage } from '../../../support/feature-stage.js';
import { alone, an, atClb, farm, naft } from '../referral/world.js';
import { ordinaryTyped } from '../intake/intakes.js';
import { inquiryMoves, askedWith } from './inquiry-moves.js';
import { acts, Jobs, untilItHolds } from './jobs.js';
import { listMoves } from './list-moves.js';
import { somebody, type Around, type Move, type Random } from './move.js';
import { moves } from './moves.js';
import { registerAs } from './register.js';

const calendar = createCalendar({ alwaysOpen: false, weeklyHours: defaultSettings.weeklyHours, closedPeriods: [] });
const dayMs = 86_400_000;

/** How often something happened: what a run that never gets anywhere would not show. */
export class Tally {
  readonly counts = new Map<string, number>();
  add(what: string): number {
    const count = this.of(what) + 1;
    this.counts.set(what, count);
    return count;
  }
  of = (what: string): number => this.counts.get(what) ?? 0;
}

/**
 * People who press what they think of, on a real database: presses come twice, the process dies in the middle, posts do not
 * arrive, and time goes by in seconds or weeks, with every clock that runs. The same seed is the same story.
 */
export class Simulation {
  readonly tally = new Tally();
  readonly jobs: Jobs;
  #born = 0;

  constructor(
    readonly stage: FeatureStage,
    readonly random: Random,
  ) {
    stage.dies = () => random(40) === 0;
    let ids = 0;
    stage.newId = <T extends string>() =>
      `0d0d0d0d-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}` as string as T;
    this.jobs = new Jobs(stage, random, this.tally);
  }

  /** A new referral: of the one service or the other, or the desk is to choose. */
  async registers(): Promise<void> {
    const { random, stage } = this;
    const service = [naft, naft, naft, farm, farm, null][random(6)]!;
    const over = { urgency: random(5) === 0 ? ('urgent' as const) : ('normal' as const) };
    const reference = await stage.numbers.nextReference(Number(calendar.dayOf(stage.now).slice(0, 4)));
    await this.#presses(registerAs({ service, over }), { reference }, atClb());
  }

  /** A question before referring, of a provider or the desk. */
  async asks(): Promise<void> {
    const { stage } = this;
    const data = { inquiryId: stage.newId!<InquiryId>(), ...askedWith(this.#around()) };
    await this.#does('ask-inquiry', data, alone());
  }

  /** Somebody does something with a referral: mostly what there is a button for, sometimes what comes to mind. */
  async acts(id: ReferralId): Promise<void> {
    const facts: CaseFacts | null = await this.stage.read.caseOf(id);
    if (facts === null) return;
    await this.#doesOne(moves, { facts, ...this.#around() }, facts.referral.providerId);
  }

  /** The same with a question before referring; who refers with it fills in the rest and sends it. */
  async actsOnInquiry(id: InquiryId): Promise<void> {
    const facts = await this.stage.read.inquiry(id);
    if (facts === null) return;
    await this.#doesOne(inquiryMoves, { facts, ...this.#around() }, facts.inquiry.providerId);
    const after = (await this.stage.read.inquiry(id))!.inquiry;
    if (after.draftId !== null) await this.#sends(after.draftId);
  }

  /** What was asked stands there; the rest is filled in, with a birth date of its own. */
  async #sends(draftId: DraftId): Promise<void> {
    const { stage } = this;
    const draft = await stage.read.draft(draftId);
    if (draft?.state !== 'open' || draft.referralId !== null) return;
    this.#born += 1;
    const birthDate = calendar.addDays('2011-01-01', this.#born);
    const typed = { ...ordinaryTyped, birthDate, region: 'VBO', ...draft.typed };
    try {
      await stage.put({ put: 'draft', row: { ...draft, typed } });
    } catch (error) {
      // A colleague fills it in at the same moment, and sends it.
      if (error instanceof VersionConflict) return;
      throw error;
    }
    await this.#does('send-referral', { draftId }, alone());
  }

  /** Somebody does something with a whole list, or with what is told of its place. */
  async actsOnList(): Promise<void> {
    const { random, stage } = this;
    const service = (await stage.read.service([naft, farm][random(2)]!.id))!;
    const [line] = await stage.read.serviceLists(service.id);
    const waiting = await stage.read.waitingOf(an.id);
    await this.#doesOne(listMoves, { service, line: line ?? null, waiting, ...this.#around() }, service.organisationId);
  }

  #around(): Around {
    const { now } = this.stage;
    const today = calendar.dayOf(now);
    return { now, today, random: this.random, day: (ahead) => calendar.addDays(today, ahead) };
  }

  async #doesOne<Seen extends Around>(
    all: readonly Move<Seen>[],
    seen: Seen,
    providerId: OrganisationId | null,
  ): Promise<void> {
    const possible = this.random(8) === 0 ? all : all.filter((move) => move.fits(seen));
    const weighed = possible.flatMap((move) => Array.from({ length: move.weight }, () => move));
    const move = weighed[this.random(weighed.length)];
    const data = move?.data(seen) ?? null;
    if (move !== undefined && data !== null)
      await this.#does(move.slug, data, somebody(move.by, providerId, this.random));
  }

  async #does(slug: string, data: Readonly<Record<string, unknown>>, by: ReturnType<typeof atClb>): Promise<void> {
    const act = acts.get(slug);
    if (act === undefined) throw new Error(`no act is called ${slug}`);
    this.tally.add(`${(await this.#presses(act, data, by)) ? 'done' : 'refused'} ${slug}`);
  }

  /** A press; a dead process answers nothing, and one presses again. Teams brings some presses twice. Gives whether it was let through. */
  async #presses(
    act: Parameters<FeatureStage['press']>[0],
    data: Readonly<Record<string, unknown>>,
    by: ReturnType<typeof atClb>,
  ): Promise<boolean> {
    const once = `a${this.tally.add('pressed')}`;
    let isThrough = false;
    const press = () =>
      untilItHolds(this.tally, async () => {
        const answer = await this.stage.press(act, data, { by, once });
        isThrough = !isRefusal(answer) && !('reply' in answer && 'form' in (answer.reply ?? {}));
      });
    await press();
    if (this.random(12) === 0) await press();
    return isThrough;
  }

  /** A while: seconds, hours, days or weeks. */
  pause(): number {
    const longest = [30_000, 3_600_000 * 6, dayMs * 3, dayMs * 3, dayMs * 28][this.random(5)]!;
    return this.random(longest) + 1;
  }
}
