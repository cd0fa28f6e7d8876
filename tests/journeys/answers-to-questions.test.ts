import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

describe.each(engineInTurn(import.meta.url))('the questions people ask, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  const asks = async (said: string, who = cast.an, where = who.personal): Promise<string> => {
    await who.says(said, where);
    await stage.settled();
    return who.sees({ in: where });
  };
  const page = async (query = '') => (await fetch(`http://127.0.0.1:${stage.app.port}/vragen${query}`)).text();

  it('a sentence that resembles one is answered, with the step that follows', async () => {
    expect(await asks('wie mag eigenlijk aanmelden?')).toContain('Alleen een CLB-medewerker meldt aan');
    await cast.an.presses('Aanmelden', {}, { in: cast.an.personal });
    await stage.settled();
    expect(await asks('vragen afwezigheid code')).toContain(
      'De school registreert de afwezigheid tijdens het traject met code P.',
    );
    expect(await asks('kan ik hier een leerling aanmelden?')).toContain('Nieuwe aanmelding');
    expect(await asks('een leerling is in gevaar, wie moet ik bellen?')).toContain('112');
  });

  it('vragen shows them all, and anybody reads them, in no team too', async () => {
    const passer = stage.teams.person('Pia Passant');
    expect(await asks('vragen', passer)).toContain('Wat is een schoolexterne interventie');
    const second = await passer.presses('Volgende', {}, { in: passer.personal });
    expect(second.text).toContain('Welke code registreert de school?');
    expect(await page()).toContain('Wat als de leerling niet ingeschreven is?');
    expect(await page('?taal=en')).toContain('What if the pupil is not enrolled?');
  });

  it('what nobody answered goes to the desk in one press, and is answered in the same chat', async () => {
    const { an, dirk, desk } = cast;
    expect(await asks('vragen fietsvergoeding begeleider zaterdag')).toContain('Stel uw vraag');
    const sent = await an.presses('Stel uw vraag', {}, { in: an.personal });
    expect(sent.text).toContain('Het Meldpunt antwoordt u in dit gesprek');
    await an.redelivers({ newId: true });
    await stage.settled();
    const posts = desk.botPosts.filter((post) => JSON.stringify(post.card).includes('fietsvergoeding'));
    expect(posts).toHaveLength(1);
    const on = { in: desk, reading: 'fietsvergoeding' };
    await dirk.presses('Antwoorden', {}, on);
    const refused = await dirk.presses('Verzenden', { answer: 'Zoals bij Elif, geboren op 9/3/2012.' }, { in: desk });
    expect(refused.text).toContain('zonder die gegevens');
    const done = await dirk.presses('Verzenden', { answer: 'Nee, die is er niet.' }, { in: desk });
    expect(done.text).toContain('Bij de vragen zetten');
    await stage.settled();
    expect(an.sees({ in: an.personal })).toContain('Nee, die is er niet.');
    await dirk.presses('Bij de vragen zetten', {}, { in: desk });
    await stage.settled();
    expect(await asks('krijg ik een fietsvergoeding?', cast.bram)).toContain('Nee, die is er niet.');
    expect(await page()).toContain('Nee, die is er niet.');
  });

  it('a question about a pupil is kept nowhere', async () => {
    const { an } = cast;
    await asks('vragen kan Elif Yildiz geboren op 9/3/2012 starten in de zorgboerderij');
    await asks('vragen');
    await an.presses('Stel uw vraag', {}, { in: an.personal });
    const wrong = await an.presses(
      'Verzenden',
      { question: 'Mag Elif Yildiz, geboren op 9/3/2012, starten?' },
      { in: an.personal },
    );
    expect(wrong.text).toContain('Schrijf het zonder die gegevens');
    const stored = await stage.database.kysely.selectFrom('deskQuestion').select('text').execute();
    expect(JSON.stringify(stored)).not.toContain('Elif');
    const messages = await stage.database.kysely.selectFrom('message').select('params').execute();
    expect(JSON.stringify(messages)).not.toMatch(/Elif|Yildiz|yildiz/);
  });

  it('the desk is reminded of what waits two working days', async () => {
    const { an, desk } = cast;
    await asks('vragen parkeerplaats bij zorgboerderijen betalend');
    await an.presses('Stel uw vraag', {}, { in: an.personal });
    await stage.settled();
    const open = () =>
      desk.botPosts.filter((post) => JSON.stringify(post.card).includes('Deze vraag wacht nog')).length;
    expect(open()).toBe(0);
    await stage.later(3 * 86_400_000);
    expect(open()).toBe(1);
  });

  it('who would like to join the working group says so; one card invites, with the calendar file', async () => {
    const { an, dirk, desk } = cast;
    expect(await asks('hoe kan ik aansluiten bij de werkgroep?')).toContain('Wie interesse heeft, is welkom');
    const passedOn = await an.presses('Meedoen met de werkgroep', {}, { in: an.personal });
    expect(passedOn.text).toContain('Uw interesse is doorgegeven');
    await asks('meedoen met de werkgroep');
    const cards = () => desk.botPosts.filter((post) => post.summary === 'Iemand wil meedoen met de werkgroep');
    expect(cards()).toHaveLength(1);
    const on = { in: desk, reading: 'Wil meedoen met de werkgroep' };
    expect((await dirk.presses('Uitnodigen', {}, on)).text).toContain('Plan eerst een vergadering');
    await dirk.presses('Vergadering plannen', {}, { in: desk });
    const day = new Date(stage.clock.now().getTime() + 30 * 86_400_000).toISOString().slice(0, 10);
    await dirk.presses('Plannen', { begin: '14:00', end: '16:00', location: 'Leuven', date2: day }, { in: desk });
    await stage.settled();
    dirk.reloads();
    const invited = await dirk.presses('Uitnodigen', {}, { in: desk, reading: 'Wil meedoen met de werkgroep' });
    expect(invited.text).toContain('Uitgenodigd');
    await stage.settled();
    expect(an.sees({ in: an.personal })).toContain('U bent uitgenodigd');
    const file = await (await fetch(an.link('In mijn agenda', { in: an.personal }))).text();
    expect(file).toContain('BEGIN:VCALENDAR');
    await an.says('vergaderingen', an.personal);
    await stage.settled();
    expect(an.sees({ in: an.personal })).not.toContain('An Peeters');
  });

  it('the desk writes it otherwise, sees what it said before, and puts it back', async () => {
    const { dirk, desk, an } = cast;
    await asks('vragen', dirk, desk);
    await dirk.presses('Volgende', {}, { in: desk });
    const third = await dirk.presses('Volgende', {}, { in: desk });
    expect(third.text).toContain('Waar staat de visietekst?');
    await dirk.presses('Bekijken', {}, { in: desk, nth: 1 });
    await dirk.presses('Wijzigen', {}, { in: desk });
    const kept = await dirk.presses(
      'Bewaren',
      { text: 'De visietekst staat in het kanaal van de werkgroep.' },
      { in: desk },
    );
    expect(kept.text).toContain('Geschreven door het Meldpunt');
    expect(await asks('waar vind ik de visietekst?', an)).toContain('in het kanaal van de werkgroep');
    const history = await dirk.presses('Geschiedenis', {}, { in: desk });
    expect(history.text).toContain('Vraag het aan het Meldpunt');
    await dirk.presses('Terugzetten', {}, { in: desk });
    expect(await asks('waar vind ik de visietekst?', an)).toContain('Vraag het aan het Meldpunt');
    const gone = await dirk.presses('Niet meer tonen', {}, { in: desk });
    expect(gone.text).toContain('Bewaard.');
    expect(await page()).not.toContain('Waar staat de visietekst?');
  });
});
