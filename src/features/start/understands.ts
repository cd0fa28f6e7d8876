import type { Asked } from '../../contracts/action.js';
import type { Actor } from '../../contracts/actor.js';
import { referencesSaid } from '../../domain/reference.js';
import { audienceOf } from './audience.js';
import { longest, spokenWords } from './understanding/spoken.js';
import { understood } from './understanding/understand.js';

/** What only some can do, and what is nearest to it for the others: they are answered, not refused. */
const instead: Readonly<Record<string, readonly string[]>> = {
  'show-waitlist': ['provider', 'desk'],
  'show-availability': ['provider', 'desk'],
};

/**
 * What a message that is no command asks for: the state of the one referral it names, or the one thing it surely means.
 * Null when it may be several, or is nothing for who asks: then the nearest are offered.
 */
export function understands(said: string, actor: Actor): Asked | null {
  const does = understood(said);
  const references = does === 'tell-danger' || spokenWords(said).length > longest ? [] : referencesSaid(said);
  if (references.length > 1) return null;
  if (references[0] !== undefined) return { does: 'show-status', with: { reference: references[0] } };
  return does === null || !isFor(does, actor) ? null : { does, with: {}, yields: asksAbout(does, said) };
}

/** What is told of these in general may be what is meant: who may refer, how a waiting list works. */
const alsoAsked: readonly string[] = [
  'start-intake',
  'list-my-referrals',
  'list-services',
  'list-lines',
  'list-meetings',
  'show-waitlist',
  'show-availability',
  'say-help',
];
const question =
  /^(wie|wat|wa|hoe|waar|wanneer|welke?|waarom|mag|moet|vanaf|tot|who|what|how|where|when|which|why|may|must)$/;

/** Whether a sentence asks something in general, of which an answer may be known. */
const asksAbout = (does: string, said: string): boolean =>
  alsoAsked.includes(does) && question.test(spokenWords(said)[0] ?? '');

/** Whether it leads to something for this person; a refusal that explains itself is something too. */
function isFor(does: string, actor: Actor): boolean {
  const { kinds } = audienceOf(actor);
  const others = instead[does];
  return others === undefined || kinds.some((kind) => others.includes(kind));
}
