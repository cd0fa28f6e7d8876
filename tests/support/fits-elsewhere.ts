import { choice } from './reading.js';
import type { Cast, Stage } from './stage.js';
import type { Counts } from './tells-the-school.js';

const farm = 'Steunpunt Groene Zorg';

/** A place comes free at another service while pupils wait or were refused: one is referred on from the card that tells of it, counted as a job. */
export async function fitsElsewhere(
  stage: Pick<Stage, 'later' | 'settled'>,
  cast: Pick<Cast, 'an' | 'dirk' | 'desk'>,
  counts: Counts,
): Promise<void> {
  await cast.dirk.says('beschikbaarheid', cast.desk);
  await stage.settled();
  await cast.dirk.presses('Formulier openen', {}, { in: cast.desk });
  const serviceId = choice(cast.dirk, { in: cast.desk }, 'serviceId', farm);
  await cast.dirk.presses('Bewaren', { serviceId, kind: 'Plaats nu' }, { in: cast.desk });
  await stage.later(16 * 60_000);
  const on = { on: cast.an.personal.botPosts.findLast(({ text }) => text.includes('Past bij'))! };
  const row = cast.an.buttons(on).find((title) => title.includes('0001 verder aanmelden'))!;
  await counts('refer on to a service that has a place now, which the bot found', 'clb', async (who) => {
    await who.presses(row, {}, on);
    const confirm = who.buttons(on).find((title) => title.startsWith('Aanmelden'));
    if (confirm !== undefined) await who.presses(confirm, {}, on);
  });
}
