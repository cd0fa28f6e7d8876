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
      if (name || bytes.length > 0) file = { name: name ?? '', text: bytes.toString('utf8'), tooLarge };
    });
  });
  await pipeline(Readable.from([Buffer.from(body)]), parser);
  return { fields, file };
}
