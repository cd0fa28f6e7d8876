import { describe, expect, it } from '@jest/globals';
import { entry } from '../../../src/domain/timeline/entries.js';
import type { HelpLineId, PersonId } from '../../../src/domain/ids.js';
import { askKeepers, keepersRound } from '../../../src/features/helplines/ask-keepers.job.js';
import { daysBetween, daysLater } from '../../../src/domain/local-date.js';
import { isStale } from '../../../src/domain/helpline/help-line.js';
import { askedBefore, nextRound } from '../../../src/domain/helpline/round.js';
import { confirmLine } from '../../../src/features/helplines/confirm-line.js';
import { confirmLines } from '../../../src/features/helplines/confirm-lines.js';
import { leaveLine } from '../../../src/features/helplines/leave-line.js';
import { linesToConfirm } from '../../../src/features/helplines/lines-to-confirm.js';
import { remindKeepers } from '../../../src/features/helplines/remind-keepers.job.js';
import { takeOverLine } from '../../../src/features/helplines/take-over-line.js';
import { context, outcomeOf, viewContext } from '../../support/given.js';
import { helpLine } from '../../support/given-directory.js';
import {
  act,
  an,
  bram,
  brug,
  by,
  byAn,
  byBram,
  byNobody,
  clb,
  clbChannel,
  desk,
  deskChannel,
  dirk,
  fillOf,
  jac,
  naft,
  readOf,
  uuid,
  type World,
} from './world.js';

const round = '2026-10-01';
const old = { ...jac, assuredOn: '2026-03-01' };
const asked = { ...old, askedOn: round };
const ofAn = { round, of: 'person', id: an.id } as const;

const runs = async (at: string, world: World) => {
  const now = context({ now: new Date(at) });
  return askKeepers.decide((await askKeepers.load(readOf(world), {}, now))!, now);
};

describe('the round of keepers', () => {
  it('is on 1 April and 1 October at nine in Brussels, also around the change of the clock', () => {
    const next = (at: string) => keepersRound.next(new Date(at), context()).toISOString();
    expect(next('2026-11-16T09:00:00Z')).toBe('2027-04-01T07:00:00.000Z');
    expect(next('2026-10-01T06:59:00Z')).toBe('2026-10-01T07:00:00.000Z');
    expect(next('2026-10-01T07:00:00Z')).toBe('2027-04-01T07:00:00.000Z');
    expect(next('2026-04-02T09:00:00Z')).toBe('2026-10-01T07:00:00.000Z');
  });

  it('asks after every line again within half a year, whenever it was confirmed, and reminds before it is marked', () => {
    for (let day = 0; day < 366; day++) {
      const assuredOn = daysLater('2026-01-01', day);
      let round = nextRound(assuredOn);
      if (assuredOn >= askedBefore(round)) round = nextRound(round);
      expect(daysBetween(assuredOn, round)).toBeLessThanOrEqual(183 + 7);
      expect(isStale({ assuredOn }, daysLater(round, 21))).toBe(false);
    }
  });

  it('asks each keeper once, on one card, about all but what was confirmed just before', async () => {
    const second = helpLine({
      id: uuid<HelpLineId>('73'),
      keeperId: an.id,
      keeperOrganisationId: clb.id,
      assuredOn: '2026-05-15',
    });
    const recent = { ...jac, id: uuid<HelpLineId>('74'), assuredOn: '2026-09-25' };
    const outcome = await runs('2026-10-01T07:00:00Z', { lines: [old, second, recent, brug] });
    expect(outcome.notices).toHaveLength(2);
    expect(outcome.notices).toEqual(
      expect.arrayContaining([
        { key: `keepers:${round}:person:${an.id}`, view: 'lines-to-confirm', params: ofAn, to: { person: an.id } },
        {
          key: `keepers:${round}:desk:desk`,
          view: 'lines-to-confirm',
          params: { round, of: 'desk', id: 'desk' },
          to: { organisation: desk.id },
        },
      ]),
    );
    expect(outcome.changes?.map((one) => 'put' in one && one.put === 'helpLine' && one.row.askedOn)).toEqual([
      round,
      round,
      round,
    ]);
    expect(outcome.dues).toEqual([
      {
        key: `remind-keepers:${round}`,
        job: 'remind-keepers',
        subject: { round },
        at: new Date('2026-10-22T07:00:00Z'),
      },
    ]);
  });

  it('run again, or late, has the same keys and stores nothing anew', async () => {
    const outcome = await runs('2026-10-03T10:00:00Z', { lines: [asked] });
    expect(outcome.changes).toEqual([]);
    expect(outcome.notices?.map(({ key }) => key)).toEqual([`keepers:${round}:person:${an.id}`]);
  });

  it.each<[string, World, object]>([
    [
      'who never spoke to the bot',
      {
        people: [{ ...an, personalConversationId: null }],
        members: { [clb.id]: [{ ...an, personalConversationId: null }] },
      },
      { organisation: clb.id },
    ],
    ['who left the team', { members: { [clb.id]: [] } }, { organisation: clb.id }],
    ['whose team has no channel', { members: { [clb.id]: [] }, channels: [deskChannel] }, { organisation: desk.id }],
  ])('given a keeper %s, then the next one up is asked', async (_name, world, to) => {
    const outcome = await runs('2026-10-01T07:00:00Z', { ...world, lines: [old] });
    expect(outcome.notices).toMatchObject([{ to }]);
  });

  it('sends nothing when there is not even a desk', async () => {
    const outcome = await runs('2026-10-01T07:00:00Z', { lines: [brug], organisations: [clb] });
    expect(outcome.notices).toEqual([]);
  });

  it('reminds once, only who has lines left', async () => {
    const now = context({ now: new Date('2026-10-22T07:00:00Z') });
    const loaded = await remindKeepers.load(readOf({ lines: [asked, { ...brug, askedOn: null }] }), { round }, now);
    expect(remindKeepers.decide(loaded!, now)).toEqual({
      notices: [
        {
          key: `keepers:${round}:person:${an.id}:reminder`,
          view: 'lines-to-confirm',
          params: { ...ofAn, reminder: 'yes' },
          to: { person: an.id },
        },
      ],
    });
    const later = await remindKeepers.load(readOf({ lines: [{ ...old, askedOn: null }] }), { round }, now);
    expect(remindKeepers.decide(later!, now)).toEqual({ notices: [] });
  });
});

