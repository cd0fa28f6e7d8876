import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import { newFolder } from '../support/folder.js';
import { monday10 } from '../support/given.js';
import { filledIn, postOf, postsAbout, pupilNamed } from '../support/reading.js';
import { choosesProvider, inputsFor, ordinary, refers, secret } from '../support/refer.js';
import { sameDatabase } from '../support/same-database.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';
import { begins, goesOn, goesTo, sends } from '../support/walk.js';

describe.each(engineInTurn(import.meta.url))('wrong input in the intake, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    await begins(stage, cast.an);
  });
  afterAll(() => stage.close());

  const here = () => ({ in: cast.an.personal });
  /** Each sentence is there, and whatever was typed or chosen still stands in its field. */
  const wrong = async (inputs: Record<string, string>, ...sentences: string[]): Promise<void> => {
    const { text } = await goesOn(cast.an, inputs);
    for (const sentence of sentences) expect(text).toContain(sentence);
    for (const [id, typed] of Object.entries(inputs)) expect(filledIn(cast.an, here(), id)).toBe(typed);
  };

  it('the first part: what is missing is named and counted, what was typed stays', async () => {
    await wrong(
      { pupilName: '12', birthDate: '31/2/2012', domicile: 'Xqzwv' },
      'Nog 7 dingen na te kijken',
      'Bevestig dit, of duid aan wat nog ontbreekt.',
      'Een naam bestaat uit letters.',
      'Deze datum bestaat niet.',
      'Kies een onderwijsvorm.',
      'Vul de naam van de school in.',
      'Vul in waar de school ligt.',
      'Deze gemeente vind ik niet.',
    );
    await wrong({ birthDate: 'in de lente' }, 'Deze datum kan ik niet lezen. Schrijf dag/maand/jaar, bv. 9/3/2012.');
    await wrong({ birthDate: '9/3/2031' }, 'Deze datum ligt in de toekomst.');
    expect(filledIn(cast.an, here(), 'pupilName')).toBe('12');
  });

  it('a place that there is more than once is chosen there', async () => {
    const meldert = { ...inputsFor('pupil'), birthDate: '9 – mrt – 12', domicile: 'Meldert' };
    expect((await goesOn(cast.an, meldert)).text).toContain('Kies hieronder welke u bedoelt.');
    await goesOn(cast.an, { domicileChoice: 'Meldert (3320, Hoegaarden)' });
  });

  it('the question: lists, texts, and no register number', async () => {
    await wrong(
      { question: 'Haar nummer is 12.03.09-123.45' },
      'Kies minstens één domein.',
      'Kies of de leerling nu aanwezig is op school.',
      'Dit lijkt een rijksregisternummer.',
    );
    await goesOn(cast.an, ordinary.question);
  });

  it('consent and who can be reached', async () => {
    await wrong(
      { guardianPhone: 'bel maar', guardianEmail: 'wilhelmina' },
      'Duid aan of de leerling instemt.',
      'Duid aan of de ouders of opvoeders instemmen.',
      'Dit telefoonnummer klopt niet.',
      'Dit e-mailadres klopt niet.',
      'Vul in wie op school het contact is.',
    );
    await goesOn(cast.an, ordinary.consent);
  });

  it('the provider, or the desk, in the review, where all answers can be seen', async () => {
    expect(cast.an.sees(here())).toContain('Gekozen · 12–18 jaar · organiseert zelf het rondetafelmoment');
    await cast.an.presses('Laat het Meldpunt kiezen', {}, here());
    expect(cast.an.sees(here())).toContain('Het Meldpunt kiest een aanbieder');
    await cast.an.presses('Alle antwoorden tonen', {}, here());
    const review = cast.an.sees(here());
    for (const kept of [secret.pupilName, 'Hoegaarden', '9 mrt. 2012 (14 jaar)', secret.question, secret.guardianEmail])
      expect(review).toContain(kept);
  });
});

