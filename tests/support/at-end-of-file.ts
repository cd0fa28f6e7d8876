const closing: (() => Promise<void>)[] = [];

/** Closes something when the present test file has ended: for what a test opens while it runs, when hooks come too late. */
export function atEndOfFile(close: () => Promise<void>): void {
  closing.push(close);
}

/** The runner calls this after each file. */
export async function endFile(): Promise<void> {
  for (const close of closing.splice(0).reverse()) await close();
}

const lasting: (() => Promise<void>)[] = [];

/** Closes something when this process has run its last file: for what one file hands on to the next. */
export function atEndOfProcess(close: () => Promise<void>): void {
  lasting.push(close);
}

/** Called once, by the worker that has nothing left to do, or after a run without workers. */
export async function endProcess(): Promise<void> {
  for (const close of lasting.splice(0).reverse()) await close();
}