describe('lines-to-confirm', () => {
  it('shows what waits for this keeper in this round, and thanks when nothing does', async () => {
    const other = {
      ...asked,
      id: uuid<HelpLineId>('75'),
      keeperId: bram.id as PersonId,
      keeperOrganisationId: naft.id,
    };
    const data = await fillOf(linesToConfirm, ofAn, { lines: [asked, other, brug] }, viewContext());
    expect(data).toMatchObject({
      lineIds: jac.id,
      done: null,
      rows: [{ name: 'JAC Voorbeeldstad', assured: 'Laatst nagekeken op zo 1 mrt.' }],
    });
    const done = await fillOf(linesToConfirm, ofAn, { lines: [jac] }, viewContext());
    expect(done).toMatchObject({ rows: [], lineIds: null, done: 'Er is niets meer na te kijken. Bedankt.' });
  });

  it('is opened by linked people only', () => {
    expect(linesToConfirm.may?.({} as never, byNobody().actor)).toEqual({ refused: 'not-a-member' });
  });
});

describe('confirm-line', () => {
  it('stores that it is right today, and brings the card of the round up to date', async () => {
    const outcome = outcomeOf(await act(confirmLine, byAn(), { lineId: jac.id, ...ofAn }, { lines: [asked] }));
    expect(outcome.changes).toMatchObject([
      { row: { assuredOn: '2026-11-16', askedOn: null } },
      { row: { what: 'confirmed', before: {}, after: {} } },
    ]);
    expect(outcome.entries).toEqual([entry('help-line', jac.id, 'confirmed', {})]);
    expect(outcome.refresh).toContain(`keepers:${round}:person:${an.id}`);
    expect(outcome.reply).toMatchObject({ show: 'lines-to-confirm', with: ofAn });
  });

  it('by any linked team, from the line’s own card', async () => {
    const outcome = outcomeOf(await act(confirmLine, byBram(), { lineId: jac.id }));
    expect(outcome.reply).toMatchObject({
      show: 'line-card',
      with: { lineId: jac.id },
      note: { key: 'line-confirmed' },
    });
  });

  it('twice on a day is once', async () => {
    const lines = [{ ...jac, assuredOn: '2026-11-16' }];
    expect(outcomeOf(await act(confirmLine, byAn(), { lineId: jac.id }, { lines })).changes).toBeUndefined();
  });

  it('is refused to who belongs to no team, and for no line', async () => {
    expect(await act(confirmLine, byNobody(), { lineId: jac.id })).toEqual({ refused: 'not-a-member' });
    expect(await act(confirmLine, byAn(), { lineId: jac.id }, { lines: [] })).toEqual({ refused: 'not-found' });
  });
});