describe.each(engineInTurn(import.meta.url))('nothing typed is lost, on %s', (engine) => {
  const folder = newFolder();
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage(engine, monday10, { open: await sameDatabase(engine, folder.path) });
    cast = await linkedCast(stage);
  });
  afterAll(async () => {
    await stage.close();
    folder.remove();
  });
  const here = () => ({ in: cast.an.personal });

  it('back keeps what stands in the step, right or wrong', async () => {
    await goesTo(stage, cast.an, 'question');
    await cast.an.presses('Terug', { question: '12.03.09-123.45' }, here());
    expect(filledIn(cast.an, here(), 'pupilName')).toBe(secret.pupilName);
    await goesOn(cast.an);
    expect(filledIn(cast.an, here(), 'question')).toBe('12.03.09-123.45');
  });

  it('saved and closed it says only where it stands, and goes on there after a restart of the bot', async () => {
    const { an } = cast;
    await an.presses('Terug', {}, here());
    await an.presses('Later verder', { domicile: 'Kessel-Lo', schoolPlace: 'Nergensveld' }, here());
    await stage.settled();
    const stored = an.personal.botPosts.at(-1)!;
    expect(stored.text).toContain('Deel 1 van 3');
    expect(stored.text).not.toContain('Quackelbeen');
    await stage.restart();
    await an.presses('Verdergaan', {}, here());
    expect(filledIn(an, here(), 'domicile')).toBe('Kessel-Lo');
    expect(filledIn(an, here(), 'schoolPlace')).toBe('Nergensveld');
    await goesOn(an, { schoolPlace: '3000' });
    expect(an.sees(here())).toContain('Deel 2 van 3');
  });

  it('a second intake asks which of the two to go on with', async () => {
    await cast.an.says('aanmelden');
    await stage.settled();
    expect(cast.an.sees(here())).toContain('U was al bezig met aanmelden');
    await cast.an.presses('Verdergaan', {}, here());
    expect(cast.an.sees(here())).toContain('Deel 2 van 3');
  });

  it('two devices at once: each step is stored, and one referral is sent', async () => {
    const { an } = cast;
    await Promise.all([goesOn(an, ordinary.question), goesOn(an, ordinary.question)]);
    await goesOn(an, ordinary.consent);
    await choosesProvider(an, 'laat het meldpunt kiezen');
    const both = await Promise.all([sends(stage, an), sends(stage, an)]);
    expect(both[0].reference).toBe(both[1].reference);
    expect(postsAbout(cast.clb)).toHaveLength(1);
    expect(postsAbout(cast.desk)).toHaveLength(1);
  });
});

describe.each(engineInTurn(import.meta.url))('a pupil who is referred already, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    reference = await refers(stage, cast.an);
  });
  afterAll(() => stage.close());

  it('is recognised in the first part, before anything else is typed; it can be followed', async () => {
    const { an } = cast;
    await goesTo(stage, an, 'pupil');
    const typed = { ...inputsFor('pupil'), pupilName: 'zebulon  QUACKELBEEN', birthDate: '9/3/2012' };
    const found = await goesOn(an, typed);
    expect(found.text).toContain('Deze leerling is al aangemeld');
    expect(found.text).toContain(reference);
    const followed = await an.presses('Die volgen', {}, { in: an.personal });
    expect(followed.text).toContain(reference);
    await stage.settled();
    an.reloads();
    expect(an.sees({ in: an.personal })).not.toContain('Verdergaan');
  });

  it('may be referred anew all the same', async () => {
    const { an } = cast;
    await goesTo(stage, an, 'pupil');
    await goesOn(an, { ...inputsFor('pupil'), pupilName: 'zebulon  QUACKELBEEN', birthDate: '9/3/2012' });
    const next = await an.presses('Toch een nieuwe', {}, { in: an.personal });
    expect(next.text).toContain('Deel 2 van 3');
  });

  it('is not told to another pupil’s intake', async () => {
    await cast.an.presses('Later verder', {}, { in: cast.an.personal });
    await stage.settled();
    await cast.an.says('aanmelden');
    await stage.settled();
    await cast.an.presses('Nieuwe aanmelding', {}, { in: cast.an.personal });
    await stage.settled();
    expect((await goesOn(cast.an, inputsFor('pupil', pupilNamed('Ander')))).text).toContain('Deel 2 van 3');
    expect(postOf(cast.clb, reference).text).toContain('Nieuw bij');
  });

  const leaves = async () => {
    await cast.an.presses('Later verder', {}, { in: cast.an.personal });
    await stage.settled();
  };
  /** Opens an intake beside those that are there. */
  const anew = async () => {
    await cast.an.says('aanmelden');
    await stage.settled();
    await cast.an.presses('Nieuwe aanmelding', {}, { in: cast.an.personal });
    await stage.settled();
  };

  it('under another spelling: asked whether it is the same, never blocked', async () => {
    await leaves();
    await anew();
    const other = { ...inputsFor('pupil'), pupilName: 'Quackelbeen Zebulon Jozef', birthDate: '9 maart 2012' };
    const found = await goesOn(cast.an, other);
    expect(found.text).toContain(`Lijkt op aanmelding ${reference}: dezelfde leerling?`);
    const next = await cast.an.presses('Een andere leerling', {}, { in: cast.an.personal });
    expect(next.text).toContain('Deel 2 van 3');
  });

  it('several: all are shown, the same name first, and one of them can be followed', async () => {
    const { an } = cast;
    for (const part of ['question', 'consent'] as const) await goesOn(an, inputsFor(part));
    await choosesProvider(an, 'laat het meldpunt kiezen');
    const { reference: second } = await sends(stage, an);
    await anew();
    const { text } = await goesOn(an, inputsFor('pupil'));
    expect(text).toContain('Uw CLB heeft voor deze leerling al 2 lopende aanmeldingen.');
    expect(text).toMatch(new RegExp(`${reference}[^]*${second}[^]*naam anders geschreven`));
    const followed = await an.presses('Die volgen', {}, { in: an.personal, nth: 2 });
    expect(followed.text).toContain(second);
    await stage.settled();
  });

  it('a twin is not asked about', async () => {
    await anew();
    const twin = { ...inputsFor('pupil'), pupilName: 'Zénobie Quackelbeen' };
    expect((await goesOn(cast.an, twin)).text).toContain('Deel 2 van 3');
  });
});
