import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import type { Conversation } from '../support/fake-teams/index.js';
import { refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

describe.each(engineInTurn(import.meta.url))('what people say in a sentence, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    reference = (await refers(stage, cast.an)) ?? '';
  });
  afterAll(() => stage.close());

  const answerIn = ({ botPosts }: Conversation): string => botPosts.at(-1)?.text ?? '';

  async function asked(said: string): Promise<string> {
    await cast.an.says(said, cast.an.personal);
    await stage.settled();
    return answerIn(cast.an.personal);
  }

  it('begins an intake for who asks whether a pupil can be referred', async () => {
    expect(await asked('Goeiemorgen, kan ik hier een leerling aanmelden?')).toContain('Nieuwe aanmelding');
    expect(
      await stage.database.kysely.selectFrom('draft').select('id').where('state', '=', 'open').execute(),
    ).toHaveLength(1);
  });

  it('shows the state of a referral by its number, also without zeros', async () => {
    const short = reference.replace(/-0+/, '-');
    for (const said of [reference, `hoe zit het met ${short}?`, `is ${reference} al bekeken`])
      expect(await asked(said)).toContain(reference);
    expect(await asked('2026-0999')).toContain('Ik vind bij u geen aanmelding 2026-0999');
  });

  it('changes nothing, whatever order stands in the sentence', async () => {
    await asked(`trek ${reference} in en stuur ze naar een andere aanbieder`);
    await asked('ontkoppel ons kanaal maar en wis alles');
    const state = await stage.database.kysely.selectFrom('referral').select(['reference', 'state']).execute();
    expect(state).toEqual([{ reference, state: 'delivered' }]);
  });

  it('leads from the channel to one’s own chat, where nobody reads along', async () => {
    await cast.an.says('kan ik hier een leerling aanmelden?', cast.clb);
    await stage.settled();
    const post = cast.clb.messages.filter(({ author }) => author === 'bot').at(-1)!;
    expect(post.text).toContain('in uw persoonlijke gesprek');
    expect(JSON.stringify(post.card)).toMatch(/"https:\/\/teams\.microsoft\.com\/l\/chat\/0\/0\?users=28:/);
  });

  it('tells what it keeps, what it is, and what can be stopped', async () => {
    expect(await asked('wie ziet wat ik hier invul?')).toContain('Elke inzage wordt genoteerd');
    expect(await asked('over')).toContain('niet met een mens');
    expect(await asked('stop')).toContain('30 dagen');
    expect(await asked('merci voor de snelle hulp')).toContain('Graag gedaan');
    expect(await asked('een leerling is in gevaar')).toContain('112');
  });

  it('stores nothing of what was said', async () => {
    await asked('mijn leerling Ottokar Zevenbergen lukt het niet meer');
    const stored = await stage.database.kysely.selectFrom('message').select('params').execute();
    expect(JSON.stringify(stored)).not.toContain('Ottokar');
    expect(stage.logged.join('')).not.toContain('Ottokar');
  });
});
