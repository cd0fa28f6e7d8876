/**
 * Lets a person go before the post: while a press is being answered, work from the queue waits a moment. On the embedded
 * engine there is one connection, so that the answer's own reads would otherwise stand behind the messages it set going.
 */
export class YieldToPresses {
  #underWay = 0;
  #waiting: (() => void)[] = [];

  /** `longestMs`: after so long the work goes on all the same, so that a slow press holds up nothing. */
  constructor(private readonly longestMs = 250) {}

  /** Answers a press; work that asks meanwhile waits for it. */
  async during<T>(answer: () => Promise<T>): Promise<T> {
    this.#underWay++;
    try {
      return await answer();
    } finally {
      this.#underWay--;
      if (this.#underWay === 0) for (const go of this.#waiting.splice(0)) go();
    }
  }

  /** Resolves when no press is being answered, or when it has waited long enough. */
  async turn(): Promise<void> {
    if (this.#underWay === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.longestMs);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
