import type { Asked } from '../../contracts/action.js';
import type { Actor } from '../../contracts/actor.js';
import type { Read } from '../../contracts/read.js';
import { resembles } from '../../domain/answers/rank.js';
import { foldedWords } from '../../domain/folded-words.js';

/** A story is no question, and one word is a command that nobody knows. */
const fewest = 2;
const longest = 20;

/** Finds the answer to a sentence that is no command, when it resembles a question enough. */
export async function answersTo(read: Read, said: string, { language }: Actor): Promise<Asked | null> {
  const { length } = foldedWords(said);
  if (length < fewest || length > longest) return null;
  const [best] = await read.answersLike(said, language);
  return best === undefined || best.share < resembles ? null : { does: 'find-answer', with: { said } };
}
