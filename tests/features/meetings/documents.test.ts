import { describe, expect, test } from '@jest/globals';
import type { Block, Sheet } from '../../../src/contracts/document.js';
import { decisionList } from '../../../src/features/meetings/decision-list.js';
import { listDecisions } from '../../../src/features/meetings/list-decisions.js';
import { listMeetings } from '../../../src/features/meetings/list-meetings.js';
import { meetingCard } from '../../../src/features/meetings/meeting-card.js';
import { meetingInvitation } from '../../../src/features/meetings/meeting-invitation.js';
import { meetingList } from '../../../src/features/meetings/meeting-list.js';
import { meetingMinutes } from '../../../src/features/meetings/meeting-minutes.js';
import { meetingPack } from '../../../src/features/meetings/meeting-pack.js';
import { meetingPost } from '../../../src/features/meetings/meeting-post.js';
import { packSummary } from '../../../src/features/meetings/pack-summary.js';
import { textAt } from '../../../src/texts/index.js';
import { done, fill, refused, sheetOf } from './act.js';
import { counts, countsBefore } from './counted.js';
import {
  an,
  bert,
  decision,
  first,
  goingOn,
  guest,
  inGroup,
  meeting,
  outside,
  pack,
  point,
  signal,
  silent,
  takesPart,
  uuid,
  type MeetingWorld,
} from './world.js';

const of = { meetingId: meeting().id };
type Pdf = Extract<Sheet, { kind: 'pdf' }>;
const documentOf = async (...given: Parameters<typeof sheetOf>): Promise<Pdf> => (await sheetOf(...given)) as Pdf;
const all = (blocks: readonly Block[]): string => JSON.stringify(blocks);

describe('meeting-invitation', () => {
  test('replaces itself after a change, and holds no names and no agenda', async () => {
    const world = {
      meetings: [meeting({ sequence: 2, url: 'https://teams.example/x' })],
      items: [point(1)],
      participants: [guest()],
    };
    const sheet = await sheetOf(meetingInvitation, of, world);
    expect(sheet).toMatchObject({
      kind: 'invitation',
      uid: `meeting-${of.meetingId}@meldpunt`,
      sequence: 2,
      cancelled: false,
      start: meeting().startsAt,
      title: 'Werkgroep ‘Recht op Leren’, vergadering 2',
    });
    expect(JSON.stringify(sheet)).not.toMatch(/Karel|Punt 1/);
  });

  test('cancels when the meeting is off', async () => {
    const sheet = await sheetOf(meetingInvitation, of, { meetings: [meeting({ state: 'cancelled', sequence: 1 })] });
    expect(sheet).toMatchObject({ cancelled: true, sequence: 1 });
  });
});

describe('meeting-minutes', () => {
  const world = {
    meetings: [goingOn({ state: 'held' })],
    items: [
      point(1, { state: 'treated', notes: 'We tellen na.' }),
      point(2, { kind: 'signal', signalId: signal().id, state: 'treated' }),
      point(3),
    ],
    signals: [signal({ state: 'discussed' })],
    decisions: [decision({ meetingId: of.meetingId, agendaItemId: point(1).id })],
    participants: [
      takesPart(an, { attended: true }),
      takesPart(bert, { answer: 'not-coming', attended: false }),
      takesPart(silent, { answer: 'coming', attended: false }),
      guest({ attended: true }),
    ],
  };

  test('tell who was there, what was said, decided and left', async () => {
    const { title, blocks } = await documentOf(meetingMinutes, of, world);
    expect(title).toBe('Verslag van vergadering 2');
    expect(blocks[0]).toEqual({
      facts: [
        ['Datum', 'ma 16 nov. 2026, 9.30–11.30 u.'],
        ['Locatie', 'Provinciehuis, Leuven'],
        ['Aanwezig', 'An Peeters (CLB Voorbeeld, team Leuven)'],
        ['Verontschuldigd', 'Bert Claes (NAFT-Leerrecht Oost)'],
        ['Gasten', 'Karel Gast (VDAB)'],
      ],
    });
    const told = all(blocks);
    for (const words of [
      '1. Punt 1',
      'We tellen na.',
      'tegen vr 18 dec. 2026',
      'Behandeld, zonder notities.',
      'Niet behandeld',
      'Besproken',
    ])
      expect(told).toContain(words);
    expect(told).not.toContain(silent.name);
  });

  test('are a draft until the meeting is closed', async () => {
    expect((await documentOf(meetingMinutes, of, {})).title).toBe('Ontwerp van verslag, vergadering 2');
  });
});

