import { describe, expect, test } from '@jest/globals';
import { isRefusal } from '../../../src/contracts/outcome.js';
import type { LineImport } from '../../../src/contracts/read-help-lines.js';
import { emptyImport, type LookedAt, type StoredImport } from '../../../src/contracts/hsds/stored-import.js';
import { applyLineImport } from '../../../src/features/line-import/apply-line-import.js';
import { importLines } from '../../../src/features/line-import/import-lines.js';
import { keepLineImport } from '../../../src/features/line-import/keep-line-import.js';
import { checked, foreignFile } from '../../domain/hsds/given-lines.js';
import { actionContext, actor, organisation, outcomeOf } from '../../support/given.js';
import { importId, readOf, uploaded } from './world.js';

const desk = organisation({ kind: 'desk', name: 'Meldpunt' });
const byDesk = actionContext({ actor: actor({ organisations: [desk] }) });

async function looked(name: string, over: Partial<LineImport> = {}): Promise<LookedAt> {
  const good = checked(foreignFile(name));
  const document: StoredImport = { ...emptyImport, ...good, lookedThrough: good.services.length };
  const loaded = await applyLineImport.load(readOf(uploaded(document, over)), { importId }, byDesk);
  if (isRefusal(loaded)) throw new Error(loaded.refused);
  return loaded;
}

describe('apply-line-import', () => {
  test('given a looked-at file, when the desk takes it in, then lines, organisation, history and one message', async () => {
    const loaded = await looked('services-page');
    expect(applyLineImport.may(loaded, byDesk)).toBeNull();
    const outcome = outcomeOf(applyLineImport.decide(loaded, { print: loaded.print, prefer: 'here' }, byDesk));
    expect(outcome.changes?.map((change) => ('put' in change ? change.put : ''))).toEqual([
      'helpOrganisation',
      'helpLine',
      'lineChange',
      'helpLine',
      'lineChange',
      'lineImport',
    ]);
    expect(outcome.entries?.map(({ subject, name }) => [subject, name])).toEqual([
      ['help-line', 'imported'],
      ['help-line', 'imported'],
    ]);
    expect(outcome.changes?.at(-1)).toMatchObject({
      row: { state: 'applied', document: { services: [], counts: { fresh: 2 } } },
    });
    expect(outcome.notices).toEqual([
      {
        key: `line-import:${importId}:done`,
        view: 'line-import-done',
        params: { importId },
        to: { organisation: desk.id },
      },
    ]);
  });

  test('bad records hold it up until they are left out knowingly', async () => {
    const loaded = await looked('with-bad-records');
    const fields = { print: loaded.print, prefer: 'here' as const };
    expect(applyLineImport.decide(loaded, fields, byDesk)).toEqual({ refused: 'not-complete' });
    expect(outcomeOf(applyLineImport.decide(loaded, { ...fields, leaveOut: 'true' }, byDesk)).changes).toHaveLength(7);
  });

  test('what was not looked at is not done', async () => {
    const loaded = await looked('services-page');
    expect(applyLineImport.decide(loaded, { print: 'earlier', prefer: 'here' }, byDesk)).toEqual({
      refused: 'outdated',
    });
  });

  test('a second press changes nothing', async () => {
    const loaded = await looked('services-page', { state: 'applied' });
    expect(applyLineImport.decide(loaded, { print: '', prefer: 'here' }, byDesk)).toEqual({
      reply: { show: 'line-import-done', with: { importId } },
    });
  });

  test('only the desk; and only what exists', async () => {
    const clb = actionContext({ actor: actor() });
    expect(applyLineImport.may(await looked('services-page'), clb)).toEqual({ refused: 'only-desk' });
    expect(keepLineImport.may({ importId: importId as never, row: null }, clb)).toEqual({ refused: 'only-desk' });
    expect(importLines.may({}, clb)).toEqual({ refused: 'only-desk' });
    expect(await applyLineImport.load(readOf(null), { importId }, byDesk)).toEqual({ refused: 'not-found' });
  });
});

describe('keep-line-import', () => {
  const fresh = { importId: importId as never, row: null };

  test('keeps what is good, and of what is bad only where and what', () => {
    const text = JSON.stringify(foreignFile('with-bad-records'));
    const outcome = outcomeOf(keepLineImport.decide(fresh, { fileName: 'C:\\map\\lijst.json', text }, byDesk));
    const [change] = outcome.changes as readonly { put?: string; row?: object }[];
    expect(change).toMatchObject({
      put: 'lineImport',
      row: { id: importId, fileName: 'lijst.json', state: 'looked-at', version: 0 },
    });
    const document = (change?.row as LineImport).document as StoredImport;
    expect([document.services.length, document.bad.length]).toEqual([2, 5]);
    expect(JSON.stringify(document.bad)).not.toContain('info(at)example.org');
  });

  test('refuses what is no HSDS, and does nothing twice', () => {
    expect(keepLineImport.decide(fresh, { fileName: 'a', text: 'x' }, byDesk)).toEqual({ refused: 'not-complete' });
    expect(keepLineImport.decide({ ...fresh, row: {} as LineImport }, { fileName: 'a', text: '[]' }, byDesk)).toEqual(
      {},
    );
  });
});

test('import-lines shows the way to the page', () => {
  expect(importLines.decide({}, {}, byDesk)).toEqual({ reply: { show: 'line-import-door', with: {} } });
});
