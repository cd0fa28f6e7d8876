import { z } from 'zod';
import { reaction } from '../../contracts/action.js';
import { readDocument } from '../../lib/hsds/read-document.js';
import { emptyImport } from '../../contracts/hsds/stored-import.js';
import type { LineImportId } from '../../domain/ids.js';
import { deskOnly } from '../../contracts/desk-only.js';
import { atOnce, lookedWhole } from './looked-through.js';
import { dropLater } from './drop-line-import.job.js';
import { lookFurther } from './look-through-import.job.js';

/**
 * An uploaded file is checked and put ready to be looked through and looked at; nothing of it is taken in yet. Only what is good is kept,
 * and of what is not: where it stands and what is wrong. Refuses what is no HSDS (`not-complete`).
 */
export const keepLineImport = reaction({
  slug: 'keep-line-import',
  startedBy: 'page',
  subject: z.object({ importId: z.uuid() }),
  fields: z.object({ fileName: z.string(), text: z.string() }),
  load: (read, { importId }) =>
    read
      .lineImport(importId as string as LineImportId)
      .then((row) => ({ importId: importId as string as LineImportId, row })),
  may: (_loaded, { actor }) => deskOnly(actor),
  decide({ importId, row }, { fileName, text }, context) {
    const { actor, now } = context;
    if (row !== null) return {};
    const read = readDocument(text);
    if (!read.ok) return { refused: 'not-complete' };
    const unread = { ...emptyImport, ...read.checked };
    const document = unread.services.length <= atOnce ? lookedWhole(unread, context) : unread;
    const kept = { id: importId, personId: actor.person.id, at: now, fileName: shown(fileName), document };
    return {
      changes: [{ put: 'lineImport', row: { ...kept, state: 'looked-at', version: 0 } }],
      dues: [dropLater(importId, now), ...lookFurther(importId, document, now)],
    };
  },
});

/** A file's name as it can be kept and shown: no path, no unseen signs, not endless. */
const shown = (name: string): string =>
  name
    .replace(/^.*[\\/]/, '')
    .replace(/[\u0000-\u001f\u007f]|\p{Surrogate}/gu, '')
    .trim()
    .slice(0, 100);
