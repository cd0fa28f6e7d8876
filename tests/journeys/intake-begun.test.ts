import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import type { Message } from '../support/fake-teams/index.js';
import { pupilNamed } from '../support/reading.js';
import { choosesProvider, inputsFor, ordinary, secret } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';
import { fillsInAndSends, fillsInUpTo, goesOn, goesTo } from '../support/walk.js';

describe.each(engineInTurn(import.meta.url))('intakes that were begun, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  const here = () => ({ in: cast.an.personal });
  const cards = (): Message[] => cast.an.personal.botPosts.filter(({ card }) => card !== null);
  const says = async (spoken: string): Promise<string> => {
    await cast.an.says(spoken);
    await stage.settled();
    return cards().at(-1)!.text;
  };

  it('asked for twice at once: answered twice, and both cards tell what became of it', async () => {
    const before = cards().length;
    await says('aanmelden');
    await says('aanmelden');
    expect(cards()).toHaveLength(before + 2);
    await fillsInUpTo(cast.an, 'review', pupilNamed('Tweemaal'));
    await choosesProvider(cast.an, 'laat het meldpunt kiezen');
    await cast.an.presses('Verzenden', {}, here());
    await stage.settled();
    cast.an.reloads();
    const [upper, lower] = cards().slice(before, before + 2);
    expect(upper!.text).toContain('Bij het Meldpunt');
    expect(lower!.text).toBe(upper!.text);
  });

  it('the same pupil: “volg die” leaves no intake behind', async () => {
    await fillsInAndSends(stage, cast.an, pupilNamed('Volg'));
    await goesTo(stage, cast.an, 'pupil');
    expect((await goesOn(cast.an, inputsFor('pupil', pupilNamed('Volg')))).text).toContain('al aangemeld');
    expect((await cast.an.presses('Die volgen', {}, here())).text).toContain('is weggegooid');
    await stage.settled();
    expect(await says('aanmelden')).toContain('Nieuwe aanmelding');
    expect(cast.an.sees(here())).toContain('Deel 1 van 3');
  });

  it('a late press on an old card moves nothing back and overwrites nothing; who is phoned is said at the choice', async () => {
    await fillsInUpTo(cast.an, 'consent', pupilNamed('Laat'));
    const old = stage.teams.answers
      .map(({ activity }) => activity)
      .findLast((one) => JSON.stringify(one).includes('"verb":"describe-question"'))!;
    await goesOn(cast.an, ordinary.consent);
    await cast.an.presses('Wijzig Vraag', {}, here());
    await goesOn(cast.an, { question: 'Het is intussen anders.' });
    await stage.teams.deliver({ ...old, id: 'late-1' });
    await cast.an.opens(cast.an.personal);
    const review = cast.an.sees(here());
    expect(review).toContain('Nakijken en verzenden');
    expect(review).toMatch(/NAFT-Leerrecht Vlaams-Brabant Oost\nGekozen(?!.*belt)/);
    expect(review).toContain('nog niet in Teams: het Meldpunt belt voor u');
    expect(cast.an.sees(here())).toContain('Het is intussen anders.');
    expect(cast.an.sees(here())).not.toContain(secret.question);
  });

  it('told apart: in the chat by what may stand there, to the person alone by name', async () => {
    await says('aanmelden');
    await cast.an.presses('Nieuwe aanmelding', {}, here());
    await stage.settled();
    await goesOn(cast.an, { ...inputsFor('pupil', pupilNamed('Apart')), birthDate: '3/9/2009' });
    await stage.later(60_000);
    const listed = await says('aanmelden');
    expect(listed).toContain('16–17 jaar · BSO');
    expect(listed).toContain('14–15 jaar · BSO · Vlaams-Brabant Oost');
    expect(listed).toContain('begonnen');
    expect(listed).not.toMatch(/Apart|Laat|Quackelbeen/);
  });
});
