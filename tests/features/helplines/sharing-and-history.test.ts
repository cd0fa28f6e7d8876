import { describe, expect, it } from '@jest/globals';
import type { HelpOrganisationId, PersonId, ChannelId } from '../../../src/domain/ids.js';
import { changeLines } from '../../../src/features/helplines/changed-words.js';
import { lineChanged } from '../../../src/features/helplines/line-changed.js';
import { lineHistory } from '../../../src/features/helplines/line-history.js';
import { shareLine } from '../../../src/features/helplines/share-line.js';
import { sharedLine } from '../../../src/features/helplines/shared-line.js';
import { undoLineChange } from '../../../src/features/helplines/undo-line-change.js';
import { actionContext, actor, monday10, outcomeOf, person, channel, viewContext } from '../../support/given.js';
import {
  act,
  an,
  by,
  byAn,
  byBram,
  byNobody,
  caw,
  change,
  clb,
  clbChannel,
  desk,
  dirk,
  fillOf,
  formOf,
  jac,
  naft,
  uuid,
} from './world.js';

/** Somebody who changed nothing. */
const cato = person({ id: uuid<PersonId>('b8'), name: 'Cato Maes', aadObjectId: 'aad-cato' });

describe('share-line', () => {
  const inChannel = actionContext({ actor: actor({ person: an, organisations: [clb], channel: clbChannel }) });

  it('in a channel puts it there at once', async () => {
    const outcome = outcomeOf(await act(shareLine, inChannel, { lineId: jac.id }));
    expect(outcome.notices).toEqual([
      {
        key: `line:${jac.id}:shared:${clbChannel.id}:2026-11-16`,
        view: 'shared-line',
        params: { lineId: jac.id, by: an.id },
        to: { channel: clbChannel.id },
      },
    ]);
    expect(outcome.reply).toMatchObject({ show: 'line-card', note: { key: 'line-shared' } });
  });

  it('in personal chat asks first in which of one’s own channels', async () => {
    expect(await act(shareLine, byAn(), { lineId: jac.id })).toEqual({
      reply: { form: 'share-line', with: { lineId: jac.id } },
    });
    const asked = { lineId: jac.id, asked: 'yes' };
    expect(await act(shareLine, byAn(), { ...asked, channel: clbChannel.id })).toMatchObject({
      notices: [{ to: { channel: clbChannel.id } }],
    });
    expect(await act(shareLine, byAn(), { ...asked, channel: '' })).toMatchObject({
      reply: { errors: { channel: 'channel-missing' } },
    });
    const elsewhere = channel({ organisationId: naft.id, conversationId: '19:naft@thread.tacv2' });
    expect(
      await act(shareLine, byAn(), { ...asked, channel: elsewhere.id }, { channels: [clbChannel, elsewhere] }),
    ).toMatchObject({
      reply: { errors: { channel: 'channel-missing' } },
    });
  });

  it('names channels by their organisation, and by their own name when there are more', async () => {
    const second = channel({
      id: uuid<ChannelId>('f9'),
      organisationId: clb.id,
      conversationId: '19:south@thread.tacv2',
      name: 'Team Zuid',
    });
    const titles = async (channels: readonly (typeof second)[]) =>
      (
        (await formOf(shareLine, byAn(), { lineId: jac.id }, { channels })) as { channels: { title: string }[] }
      ).channels.map(({ title }) => title);
    expect(await titles([clbChannel])).toEqual(['CLB Voorbeeld Leuven']);
    expect(await titles([clbChannel, second])).toEqual([
      'CLB Voorbeeld Leuven – Algemeen',
      'CLB Voorbeeld Leuven – Team Zuid',
    ]);
  });

  it('is refused where there is no channel, no team, no line', async () => {
    expect(await act(shareLine, byBram(), { lineId: jac.id })).toMatchObject({
      refused: 'no-channel',
      show: { view: 'line-card' },
    });
    expect(await act(shareLine, byNobody(), { lineId: jac.id })).toEqual({ refused: 'not-a-member' });
    expect(await act(shareLine, byAn(), { lineId: jac.id }, { lines: [] })).toEqual({ refused: 'not-found' });
  });

  it('the shared card says who shared it', async () => {
    const data = await fillOf(sharedLine, { lineId: jac.id, by: an.id }, {}, viewContext());
    expect(data).toMatchObject({ name: 'JAC Voorbeeldstad', by: 'Gedeeld door An Peeters' });
    expect(await fillOf(sharedLine, { lineId: jac.id }, { lines: [] }, viewContext())).toBeNull();
  });
});