describe('confirm-lines', () => {
  const other = { ...asked, id: uuid<HelpLineId>('76'), name: 'JAC Anders' };

  it('confirms what stood on the page and still waits, nothing unseen', async () => {
    const pressed = { ...ofAn, lineIds: [jac.id, brug.id].join(',') };
    const outcome = outcomeOf(await act(confirmLines, byAn(), pressed, { lines: [asked, other, brug] }));
    expect(outcome.changes?.map((one) => 'put' in one && one.put)).toEqual(['helpLine', 'lineChange']);
    expect(outcome.changes).toMatchObject([{ row: { id: jac.id } }, {}]);
    expect(outcome.entries).toEqual([entry('help-line', jac.id, 'confirmed', {})]);
    expect(outcome.reply).toMatchObject({ show: 'lines-to-confirm', with: ofAn, note: { key: 'lines-confirmed' } });
  });

  it('the same press again changes nothing', async () => {
    const outcome = outcomeOf(await act(confirmLines, byAn(), { ...ofAn, lineIds: jac.id }, { lines: [jac] }));
    expect(outcome.changes).toEqual([]);
  });

  it('is for linked teams', async () => {
    expect(await act(confirmLines, byNobody(), { ...ofAn, lineIds: jac.id })).toEqual({ refused: 'not-a-member' });
  });
});

describe('take-over-line', () => {
  it('makes who pressed its keeper, and tells the one until now', async () => {
    const outcome = outcomeOf(await act(takeOverLine, byBram(), { lineId: jac.id }));
    expect(outcome.changes).toMatchObject([
      { row: { keeperId: bram.id, keeperOrganisationId: naft.id } },
      { row: { what: 'keeper-changed' } },
    ]);
    expect(outcome.entries).toEqual([entry('help-line', jac.id, 'keeper-changed', {})]);
    expect(outcome.notices).toMatchObject([{ view: 'line-changed', to: { person: an.id } }]);
  });

  it('of a line that nobody keeps tells nobody; of one’s own changes nothing', async () => {
    expect(outcomeOf(await act(takeOverLine, byBram(), { lineId: brug.id })).notices).toEqual([]);
    expect(outcomeOf(await act(takeOverLine, byAn(), { lineId: jac.id })).changes).toBeUndefined();
  });

  it('is done for a CLB or provider rather than for the desk', async () => {
    const outcome = outcomeOf(await act(takeOverLine, by(dirk, desk, clb), { lineId: brug.id }));
    expect(outcome.changes).toMatchObject([{ row: { keeperOrganisationId: clb.id } }, {}]);
  });

  it('is for linked teams, about a line that is there', async () => {
    expect(await act(takeOverLine, byNobody(), { lineId: jac.id })).toEqual({ refused: 'not-a-member' });
    expect(await act(takeOverLine, byAn(), { lineId: jac.id }, { lines: [] })).toEqual({ refused: 'not-found' });
  });
});

describe('leave-line', () => {
  it('frees the line; when it was being asked after, the desk is asked instead', async () => {
    const outcome = outcomeOf(await act(leaveLine, byAn(), { lineId: jac.id, ...ofAn }, { lines: [asked] }));
    expect(outcome.changes).toMatchObject([
      { row: { keeperId: null, keeperOrganisationId: null, askedOn: round } },
      { row: { what: 'keeper-changed' } },
    ]);
    expect(outcome.entries).toEqual([entry('help-line', jac.id, 'keeper-changed', {})]);
    expect(outcome.notices).toMatchObject([{ key: `keepers:${round}:desk:desk`, to: { organisation: desk.id } }]);
    expect(outcome.refresh).toEqual(
      expect.arrayContaining([`keepers:${round}:desk:desk`, `keepers:${round}:person:${an.id}`]),
    );
    expect(outcome.reply).toMatchObject({ show: 'lines-to-confirm', with: ofAn });
  });

  it('outside a round only frees it; twice is once', async () => {
    expect(outcomeOf(await act(leaveLine, byAn(), { lineId: jac.id })).notices).toEqual([]);
    expect(outcomeOf(await act(leaveLine, byAn(), { lineId: brug.id })).changes).toBeUndefined();
  });

  it('asks nobody when there is no desk', async () => {
    const world = { lines: [asked], organisations: [clb], channels: [clbChannel] };
    expect(outcomeOf(await act(leaveLine, byAn(), { lineId: jac.id }, world)).notices).toEqual([]);
  });

  it('is for the keeper, the team or the desk', async () => {
    expect(await act(leaveLine, byBram(), { lineId: jac.id })).toEqual({
      refused: 'only-keeper',
      show: { view: 'line-card', with: { lineId: jac.id } },
    });
    expect(await act(leaveLine, by(dirk, desk), { lineId: jac.id })).toMatchObject({ reply: {} });
    expect(await act(leaveLine, byAn(), { lineId: jac.id }, { lines: [] })).toEqual({ refused: 'not-found' });
  });
});
