import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engines } from '../support/database.js';
import type { Person } from '../support/fake-teams/index.js';
import { personalQuestions } from '../../src/domain/intake/index.js';
import { allSecrets, inputsFor, ordinary, refers, refersOn, secret } from '../support/refer.js';
import { everyRow, lookFor } from '../support/secrets.js';
import { link, linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';
import { goesOn, goesTo } from '../support/walk.js';

const note = 'Wij volgden Zébulon al in 2025 bij juf Hildegonde.';
/** Every personal answer, and the words in them by which somebody is known at once. */
const found = lookFor({
  ...allSecrets,
  telling: [
    ...allSecrets.telling,
    'Ossewaarde',
    'Hildegonde',
    'Zweefvliegen',
    'Vuurtorenwachters',
    'Timboektoe',
    'Vuurpijl',
  ],
  texts: [...allSecrets.texts, note],
});

/** What was sent, without the list of schools that the first part of an intake shows to a worker of that CLB: it tells of no pupil. */
const withoutSchools = (sent: unknown): string =>
  JSON.stringify(sent, (_key, value: unknown) =>
    (value as { id?: unknown } | null)?.id === 'schoolChoice' ? 'schools' : value,
  );

const evening = new Date('2026-11-16T19:00:00Z');
const hour = 3_600_000;

describe.each(engines)('personal data, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let greet: Person;
  beforeAll(async () => {
    stage = await openStage(engine, evening);
    cast = await linkedCast(stage);
    greet = stage.teams.person('Greet Aerts');
    const where = stage.teams.team('Groene Zorg', { people: [greet] }).general;
    await link(stage, cast, { who: greet, where, organisation: 'Steunpunt Groene Zorg (aanbieder)' });
  });
  afterAll(() => stage.close());

  it('is typed, mistyped, recalled, opened, refused, referred on, put on a list and withdrawn', async () => {
    const { an, bram, dirk, clb, naft } = cast;
    await an.says(`Ik wil ${secret.pupilName} aanmelden, geboren ${secret.birthDate}`);
    await bram.says(`waar is ${secret.pupilName}?`, naft);
    await an.says(`status ${secret.pupilName}`);
    await an.says(`koppelen ${secret.pupilName}`);
    await an.says('aanmelden');
    await stage.settled();
    const wrong = { ...ordinary.pupil, birthDate: '2031-03-09', schoolName: secret.schoolName };
    await an.presses('Verder', wrong, { in: an.personal, unchecked: true });
    await an.presses('Verder', { ...inputsFor('pupil'), domicile: secret.schoolName }, { in: an.personal });
    await an.presses('Verder', { ...ordinary.region, residence: secret.residence }, { in: an.personal });
    await an.presses('Verder', ordinary.question, { in: an.personal });
    await an.presses('Verder', { ...ordinary.consent, guardianConsent: 'niet van toepassing' }, { in: an.personal });
    await an.presses('Verder', { guardianConsentWhy: secret.guardianConsentWhy }, { in: an.personal });
    await stage.later(hour);
    an.reloads();
    await an.presses('Verdergaan', {}, { in: an.personal });
    await an.presses('Laat het Meldpunt kiezen', {}, { in: an.personal });
    await an.presses('Kies NAFT-Leerrecht Vlaams-Brabant Oost', {}, { in: an.personal });
    await an.presses('Verzenden', {}, { in: an.personal });
    await stage.settled();
    const recalled = await an.presses('Wijzigen', {}, { in: an.personal });
    expect(recalled.text).toContain('Quackelbeen');
    await an.presses('Verzenden', {}, { in: an.personal });
    await stage.later(16 * hour);
    expect((await bram.presses('Bekijken', {}, { in: naft })).text).toContain('Quackelbeen');
    bram.reloads();
    await bram.presses('Geen match', {}, { in: naft });
    await bram.presses('Geen match', { reason: 'other', note }, { in: naft, verb: 'refuse-match' });
    await stage.settled();
    const opened = await an.presses('Bekijken', {}, { in: clb, reading: '2026-0001' });
    expect(opened.text).toContain('Hildegonde');
    an.reloads();
    await refersOn(an, { in: clb, reading: '2026-0001' }, 'Steunpunt Groene Zorg');
    await stage.later(hour);
    await greet.presses('Gecontacteerd');
    greet.reloads();
    await greet.presses('Wachtlijst');
    await greet.presses('Op de wachtlijst zetten', { kept: 'yes' });
    await stage.settled();
    await greet.says('wachtlijst');
    await an.says('mijn aanmeldingen');
    await an.says('status 2026-0002');
    await stage.settled();
    await an.opens(an.personal);
    expect((await an.presses('Namen tonen', {}, { in: an.personal })).text).toContain('Quackelbeen');
    await dirk.says('help', cast.desk);
    await stage.settled();
    an.reloads();
    await an.presses('Intrekken', {}, { in: clb, reading: '2026-0002' });
    await an.presses('Intrekken', { reason: 'solved' }, { in: clb, verb: 'withdraw-referral' });
    await stage.later(48 * hour);
  });

  it('is typed of a group, and in an intake that is thrown away', async () => {
    const { an } = cast;
    const group = {
      conditions: { ...ordinary.conditions, target: 'group' },
      pupil: { groupName: secret.groupName, groupSize: '18', schoolName: secret.schoolName },
      region: { schoolPlace: secret.schoolPlace },
      question: {
        problemDomains: ['sociaal'],
        efforts: ['preventief'],
        question: secret.question,
        stepsTaken: secret.stepsTaken,
      },
      consent: { schoolAgreement: 'ja', schoolContact: secret.schoolContact },
    };
    await refers(stage, an, group);
    await goesTo(stage, an, 'consent', { pupil: { ...ordinary.pupil, pupilName: 'Zebulon Quackelbeen-Ossewaarde' } });
    await goesOn(an, { ...ordinary.consent, pupilConsent: 'niet van toepassing' });
    await goesOn(an, { pupilConsentWhy: secret.pupilConsentWhy });
    await stage.later(40 * 24 * hour);
  });

  it('is answered with an apology that does not repeat it, when we fail', async () => {
    const { teams } = stage;
    const forged = teams.answers
      .filter(({ activity }) => activity['type'] === 'invoke')
      .map(({ activity }) => activity);
    for (const activity of forged.slice(-40)) {
      const value = JSON.parse(
        JSON.stringify(activity['value']).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, secret.pupilName),
      ) as unknown;
      await teams.deliver({ ...activity, value });
      await teams.deliver({
        ...activity,
        value: {
          action: { type: 'Action.Execute', verb: 'start-intake', data: { fresh: '\u0000', [secret.pupilName]: {} } },
        },
      });
    }
    await stage.settled();
  });

  it('was all typed: every personal question was answered in this story', () => {
    const typed = JSON.stringify(stage.teams.answers.map(({ activity }) => activity['value']));
    expect(personalQuestions.filter((id) => !typed.includes(secret[id]))).toEqual([]);
  });

  it('stands in nothing that was sent, logged or stored in clear', async () => {
    const rows = await everyRow(stage.database);
    expect(rows.some(({ table }) => table.startsWith('pgboss.'))).toBe(true);
    // Three referrals; what was added to a file made a version of its own.
    const files = rows.filter(({ table }) => table.endsWith('case_file'));
    expect(new Set(files.map(({ row }) => (JSON.parse(row) as { referral_id: string }).referral_id)).size).toBe(3);
    const conversations = [...stage.teams.world.conversations.values()];
    const stored = conversations.flatMap(({ messages }) => messages.filter(({ author }) => author === 'bot'));
    const hits = [
      ...stage.teams.wire.map(({ method, path, body }) => ({
        where: `wire ${method} ${path}`,
        of: withoutSchools(body) + path,
      })),
      ...stored.map(({ versions }) => ({ where: 'stored message', of: withoutSchools(versions) })),
      ...stage.logged.map((line) => ({ where: `log ${line}`, of: line })),
      ...rows
        .filter(({ table }) => !table.endsWith('.school'))
        .map(({ table, row }) => ({ where: `${table} ${row}`, of: row })),
    ].flatMap(({ where, of }) => found(of).map((hit) => `${hit}: ${where}`));
    expect(hits).toEqual([]);
    // The schools of which the CLB referred, by themselves: each once, with its municipality and nothing more.
    expect(
      rows.filter(({ table }) => table.endsWith('.school')).map(({ row }) => Object.keys(JSON.parse(row))),
    ).toEqual([['key', 'name', 'last_used_at', 'municipality', 'organisation_id']]);
    expect(stage.logged.length).toBeGreaterThan(0);
    expect(stage.teams.wire.length).toBeGreaterThan(30);
  });

  it('was answered to nobody but the referrer’s CLB and the provider that was asked', async () => {
    const byWhom = new Map<string, string[]>();
    for (const { activity, body } of stage.teams.answers) {
      const { name } = activity['from'] as { name: string };
      byWhom.set(name, [...new Set([...(byWhom.get(name) ?? []), ...found(JSON.stringify(body ?? ''))])]);
    }
    const forAn = ['quackelbeen', 'hildegonde', 'timboektoe', 'vuurpijl'];
    expect(byWhom.get('An Peeters')).toEqual(expect.arrayContaining(forAn));
    expect(byWhom.get('Bram Claes')).toContain('quackelbeen');
    expect(byWhom.get('Bram Claes')).not.toContain('vuurpijl');
    for (const name of ['Dirk Jacobs', 'Greet Aerts']) expect(byWhom.get(name)).toEqual([]);
  });
});
