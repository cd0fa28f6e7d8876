import type { Refusal } from '../../contracts/outcome.js';
import type { Answer, Turn } from '../../contracts/turn.js';
import { actorOf } from './actor.js';
import { replyInConversation } from './reply.js';
import type { TurnDeps } from './card-in-answer.js';

/** Our own fault: an apology and a number to quote, in the person's language; nothing was stored. */
export async function apologise(world: TurnDeps, turn: Turn, number: string): Promise<Answer> {
  const { actor } = await actorOf(world.parts, turn, world.language);
  const refusal: Refusal = { refused: 'failed', values: { number } };
  if (turn.kind === 'press' && turn.how === 'execute')
    return { kind: 'card', card: world.renderer.refusal(refusal, actor.language, world.parts.links) };
  if (turn.kind === 'words' || turn.kind === 'press')
    await replyInConversation(world.parts, turn, actor, refusal, world.registry.featureOf);
  if (turn.kind !== 'query') return { kind: 'nothing' };
  return { kind: 'found', results: [], nothing: world.renderer.refusalSentence('failed', { number }, actor.language) };
}
