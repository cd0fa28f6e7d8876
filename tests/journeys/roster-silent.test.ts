import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { asksFirst } from '../support/ask-first.js';
import type { Message } from '../support/fake-teams/index.js';
import { inputsFor, refers, secret } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';
import { goesTo } from '../support/walk.js';

const minute = 60_000;
const refused = 'Teams antwoordt nu niet';
const leftOut = 'Wat alleen u mag zien, staat er daarom even niet bij.';

describe('what is sealed stays shut while Teams does not say who is in the team, wherever it would open', () => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  let draft: Message;
  beforeAll(async () => {
    stage = await openStage('embedded', undefined, { withoutPauses: true });
    cast = await linkedCast(stage);
    for (const team of [cast.clb, cast.naft]) team.people.add(stage.teams.person(`Omar van ${team.name}`));
    reference = await refers(stage, cast.an);
    await asksFirst(stage, cast.an);
    await stage.settled();
    await goesTo(stage, cast.an, 'question', { pupil: { ...inputsFor('pupil'), pupilName: 'Cato Derdeyn' } });
    draft = cast.an.message({ in: cast.an.personal });
    await stage.later(31 * minute);
    await cast.an.says('mijn aanmeldingen');
    await stage.settled();
  });
  afterAll(() => stage.close());
  const silent = () => stage.teams.goesWrong({ status: 503 }, { on: 'members', times: 1_000_000 });
  beforeEach(async () => {
    await stage.later(6 * minute);
    silent();
    cast.an.reloads();
  });

  const own = () => ({ in: cast.an.personal, reading: 'Mijn aanmeldingen' });

  it('the own list stands there without its hints, and says why; with Teams back they stand there', async () => {
    await cast.an.opens(cast.an.personal);
    expect(cast.an.sees(own())).toContain(reference);
    expect(cast.an.sees(own())).toContain(leftOut);
    expect(cast.an.sees(own())).not.toContain(secret.memoryHint);
    stage.teams.faults.clear();
    cast.an.reloads();
    await cast.an.opens(cast.an.personal);
    expect(cast.an.sees(own())).toContain(secret.memoryHint);
    expect(cast.an.sees(own())).not.toContain(leftOut);
  });

  it('a card of one’s own stands there without the hint', async () => {
    const shown = await cast.an.presses('Bekijken', {}, { ...own(), row: reference });
    expect(shown.text).toContain(reference);
    expect(shown.text).toContain(leftOut);
    expect(shown.text).not.toContain(secret.memoryHint);
  });

  it('an intake does not open; the same button opens it once Teams is back', async () => {
    const shut = await cast.an.presses('Verdergaan', {}, { on: draft });
    expect(shut.text).toContain(refused);
    stage.teams.faults.clear();
    const open = await cast.an.presses('Opnieuw proberen', {}, { on: draft });
    expect(open.text).toContain('Deel 2 van 3');
  });

  it('what is typed in an intake meanwhile is kept, and stands there once Teams is back', async () => {
    stage.teams.faults.clear();
    await cast.an.presses('Verdergaan', {}, { on: draft });
    await stage.later(6 * minute);
    silent();
    const shut = await cast.an.presses('Verder', { question: 'Zwijgt al een week' }, { on: draft });
    expect(shut.text).toContain(refused);
    expect(shut.text).toContain('is bewaard');
    expect(shut.text).not.toContain('Zwijgt');
    stage.teams.faults.clear();
    const open = await cast.an.presses('Opnieuw proberen', {}, { on: draft });
    expect(open.text).toContain('Zwijgt al een week');
  });

  it('the drafts are told apart by what anybody may read', async () => {
    await cast.an.says('aanmelden');
    await stage.settled();
    const posted = { on: cast.an.personal.botPosts.at(-1)! };
    await cast.an.opens(cast.an.personal);
    expect(cast.an.sees(posted)).toContain('14–15 jaar · BSO');
    expect(cast.an.sees(posted)).toContain(leftOut);
    expect(cast.an.sees(posted)).not.toContain(secret.memoryHint);
  });

  it('the words of a question before referring do not open for the provider', async () => {
    const on = { on: cast.naft.botPosts.find(({ text }) => text.includes('Past dit bij u?'))! };
    const shut = await cast.bram.presses('Vraag lezen', {}, on);
    expect(shut.text).toContain(refused);
    expect(shut.text).not.toContain('halve week');
    stage.teams.faults.clear();
    expect((await cast.bram.presses('Opnieuw proberen', {}, on)).text).toContain('halve week');
  });

  it('a signal about a case is given all the same: it needs nothing of the file until something is typed', async () => {
    const on = { on: cast.clb.botPosts.find(({ text }) => text.includes(reference))! };
    const form = await cast.an.presses('Signaal geven', {}, on);
    expect(form.text).not.toContain(refused);
    const typed = { kind: 'bottleneck', region: 'VBO', ageGroup: 'all', text: 'Er is geen plaats in onze streek.' };
    expect((await cast.an.presses('Verzenden', typed, on)).text).toContain('Uw signaal is ontvangen');
  });

  it('who was taken out of the team meanwhile opens none of it', async () => {
    cast.clb.people.delete(cast.an);
    stage.teams.faults.clear();
    await stage.later(6 * minute);
    const shut = await cast.an.presses('Verdergaan', {}, { on: draft });
    expect(shut.text).toContain('niet meer in het team');
  });
});
