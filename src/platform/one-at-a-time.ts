/** Too many wait already: ask again later. */
export class TooManyWait extends Error {
  override readonly name = 'TooManyWait';
}

/** Does heavy work one after the other, in the order in which it was asked; who would wait too long is told so at once. */
export class OneAtATime {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** `most`: so many may be under way or wait. */
  constructor(private readonly most: number) {}

  /** Gives what `work` gives. Throws {@link TooManyWait}. One that fails holds up no other. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.waiting >= this.most) throw new TooManyWait();
    this.waiting++;
    const result = this.last.then(work);
    this.last = result.catch(() => undefined);
    try {
      return await result;
    } finally {
      this.waiting--;
    }
  }
}
