import { foldedWords } from '../../../domain/folded-words.js';

/** Longer than this is a story, in which a keyword may mean anything: then something is offered, not done. */
export const longest = 25;
/** More than this is not looked at. */
const lookedAt = 400;

/** The words of a message as they are compared, tags of a pasted text taken out. */
export const spokenWords = (said: string): string[] =>
  foldedWords(
    said
      .slice(0, 10_000)
      .replace(/<[^<>]*>/g, ' ')
      .replace(/[’']/g, ''),
  ).slice(0, lookedAt);
