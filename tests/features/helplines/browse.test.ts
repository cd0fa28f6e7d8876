import { describe, expect, it } from '@jest/globals';
import { findLines } from '../../../src/features/helplines/find-lines.js';
import { lineCard } from '../../../src/features/helplines/line-card.js';
import { lineList } from '../../../src/features/helplines/line-list.js';
import { asButton, listParams } from '../../../src/features/helplines/line-params.js';
import type { ViewContext } from '../../../src/contracts/action.js';
import { linePhases } from '../../../src/features/helplines/line-phases.js';
import { listLines } from '../../../src/features/helplines/list-lines.js';
import { ownRegions } from '../../../src/features/helplines/own-regions.js';
import type { ServiceId } from '../../../src/domain/ids.js';
import { viewContext } from '../../support/given.js';
import { helpLine } from '../../support/given-directory.js';
import {
  act,
  an,
  brug,
  by,
  byAn,
  byBram,
  byNobody,
  clb,
  desk,
  fillOf,
  formOf,
  uuid,
  jac,
  naft,
  offer,
  readOf,
} from './world.js';

const context = viewContext();
type Rows = readonly Readonly<Record<string, unknown>>[];

describe('list-lines: typed words', () => {
  it('given a CLB, then it begins with the phases of its region', async () => {
    expect(await act(listLines, byAn(), {})).toEqual({ reply: { show: 'line-phases', with: { region: 'VBO' } } });
  });

  it('given a provider, then with the region of its services', async () => {
    expect(await act(listLines, byBram(), {})).toEqual({ reply: { show: 'line-phases', with: { region: 'VBO' } } });
  });

  it('given the desk, or somebody of no team, then with both regions: what is public everybody may see', async () => {
    const both = { reply: { show: 'line-phases', with: { region: null } } };
    const forDesk = { reply: { show: 'line-phases', with: { region: null, desk: 'yes' } } };
    expect(await act(listLines, by(an, desk), {})).toEqual(forDesk);
    expect(await act(listLines, byNobody(), {})).toEqual(both);
  });

  it('given the desk, then the first page has the way to take in a file', async () => {
    const mayImport = async (params: object, over: Partial<ViewContext> = {}) =>
      (await fillOf(linePhases, params, {}, { ...context, ...over }))!['mayImport'];
    expect(await mayImport({ desk: 'yes' })).toBe(true);
    expect(await mayImport({}, { actor: by(an, desk).actor })).toBe(true);
    expect(await mayImport({}, { actor: byAn().actor })).toBe(false);
    expect(await mayImport({})).toBe(false);
  });

  it('given words behind it, then it looks for those it knows, folded', async () => {
    expect(await act(listLines, byAn(), { said: 'Brügfiguren sofie peeters' })).toEqual({
      reply: { show: 'line-list', with: { words: 'brugfiguren', region: 'VBO' } },
    });
  });

  it.each(['Jonas Peeters', 'sofie 0478 12 34 56', 'jonas@voorbeeld.example'])(
    'given %s, then the message that stays holds nothing of it',
    async (said) => {
      expect(await act(listLines, byAn(), { said })).toEqual({
        reply: { show: 'line-phases', with: { region: 'VBO' } },
      });
    },
  );

  it('given words that are in no line and no kind of help, then neither: they may be a name in small letters', async () => {
    expect(await act(listLines, byAn(), { said: 'jonas peeters' })).toEqual({
      reply: { show: 'line-phases', with: { region: 'VBO', found: 'nothing' } },
    });
    const data = await fillOf(linePhases, { found: 'nothing' }, {}, context);
    expect(data).toMatchObject({ nothing: 'Niets gevonden. Probeer een ander woord.' });
  });

  it('given a birth date among them, then nothing of it is kept', async () => {
    expect(await act(listLines, byAn(), { said: 'geboren 14/03/2011' })).toEqual({
      reply: { show: 'line-phases', with: { region: 'VBO' } },
    });
  });

  it('given services in both regions, then both are one’s own', async () => {
    const services = [offer, { ...offer, id: uuid<ServiceId>('52'), regions: ['AHV' as const] }];
    expect(await ownRegions(readOf({ services }), { organisations: [naft] })).toEqual(['VBO', 'AHV']);
  });
});

