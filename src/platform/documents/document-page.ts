import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ViewContext } from '../../contracts/action.js';
import { roundOf } from '../../contracts/file-link.js';
import type { Sheet } from '../../contracts/document.js';
import { languages, type Language } from '../../domain/language.js';
import { contextNow, type Runtime } from '../runtime/perform.js';
import type { Registry } from '../runtime/registry.js';
import { OneAtATime, TooManyWait } from '../one-at-a-time.js';
import { createRead } from '../storage/read.js';
import { closed } from '../storage/keys/seal.js';
import { messagePage } from '../web/message-page.js';
import type { HttpPage, HttpAnswer, HttpRequest } from '../web/http-page.js';
import { drawSheet } from './draw-sheet.js';
import { documentPath, type SignedLinks } from '../web/signed-links.js';

/** A drawing takes the machine for some tenths of a second: so many files may be drawn or wait for it. */
const mostAtOnce = 50;

/** What opening a document needs. */
export interface DocumentsBehind {
  readonly parts: Runtime;
  readonly registry: Pick<Registry, 'document'>;
  readonly links: SignedLinks;
  /** Lets whoever presses go first. */
  turn(): Promise<void>;
}

/**
 * The page on which every document opens, filled with what is true at that moment. A link we did not make, and a document
 * whose subject is gone, answer 404 with a kind sentence; a link whose time has passed, or that was withdrawn, says so (410).
 */
export const documentPage = (behind: DocumentsBehind, drawing = new OneAtATime(mostAtOnce)): HttpPage => ({
  path: `${documentPath}/:token/:name`,
  local: false,
  async answer(request) {
    const language = languageOf(request);
    const context: ViewContext = {
      ...(await contextNow(behind.parts, behind.parts.database.kysely)),
      language,
      actor: null,
    };
    if (isOver(behind, request, context)) return messagePage(410, 'link-over', language);
    const sheet = await sheetOf(behind, request, context);
    if (sheet === null) return messagePage(404, 'not-there', language);
    const { now } = context;
    const turn = (): Promise<void> => nextTurn().then(() => behind.turn());
    try {
      return fileAnswer(await drawing.run(() => drawSheet(sheet, { language, now, turn })), sheet.fileName);
    } catch (error) {
      if (error instanceof TooManyWait)
        return { ...messagePage(503, 'busy', language), headers: { 'retry-after': '10' } };
      throw error;
    }
  },
});

const languageOf = (request: HttpRequest): Language =>
  languages.find((language) => language === request.query.get('taal')) ?? 'nl';

/** Ours, but past its end, of an earlier round, or from when links had no end. */
function isOver({ links }: DocumentsBehind, { params }: HttpRequest, { now, settings }: ViewContext): boolean {
  const { token = '', name = '' } = params;
  const ids = links.read(name, token);
  if (ids === null) return false;
  const opens = links.opens(name, token);
  const [id = ''] = Object.values(ids);
  return opens === null || opens.until <= now || opens.round !== roundOf(settings, id);
}

async function sheetOf(behind: DocumentsBehind, request: HttpRequest, context: ViewContext): Promise<Sheet | null> {
  const { token = '', name = '' } = request.params;
  const ids = behind.links.read(name, token);
  const document = ids === null ? null : behind.registry.document(name);
  const params = document?.params.safeParse(ids);
  if (document === null || !params?.success) return null;
  const { database, sealer } = behind.parts;
  const facts = await document.load(createRead(database.kysely, closed(sealer), context.now), params.data, context);
  return facts === null ? null : document.fill(facts, context);
}

interface DrawnFile {
  readonly type: string;
  readonly extension: string;
  readonly bytes: Uint8Array;
}

/** A document opens in the browser, an invitation goes to the calendar; nothing of either is kept on the way. */
function fileAnswer({ type, extension, bytes }: DrawnFile, fileName: string): HttpAnswer {
  const name = fileName.toLowerCase().endsWith(extension) ? fileName : `${fileName}${extension}`;
  const how = extension === '.pdf' ? 'inline' : 'attachment';
  return {
    status: 200,
    type,
    body: bytes,
    headers: { 'content-disposition': `${how}; ${namesIn(name)}`, 'cache-control': 'no-store' },
  };
}

/** The name twice: in plain letters for old clients, and as it is (RFC 6266). */
function namesIn(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w .()-]/g, '-');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `filename="${plain}"; filename*=UTF-8''${encoded}`;
}
