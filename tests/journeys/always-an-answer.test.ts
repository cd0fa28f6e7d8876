import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { features } from '../../src/features/index.js';
import { anyEngine } from '../support/database.js';
import type { Person, Conversation } from '../support/fake-teams/index.js';
import { deskCode, linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

/** The first word of everything that can be typed, in the order of the features. */
const commands = features.flatMap(({ actions }) => actions.flatMap(({ words }) => words?.nl.slice(0, 1) ?? []));
const everything = [...commands, 'status 2026-0001', 'zomaar iets', ''];

describe.each(anyEngine)('typed words always get an answer, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  /** How much is said to a conversation, also what has not arrived yet. */
  const saidIn = async ({ id }: Conversation): Promise<number> =>
    (await stage.database.kysely.selectFrom('message').select('id').where('conversationId', '=', id).execute()).length;

  /** Types the same words three times, and gives those times at which nothing was said. */
  async function silences(who: Person, where: Conversation, words: string): Promise<string[]> {
    const silent: string[] = [];
    for (const time of ['first', 'second', 'third']) {
      const before = await saidIn(where);
      await who.says(words, where);
      if ((await saidIn(where)) === before) silent.push(`“${words}”, the ${time} time`);
    }
    return silent;
  }

  it.each(['an', 'bram', 'dirk'] as const)('for %s, wherever and however often', async (name) => {
    const who = cast[name];
    const own = { an: cast.clb, bram: cast.naft, dirk: cast.desk }[name];
    const silent: string[] = [];
    for (const words of everything.filter((one) => one !== 'ontkoppelen'))
      for (const where of [who.personal, own]) silent.push(...(await silences(who, where, words)));
    expect(silent).toEqual([]);
  });

  it('for who types “aanmelden” twice within a minute', async () => {
    const { an } = cast;
    expect(await silences(an, an.personal, 'aanmelden')).toEqual([]);
  });

  it('for who links a channel with the code that linked it', async () => {
    const { dirk, desk } = cast;
    expect(await silences(dirk, desk, `koppelen ${deskCode}`)).toEqual([]);
  });
});
