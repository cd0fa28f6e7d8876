import { crc32, deflateSync } from 'node:zlib';
import type { PNG } from 'pngjs';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** 8 bits for a pixel, colours by number; no other filter than none, which suits flat colours best. */
const BY_NUMBER = Buffer.from([8, 3, 0, 0, 0]);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

const rounded = (value: number, step: number): number => Math.min(255, Math.round(value / step) * step);

/** The colours rounded to steps, numbered as they come; null when there are more than a palette holds. */
function numbered({ width, height, data }: PNG, step: number): { palette: number[]; lines: Buffer } | null {
  const numbers = new Map<number, number>();
  const lines = Buffer.alloc((width + 1) * height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const [red, green, blue] = [0, 1, 2].map((part) => rounded(data[pixel * 4 + part]!, step)) as [
      number,
      number,
      number,
    ];
    const colour = (red << 16) | (green << 8) | blue;
    if (!numbers.has(colour)) numbers.set(colour, numbers.size);
    if (numbers.size > 256) return null;
    lines[Math.floor(pixel / width) * (width + 1) + 1 + (pixel % width)] = numbers.get(colour)!;
  }
  return { palette: [...numbers.keys()].flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]), lines };
}

/**
 * A picture of a card as a PNG of at most 256 colours: a third of the size. Colours are moved by at most a few of 255
 * steps, far less than what is looked for. `pngjs` reads such a file but cannot write it.
 */
export function palettePng(picture: PNG): Buffer {
  const found = [1, 4, 8, 17, 51].map((step) => numbered(picture, step)).find((one) => one !== null)!;
  const header = Buffer.alloc(8);
  header.writeUInt32BE(picture.width, 0);
  header.writeUInt32BE(picture.height, 4);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([header, BY_NUMBER])),
    chunk('PLTE', Buffer.from(found.palette)),
    chunk('IDAT', deflateSync(found.lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
