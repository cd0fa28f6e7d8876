import { inflateSync } from 'node:zlib';

/** The signs at 0x80 to 0x9f; five are not in use. Node's own decoder took them for Latin 1 in some versions. */
const from80 = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

/** Bytes of the fonts' encoding as text. */
export const windows1252 = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => (byte < 0x80 || byte > 0x9f ? String.fromCharCode(byte) : from80[byte - 0x80])).join('');

/** What a test sees of a PDF of ours: its own text in order, and how it is built. */
export interface ReadPdf {
  /** Of each page, the pieces of text as they were written, and what is drawn there, in PDF's own words. */
  readonly pages: readonly { readonly text: string; readonly strokes: string }[];
  readonly text: string;
  /** Everything outside the streams: the catalogue, the titles, the tags. */
  readonly objects: string;
}

/** Reads a PDF that pdfkit made with standard fonts; no other. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const raw = Buffer.from(bytes).toString('latin1');
  const streams = new Map<string, string>();
  const bodies = /\n(\d+) 0 obj\n((?:(?!endobj)[\s\S])*?)\nstream\n([\s\S]*?)\nendstream/g;
  for (const [, id = '', dictionary = '', data = ''] of raw.matchAll(bodies)) {
    const plain = dictionary.includes('FlateDecode')
      ? inflateSync(Buffer.from(data, 'latin1')).toString('latin1')
      : data;
    streams.set(id, plain);
  }
  const pages = [...raw.matchAll(/\/Type \/Page\n[\s\S]*?\/Contents (\d+) 0 R/g)].map(([, id = '']) => {
    const content = streams.get(id) ?? '';
    return { text: textIn(content), strokes: content };
  });
  const objects = raw.replace(/stream\n[\s\S]*?\nendstream/g, '');
  return { pages, text: pages.map((page) => page.text).join('\n'), objects };
}

/** One line of text is one TJ: hex strings with kerning between them. */
const textIn = (content: string): string =>
  [...content.matchAll(/\[([^\]]*)\] TJ/g)]
    .map(([, pieces = '']) =>
      [...pieces.matchAll(/<([0-9a-f]*)>/gi)].map(([, hex = '']) => windows1252(Buffer.from(hex, 'hex'))).join(''),
    )
    .join('\n');
