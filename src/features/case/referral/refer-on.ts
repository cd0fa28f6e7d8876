import { notedBy } from '../../../contracts/acting.js';
import type { ActionContext } from '../../../contracts/action.js';
import { clbPost, deskPost, jobNames, type DeskReason } from '../../../contracts/jobs.js';
import { livingPosts, postsBehind, tellProvider } from '../../../contracts/notices.js';
import type { Due, Notice, Outcome } from '../../../contracts/outcome.js';
import { intakeSteps, type CaseFile, type Draft, type Typed } from '../../../domain/draft.js';
import type { OrganisationId } from '../../../domain/ids.js';
import { caseTyped, deskChooses, identityIn, readWho } from '../../../domain/intake/index.js';
import type { Service } from '../../../domain/organisation.js';
import { after, type ReferralState } from '../../../domain/case/states.js';
import { heldBecause, step, unanswered, type Referral } from '../../../domain/case/referral.js';
import { keepOnList } from './keeping.js';
import { regionFor } from './other-offers.js';
import { settledWith } from './withdraw-referral.js';

/** States in which the referrer may look for another provider, at will (R12); before delivery the referral itself is changed. */
export const mayReferOn = (state: ReferralState): boolean =>
  ['delivered', 'contacted', 'waitlist-proposed', 'waitlisted', 'place-free', 'full', 'no-match'].includes(state);

/** On both: the first names the next (`to`, `chosen`), the next the first (`from`). */
export const referredOnName = 'referred-on';

/** What was chosen, as the form says it: the service, or that the desk chooses. */
export const chosenOf = ({ serviceId }: Pick<Referral, 'serviceId'>): string => serviceId ?? deskChooses;

export const firstChoices = ['withdraw', 'keep'] as const;
export type FirstChoice = (typeof firstChoices)[number];

/** What making the next referral needs. */
export interface ReferringOn {
  readonly referral: Referral;
  readonly caseFile: CaseFile;
  /** Null: the desk chooses. */
  readonly service: Service | null;
  readonly first: FirstChoice;
  readonly reference: string;
  readonly waiting: readonly Referral[];
  /** The other referrals of the trail: their posts tell of this one. */
  readonly trail: readonly Referral[];
  readonly deskId: OrganisationId | null;
}

/** Everything typed goes along, with the new choice; what the first provider wrote stays with the first. */
function typedFor({ caseFile, service }: ReferringOn, region: string): Typed {
  return { ...caseTyped(caseFile.typed), region, service: service?.id ?? deskChooses };
}

/** Only the age may have changed since: it is what it is on the day of this referral. */
function ageBandNow({ referral, caseFile }: ReferringOn, today: string): string | null {
  const who = readWho(caseFile.typed, today);
  return who.ok && who.value.kind === 'pupil' ? who.value.ageBand : referral.ageBand;
}

function newReferral(given: ReferringOn, context: ActionContext): { next: Referral; held: DeskReason | null } {
  const { referral, service } = given;
  const where = regionFor(given.caseFile.typed, referral, service);
  const held = heldBecause(where.region, service?.id ?? null, context.settings.deskFirst);
  const next: Referral = {
    ...referral,
    ...unanswered,
    ...where,
    id: context.newId(),
    reference: given.reference,
    draftId: context.newId(),
    providerId: service?.organisationId ?? null,
    serviceId: service?.id ?? null,
    state: held === null ? 'registered' : 'held',
    ageBand: ageBandNow(given, context.calendar.dayOf(context.now)),
    registeredAt: context.now,
    deliverAt: held === null ? context.calendar.nextOpening(context.now) : null,
    version: 0,
  };
  return { next, held };
}

/** The new referral's intake, sent already: the source of changing it until delivery (R4). */
const newDraft = (next: Referral, typed: Typed, follows: Referral, now: Date): Draft => ({
  id: next.draftId,
  trailId: next.trailId,
  personId: next.referrerId,
  clbId: next.clbId,
  step: 'review-referral',
  tried: intakeSteps,
  typed,
  state: 'sent',
  referralId: next.id,
  follows: follows.id,
  createdAt: now,
  updatedAt: now,
  version: 0,
});

