const closing: (() => Promise<void>)[] = [];

/** Closes something when the present test file has ended: for what a test opens while it runs, when hooks come too late. */
export function atEndOfFile(close: () => Promise<void>): void {
  closing.push(close);
}

/** The runner calls this after each file. */
export async function endFile(): Promise<void> {
  for (const close of closing.splice(0).reverse()) await close();
}
