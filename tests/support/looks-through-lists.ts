import type { Message } from './fake-teams/index.js';
import { postOf } from './reading.js';
import type { Cast, Stage } from './stage.js';
import type { Counts } from './tells-the-school.js';

/** Four weeks on a waiting list, and then both sides say that it still holds: each counted as a job. */
export async function looksThroughLists(
  stage: Pick<Stage, 'later'>,
  cast: Pick<Cast, 'an' | 'bram' | 'naft'>,
  reference: string,
  counts: Counts,
): Promise<void> {
  const offer = { on: postOf(cast.naft, reference) };
  await cast.bram.presses('Wachtlijst', {}, offer);
  await cast.bram.presses('Op de wachtlijst zetten', { kept: 'ja' }, offer);
  await stage.later(29 * 24 * 3_600_000);
  const asks = (posts: readonly Message[], words: string): { on: Message } => ({
    on: posts.findLast(({ text }) => text.includes(words))!,
  });
  const own = asks(cast.an.personal.botPosts, 'op een wachtlijst');
  const all = cast.an.buttons(own).find((title) => /nog nodig/i.test(title))!;
  await counts('say that the whole waiting list is still needed', 'clb', (who) => who.presses(all, {}, own));
  const list = asks(cast.naft.botPosts, 'Kloppen de verwachte starts nog?');
  await counts('say that a whole waiting list still holds', 'provider', (who) => who.presses('Klopt nog', {}, list));
}
