import { z } from 'zod';
import { view } from '../../contracts/action.js';
import type { StoredImport } from '../../contracts/hsds/stored-import.js';
import type { LineImportId } from '../../domain/ids.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { deskOnly } from '../../contracts/desk-only.js';

/** Told to the desk once help lines were imported: how many, and what still waits for a person. */
export const lineImportDone = view({
  slug: 'line-import-done',
  audience: 'stored',
  params: z.object({ importId: z.uuid() }),
  async load(read, { importId }) {
    const row = await read.lineImport(importId as string as LineImportId);
    const stored = row?.document as StoredImport | undefined;
    if (row === null || !stored?.counts) return null;
    const person = await read.person(row.personId);
    const unplaced = await read.countHelpLines({ unplaced: true });
    return {
      counts: stored.counts,
      bad: stored.bad.length,
      leftOut: stored.leftOut ?? 0,
      unplaced,
      name: person?.name ?? null,
    };
  },
  may: (_facts, actor) => deskOnly(actor),
  fill({ counts, bad, leftOut, unplaced, name }, { language }) {
    const say = texts(language);
    return {
      counts: say('line-import.line-import-done.counts', { ...counts }),
      bad: bad === 0 ? null : say('line-import.line-import-done.bad', { count: bad }),
      personal: leftOut === 0 ? null : say('line-import.line-import-done.personal', { count: leftOut }),
      unplaced: unplaced === 0 ? null : say('line-import.line-import-done.unplaced', { count: unplaced }),
      by: name === null ? null : say('line-import.line-import-done.by', { name: plain(name) }),
    };
  },
  summary: (_facts, { language }) => texts(language)('line-import.line-import-done.title'),
});