describe('line-history', () => {
  it('tells each change, newest first, and what can be taken back', async () => {
    const older = change({
      id: uuid('92'),
      what: 'edited',
      before: { phone: '016 11 11 11' },
      after: { phone: '016 99 99 99' },
    });
    const added = change({
      id: uuid('93'),
      what: 'added',
      before: {},
      after: { name: jac.name },
      organisationId: clb.id,
    });
    const asKeeper = viewContext({ actor: byAn().actor });
    const data = await fillOf(lineHistory, { lineId: jac.id }, { changes: [change(), older, added] }, asKeeper);
    expect(data!['rows']).toEqual([
      {
        changeId: change().id,
        what: 'Gewijzigd',
        who: 'NAFT-Leerrecht VBO · ma 16 nov., 10 u.',
        lines: '**Telefoon**: 016 99 99 99 → 016 00 11 22',
        mayUndo: 'yes',
      },
      expect.objectContaining({ mayUndo: null }),
      {
        changeId: added.id,
        what: 'Toegevoegd',
        who: 'CLB Voorbeeld Leuven · ma 16 nov., 10 u.',
        lines: null,
        mayUndo: null,
      },
    ]);
  });

  it.each([
    ['a stranger', byNobody()],
    ['another team', by(cato, naft)],
    ['a message that everybody reads', null],
  ])('does not tell %s what a contact or text once was', async (_who, context) => {
    const changes = [
      change({
        before: { phone: '0470 12 34 56', howToRefer: 'mama van Elif' },
        after: { phone: null, howToRefer: null },
      }),
      change({
        id: uuid('92'),
        before: { phone: '016 99 99 99', status: 'inactive' },
        after: { phone: '0470 12 34 56', status: 'active' },
      }),
    ];
    const lines = [{ ...jac, phone: null, howToRefer: null }];
    const looked = viewContext({ actor: context === null ? null : context.actor });
    const data = await fillOf(lineHistory, { lineId: jac.id }, { changes, lines }, looked);
    const rows = data!['rows'] as { lines: string; mayUndo: string | null }[];
    expect(rows.map((row) => row.lines)).toEqual([
      '**Telefoon**: (niet meer te zien) → –\n\n**Hoe aanmelden**: (niet meer te zien) → –',
      '**Telefoon**: (niet meer te zien) → (niet meer te zien)\n\n**Open of gesloten**: Niet te bereiken → Open',
    ]);
    expect(rows[0]!.mayUndo).toBe(context === null ? 'yes' : null);
  });

  it.each([
    ['who keeps it', byAn()],
    ['the team of who keeps it', by(cato, clb)],
    ['the desk', by(dirk, desk)],
  ])('tells it to %s', async (_who, { actor: looking }) => {
    const data = await fillOf(
      lineHistory,
      { lineId: jac.id },
      { changes: [change()] },
      viewContext({ actor: looking }),
    );
    expect(data!['rows']).toMatchObject([{ lines: '**Telefoon**: 016 99 99 99 → 016 00 11 22', mayUndo: 'yes' }]);
  });

  it('is paged', async () => {
    const changes = Array.from({ length: 8 }, (_none, index) => change({ id: uuid(`9${index}0`) }));
    expect(await fillOf(lineHistory, { lineId: jac.id }, { changes }, viewContext())).toMatchObject({
      earlierPage: null,
      nextPage: '2',
    });
    expect(await fillOf(lineHistory, { lineId: jac.id, page: '2' }, { changes }, viewContext())).toMatchObject({
      earlierPage: '1',
      nextPage: null,
    });
  });

  it('tells every kind of field in words', () => {
    const told = changeLines(
      change({
        before: {
          organisationId: caw.id,
          kind: null,
          languages: ['nl'],
          municipalities: [],
          status: 'active',
          description: 'x'.repeat(90),
        },
        after: {
          organisationId: uuid<HelpOrganisationId>('e9'),
          kind: 'tejo',
          languages: ['nl', 'sw'],
          municipalities: ['24062'],
          status: 'defunct',
          description: null,
        },
      }),
      { language: 'nl', names: new Map([[caw.id, caw.name]]), line: jac, all: true },
    );
    expect(told).toEqual([
      '**Organisatie**: CAW Voorbeeld → –',
      '**Soort**: – → TEJO',
      expect.stringMatching(/^\*\*Wat ze doen\*\*: x{79}… → –$/),
      '**Talen**: Nederlands → Nederlands, sw',
      '**Gemeenten**: – → Leuven',
      '**Open of gesloten**: Open → Bestaat niet meer',
    ]);
  });

  it('the keeper’s message tells the change it is about, and nothing when that is gone', async () => {
    const params = { lineId: jac.id, at: monday10.toISOString() };
    const data = await fillOf(lineChanged, params, { changes: [change()] }, viewContext());
    expect(data).toMatchObject({
      what: 'NAFT-Leerrecht VBO wijzigde ze op ma 16 nov., 10 u.',
      lines: '**Telefoon**: 016 99 99 99 → 016 00 11 22',
    });
    expect(await fillOf(lineChanged, params, {}, viewContext())).toBeNull();
    const other = viewContext({ actor: by(cato, naft).actor });
    expect(await fillOf(lineChanged, params, { changes: [change()] }, other)).toMatchObject({
      lines: '**Telefoon**: (niet meer te zien) → 016 00 11 22',
    });
  });
});

