import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import type { PostedForm } from '../../contracts/page.js';
import type { HttpRequest } from './http-page.js';

const nothing: PostedForm = { fields: {}, file: null };
const limits = { files: 1, fields: 20, fieldSize: 2000, parts: 25 };

/** Reads a posted form of ours, with or without a file. What is no form gives nothing. */
export async function readForm(request: HttpRequest, largestFile: number): Promise<PostedForm> {
  const type = request.headers['content-type'] ?? '';
  if (/^application\/x-www-form-urlencoded/i.test(type))
    return { fields: Object.fromEntries(new URLSearchParams(Buffer.from(request.body).toString('utf8'))), file: null };
  if (!/^multipart\/form-data/i.test(type)) return nothing;
  return readMultipart(type, request.body, largestFile).catch(() => nothing);
}

/** A file's text: UTF-8, UTF-16 when it says so, and else what Windows wrote before (latin-1), never with letters lost. */
function textOf(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff')
    return new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return asWindowsWrote(bytes);
  }
}

/** What stands in Windows-1252 where latin-1 has nothing; written out because Node reads the one as the other. */
const beyondLatin1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const asWindowsWrote = (bytes: Buffer): string =>
  bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (sign) => beyondLatin1.charAt(sign.charCodeAt(0) - 0x80));

async function readMultipart(type: string, body: Uint8Array, largestFile: number): Promise<PostedForm> {
  const fields: Record<string, string> = {};
  let file: PostedForm['file'] = null;
  const parser = new Busboy({
    headers: { 'content-type': type } as BusboyHeaders,
    limits: { ...limits, fileSize: largestFile },
  });
  parser.on('field', (name, value) => void (fields[name] = String(value)));
  parser.on('file', (_field, stream, name) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      const bytes = Buffer.concat(chunks);
      const tooLarge = (stream as { truncated?: boolean }).truncated === true;
      if (name || bytes.length > 0) file = { name: name ?? '', text: textOf(bytes), tooLarge };
    });
  });
  await pipeline(Readable.from([Buffer.from(body)]), parser);
  return { fields, file };
}
