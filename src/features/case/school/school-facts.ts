import { z } from 'zod';
import type { ActionContext } from '../../../contracts/action.js';
import { isRefusal, type Outcome, type Refusal, type Reply } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { SchoolText, TrajectoryCase } from '../../../contracts/trajectory.js';
import { schoolCards, type OnSchoolMessage } from '../../../domain/trajectory/cards.js';
import type { SchoolCommand } from '../../../domain/trajectory/decide-school.js';
import { trajectoryRights } from '../../../domain/trajectory/policy.js';
import {
  isReleased,
  messageAt,
  type SchoolMessage,
  type SchoolMessageState,
} from '../../../domain/trajectory/school-message.js';
import type { Language } from '../../../domain/language.js';
import { texts } from '../../../texts/index.js';
import { caseActor } from '../case-actor.js';
import {
  doIt,
  isStillOpen,
  loadTrajectory,
  trajectorySubject,
  type ActingOn,
} from '../trajectory/act-on-trajectory.js';

/** What a button of a message to the school carries. */
export const schoolSubject = trajectorySubject.extend({ number: z.coerce.number().int().min(1) });

/** A message to the school on which somebody acts, and the card that was pressed. */
export interface SchoolFacts extends ActingOn {
  readonly message: SchoolMessage;
  readonly texts: readonly SchoolText[];
  /** What is sealed was erased: nothing can be read or written any more. */
  readonly isErased: boolean;
}

/** Loads it to act on; refuses with `not-found`. */
export async function loadMessage(
  read: Read,
  { number, ...subject }: z.output<typeof schoolSubject>,
): Promise<SchoolFacts | Refusal> {
  const facts = await loadTrajectory(read, subject);
  if (isRefusal(facts)) return facts;
  const message = messageAt(facts.trajectory, number);
  if (message === null) return { refused: 'not-found' };
  const words = await read.schoolTexts(facts.trajectory.id, number);
  return { ...facts, message, texts: words, isErased: await read.isErased(facts.referral.trailId) };
}

/** What the buttons of a form carry. */
export const onMessage = ({ trajectory, message, side }: SchoolFacts): OnSchoolMessage => ({
  trajectoryId: trajectory.id,
  number: message.number,
  side,
});

type Present = Extract<Reply, { show: string }>;

/** The card that shows how it stands to who pressed. */
export const presentMessage = (facts: SchoolFacts): Present => schoolCards.message.shown(onMessage(facts));

type MessageAct = Exclude<SchoolCommand['act'], 'agree-school' | 'plan-school' | 'remind-school'>;

const open: readonly SchoolMessageState[] = ['expected', 'written', 'returned', 'released'];
/** In which states of a message each act is done, and what it leaves. */
const acts: Readonly<
  Record<MessageAct, { readonly from: readonly SchoolMessageState[]; readonly to: SchoolMessageState }>
> = {
  'write-school': { from: ['expected', 'returned'], to: 'written' },
  'return-school': { from: ['written'], to: 'returned' },
  'release-school': { from: ['written'], to: 'released' },
  'send-school': { from: ['released'], to: 'sent' },
  'unsend-school': { from: ['sent'], to: 'released' },
  'skip-school': { from: open, to: 'skipped' },
};
const needsWords: readonly MessageAct[] = ['write-school', 'return-school', 'release-school'];
const leavesText = { 'write-school': 'written', 'return-school': 'asked', 'release-school': 'released' } as const;

/** The same press once more: this person left what stands there last. What others wrote meanwhile is not taken for it. */
function isDone({ message, texts: words }: SchoolFacts, act: MessageAct, { actor }: ActionContext): boolean {
  if (message.state !== acts[act].to) return false;
  const last = words.at(-1);
  return !(act in leavesText) || last?.personId === actor.person.id;
}

/** Whether anything is to be done with it: its trajectory goes on, or the CLB released it before that ended. */
export const isMessageOpen = (facts: TrajectoryCase & Pick<SchoolFacts, 'message'>): boolean =>
  isStillOpen(facts) || isReleased(facts.message);

/** Whether this may be done with a message now: null, or why not, with how it stands. The same press once more is let through. */
export function mayDoMessage(facts: SchoolFacts, act: MessageAct, context: ActionContext): Refusal | null {
  const { trajectory, referral, message } = facts;
  const who = caseActor(context.actor, referral);
  const verdict = trajectoryRights.can(who, act, trajectory, context.now);
  if ('denied' in verdict && verdict.denied === 'side') return { refused: wrongSide(act, who.sides) };
  const { show: view, with: params } = presentMessage(facts);
  const show = { view, with: params };
  if (isDone(facts, act, context)) return null;
  if (!isMessageOpen(facts) || 'denied' in verdict || !acts[act].from.includes(message.state))
    return { refused: 'outdated', show };
  return facts.isErased && needsWords.includes(act) ? { refused: 'file-closed', show } : null;
}

/** The provider writes, the CLB reads and releases; whoever has nothing to do with it hears no more than that. */
function wrongSide(act: MessageAct, sides: readonly string[]): Refusal['refused'] {
  if (!sides.includes('clb') && !sides.includes('provider') && !sides.includes('desk')) return 'not-yours';
  return act === 'write-school' ? 'only-provider' : 'only-referrer';
}

/** What happens to a message, and how it stands as the reply. */
export function doMessage(
  facts: SchoolFacts,
  command: Extract<SchoolCommand, { readonly act: MessageAct }>,
  context: ActionContext,
  reply: Present = presentMessage(facts),
): Outcome | Refusal {
  if (!acts[command.act].from.includes(facts.message.state)) return { reply };
  const done = doIt(facts, command, context);
  return isRefusal(done) ? done : { ...done, reply };
}

/** Which message it is: `Bij de start`, `Tussentijds`, `Bij het einde`. */
export const momentWord = ({ moment }: SchoolMessage, language: Language): string =>
  texts(language)(`school.moments.${moment}`);

/** What may be typed for the school or about it. Errors: `missing`, `too-long`. */
export const schoolWords = z.string('missing').trim().min(1, 'missing').max(2000, 'too-long');

/** What was written last, as the CLB reads and changes it. */
export const lastWritten = (words: readonly SchoolText[]): string | null =>
  words.filter(({ what }) => what !== 'asked').at(-1)?.text ?? null;
