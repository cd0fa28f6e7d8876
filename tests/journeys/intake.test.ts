import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engines } from '../support/database.js';
import { newFolder } from '../support/folder.js';
import { monday10 } from '../support/given.js';
import { filledIn, postOf, postsAbout, pupilNamed } from '../support/reading.js';
import { ordinary, refers, secret } from '../support/refer.js';
import { sameDatabase } from '../support/same-database.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';
import { begins, goesOn, goesTo, sends } from '../support/walk.js';

describe.each(engines)('wrong input in the intake, on %s', (engine) => {
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

  it('step 1: what is missing is named, what was chosen stays', async () => {
    await wrong(
      { danger: 'no' },
      'Kies de laatste fase die doorlopen is.',
      'Duid aan of de indicatiestelling gedaan is.',
      'Duid aan of u dit met de school besprak.',
    );
    await goesOn(cast.an, ordinary.conditions);
  });

  it('step 2: name, date, school', async () => {
    await wrong(
      { pupilName: '12', birthDate: '31/2/2012' },
      'Een naam bestaat uit letters.',
      'Deze datum bestaat niet.',
      'Kies een onderwijsvorm.',
      'Vul de naam van de school in.',
    );
    await wrong({ birthDate: 'in de lente' }, 'Deze datum kan ik niet lezen. Schrijf dag/maand/jaar, bv. 9/3/2012.');
    await wrong({ birthDate: '9/3/2031' }, 'Deze datum ligt in de toekomst.');
    expect(filledIn(cast.an, here(), 'pupilName')).toBe('12');
    await goesOn(cast.an, { ...ordinary.pupil, birthDate: '9 – mrt – 12' });
  });

  it('step 3: an unknown place, and one that there is more than once', async () => {
    await wrong({ domicile: 'Xqzwv' }, 'Deze gemeente vind ik niet.', 'Vul in waar de school ligt.');
    await wrong({ domicile: 'Meldert', schoolPlace: 'Leuven' }, 'Kies hieronder welke u bedoelt.');
    await goesOn(cast.an, { domicileChoice: 'Meldert (3320, Hoegaarden)' });
  });

  it('step 4: lists, texts, and no register number', async () => {
    await wrong(
      { question: 'Haar nummer is 12.03.09-123.45' },
      'Kies minstens één domein.',
      'Kies minstens één soort inzet.',
      'Kies of de leerling nu aanwezig is op school.',
      'Dit lijkt een rijksregisternummer.',
    );
    await goesOn(cast.an, ordinary.question);
  });

  it('step 5: consent and who can be reached', async () => {
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

  it('step 6: a provider, or the desk', async () => {
    await wrong({}, 'Kies een aanbod, of laat het Meldpunt kiezen.');
    await goesOn(cast.an, { service: 'Laat het Meldpunt kiezen' });
    const review = cast.an.sees(here());
    for (const kept of [secret.pupilName, 'Hoegaarden', '9 mrt. 2012 (14 jaar)', secret.question, secret.guardianEmail])
      expect(review).toContain(kept);
  });
});

describe.each(engines)('nothing typed is lost, on %s', (engine) => {
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
    await goesTo(stage, cast.an, 'region');
    await cast.an.presses('Terug', { domicile: 'Xqzwv' }, here());
    expect(filledIn(cast.an, here(), 'pupilName')).toBe(secret.pupilName);
    await goesOn(cast.an);
    expect(filledIn(cast.an, here(), 'domicile')).toBe('Xqzwv');
  });

  it('saved and closed it says only where it stands, and goes on there after a restart of the bot', async () => {
    const { an } = cast;
    await an.presses('Bewaren en sluiten', { domicile: 'Kessel-Lo', schoolPlace: 'Nergensveld' }, here());
    await stage.settled();
    const stored = an.personal.botPosts.at(-1)!;
    expect(stored.text).toContain('Stap 3 van 6');
    expect(stored.text).not.toContain('Quackelbeen');
    await stage.restart();
    await an.presses('Verdergaan', {}, here());
    expect(filledIn(an, here(), 'domicile')).toBe('Kessel-Lo');
    expect(filledIn(an, here(), 'schoolPlace')).toBe('Nergensveld');
    await goesOn(an, { schoolPlace: '3000' });
    expect(an.sees(here())).toContain('Stap 4 van 6');
  });

  it('a second intake asks which of the two to go on with', async () => {
    await cast.an.says('aanmelden');
    await stage.settled();
    expect(cast.an.sees(here())).toContain('U was al bezig met aanmelden');
    await cast.an.presses('Verdergaan', {}, here());
    expect(cast.an.sees(here())).toContain('Stap 4 van 6');
  });

  it('two devices at once: each step is stored, and one referral is sent', async () => {
    const { an } = cast;
    await Promise.all([goesOn(an, ordinary.question), goesOn(an, ordinary.question)]);
    await goesOn(an, ordinary.consent);
    await goesOn(an, { service: 'Laat het Meldpunt kiezen' });
    const both = await Promise.all([sends(stage, an), sends(stage, an)]);
    expect(both[0].reference).toBe(both[1].reference);
    expect(postsAbout(cast.clb)).toHaveLength(1);
    expect(postsAbout(cast.desk)).toHaveLength(1);
  });
});