describe('line-phases', () => {
  it('counts the lines of each phase, and the kinds that nobody filled in', async () => {
    const data = await fillOf(linePhases, { region: 'VBO' }, {}, context);
    expect((data!['phases'] as Rows).map(({ count }) => count)).toEqual([
      '1 hulplijn · 5 soorten nog niet ingevuld',
      'nog geen hulplijn · 2 soorten nog niet ingevuld',
      '1 hulplijn · 7 soorten nog niet ingevuld',
      'nog geen hulplijn · 3 soorten nog niet ingevuld',
    ]);
    expect(data!['print']).toBe('https://bot.example/hulplijnen/vlaams-brabant-oost');
  });

  it('prints one region at a time', async () => {
    expect((await fillOf(linePhases, {}, {}, context))!['print']).toBeNull();
    expect((await fillOf(linePhases, { region: 'AHV' }, {}, context))!['print']).toContain('asse-halle-vilvoorde');
  });
});

describe('line-list: the door for buttons anywhere', () => {
  it('takes what is missing, null or strange for no filter', () => {
    expect(
      listParams.parse({ phase: null, region: 'outside', age: 'veertien', page: '-1', because: 'zomaar' }),
    ).toEqual({});
    expect(asButton(listParams.parse({ phase: 'extended', region: 'AHV', age: '14', words: ' tejo ' }))).toEqual({
      phase: 'extended',
      kind: null,
      region: 'AHV',
      age: '14',
      words: 'tejo',
      page: null,
      because: null,
      from: null,
    });
  });

  it('says what it shows, eight at a time, and marks what was not checked for long', async () => {
    const lines = Array.from({ length: 9 }, (_none, index) =>
      helpLine({ name: `Lijn ${index}`, kind: 'tejo', assuredOn: '2026-01-01' }),
    );
    const params = { phase: 'through-clb', region: 'VBO', age: '14' };
    const data = await fillOf(lineList, params, { lines }, context);
    expect(data).toMatchObject({
      filter: 'Via het CLB · Vlaams-Brabant Oost · 14 jaar',
      count: '9 hulplijnen · bladzijde 1 van 2',
      nextPage: '2',
      earlierPage: null,
      open: [],
    });
    expect(data!['rows']).toHaveLength(8);
    expect((data!['rows'] as Rows)[0]).toMatchObject({ what: 'TEJO · 016 00 00 00', mark: '◔ Lang niet nagekeken' });
    const last = await fillOf(lineList, { ...params, page: '99' }, { lines }, context);
    expect(last).toMatchObject({ page: '2', earlierPage: '1', nextPage: null });
    expect(last!['open']).toHaveLength(7);
  });

  it('given nothing found, then it tells who could help, and offers to look wider', async () => {
    const data = await fillOf(lineList, { phase: 'extended', region: 'AHV', age: '9' }, {}, context);
    expect(data).toMatchObject({ rows: [], withoutRegion: 'yes', withoutAge: 'yes' });
    expect(data!['empty']).toContain('Kent u een contact?');
    expect((data!['open'] as Rows).map(({ kind }) => kind)).toEqual(['support-centre', 'clb']);
  });

  it('given words that only a kind knows, then that kind is offered to fill in', async () => {
    const data = await fillOf(lineList, { words: 'spijbelen' }, {}, context);
    expect((data!['open'] as Rows).map(({ kind }) => kind)).toEqual(['pedagogical-guidance', 'police']);
    const none = await fillOf(lineList, { words: 'zwembad' }, {}, context);
    expect(none).toMatchObject({ open: [], withoutRegion: null, withoutAge: null });
  });

  it('given one kind, then only that one', async () => {
    const data = await fillOf(lineList, { kind: 'tejo', region: 'VBO' }, {}, context);
    expect(data).toMatchObject({ filter: 'TEJO · Vlaams-Brabant Oost', rows: [] });
  });

  it('says why somebody was sent here', async () => {
    const data = await fillOf(lineList, { because: 'under-12' }, {}, context);
    expect(data!['why']).toContain('jonger dan 12');
  });
});