/**
 * A new referral in the same trail with everything carried over (R12): it keeps the trail's first registration date, so
 * that the pupil does not go to the back of a list. The first referral is withdrawn or kept, as the worker said.
 */
export function referOn(given: ReferringOn, context: ActionContext): Outcome {
  const { referral, caseFile } = given;
  const { now } = context;
  const { next, held } = newReferral(given, context);
  const typed = typedFor(given, next.region);
  const identity = next.target === 'pupil' ? identityIn(caseFile.typed, context.calendar.dayOf(now)) : null;
  const first = whatOfFirst(given, next, now);
  return {
    changes: [
      { put: 'referral', row: next },
      {
        put: 'caseFile',
        row: { referralId: next.id, trailId: next.trailId, typed },
        clbId: next.clbId,
        identity,
      },
      { put: 'draft', row: newDraft(next, typed, referral, now) },
      ...(first.changes ?? []),
    ],
    happened: [
      ...(first.happened ?? []),
      { referralId: referral.id, name: referredOnName, data: { to: next.reference, chosen: chosenOf(next) } },
      { referralId: next.id, name: referredOnName, data: { from: referral.reference } },
      { referralId: next.id, name: 'registered', data: { held, again: false } },
    ],
    notices: [...noticesOf(next, held, given.deskId), ...(first.notices ?? [])],
    refresh: [...(first.refresh ?? []), ...given.trail.map(({ id }) => clbPost(id))],
    dues: deliveryDue(next),
    settled: first.settled ?? [],
    reply: {
      show: 'referral-post',
      with: { referralId: next.id },
      note: { key: 'referred-on', values: { reference: next.reference } },
    },
  };
}

/**
 * Withdrawn because the pupil goes elsewhere, or kept: on the waiting list when that was asked, otherwise as it stands.
 * The referrer has acted, so the provider cannot take its answer back any more.
 */
function whatOfFirst({ referral, waiting, first }: ReferringOn, next: Referral, now: Date): Outcome {
  if (first === 'withdraw') return withdrawFirst(referral, waiting, now);
  const told = tellProvider(referral, 'elsewhere', { reference: next.reference });
  const kept =
    after(referral.state, 'keep', 'clb') === null ? null : keepOnList({ referral, waiting, side: 'clb', now });
  if (kept !== null) return { ...kept, notices: [...(kept.notices ?? []), ...told] };
  return {
    changes: [{ put: 'referral', row: { ...referral, undo: null } }],
    notices: told,
    refresh: livingPosts(referral),
  };
}

function withdrawFirst(referral: Referral, waiting: readonly Referral[], now: Date): Outcome {
  const done = step(referral, 'withdraw', 'clb', { withdrawReason: 'elsewhere', closedAt: now });
  if ('refused' in done) return {};
  return {
    changes: [{ put: 'referral', row: done.referral }],
    happened: [{ referralId: referral.id, name: 'withdrawn', data: { reason: 'elsewhere', ...notedBy('clb') } }],
    notices: tellProvider(done.referral, 'withdrawn', { reason: 'elsewhere' }),
    refresh: [...livingPosts(done.referral), ...postsBehind(waiting, referral)],
    settled: settledWith(referral),
  };
}

/** The post in the CLB's channel, and what the desk has to look at. */
function noticesOf(next: Referral, held: DeskReason | null, deskId: OrganisationId | null): Notice[] {
  const params = { referralId: next.id };
  const reasons: DeskReason[] = [
    ...(held === null ? [] : [held]),
    ...(next.ageBand === 'under-12' ? ['under-12' as const] : []),
  ];
  return [
    { key: clbPost(next.id), view: 'referral-post', params, to: { organisation: next.clbId } },
    ...(deskId === null ? [] : reasons).map((why) => ({
      key: deskPost(next.id, why),
      view: 'desk-referral',
      params: { ...params, why },
      to: { organisation: deskId! },
    })),
  ];
}

const deliveryDue = ({ id, deliverAt }: Referral): Due[] =>
  deliverAt === null
    ? []
    : [{ key: `referral:${id}:deliver`, job: jobNames.deliverReferral, subject: { referralId: id }, at: deliverAt }];
