/** What a process of the bench was asked, and what came of it. */
export interface Asked {
  readonly id: number;
  readonly what: string;
  readonly given: unknown;
}
export type Answered =
  | { readonly ready: unknown }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly failed: string };

/** What this process has used so far, and what its presses sent to the database. */
export interface Usage {
  readonly cpuMs: number;
  readonly memoryMb: number;
  readonly presses: number;
  readonly statements: number;
}

export type Handlers = Readonly<Record<string, (given: never) => unknown>>;

/** Tells the bench that this process is ready, and answers what it asks from then on. */
export function answerTheBench(ready: unknown, handlers: Handlers): void {
  const tell = (answer: Answered): void => void process.send?.(answer);
  process.on('message', ({ id, what, given }: Asked) => {
    Promise.resolve()
      .then(() => handlers[what]!(given as never))
      .then(
        (result) => tell({ id, result }),
        (error: unknown) => tell({ id, failed: error instanceof Error ? String(error.stack) : String(error) }),
      );
  });
  process.on('disconnect', () => process.exit(0));
  tell({ ready });
}

export function usedSoFar(presses = 0, statements = 0): Usage {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1000, memoryMb: process.memoryUsage.rss() / 2 ** 20, presses, statements };
}
