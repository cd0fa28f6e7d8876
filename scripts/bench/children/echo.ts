import { testBot, trusting } from '../../../tests/support/bot-tokens.js';
import { startEchoBot } from '../echo-bot.js';
import { openLean, type LeanKind } from '../lean.js';
import type { Where } from '../engines.js';
import { answerTheBench, usedSoFar } from './answers.js';

/** The bare bot in a process of its own; with a database it also does the least that must be stored, asked by the verb. */
const { where, identity } = JSON.parse(process.argv[2]!) as { where: Where | null; identity: string };

async function start(): Promise<void> {
  const lean = where === null ? null : await openLean(where);
  const before = (verb: string): Promise<void> =>
    lean !== null && verb.startsWith('lean-') ? lean.store(verb as LeanKind) : Promise.resolve();
  const echo = await startEchoBot(testBot, trusting(identity), before);
  answerTheBench(echo.url, {
    usage: () => usedSoFar(),
    /** The transactions alone, so many at once, for so long. */
    async alone({ kind, atOnce, ms }: { kind: LeanKind; atOnce: number; ms: number }) {
      const begun = performance.now();
      let count = 0;
      const one = async (): Promise<void> => {
        while (performance.now() - begun < ms) {
          await lean!.store(kind);
          count++;
        }
      };
      await Promise.all(Array.from({ length: atOnce }, one));
      return { count, ms: performance.now() - begun };
    },
    async stop() {
      await echo.stop();
      await lean?.close();
    },
  });
}

await start();