describe.each(engines)('a pupil who is referred already, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    reference = await refers(stage, cast.an);
  });
  afterAll(() => stage.close());

  it('is recognised at step 2, before anything else is typed; it can be followed', async () => {
    const { an } = cast;
    await goesTo(stage, an, 'pupil');
    const typed = { ...ordinary.pupil, pupilName: 'zebulon  QUACKELBEEN', birthDate: '9/3/2012' };
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
    await goesOn(an, { ...ordinary.pupil, pupilName: 'zebulon  QUACKELBEEN', birthDate: '9/3/2012' });
    const next = await an.presses('Toch een nieuwe', {}, { in: an.personal });
    expect(next.text).toContain('Stap 3 van 6');
  });

  it('is not told to another pupil’s intake', async () => {
    await cast.an.presses('Bewaren en sluiten', {}, { in: cast.an.personal });
    await stage.settled();
    await cast.an.says('aanmelden');
    await stage.settled();
    await cast.an.presses('Nieuwe aanmelding', {}, { in: cast.an.personal });
    await goesOn(cast.an, ordinary.conditions);
    expect((await goesOn(cast.an, pupilNamed('Ander').pupil)).text).toContain('Stap 3 van 6');
    expect(postOf(cast.clb, reference).text).toContain('Nieuw bij');
  });

  const leaves = async () => {
    await cast.an.presses('Bewaren en sluiten', {}, { in: cast.an.personal });
    await stage.settled();
  };
  /** Opens an intake beside those that are there, up to the pupil. */
  const anew = async () => {
    await cast.an.says('aanmelden');
    await stage.settled();
    await cast.an.presses('Nieuwe aanmelding', {}, { in: cast.an.personal });
    await goesOn(cast.an, ordinary.conditions);
  };

  it('under another spelling: asked whether it is the same, never blocked', async () => {
    await leaves();
    await anew();
    const other = { ...ordinary.pupil, pupilName: 'Quackelbeen Zebulon Jozef', birthDate: '9 maart 2012' };
    const found = await goesOn(cast.an, other);
    expect(found.text).toContain(`Lijkt op aanmelding ${reference}: dezelfde leerling?`);
    const next = await cast.an.presses('Een andere leerling', {}, { in: cast.an.personal });
    expect(next.text).toContain('Stap 3 van 6');
  });

  it('several: all are shown, the same name first, and one of them can be followed', async () => {
    const { an } = cast;
    for (const step of ['region', 'question', 'consent'] as const) await goesOn(an, ordinary[step]);
    await goesOn(an, { service: 'Laat het Meldpunt kiezen' });
    const { reference: second } = await sends(stage, an);
    await anew();
    const { text } = await goesOn(an, ordinary.pupil);
    expect(text).toContain('Uw CLB heeft voor deze leerling al 2 lopende aanmeldingen.');
    expect(text).toMatch(new RegExp(`Aanmelding ${reference}[^]*Aanmelding ${second}[^]*Naam anders geschreven`));
    const followed = await an.presses('Die volgen', {}, { in: an.personal, nth: 2 });
    expect(followed.text).toContain(second);
    await stage.settled();
  });

  it('a twin is not asked about', async () => {
    await anew();
    const twin = { ...ordinary.pupil, pupilName: 'Zénobie Quackelbeen' };
    expect((await goesOn(cast.an, twin)).text).toContain('Stap 3 van 6');
  });
});
