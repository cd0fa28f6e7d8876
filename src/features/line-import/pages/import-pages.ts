import { importActions, importPath } from '../../../contracts/hsds/line-import.js';
import { isLookedThrough, previewImport, type StoredImport } from '../../../contracts/hsds/stored-import.js';
import { isRefusal } from '../../../contracts/outcome.js';
import type { Asked, Page, PageReply, PostedForm, Screen, Visit } from '../../../contracts/page.js';
import type { LineImportId } from '../../../domain/ids.js';
import { largestFile, readDocument } from '../../../lib/hsds/read-document.js';
import { hsdsTerms } from '../../../texts/hsds-terms.js';
import { resultPage, reviewPage, stoppedPage, underWayPage, uploadPage, type Stopped } from './import-html.js';
import { readPass, type Pass } from './import-pass.js';

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/**
 * The page on which the desk imports help lines: a file is chosen, what it would change is shown, and only then it is
 * taken in. Forms without a script; who it is comes from the address, what may be done from the roster.
 */
export const importPages: readonly Page[] = [
  { path: `${importPath}/:token`, answer: (asked, visit) => withPass(asked, visit, shown) },
  {
    method: 'POST',
    path: `${importPath}/:token`,
    largestFile,
    answer: (asked, visit) => withPass(asked, visit, posted),
  },
];

type Answer = (visit: Visit, pass: Pass, asked: Asked) => PageReply | Promise<PageReply>;

const personal = (screen: Screen, status = 200): PageReply => ({ screen, status, personal: true });

async function withPass(asked: Asked, visit: Visit, answer: Answer): Promise<PageReply> {
  const pass = await readPass(visit, asked.params['token'] ?? '');
  return pass.ok ? answer(visit, pass, asked) : personal(stoppedPage(pass.why, pass.language), 403);
}

const shown: Answer = (visit, pass, { query }) => {
  const id = query.get('invoer');
  return id === null ? personal(uploadPage(pass, null, visit.now)) : lookedAt(visit, pass, id, null);
};

/** What a file would change now, or what it brought when it was taken in. */
async function lookedAt({ read, now }: Visit, pass: Pass, id: string, why: Stopped | null): Promise<PageReply> {
  const row = isId(id) ? await read.lineImport(id as LineImportId) : null;
  const stored = row?.state === 'looked-at' ? (row.document as StoredImport) : null;
  // An upload of an earlier version of the program was not looked through at all.
  if (stored !== null && stored.lookedThrough === undefined) return personal(uploadPage(pass, 'gone', now), 404);
  if (stored !== null && !isLookedThrough(stored)) return personal(underWayPage(pass, stored, now));
  const looked = isId(id) ? await previewImport(read, id as LineImportId, hsdsTerms) : null;
  if (looked === null) return personal(uploadPage(pass, 'gone', now), 404);
  if (looked.row.state !== 'looked-at') return personal(resultPage(pass, looked, now));
  const left = why === 'bad-left' && looked.stored.bad.length === 0 ? 'personal-left' : why;
  return personal(reviewPage(pass, looked, left, now), why === null ? 200 : 422);
}

const posted: Answer = async (visit, pass, asked) => {
  const form = await asked.form();
  return form.fields['importId'] === undefined ? upload(visit, pass, form) : apply(visit, pass, form.fields);
};

async function upload(visit: Visit, pass: Pass, { file }: PostedForm): Promise<PageReply> {
  const why = file === null ? 'no-file' : reasonAgainst(file);
  if (file === null || why !== null) return personal(uploadPage(pass, why, visit.now), why === 'too-large' ? 413 : 422);
  const importId = visit.newId<LineImportId>();
  const kept = { fileName: file.name, text: file.text };
  const verdict = await visit.perform(importActions.keep, pass.actor, { importId }, kept);
  return isRefusal(verdict) ? refused(pass) : { goTo: `${pass.path}?invoer=${importId}`, forGood: false };
}

function reasonAgainst(file: NonNullable<PostedForm['file']>): Stopped | null {
  if (file.tooLarge) return 'too-large';
  if (file.text.trim() === '') return 'no-file';
  const read = readDocument(file.text);
  return read.ok ? null : read.why;
}

async function apply(visit: Visit, pass: Pass, fields: PostedForm['fields']): Promise<PageReply> {
  const { importId = '', ...rest } = fields;
  const verdict = isId(importId)
    ? await visit.perform(importActions.apply, pass.actor, { importId }, rest)
    : ({ refused: 'not-found' } as const);
  if (!isRefusal(verdict)) return { goTo: `${pass.path}?invoer=${importId}`, forGood: false };
  if (verdict.refused === 'outdated') return lookedAt(visit, pass, importId, 'moved');
  if (verdict.refused === 'not-complete')
    return lookedAt(visit, pass, importId, rest['leaveOut'] === 'true' ? 'personal-left' : 'bad-left');
  if (verdict.refused === 'not-found') return personal(uploadPage(pass, 'gone', visit.now), 404);
  return refused(pass);
}

const refused = ({ actor }: Pass): PageReply => personal(stoppedPage('not-desk', actor.language), 403);
