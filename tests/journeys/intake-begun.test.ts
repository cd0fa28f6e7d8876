import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engines } from '../support/database.js';
import type { Message } from '../support/fake-teams/index.js';
import { choices, pupilNamed } from '../support/reading.js';
import { ordinary, secret } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';
import { fillsInAndSends, goesOn, goesTo } from '../support/walk.js';

describe.each(engines)('intakes that were begun, on %s', (engine) => {
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
    await cast.an.presses('Verdergaan', {}, here());
    for (const step of ['conditions', 'pupil', 'region', 'question', 'consent'] as const)
      await goesOn(cast.an, { ...ordinary, ...pupilNamed('Tweemaal') }[step]);
    await goesOn(cast.an, { service: 'Laat het Meldpunt kiezen' });
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
    expect((await goesOn(cast.an, pupilNamed('Volg').pupil)).text).toContain('al aangemeld');
    expect((await cast.an.presses('Die volgen', {}, here())).text).toContain('is weggegooid');
    await stage.settled();
    expect(await says('aanmelden')).toContain('Aanmelding in opmaak');
    await cast.an.presses('Verdergaan', {}, here());
    expect(cast.an.sees(here())).toContain('Stap 1 van 6');
  });

  it('a late press on an old card moves nothing back and overwrites nothing; who is phoned is said at the choice', async () => {
    await goesOn(cast.an, ordinary.conditions);
    for (const step of ['pupil', 'region', 'question'] as const)
      await goesOn(cast.an, { ...ordinary, ...pupilNamed('Laat') }[step]);
    const old = stage.teams.answers
      .map(({ activity }) => activity)
      .findLast((one) => JSON.stringify(one).includes('"verb":"describe-question"'))!;
    await goesOn(cast.an, ordinary.consent);
    await cast.an.presses('Terug', {}, here());
    await cast.an.presses('Terug', {}, here());
    await goesOn(cast.an, { question: 'Het is intussen anders.' });
    await goesOn(cast.an);
    await stage.teams.deliver({ ...old, id: 'late-1' });
    cast.an.reloads();
    await cast.an.presses('Verdergaan', {}, here());
    expect(cast.an.sees(here())).toContain('Stap 6 van 6');
    const offered = choices(cast.an, here(), 'service');
    expect(offered.find((one) => one.startsWith('NAFT-Leerrecht Vlaams-Brabant Oost'))).not.toContain('belt');
    expect(offered.filter((one) => one.endsWith('niet in Teams: het Meldpunt belt'))).not.toEqual([]);
    await goesOn(cast.an, { service: 'Laat het Meldpunt kiezen' });
    expect(cast.an.sees(here())).toContain('Het is intussen anders.');
    expect(cast.an.sees(here())).not.toContain(secret.question);
  });

  it('told apart: in the chat by what may stand there, to the person alone by name', async () => {
    await says('aanmelden');
    await cast.an.presses('Nieuwe aanmelding', {}, here());
    await goesOn(cast.an, ordinary.conditions);
    await goesOn(cast.an, { ...pupilNamed('Apart').pupil!, birthDate: '3/9/2009' });
    await stage.later(60_000);
    const listed = await says('aanmelden');
    expect(listed).toContain('16–17 jaar · BSO');
    expect(listed).toContain('14–15 jaar · BSO · Vlaams-Brabant Oost');
    expect(listed).toContain('begonnen');
    expect(listed).not.toMatch(/Apart|Laat|Quackelbeen/);
  });
});