describe('undo-line-change', () => {
  const undo = { changeId: change().id };

  it('takes a change back, as a change of its own; the keeper hears it', async () => {
    const outcome = outcomeOf(await act(undoLineChange, byBram(), undo, { changes: [change()] }));
    expect(outcome.changes).toMatchObject([
      { put: 'helpLine', row: { phone: '016 99 99 99', assuredOn: '2026-11-16' } },
      { row: { what: 'undone', undoes: change().id, before: { phone: jac.phone }, after: { phone: '016 99 99 99' } } },
    ]);
    expect(outcome.notices).toMatchObject([{ view: 'line-changed', to: { person: an.id } }]);
    expect(outcome.reply).toMatchObject({ show: 'line-history', note: { key: 'line-undone' } });
  });

  it('the same press again changes nothing', async () => {
    const changes = [change({ id: uuid('92'), what: 'undone', undoes: change().id }), change()];
    expect(
      outcomeOf(await act(undoLineChange, byBram(), undo, { changes, lines: [{ ...jac, phone: '016 99 99 99' }] }))
        .changes,
    ).toBeUndefined();
  });

  it('what brings a gone contact back is for who keeps the line, the desk, and who made the change', async () => {
    const world = { changes: [change()] };
    for (const who of [byAn(), by(cato, clb), by(dirk, desk), byBram()])
      expect(outcomeOf(await act(undoLineChange, who, undo, world)).changes).toHaveLength(2);
    expect(await act(undoLineChange, by(cato, naft), undo, world)).toEqual({
      refused: 'only-keeper',
      show: { view: 'line-history', with: { lineId: jac.id } },
    });
    const ofCodes = { changes: [change({ before: { status: 'inactive' }, after: { status: jac.status } })] };
    expect(outcomeOf(await act(undoLineChange, by(cato, naft), undo, ofCodes)).changes).toHaveLength(2);
  });

  it('is refused when the field was changed since', async () => {
    expect(
      await act(undoLineChange, byBram(), undo, { changes: [change()], lines: [{ ...jac, phone: '016 77 77 77' }] }),
    ).toEqual({
      refused: 'line-changed-since',
      show: { view: 'line-history', with: { lineId: jac.id } },
    });
  });

  it('is refused for what was added, for no such change, and to who belongs to no team', async () => {
    const added = change({ what: 'added', before: {} });
    expect(await act(undoLineChange, byBram(), undo, { changes: [added] })).toMatchObject({
      refused: 'line-changed-since',
    });
    expect(await act(undoLineChange, byBram(), undo)).toEqual({ refused: 'not-found' });
    expect(await act(undoLineChange, byNobody(), undo, { changes: [change()] })).toEqual({ refused: 'not-a-member' });
  });
});
