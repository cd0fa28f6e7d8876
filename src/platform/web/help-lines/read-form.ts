import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { largestFile } from '../../../lib/hsds/read-document.js';
import type { PageRequest } from '../../../contracts/page.js';

/** What a form brought: its fields, and the file that was chosen (null: none). */
export interface ReadForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: { readonly name: string; readonly text: string; readonly tooLarge: boolean } | null;
}

const nothing: ReadForm = { fields: {}, file: null };
const limits = { files: 1, fields: 20, fieldSize: 2000, parts: 25, fileSize: largestFile };

/** Reads a posted form of ours, with or without a file. What is no form gives nothing. */
export async function readForm(request: PageRequest): Promise<ReadForm> {
  const type = request.headers['content-type'] ?? '';
  if (/^application\/x-www-form-urlencoded/i.test(type))
    return { fields: Object.fromEntries(new URLSearchParams(Buffer.from(request.body).toString('utf8'))), file: null };
  if (!/^multipart\/form-data/i.test(type)) return nothing;
  return readMultipart(type, request.body).catch(() => nothing);
}

async function readMultipart(type: string, body: Uint8Array): Promise<ReadForm> {
  const fields: Record<string, string> = {};
  let file: ReadForm['file'] = null;
  const parser = new Busboy({ headers: { 'content-type': type } as BusboyHeaders, limits });
  parser.on('field', (name, value) => void (fields[name] = String(value)));
  parser.on('file', (_field, stream, name) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      const bytes = Buffer.concat(chunks);
      const tooLarge = (stream as { truncated?: boolean }).truncated === true;
      if (name || bytes.length > 0) file = { name: name ?? '', text: bytes.toString('utf8'), tooLarge };
    });
  });
  await pipeline(Readable.from([Buffer.from(body)]), parser);
  return { fields, file };
}
