import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { job, type Context } from '../../../contracts/action.js';
import { jobNames, offerPost } from '../../../contracts/jobs.js';
import { livingPosts, tellReferrer } from '../../../contracts/notices.js';
import type { Due, Notice, Outcome } from '../../../contracts/outcome.js';
import type { OrganisationId, PersonId, ReferralId } from '../../../domain/ids.js';
import type { Referral } from '../../../domain/case/referral.js';
import { beforeDesk } from './deliver.js';
import { remindKey } from './give-answer.js';

const stages = ['provider', 'coordinator', 'desk'] as const;
type Stage = (typeof stages)[number];

interface ReminderFacts {
  readonly referral: Referral;
  readonly stage: Stage;
  /** Named by the desk and reachable in personal chat; null otherwise. */
  readonly coordinatorId: PersonId | null;
  readonly deskId: OrganisationId | null;
  /** Stages that were told before an answer was given and taken back. */
  readonly told: readonly unknown[];
}

/**
 * The clock of R9: provider → its coordinator → the desk, each once, in the desk's working time; the CLB sees where it
 * stands. Nothing when the provider has answered meanwhile. Without a coordinator who can be reached, the desk is next.
 */
export const remindContact = job({
  name: jobNames.remindContact,
  subject: z.object({ referralId: id<ReferralId>(), stage: z.enum(stages) }),
  async load(read, { referralId, stage }): Promise<ReminderFacts | null> {
    const referral = await read.referral(referralId);
    if (referral?.state !== 'delivered') return null;
    const provider = referral.providerId === null ? null : await read.organisation(referral.providerId);
    const named = provider?.coordinatorId ? await read.person(provider.coordinatorId) : null;
    const coordinatorId = named?.personalConversationId ? named.id : null;
    const history = await read.history(referralId);
    return {
      referral,
      stage: stage === 'coordinator' && coordinatorId === null ? 'desk' : stage,
      coordinatorId,
      deskId: (await read.organisations('desk'))[0]?.id ?? null,
      told: history.filter(({ name }) => name === 'reminded').map(({ data }) => data['stage']),
    };
  },
  decide(facts, context): Outcome {
    const { referral, stage } = facts;
    const dues = nextStage(facts, context);
    if (facts.told.includes(stage)) return { dues };
    return {
      happened: [{ referralId: referral.id, name: 'reminded', data: { stage } }],
      notices: [...reminderFor(facts), tellOnce(referral, stage)],
      refresh: livingPosts(referral),
      dues,
    };
  },
});

function nextStage({ referral, stage }: ReminderFacts, { now, calendar, settings }: Context): Due[] {
  const next = stages[stages.indexOf(stage) + 1];
  if (next === undefined) return [];
  const at = calendar.addWorkingMinutes(now, settings.escalateAfterMinutes);
  return [
    { key: remindKey(referral), job: jobNames.remindContact, subject: { referralId: referral.id, stage: next }, at },
  ];
}

/** One sentence per stage in the CLB's thread, whatever happened to the referral in between. */
const tellOnce = (referral: Referral, stage: Stage): Notice => ({
  ...tellReferrer(referral, 'reminded', { stage }),
  key: `${remindKey(referral)}:told:${stage}`,
});

function reminderFor({ referral, stage, coordinatorId, deskId }: ReminderFacts): Notice[] {
  const key = `${remindKey(referral)}:${stage}`;
  if (stage === 'desk') return beforeDesk(referral, 'overdue', deskId);
  if (stage === 'coordinator')
    return coordinatorId === null
      ? []
      : [{ key, view: 'contact-reminder', params: { referralId: referral.id }, to: { person: coordinatorId } }];
  if (referral.serviceId === null) return [];
  const params = { referralId: referral.id, what: 'reminder', data: {} };
  return [{ key, view: 'offer-update', params, to: { under: offerPost(referral.id, referral.serviceId) } }];
}