describe('the pack', () => {
  const world = {
    meetings: [first({ state: 'held' }), meeting()],
    counts,
    countsBefore,
    decisions: [decision()],
    signals: [signal({ rule: 'no-match-under-12', counts: { count: 8 }, createdAt: new Date('2026-12-07T08:00:00Z') })],
  };
  const on = { now: new Date('2027-01-11T08:00:00Z') };

  test('has every figure with its definition, beside the period before, small numbers hidden', async () => {
    const { blocks } = await documentOf(meetingPack, of, world, on);
    const whole = all(blocks);
    for (const words of [
      '34 (was 28)',
      '< 5 (was 5)',
      'Waarom geen match',
      'Vragen zonder oplossing',
      'S-2026-012',
      decision().text,
    ])
      expect(whole).toContain(words);
    expect(whole).not.toMatch(/"3 \(was|"2 \(was/);
    const told = blocks.flatMap((block) =>
      'heading' in block ? [block.heading] : 'remark' in block ? [block.remark] : [],
    );
    const inPack = [
      'registered-by-region',
      'answers',
      'unmet-demand',
      'contact-term',
      'time-to-contact',
      'waiting-list',
    ];
    const words = inPack.flatMap((name) => [
      textAt('nl', `figures.${name}.name`),
      textAt('nl', `figures.${name}.definition`),
    ]);
    expect(told).toEqual(expect.arrayContaining(words));
  });

  test('never draws a bar for a hidden number', async () => {
    const { blocks } = await documentOf(meetingPack, of, world, on);
    const bars = blocks.flatMap((block) => ('bars' in block ? block.bars.bars : []));
    for (const { value, shown } of bars) if (/^(<|–)/.test(shown)) expect(value).toBeNull();
    expect(bars.some(({ value }) => value === null)).toBe(true);
  });

  test('tells no 0 where only the total may be told', async () => {
    const line = (count: number, answer: string) => ({
      by: { answer, reason: 'none', region: 'VBO', ageGroup: '14-15' },
      count,
    });
    const few = { ...world, counts: { answers: [line(5, 'contacted'), line(1, 'placed')] } };
    const { blocks } = await documentOf(meetingPack, of, few, on);
    const [bars] = blocks.flatMap((block) =>
      'bars' in block && block.bars.title.includes('6 (was 19)') ? [block.bars] : [],
    );
    expect(bars?.bars.map(({ value }) => value)).toEqual([null, null, null, null, null]);
    expect((await fill(packSummary, of, few, on)).data).toMatchObject({ figures: { placed: { number: '–' } } });
  });

  test('says when the figures come, and tells none before: from two looks one could work out what was between', async () => {
    const early = { meetings: [first({ state: 'held' }), meeting()], toCount: counts };
    expect(all((await documentOf(meetingPack, of, early)).blocks)).toContain('De cijfers komen op ma 11 jan.');
    expect((await fill(packSummary, of, early)).data).toMatchObject({ figures: null, bars: [] });
  });

  test.each([
    ['while they are still being counted', {}, 'worden nog geteld'],
    ['when the meeting does not take place', { meetings: [meeting({ state: 'cancelled' })] }, 'Er komen geen cijfers'],
    [
      'when another meeting had all of it',
      { meetings: [first(), meeting()], packs: [pack({}, { meetingId: first().id })] },
      'alles staat in het vorige pakket',
    ],
  ])('says why there are none %s', async (_when, over: Partial<MeetingWorld>, sentence) => {
    const none = { meetings: [meeting()], ...over };
    expect(all((await documentOf(meetingPack, of, none, on)).blocks)).toContain(sentence);
    const { data } = await fill(packSummary, of, none, on);
    expect(data).toMatchObject({ figures: null, nothing: expect.stringContaining(sentence) });
  });

  test('stands alone when there is no pack before', async () => {
    const { data } = await fill(packSummary, of, { meetings: [meeting()], counts }, on);
    expect(data).toMatchObject({ compared: null, figures: { placed: { number: '16', word: 'plaats gekregen' } } });
    expect(all((await documentOf(meetingPack, of, { meetings: [meeting()], counts }, on)).blocks)).not.toMatch(/\(was/);
  });

  test('says the waiting lists per region and per aanbod as one table', async () => {
    const line = (region: string, service: string, count: number) => ({
      by: { region, provider: service, service },
      count,
    });
    const waiting = [line('VBO', 'naft-vbo', 16), line('VBO', 'groene-zorg', 1), line('AHV', 'naft-ahv', 7)];
    const perRegion = [
      { by: { region: 'VBO' }, count: 17 },
      { by: { region: 'AHV' }, count: 7 },
    ];
    const told = { counts: { 'waiting-list': perRegion, 'waiting-list-by-service': waiting } };
    const { blocks } = await documentOf(meetingPack, of, { ...world, ...told, countsBefore: undefined }, on);
    const rows = blocks.flatMap((block) =>
      'table' in block && block.table.head[0] === 'Aanbod' ? block.table.rows : [],
    );
    expect(rows.map((row) => row.at(-1))).toEqual(expect.arrayContaining(['< 5', '–']));
    expect(all(blocks)).not.toMatch(/\b17\b.*\b16\b/s);
  });

  test('tells three figures on a card', async () => {
    const { data, may } = await fill(packSummary, of, world, on);
    expect(data).toMatchObject({
      figures: { registered: { number: '64' }, placed: { number: '16' }, unmet: { number: '13' } },
      others: '1 automatisch signaal · 1 open besluit',
    });
    expect(may(inGroup())).toBeNull();
    expect(may(outside())).toEqual({ refused: 'only-workgroup' });
  });
});

describe('finding back', () => {
  test('vergaderingen shows this school year, the earlier ones a press away', async () => {
    expect(await done(listMeetings, { world: {} })).toEqual({ reply: { show: 'meeting-list', with: {} } });
    expect(await refused(listMeetings, { world: {}, by: outside() })).toEqual({ refused: 'only-workgroup' });
    const old = meeting({ id: uuid('e9'), schoolYear: '2025-2026', state: 'held' });
    const { data, may } = await fill(meetingList, {}, { meetings: [old, meeting()] });
    expect(data).toMatchObject({
      schoolYear: '2026-2027',
      rows: [{ title: 'Vergadering 2' }],
      earlier: '2025-2026',
      later: null,
    });
    expect(may(outside())).toEqual({ refused: 'only-workgroup' });
  });

  test('besluiten finds by word, open first, late marked', async () => {
    expect(await done(listDecisions, { world: {}, data: { words: ' kabinet ' } })).toEqual({
      reply: { show: 'decision-list', with: { words: 'kabinet' } },
    });
    for (const [words, kept] of [
      ['Bel Sofie Willems', {}],
      ['0478 12 34 56', {}],
      [bert.name, { words: bert.name }],
    ] as const)
      expect(await done(listDecisions, { world: {}, data: { words } })).toEqual({
        reply: { show: 'decision-list', with: kept },
      });
    expect(await refused(listDecisions, { world: {}, by: outside() })).toEqual({ refused: 'only-workgroup' });
    const decisions = [
      decision({ id: uuid('d1'), state: 'done' }),
      decision({ id: uuid('d2'), dueOn: '2026-11-10' }),
      decision({ id: uuid('d3'), text: 'Iets anders' }),
    ];
    const { data } = await fill(decisionList, { words: 'KABINÉT bert' }, { decisions });
    expect(data).toMatchObject({
      rows: [
        { decisionId: uuid('d2'), state: '▲ te laat' },
        { decisionId: uuid('d1'), isSettled: true },
      ],
    });
  });

  test('besluiten of one meeting, eight on a page', async () => {
    const decisions = Array.from({ length: 12 }, (_none, index) =>
      decision({ id: uuid(`d${index + 20}`), meetingId: meeting().id }),
    );
    const { data } = await fill(decisionList, { ...of, page: '1' }, { decisions: [...decisions, decision()] });
    expect((data as { rows: object[] }).rows).toHaveLength(4);
    expect(data).toMatchObject({ earlierPage: '0', nextPage: null, meetingId: meeting().id });
  });

  test('the cards of a meeting are for the working group', async () => {
    for (const view of [meetingPost, meetingCard])
      expect((await fill(view, of, {})).may(outside())).toEqual({ refused: 'only-workgroup' });
  });
});
