import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganisationId } from '../../src/domain/ids.js';
import { engineInTurn } from '../support/database.js';
import type { Message, Person, Conversation } from '../support/fake-teams/index.js';
import { choice, filledIn, postsAbout, postsNamed } from '../support/reading.js';
import { ordinary, refers } from '../support/refer.js';
import { everyRow } from '../support/secrets.js';
import { addOrganisation, clbExample, link, linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const day = 86_400_000;
const text = 'Voor kinderen onder 12 is er in onze streek nauwelijks aanbod.';
const codes = { kind: 'Een knelpunt', region: 'Vlaams-Brabant Oost', ageGroup: 'jonger dan 12 jaar' };
const written = { ...codes, text };

/** What a worker brings to the working group, from the first word to the answer, and what comes from the figures. */
describe.each(engineInTurn(import.meta.url))('signals to the working group, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let wim: Person;
  let eva: Person;
  let group: Conversation;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    wim = stage.teams.person('Wim Goossens');
    eva = stage.teams.person('Eva Maes');
    group = stage.teams.team('Recht op Leren', { people: [wim, eva] }).general;
    const id = '00000000-0000-4000-8000-0000000e1001' as OrganisationId;
    await addOrganisation(stage, { ...clbExample, id, kind: 'workgroup', name: 'Werkgroep', municipality: null });
    await link(stage, cast, { who: wim, where: group, organisation: 'Werkgroep (werkgroep)' });
    await eva.says('help', group);
    await cast.an.says('help');
    await stage.settled();
  });
  afterAll(() => stage.close());

  const opensForm = async (who: Person, said: string, where: Conversation = who.personal): Promise<void> => {
    await who.says(said, where);
    await stage.settled();
    await who.presses('Formulier openen', {}, { in: where });
  };
  const sends = async (
    who: Person,
    filled: Record<string, string>,
    where: Conversation = who.personal,
  ): Promise<string> => {
    await opensForm(who, 'signaal', where);
    const receipt = await who.presses('Verzenden', { ...written, ...filled }, { in: where });
    await stage.settled();
    const reference = /S-\d{4}-\d{3}/.exec(receipt.text)?.[0];
    if (reference === undefined) throw new Error(`no reference on the receipt: ${receipt.text}`);
    return reference;
  };
  const post = (reference: string): Message => postsNamed(group, `Signaal ${reference}`)[0]!;
  const news = (who: Person): string[] =>
    who.personal.messages.flatMap(({ author, summary }) =>
      author === 'bot' && /^Signaal S-/.test(summary) ? [summary] : [],
    );
  const told = (who: Person, reference: string): string[] =>
    news(who)
      .filter((summary) => summary.startsWith(`Signaal ${reference}: `))
      .map((summary) => summary.replace(/^Signaal \S+ /, ''));
  const does = async (who: Person, reference: string, title: string): Promise<void> => {
    const on = post(reference);
    await who.presses('Bekijken', {}, { on });
    await who.presses(title, {}, { on });
    await stage.settled();
  };
  const rows = async () => (await everyRow(stage.database)).map(({ row }) => row).join('\n');

  it('asks to write it differently when it holds personal data, and keeps nothing of it', async () => {
    const { an } = cast;
    await an.says('signaal Bel de mama van Rozalinde Trappeniers op 0478 11 22 33');
    await stage.settled();
    const empty = await an.presses('Formulier openen', {}, { in: an.personal });
    expect(empty.text).toContain('Daarom is het niet overgenomen.');
    const wrong = { ...written, text: 'Bel de mama van Rozalinde Trappeniers op 0478 11 22 33.' };
    const again = await an.presses('Verzenden', wrong, { in: an.personal });
    expect(again.text).toContain('Er staat een telefoonnummer in.');
    expect(again.text).toContain('Schrijf het anders, zonder gegevens van een leerling.');
    await stage.settled();
    expect(await rows()).not.toMatch(/Rozalinde|Trappeniers|11 22 33/);
    expect(stage.logged.join('\n')).not.toMatch(/Rozalinde|Trappeniers|11 22 33/);
    expect(postsNamed(group, 'Signaal ')).toHaveLength(0);
  });

  it('takes over what was typed behind the word when nothing personal is in it', async () => {
    const { an } = cast;
    await opensForm(an, `signaal ${text}`);
    expect(filledIn(an, { in: an.personal }, 'text')).toBe(text);
    const receipt = await an.presses('Verzenden', codes, { in: an.personal });
    expect(receipt.text).toContain('Uw signaal is ontvangen');
    // The one before was not kept: it took no number.
    expect(receipt.text).toContain('S-2026-001');
    await stage.settled();
    const [only, another] = postsNamed(group, 'Signaal ');
    expect(another).toBeUndefined();
    expect(only!.text).toContain(text);
    expect(only!.text).not.toContain('An Peeters');
  });

  it('is made once when the press comes again', async () => {
    const { an } = cast;
    const reference = await sends(an, {});
    await an.redelivers();
    await an.redelivers({ newId: true });
    await stage.settled();
    const found = await stage.database.kysely
      .selectFrom('signal')
      .select('version')
      .where('reference', '=', reference)
      .execute();
    expect(found).toHaveLength(1);
    expect(postsNamed(group, `Signaal ${reference}`)).toHaveLength(1);
  });

  it('goes its whole way, and the sender hears of every step exactly once', async () => {
    const { an } = cast;
    const reference = await sends(an, {});
    await does(wim, reference, 'Op de agenda zetten');
    await does(wim, reference, 'Bezorgen');
    await wim.presses('Noteren', { body: 'Departement Onderwijs' }, { on: post(reference) });
    await wim.redelivers({ newId: true });
    await stage.settled();
    await does(eva, reference, 'Antwoord noteren');
    const again = await eva.presses(
      'Antwoord bewaren',
      { answer: 'Mail naar info@voorbeeld.example.' },
      { on: post(reference) },
    );
    expect(again.text).toContain('Er staat een e-mailadres in.');
    await eva.presses('Antwoord bewaren', { answer: 'Er komt een proefproject.' }, { on: post(reference) });
    await stage.settled();
    expect(told(an, reference)).toEqual([
      'Uw signaal staat op de agenda van de volgende vergadering van de werkgroep.',
      'De werkgroep heeft uw signaal bezorgd aan Departement Onderwijs.',
      'Er is een antwoord van Departement Onderwijs op uw signaal: “Er komt een proefproject.”',
    ]);
    expect(post(reference).text).toContain('Beantwoord');
    expect((await rows()).includes('info@voorbeeld.example')).toBe(false);
  });

  it('is closed with a reason, opened again, and an old button shows how it stands', async () => {
    const { an } = cast;
    const reference = await sends(an, {});
    const on = post(reference);
    await does(wim, reference, 'Afsluiten');
    await eva.presses('Bekijken', {}, { on });
    const card = await wim.presses('Afsluiten', { reason: 'het is al bekend en wordt opgevolgd' }, { on });
    expect(card.text).toContain('Afgesloten');
    await stage.settled();
    await wim.presses('Bekijken', {}, { on });
    await wim.presses('Opnieuw openen', {}, { on });
    await stage.settled();
    expect(told(an, reference)).toEqual([
      'Uw signaal is afgesloten: het is al bekend en wordt opgevolgd.',
      'Uw signaal is opnieuw geopend. De werkgroep bekijkt het weer.',
    ]);
  });

  it('counts the support of two people at once, each once, and takes it back', async () => {
    const reference = await sends(cast.an, {});
    const on = post(reference);
    await Promise.all([wim, eva].map((who) => who.presses('Ik steun dit', {}, { on })));
    await wim.redelivers({ newId: true });
    await stage.settled();
    expect(post(reference).text).toContain('2 mensen');
    await wim.presses('Bekijken', {}, { on: post(reference) });
    await wim.presses('Steun terugnemen', {}, { on: post(reference) });
    await stage.settled();
    expect(post(reference).text).toContain('1 persoon');
  });

  it('is merged with its support, and both senders keep hearing', async () => {
    const { an, bram, naft } = cast;
    const first = await sends(an, {});
    const second = await sends(bram, { text: 'Kinderen onder 12 vinden hier niets.' }, naft);
    await eva.presses('Ik steun dit', {}, { on: post(second) });
    await stage.settled();
    const on = post(second);
    await does(wim, second, 'Samenvoegen');
    await wim.presses('Samenvoegen', { into: choice(wim, { on }, 'into', first) }, { on, verb: 'merge-signals' });
    await stage.settled();
    expect(post(first).text).toMatch(/1 persoon[\s\S]*1 ander signaal/);
    expect(post(second).text).toContain('Samengevoegd');
    await does(eva, first, 'Op de agenda zetten');
    expect(told(an, first)).toHaveLength(1);
    // Bram has never spoken to the bot in private: he is told in his own channel, by name.
    const inChannel = naft.botPosts.filter(({ summary }) => summary.startsWith(`Signaal ${second}: `));
    expect(inChannel.map(({ summary }) => summary.replace(/^Signaal \S+ /, ''))).toEqual([
      `Uw signaal is samengevoegd met ${first}, dat over hetzelfde gaat. U hoort verder wat daarmee gebeurt.`,
      'Uw signaal staat op de agenda van de volgende vergadering van de werkgroep.',
    ]);
    expect(inChannel[0]!.mentions).toEqual([bram.teamsId]);
  });

  it('is for the working group: a sender sees only his or her own', async () => {
    const { an, bea, naft } = cast;
    await an.says('signalen');
    await bea.says('mijn signalen', naft);
    await wim.says('signalen proefproject', group);
    await stage.settled();
    expect(an.sees({ in: an.personal })).toContain('Mijn signalen');
    expect(bea.sees({ in: naft })).toContain('U hebt nog geen signaal gestuurd.');
    expect(wim.sees({ in: group })).toContain('gezocht naar “proefproject”');
  });

  it('knows the names of a case, which nobody can call harmless', async () => {
    const { an } = cast;
    const reference = await refers(stage, an);
    const { id: referralId } = await stage.database.kysely
      .selectFrom('referral')
      .select('id')
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow();
    const presses = async (verb: string, data: object): Promise<string> => {
      const value = { action: { type: 'Action.Execute', verb, data: { ...data, referralId } }, trigger: 'manual' };
      return JSON.stringify((await an.invokes('adaptiveCard/action', value)).body);
    };
    const opened = await presses('open-form', { form: 'raise-signal' });
    expect(opened).toContain(`Bij aanmelding ${reference}`);
    expect(opened).not.toMatch(/Zébulon|Quackelbeen|Kraai/);
    const insisted = { kind: 'bottleneck', region: 'VBO', ageGroup: '14-15', notPersonal: 'true' };
    const signalId = '00000000-0000-4000-8000-00000000051a';
    for (const words of ['Voor zebulon is er geen plaats.', 'De Zeldzame Kraai wil hem niet terug.'])
      expect(await presses('raise-signal', { ...insisted, signalId, text: words })).toMatch(
        /Er staat (een naam uit de aanmelding|de naam van een school) in\./,
      );
    await stage.settled();
    expect(
      await stage.database.kysely
        .selectFrom('signal')
        .select('id')
        .where('id', '=', signalId as never)
        .execute(),
    ).toEqual([]);
    expect(await presses('raise-signal', { ...insisted, signalId, text: 'Er is geen plaats.' })).toContain(
      'is ontvangen',
    );
  });

  it('come from the figures, once per rule, and can be switched off', async () => {
    const { an, bram, naft } = cast;
    for (let number = 1; number <= 5; number++) {
      const pupil = { ...ordinary.pupil, pupilName: `Leerling Nummer${'abcde'[number - 1]}` };
      const reference = await refers(stage, an, { pupil });
      const on = postsAbout(naft, reference)[0]!;
      await bram.presses('Geen match', {}, { on });
      await bram.presses('Geen match', { reason: 'leeftijd past niet' }, { on, verb: 'refuse-match' });
      await stage.settled();
    }
    const automatic = () => postsNamed(group, 'Signaal ').filter((one) => one.text.includes('Automatisch · Regel: '));
    await wim.says('signalen', group);
    await stage.settled();
    const list = { in: group };
    await wim.presses('Automatische regels', {}, list);
    await wim.presses('Bewaren', { rules: [] }, list);
    await stage.later(22 * day);
    expect(automatic()).toHaveLength(0);
    await wim.presses('Automatische regels', {}, list);
    await wim.presses('Bewaren', { rules: ['Geen match per leeftijd'] }, list);
    await stage.later(28 * day);
    expect(automatic()).toHaveLength(1);
    expect(automatic()[0]!.text).toContain('Minstens 5 × geen match');
    await wim.presses('Automatische regels', {}, list);
    await wim.presses('Bewaren', { rules: ['Geen match per leeftijd', 'Geen match met dezelfde reden'] }, list);
    await stage.later(28 * day);
    expect(automatic()).toHaveLength(1);
  });
});
