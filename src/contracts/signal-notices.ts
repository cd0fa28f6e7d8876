import type { OrganisationId, PersonId, SignalId } from '../domain/ids.js';
import { referenceTo } from '../domain/reference-to.js';
import { signalAfter, type Signal, type SignalAct } from '../domain/workgroup/signal.js';
import type { Notice, Refusal } from './outcome.js';
import type { Read } from './read.js';
import { postKey, type PostKey } from '../domain/reference-to.js';

/** What happened to a signal, as its sender is told; each has its sentence under `signals.told`. */
export const signalNews = [
  'on-agenda',
  'off-agenda',
  'discussed',
  'delivered',
  'answered',
  'merged',
  'closed',
  'reopened',
] as const;
export type SignalNews = (typeof signalNews)[number];

/** The news of each act. */
export const newsOf: Readonly<Record<SignalAct, SignalNews>> = {
  'put-on-agenda': 'on-agenda',
  'take-off-agenda': 'off-agenda',
  discuss: 'discussed',
  deliver: 'delivered',
  answer: 'answered',
  merge: 'merged',
  close: 'closed',
  reopen: 'reopened',
};

/** The cards of a signal, wherever they live. */
export const signalCards = {
  post: referenceTo<{ readonly signalId: SignalId }>('signal-post'),
  card: referenceTo<{ readonly signalId: SignalId }>('signal-card'),
  receipt: referenceTo<{ readonly signalId: SignalId }>('signal-receipt'),
  /** `by`: the signal it went into, when it happened to that one. */
  update: referenceTo<{ readonly signalId: SignalId; readonly what: SignalNews; readonly by?: SignalId }>(
    'signal-update',
  ),
  list: referenceTo<{ readonly personId?: PersonId; readonly filter?: string | null; readonly words?: string | null }>(
    'signal-list',
  ),
} as const;

/** Key of the living message in which a signal stands in the working group's channel; to be refreshed after every change. */
export const signalPost = (signal: SignalId): PostKey => postKey(`signal:${signal}:post`);

/** The living message itself, sent once; `home` comes from `workgroupHome`. */
export const postSignal = (signal: Pick<Signal, 'id'>, home: OrganisationId | null): Notice[] =>
  home === null
    ? []
    : [
        {
          key: signalPost(signal.id),
          ...signalCards.post.with({ signalId: signal.id }),
          to: { organisation: home },
        },
      ];

/**
 * A step in the life of a signal: gives the signal in its new state with `patch` over it, to be put as a change, or the
 * refusal `outdated` with its present state when the step is not possible (any more).
 */
export function stepSignal(
  signal: Signal,
  act: SignalAct,
  patch: Partial<Pick<Signal, 'meetingId' | 'deliveredTo' | 'answer' | 'decisionId' | 'mergedInto' | 'closedBecause'>>,
  now: Date,
): { readonly signal: Signal } | Refusal {
  const state = signalAfter(signal.state, act);
  if (state === null) return { refused: 'outdated', show: signalCards.card.instead({ signalId: signal.id }) };
  return { signal: { ...signal, ...patch, state, updatedAt: now } };
}

/** Somebody who hears what becomes of a signal: its sender, or the sender of one that was merged into it. */
export interface Hearer {
  /** The hearer's own signal. */
  readonly signalId: SignalId;
  readonly personId: PersonId;
  /** The organisation in whose channel he or she is told when there is no personal chat; null: there is one. */
  readonly organisationId: OrganisationId | null;
}

/**
 * Who has to hear of a signal, each person once: its sender and those of the signals merged into it. To be read in
 * `load`. Empty for an automatic signal: it has nobody.
 */
export async function hearersOf(read: Read, signal: Signal): Promise<Hearer[]> {
  const hearers = new Map<PersonId, Hearer>();
  for (const { id, personId, organisationId } of [signal, ...(await read.signals({ mergedInto: signal.id }))]) {
    if (personId === null || hearers.has(personId)) continue;
    const person = await read.person(personId);
    const hasChat = person !== null && person.personalConversationId !== null;
    hearers.set(personId, { signalId: id, personId, organisationId: hasChat ? null : organisationId });
  }
  return [...hearers.values()];
}

/**
 * Tells the senders what happened to `signal`: `signal-update` in their personal chat, or in their organisation's channel
 * with a mention when they have none. `signal` is the one as read, before the step: one step is one message, however often
 * it is repeated.
 */
export const tellSender = (
  signal: Pick<Signal, 'id' | 'version'>,
  what: SignalNews,
  hearers: readonly Hearer[],
): Notice[] =>
  hearers.map(({ signalId, personId, organisationId }) => ({
    key: `signal:${signalId}:update:${what}:${signal.id}:${signal.version}`,
    ...signalCards.update.with({ signalId, what, ...(signalId === signal.id ? {} : { by: signal.id }) }),
    to: organisationId === null ? { person: personId } : { organisation: organisationId },
    mention: organisationId === null ? null : personId,
  }));

/** Key of the living post of a meeting, whose agenda shows the signals that stand on it. */
export const agendaPost = (meeting: NonNullable<Signal['meetingId']>): PostKey => postKey(`meeting:${meeting}`);
