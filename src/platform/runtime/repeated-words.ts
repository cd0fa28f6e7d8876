import type { Words } from '../../contracts/turn.js';

/** Teams brings words again that are not answered within 15 seconds; what took nearly as long may have been brought again. */
const patienceMs = 12_000;
/** So long after a late answer the repeat can still be under way; later it is somebody who types again. */
const repeatMs = 20_000;
/** So long the moment at which words were written is remembered. */
const rememberedMs = 5 * 60_000;

interface Answering {
  readonly writtenAt: number | null;
  readonly since: number;
  readonly done: Promise<void>;
  doneAt: number | null;
}

/**
 * Words that Teams brings a second time, also under a new id: the same words of the same person in the same conversation,
 * while the first are being answered, or after they were answered too late for Teams, or with the very moment at which they
 * were written. Words that somebody types again are none of these, and are answered again, however soon. Kept in this
 * process only: what slips through is a second card with the same state, never a second act.
 */
export class RepeatedWords {
  readonly #answering = new Map<string, Answering>();

  constructor(private readonly now: () => number = Date.now) {}

  /** Answers words, or waits for the answer to those of which they are a repeat. */
  async answerOnce(words: Words, answer: () => Promise<void>): Promise<void> {
    this.#forgetOld();
    const key = JSON.stringify([words.conversation.conversationId, words.sender.aadObjectId, words.text]);
    const earlier = this.#answering.get(key);
    const writtenAt = this.#momentOf(words);
    // Whoever answers the first words also says so when that fails.
    if (earlier !== undefined && this.#isRepeat(earlier, writtenAt)) return earlier.done.catch(() => undefined);
    const done = answer();
    const answering: Answering = { writtenAt, since: this.now(), done, doneAt: null };
    this.#answering.set(key, answering);
    try {
      await done;
      answering.doneAt = this.now();
    } catch (error) {
      if (this.#answering.get(key) === answering) this.#answering.delete(key);
      throw error;
    }
  }

  #isRepeat({ doneAt, since, writtenAt: first }: Answering, writtenAt: number | null): boolean {
    if (doneAt === null || (first !== null && first === writtenAt)) return true;
    return doneAt - since > patienceMs && this.now() - doneAt < repeatMs;
  }

  /** When they were written, if that can be: a moment that is always the same tells nothing. */
  #momentOf({ writtenAt }: Words): number | null {
    return writtenAt !== null && Math.abs(this.now() - writtenAt) < rememberedMs ? writtenAt : null;
  }

  #forgetOld(): void {
    for (const [key, { doneAt }] of this.#answering)
      if (doneAt !== null && this.now() - doneAt > rememberedMs) this.#answering.delete(key);
  }
}
