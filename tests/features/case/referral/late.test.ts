import { expect, test } from '@jest/globals';
import { loadWaiting } from '../../../../src/contracts/waiting.js';
import type { CaseEventData, CaseEventName } from '../../../../src/domain/case/events.js';
import type { QuestionId } from '../../../../src/domain/ids.js';
import { myReferrals } from '../../../../src/features/case/referral/my-referrals.js';
import { firstRows, tilesOf } from '../../../../src/texts/home-words.js';
import { asks, left as stillAsked } from '../inquiry/world.js';
import { viewContext } from '../../../support/given.js';
import { left as schoolLeft } from '../school/world.js';
import { left as tableLeft, toPlan } from '../round-table/world.js';
import { left as stepLeft, toLook } from '../trajectory/world.js';
import { onStage } from './on-stage.js';
import { clb, daysAgo, desk, provider, type CaseWorld } from './world.js';

const on = onStage();
const readers = { clb, provider, desk } as const;
type Reader = keyof typeof readers;
interface Group {
  readonly word: string;
  readonly rows: readonly { readonly line: string; readonly badge: { text: string; style: string } | null }[];
}

const clock = { side: 'clock' as const, person: null };
const byClock =
  <N extends CaseEventName>(name: N, data: CaseEventData<N>) =>
  (world: CaseWorld) =>
    world.happened(42, name, data, clock);
const isIn =
  (...given: Parameters<CaseWorld['refers']>[1][]) =>
  async (world: CaseWorld): Promise<void> => {
    await world.refers(42, given[0]);
  };
const question = 'ffffffff-0000-4000-8000-000000000001' as QuestionId;
const isAsked = (by: 'clb' | 'provider', days: number) => (world: CaseWorld) =>
  world.happened(42, 'question-asked', { question, by, answerBy: daysAgo(days) }, { side: by });
const nudged = byClock('followed-up', { owner: 'clb' });
const checked = byClock('check-in-asked', { on: '2026-10-26' });

/** What happened, and for whom that is late; for the others it stands elsewhere or not at all. */
const lives: readonly [string, readonly ((world: CaseWorld) => Promise<unknown>)[], readonly Reader[]][] = [
  ['just delivered', [isIn({ days: 1 })], []],
  ['contact that did not come', [isIn({ days: 5, contactBy: daysAgo(1) })], ['clb', 'provider', 'desk']],
  ['a choice to make', [isIn({ state: 'no-match', days: 1 })], []],
  ['a choice that was not made', [isIn({ state: 'no-match', days: 20 }), nudged], ['clb']],
  ['a choice nobody made', [isIn({ state: 'full', days: 30 }), nudged, nudged], ['clb', 'desk']],
  ['a place nobody took', [isIn({ state: 'place-free', days: 20 }), nudged], ['clb']],
  ['called back and left', [isIn({ state: 'recalled', days: 20 }), nudged], ['clb']],
  ['called and left', [isIn({ state: 'contacted', days: 30 }), nudged], ['provider']],
  ['held by the desk and left', [isIn({ state: 'held', days: 20 }), nudged], ['desk']],
  ['to phone, and not phoned', [isIn({ state: 'to-phone', days: 20 }), nudged], ['desk']],
  ['a question to the CLB', [isIn({ days: 3 }), isAsked('provider', -1)], []],
  ['no answer of the CLB', [isIn({ days: 5 }), isAsked('provider', 1)], ['clb']],
  ['no answer of the provider', [isIn({ state: 'waitlisted', days: 9 }), isAsked('clb', 1)], ['provider']],
  [
    'no answer, and the desk was told',
    [
      isIn({ state: 'waitlisted', days: 9 }),
      isAsked('clb', 3),
      byClock('question-reminded', { question, stage: 'desk', to: 'provider' }),
    ],
    ['provider', 'desk'],
  ],
  ['asked whether it is still needed', [isIn({ state: 'waitlisted', days: 40 }), checked], []],
  [
    'no word whether it is still needed',
    [isIn({ state: 'waitlisted', days: 40 }), checked, byClock('check-in-reminded', { stage: 'clb' })],
    ['clb'],
  ],
  [
    'not confirmed',
    [isIn({ state: 'waitlisted', days: 40 }), checked, byClock('check-in-reminded', { stage: 'desk' })],
    ['clb', 'desk'],
  ],
  [
    'a place elsewhere, and no word',
    [
      isIn({ state: 'waitlisted', days: 40 }),
      byClock('placed-elsewhere', { reference: '2026-0043' }),
      byClock('beside-reminded', { stage: 'clb' }),
    ],
    ['clb'],
  ],
  ['a round table to plan', [toPlan], []],
  ['a round table nobody planned', [tableLeft], ['provider', 'desk']],
  ['a trajectory of which is asked how it goes', [toLook], []],
  ['a trajectory of which nobody says so', [stepLeft], ['provider', 'desk']],
  ['a question before referring', [asks], []],
  ['a question before referring, left', [stillAsked], ['provider', 'desk']],
];

const groupsOf = async (reader: Reader): Promise<Group[]> => {
  const card = await on.stage.see(myReferrals, { organisationIds: [readers[reader].id], page: 0 }, null);
  return card!['groups'] as Group[];
};
const isLateHead = ({ word }: Group): boolean => /te laat/iu.test(word);
const saysLate = ({ line, badge }: Group['rows'][number]): boolean =>
  /te laat/iu.test(line) || badge?.style === 'Attention';
const tileOf = async (reader: Reader): Promise<string> => {
  const whose = { of: reader, organisationIds: [readers[reader].id], personId: null } as const;
  return tilesOf(await loadWaiting(on.stage.read, whose, on.stage.now), 'nl')[0]!.number;
};

test.each(lives)('%s: the list, its rows and the tile agree on what is late', async (_name, steps, late) => {
  for (const step of steps) await step(on.world);
  for (const reader of Object.keys(readers) as Reader[]) {
    const groups = await groupsOf(reader);
    const isLate = late.includes(reader);
    expect([reader, groups.some(isLateHead)]).toEqual([reader, isLate]);
    for (const group of groups) expect(group.rows.map(saysLate)).toEqual(group.rows.map(() => isLateHead(group)));
    expect([reader, await tileOf(reader)]).toEqual([reader, isLate ? '1' : '0']);
  }
});

test('what stands first on the home says why it stands there', async () => {
  const line = async (reader: Reader): Promise<string> => {
    const whose = { of: reader, organisationIds: [readers[reader].id], personId: null } as const;
    const { now } = on.stage;
    const waiting = await loadWaiting(on.stage.read, whose, now);
    return firstRows(waiting, { language: 'nl', now, calendar: viewContext().calendar })[0]!.line;
  };
  await schoolLeft(on.world);
  expect(await line('desk')).toMatch(/^Bericht voor de school bleef liggen/);
  expect(await line('provider')).toMatch(/^Bericht voor de school/);
});
