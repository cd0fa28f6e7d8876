import { randomUUID } from 'node:crypto';
import { importActions, importPath } from '../../../contracts/hsds/line-import.js';
import { largestFile, readDocument } from '../../../lib/hsds/read-document.js';
import { previewImport } from '../../../contracts/hsds/stored-import.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import type { LineImportId } from '../../../domain/ids.js';
import { hsdsTerms } from '../../../texts/hsds-terms.js';
import type { SignedLinks } from '../../documents/signed-links.js';
import { contextNow, performAction, type Runtime } from '../../runtime/perform.js';
import type { Registry } from '../../runtime/registry.js';
import { createRead } from '../../storage/read.js';
import type { Page, PageAnswer, PageRequest } from '../../../contracts/page.js';
import { resultPage, reviewPage, stoppedPage, uploadPage, type Stopped } from './import-html.js';
import { readPass, type Pass } from './import-pass.js';
import { privateAnswer, sentTo } from './page-frame.js';
import { readForm, type ReadForm } from './read-form.js';

/** What importing needs. */
export interface ImportBehind {
  readonly parts: Runtime;
  readonly registry: Pick<Registry, 'reaction'>;
  readonly links: SignedLinks;
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/**
 * The page on which the desk imports help lines: a file is chosen, what it would change is shown, and only then it is
 * taken in. Forms without a script; who it is comes from the address, what may be done from the roster.
 */
export const importPages = (behind: ImportBehind): Page[] => [
  { path: `${importPath}/:token`, local: false, answer: (request) => withPass(behind, request, shown) },
  {
    method: 'POST',
    path: `${importPath}/:token`,
    local: false,
    largestBody: largestFile + 64 * 1024,
    answer: (request) => withPass(behind, request, posted),
  },
];

type TurnDeps = (behind: ImportBehind, pass: Pass, request: PageRequest) => Promise<PageAnswer>;

async function withPass(behind: ImportBehind, request: PageRequest, answer: TurnDeps): Promise<PageAnswer> {
  const pass = await readPass(behind, request.params['token'] ?? '');
  return pass.ok ? answer(behind, pass, request) : privateAnswer(stoppedPage(pass.why, pass.language), 403);
}

const shown: TurnDeps = (behind, pass, request) => {
  const id = request.query.get('invoer');
  if (id !== null) return lookedAt(behind, pass, id, null);
  return Promise.resolve(privateAnswer(uploadPage(pass, null, behind.parts.clock.now())));
};

/** What a file would change now, or what it brought when it was taken in. */
async function lookedAt({ parts }: ImportBehind, pass: Pass, id: string, why: Stopped | null): Promise<PageAnswer> {
  const now = parts.clock.now();
  const read = createRead(parts.database.kysely, parts.sealer, now);
  const looked = isId(id) ? await previewImport(read, id as LineImportId, hsdsTerms) : null;
  if (looked === null) return privateAnswer(uploadPage(pass, 'gone', now), 404);
  if (looked.row.state !== 'looked-at') return privateAnswer(resultPage(pass, looked, now));
  return privateAnswer(reviewPage(pass, looked, why, now), why === null ? 200 : 422);
}

const posted: TurnDeps = async (behind, pass, request) => {
  const form = await readForm(request);
  return form.fields['importId'] === undefined ? upload(behind, pass, form) : apply(behind, pass, form.fields);
};

async function upload(behind: ImportBehind, pass: Pass, { file }: ReadForm): Promise<PageAnswer> {
  const why = file === null ? 'no-file' : reasonAgainst(file);
  if (file === null || why !== null)
    return privateAnswer(uploadPage(pass, why, behind.parts.clock.now()), why === 'too-large' ? 413 : 422);
  const importId = randomUUID();
  const verdict = await perform(
    behind,
    pass,
    importActions.keep,
    { importId },
    { fileName: file.name, text: file.text },
  );
  return isRefusal(verdict) ? refused(pass) : sentTo(`${pass.path}?invoer=${importId}`, 303);
}

function reasonAgainst(file: NonNullable<ReadForm['file']>): Stopped | null {
  if (file.tooLarge) return 'too-large';
  if (file.text.trim() === '') return 'no-file';
  const read = readDocument(file.text);
  return read.ok ? null : read.why;
}

async function apply(behind: ImportBehind, pass: Pass, fields: ReadForm['fields']): Promise<PageAnswer> {
  const { importId = '', ...rest } = fields;
  const verdict = isId(importId)
    ? await perform(behind, pass, importActions.apply, { importId }, rest)
    : ({ refused: 'not-found' } as const);
  if (!isRefusal(verdict)) return sentTo(`${pass.path}?invoer=${importId}`, 303);
  if (verdict.refused === 'outdated') return lookedAt(behind, pass, importId, 'moved');
  if (verdict.refused === 'not-complete') return lookedAt(behind, pass, importId, 'bad-left');
  if (verdict.refused === 'not-found') return privateAnswer(uploadPage(pass, 'gone', behind.parts.clock.now()), 404);
  return refused(pass);
}

const refused = ({ actor }: Pass): PageAnswer => privateAnswer(stoppedPage('not-desk', actor.language), 403);

/** Does an action as the person whose address this is, through the one way in which actions are done. */
async function perform(
  { parts, registry }: ImportBehind,
  { actor }: Pass,
  slug: string,
  subject: object,
  fields: object,
): Promise<Outcome | Refusal> {
  const reaction = registry.reaction(slug);
  const checked = { subject: reaction?.subject.safeParse(subject), fields: reaction?.fields.safeParse(fields) };
  if (reaction === null || !checked.subject?.success || !checked.fields?.success) return { refused: 'not-found' };
  const { settings } = await contextNow(parts, parts.database.kysely);
  const given = { actor, settings, messageId: null, turnId: randomUUID(), once: null };
  return performAction(parts, reaction, checked.subject.data, checked.fields.data, given);
}