describe('find-lines', () => {
  it('shows the list of what was filled in', async () => {
    const typed = { words: 'Huiswérk', region: 'AHV', phase: 'extended', kind: 'any', age: '14' };
    expect(await act(findLines, byAn(), typed)).toEqual({
      reply: {
        show: 'line-list',
        with: {
          words: 'huiswerk',
          region: 'AHV',
          phase: 'extended',
          kind: null,
          age: '14',
          page: null,
          because: null,
          from: null,
        },
      },
    });
  });

  it('a kind says its phase already', async () => {
    const outcome = await act(findLines, byAn(), { kind: 'tejo', phase: 'extended' });
    expect(outcome).toMatchObject({ reply: { with: { kind: 'tejo', phase: null } } });
  });

  it('begins with one’s own region', async () => {
    expect(await formOf(findLines, byAn(), {})).toMatchObject({ typed: { region: 'VBO', phase: 'any' } });
  });

  it.each([
    [{ age: 'veertien' }, { age: 'age-strange' }],
    [{ age: '400' }, { age: 'age-strange' }],
    [{ words: 'geboren 14/03/2011' }, { words: 'words-personal' }],
  ])('%j is asked again', async (typed, errors) => {
    expect(await act(findLines, byAn(), typed)).toMatchObject({ reply: { form: 'find-lines', errors } });
  });
});

describe('line-card', () => {
  it('tells everything, with what can be called, mailed and opened', async () => {
    const data = await fillOf(lineCard, { lineId: jac.id, region: 'VBO', page: '2' }, {}, context);
    const facts = Object.fromEntries(
      (data!['facts'] as { title: string; value: string }[]).map(({ title, value }) => [title, value]),
    );
    expect(facts).toMatchObject({
      Telefoon: '[016 00 11 22](tel:016001122)',
      'E-mail': '[jac@voorbeeld.example](mailto:jac@voorbeeld.example)',
      Website: '[voorbeeld.example/jac](https://www.voorbeeld.example/jac)',
      Bereikbaar: 'ma–vr 9–12 u., 13–16.30 u. · niet in schoolvakanties',
      Leeftijd: '12–25 jaar',
      Talen: 'Nederlands, Frans',
      Organisatie: 'CAW Voorbeeld',
    });
    expect(data).toMatchObject({
      assured: 'Nagekeken op ma 2 nov.',
      state: null,
      keeper: 'Beheerder: CLB Voorbeeld Leuven, An Peeters',
    });
    expect(data!['filter']).toMatchObject({ region: 'VBO', page: '2' });
  });

  it('says what nobody checked for long, and who may keep it', async () => {
    const data = await fillOf(lineCard, { lineId: brug.id }, {}, context);
    expect(data).toMatchObject({ state: '◔ Lang niet nagekeken', takeOver: 'Ik word beheerder', leave: null });
    expect(data!['assured']).toContain('Laatst nagekeken op zo 1 feb. Dat is lang geleden');
    expect(data!['keeper']).toBe('Niemand houdt deze hulplijn bij.');
  });

  it('lets its keeper stop', async () => {
    const data = await fillOf(lineCard, { lineId: jac.id }, {}, viewContext({ actor: by(an, clb).actor }));
    expect(data).toMatchObject({ takeOver: null, leave: 'Ik stop als beheerder' });
  });

  it('is nothing when there is no such line', async () => {
    expect(await fillOf(lineCard, { lineId: jac.id }, { lines: [] }, context)).toBeNull();
  });
});
