import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import { everythingInClear, filledIn, postOf, postsAbout, pupilNamed } from '../support/reading.js';
import { choosesProvider, fillsIn, inputsFor, ordinary } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';
import { begins, fillsInAndSends, goesOn, goesTo, sends } from '../support/walk.js';

describe.each(engineInTurn(import.meta.url))('what an intake may lead to, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  const here = () => ({ in: cast.an.personal });
  const stopsAfter = async (inputs: Record<string, string>): Promise<string> => {
    await begins(stage, cast.an);
    return (await goesOn(cast.an, inputs)).text;
  };
  const thrownAway = async (): Promise<void> => {
    await cast.an.presses('Later verder', {}, here());
    await stage.settled();
    await cast.an.presses('Weggooien', {}, here());
    await cast.an.presses('Weggooien', {}, here());
    await stage.settled();
  };

  it('danger: no referral but the numbers to call', async () => {
    await begins(stage, cast.an);
    expect(cast.an.sees(here())).toContain('Bel **112**');
    const { text } = await cast.an.presses('Er is nu gevaar', { pupilName: 'Iemand' }, here());
    expect(text).toContain('Zoek nu eerst hulp');
    expect(text).toContain('**112** bij levensgevaar');
    await cast.an.presses('Terug naar de vragen', {}, here());
    expect(filledIn(cast.an, here(), 'pupilName')).toBe('Iemand');
    expect(cast.an.sees(here())).not.toContain('na te kijken');
    await thrownAway();
  });

  it.each([
    ['brede basiszorg', 'Eerst de verhoogde zorg en de uitbreiding van zorg', 'Pedagogische begeleidingsdienst'],
    ['verhoogde zorg', 'Eerst de uitbreiding van zorg', 'Leersteuncentrum'],
  ])('%s: says kindly what comes first and who helps, and loses nothing', async (carePhase, heading, line) => {
    const text = await stopsAfter({ carePhase });
    for (const told of ['Aanmelden kan nog niet', heading, line, 'Wat u invulde, blijft bewaard.'])
      expect(text).toContain(told);
    const lines = await cast.an.presses('Hulplijnen', {}, here());
    expect(lines.text).toContain(line);
    expect((await cast.an.presses('Terug', {}, here())).text).toContain('Deel 1 van 3');
    await goesOn(cast.an);
    await cast.an.presses('Terug naar de vragen', {}, here());
    const now = { ...inputsFor('pupil', pupilNamed('Later')), carePhase: 'uitbreiding van zorg' };
    expect((await goesOn(cast.an, now)).text).toContain('Deel 2 van 3');
    await thrownAway();
  });

  it('both regions: the worker chooses, and gets the providers of that region', async () => {
    await begins(stage, cast.an);
    const region = { domicile: 'Kessel-Lo', schoolPlace: 'Vilvoorde' };
    const both = await goesOn(cast.an, inputsFor('pupil', { ...pupilNamed('Beide'), region }));
    expect(both.text).toContain('Beide regio’s zijn mogelijk');
    expect((await goesOn(cast.an)).text).toContain('Kies een van de twee regio’s.');
    await goesOn(cast.an, { region: 'NAFT Asse-Halle-Vilvoorde' });
    await goesOn(cast.an, ordinary.question);
    await goesOn(cast.an, ordinary.consent);
    const offered = cast.an.sees(here());
    expect(offered).toMatch(/NAFT-Leerrecht Asse-Halle-Vilvoorde\n(Gekozen|wachttijd)/);
    expect(offered).not.toContain('NAFT-Leerrecht Vlaams-Brabant Oost');
    await thrownAway();
  });

  it('outside the province: to the desk, when the worker says so', async () => {
    await begins(stage, cast.an);
    const region = { domicile: 'Antwerpen', schoolPlace: 'Mechelen', clbPlace: 'Mechelen' };
    expect((await goesOn(cast.an, inputsFor('pupil', { ...pupilNamed('Buiten'), region }))).text).toContain(
      'Dit ligt buiten Vlaams-Brabant',
    );
    const lines = await cast.an.presses('Hulplijnen', {}, here());
    expect(lines.text).toContain('Beide regio’s');
    expect((await cast.an.presses('Terug', {}, here())).text).toContain('Dit ligt buiten Vlaams-Brabant');
    await goesOn(cast.an, { region: 'Toch naar het Meldpunt sturen' });
    await goesOn(cast.an, ordinary.question);
    await goesOn(cast.an, ordinary.consent);
    const { receipt, reference } = await sends(stage, cast.an);
    expect(receipt.text).toContain('Het Meldpunt zoekt mee wie kan helpen');
    expect(postOf(cast.desk, reference).text).toContain('Buiten Vlaams-Brabant');
    expect(postOf(cast.clb, reference).text).toContain('Bij het Meldpunt');
    const before = { on: postOf(cast.desk, reference) };
    expect((await cast.dirk.presses('Hulplijnen', {}, before)).text).toContain('Beide regio’s');
    expect((await cast.dirk.presses('Terug', {}, before)).text).toContain('Buiten Vlaams-Brabant');
  });

  it('under twelve: says so once the pupil is known, and the desk looks along', async () => {
    const pupil = { ...pupilNamed('Jong').pupil!, birthDate: '9/3/2017', schoolForm: 'basisonderwijs' };
    await goesTo(stage, cast.an, 'question', { pupil });
    expect(cast.an.sees(here())).toContain('Deze leerling is jonger dan 12.');
    await goesOn(cast.an, ordinary.question);
    expect(cast.an.sees(here())).toContain('Onder 12 jaar beslissen de ouders.');
    await goesOn(cast.an, ordinary.consent);
    expect(cast.an.sees(here())).toContain('Geen enkel aanbod past helemaal.');
    await cast.an.presses('Waarom niet bij een andere?', {}, here());
    expect(cast.an.sees(here())).toContain('NAFT-Leerrecht Vlaams-Brabant Oost: vanaf 12 jaar');
    const { reference } = await sends(stage, cast.an);
    // One post before the desk, with both reasons.
    const titles = postsAbout(cast.desk, reference).map(({ text }) => text.split('\n')[0]);
    expect(titles).toEqual([expect.stringMatching(/^Aanbieder kiezen · Jonger dan 12 jaar · tegen /)]);
  });

  it('a group: which and how many, the school’s agreement, nothing about single pupils', async () => {
    await begins(stage, cast.an);
    const { text } = await cast.an.presses('Voor een groep of school', {}, here());
    expect(text).toContain('Noem geen namen van leerlingen');
    await goesOn(cast.an, {
      ...ordinary.conditions,
      groupName: 'Klas van juf Pimpelmees',
      groupSize: '18',
      schoolName: 'Atheneum',
      schoolPlace: 'Leuven',
    });
    const { problemDomains, efforts, question, stepsTaken } = ordinary.question;
    await goesOn(cast.an, { problemDomains: problemDomains!, efforts: efforts!, question: question!, stepsTaken: stepsTaken! }); // prettier-ignore
    expect((await goesOn(cast.an, {})).text).toContain('Duid aan of de school akkoord gaat.');
    await goesOn(cast.an, { schoolAgreement: 'ja', schoolContact: 'directie, 016 11 22 33' });
    await choosesProvider(cast.an, 'laat het meldpunt kiezen');
    const { reference, receipt } = await sends(stage, cast.an);
    expect(receipt.text).toContain('groep of klas');
    expect(receipt.text).not.toContain('code P');
    expect(postOf(cast.desk, reference).text).toContain('groep of klas');
    expect(await everythingInClear(stage)).not.toContain('Pimpelmees');
  });

  it('consent that is still to be asked: kept, not sent', async () => {
    const consent = { ...ordinary.consent, pupilConsent: 'nog te vragen' };
    await fillsIn(stage, cast.an, { ...pupilNamed('Vraagt'), consent });
    const review = cast.an.sees(here());
    expect(review).toContain('U kunt nog niet verzenden');
    expect(review).toContain('De instemming van de leerling is nog te vragen');
    expect(cast.an.buttons(here())).not.toContain('Verzenden');
    await cast.an.presses('Verder aanvullen', {}, here());
    await goesOn(cast.an, { pupilConsent: 'ja' });
    expect(cast.an.buttons(here())).toContain('Verzenden');
    await sends(stage, cast.an);
  });

  it('not enrolled: may start, is flagged, and no school registers a code', async () => {
    const { receipt, reference } = await fillsInAndSends(stage, cast.an, {
      pupil: {
        ...pupilNamed('Vrij').pupil!,
        enrolment: 'niet ingeschreven, CLB in de buurt van de woonplaats',
        schoolForm: 'geen school',
        schoolName: '',
      },
      region: { domicile: 'Kessel-Lo' },
    });
    expect(receipt.text).not.toContain('code P');
    expect(postOf(cast.naft, reference).text).toContain('niet ingeschreven, CLB in de buurt van de woonplaats');
  });
});
