import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { palettePng } from './palette-png.js';

/** Where the pictures are kept, and where one finds what differs. */
export const kept = resolve(import.meta.dirname, '../pictures');
const differing = resolve('artifacts/pictures');

/**
 * So many pixels may differ in any square of 32 by 32, after the edges of letters (anti-aliasing) are left out. Measured:
 * 0 between two runs, between two starts of Chromium, and after the colours are rounded for keeping. One letter that
 * changes gives more (see the test); a whole card may have none of it, or a faint difference all over, but no letter.
 */
export const MOST_IN_A_SQUARE = 8;
const SQUARE = 32;

/** How many pixels differ where most do. Pictures of another size have nothing in common. */
export function mostDiffering(one: PNG, other: PNG, drawn?: PNG): number {
  if (one.width !== other.width || one.height !== other.height) return Infinity;
  const { width, height } = one;
  const count = (windowSize: number): number =>
    pixelmatch(one.data, other.data, drawn?.data, width, height, { threshold: 0.05, windowSize });
  return count(SQUARE);
}

/** Keeps a picture instead of the one before, unless it looks the same: then nothing changes for git either. */
export function keepPicture(name: string, taken: Buffer): void {
  const file = join(kept, `${name}.png`);
  const picture = PNG.sync.read(taken);
  if (existsSync(file) && mostDiffering(PNG.sync.read(readFileSync(file)), picture) === 0) return;
  mkdirSync(kept, { recursive: true });
  writeFileSync(file, palettePng(picture));
}

/** Null when a card looks as it was kept; otherwise what differs, and where the pictures lie. */
export function differenceWithKept(name: string, taken: Buffer): string | null {
  const [now, differs] = ['now', 'differs'].map((what) => join(differing, `${name}.${what}.png`)) as [string, string];
  for (const file of [now, differs]) rmSync(file, { force: true });
  const file = join(kept, `${name}.png`);
  const before = existsSync(file) ? PNG.sync.read(readFileSync(file)) : null;
  const picture = PNG.sync.read(taken);
  const drawn = new PNG({ width: picture.width, height: picture.height });
  const most = before === null ? Infinity : mostDiffering(before, picture, drawn);
  if (most <= MOST_IN_A_SQUARE) return null;
  mkdirSync(differing, { recursive: true });
  writeFileSync(now, taken);
  if (most !== Infinity) writeFileSync(differs, PNG.sync.write(drawn));
  return `${name}: ${saidOf(before, picture, most)}; now: ${relative('.', now)}${most === Infinity ? '' : `, what differs: ${relative('.', differs)}`}`;
}

function saidOf(before: PNG | null, now: PNG, most: number): string {
  if (before === null) return 'no picture is kept';
  if (most === Infinity) return `was ${before.width} × ${before.height}, is ${now.width} × ${now.height}`;
  return `${most} pixels differ in one square of ${SQUARE} × ${SQUARE}, at most ${MOST_IN_A_SQUARE}`;
}
