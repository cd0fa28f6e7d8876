import type { Conversation, Message, Person } from './fake-teams/index.js';
import { postOf, thread } from './reading.js';
import type { Cast } from './stage.js';

/** Counts what one side has to do for a job. */
export type Counts = (job: string, by: 'clb' | 'provider', work: (who: Person) => Promise<unknown>) => Promise<unknown>;

/** What the school hears, from what is agreed to the day it has it, and a note to the CLB: each counted as a job. */
export async function tellsTheSchool(
  cast: Pick<Cast, 'bram' | 'naft' | 'clb'>,
  reference: string,
  counts: Counts,
): Promise<void> {
  const offer = { on: postOf(cast.naft, reference) };
  const inThread = (where: Conversation): { on: Message } => ({
    on: thread(where, reference).findLast(({ text }) => text.includes('Bericht voor de school'))!,
  });
  cast.bram.reloads();
  await counts('leave the CLB a note', 'provider', async (who) => {
    await who.presses('Traject', {}, offer);
    await who.presses('Bericht aan CLB', {}, offer);
    await who.presses('Verzenden', { note: 'Komt stipt.' }, offer);
  });
  await counts('agree what the school hears, and when', 'provider', async (who) => {
    await who.presses('Afspraken met de school', {}, inThread(cast.naft));
    await who.presses('Afspreken', { consent: 'Ja' }, inThread(cast.naft));
  });
  cast.bram.reloads();
  await counts('write what the school hears', 'provider', async (who) => {
    await who.presses('Schrijven', {}, inThread(cast.naft));
    await who.presses('Naar het CLB', { text: 'Komt stipt en werkt mee.' }, inThread(cast.naft));
  });
  const card = inThread(cast.clb);
  await counts('read it, release it, and say that the school has it', 'clb', async (who) => {
    await who.presses('Lezen', {}, card);
    await who.presses('Vrijgeven', {}, card);
    await who.presses('Verzonden', {}, card);
  });
}
