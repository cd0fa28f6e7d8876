import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Expressions } from '../../../../src/platform/teams/cards/expressions.js';
import { houseCards } from '../../../../src/platform/teams/cards/house-cards.js';
import { walk } from '../../../../src/platform/teams/cards/json-tree.js';
import { loadCards } from '../../../../src/platform/teams/cards/load-cards.js';

let directory: string;
let file: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'expressions-'));
  file = join(directory, 'dist', 'expressions.json');
});
afterEach(() => rmSync(directory, { recursive: true }));

const turn = async (): Promise<void> => undefined;
/** What is drawn of these texts, with what was kept until now. */
const drawn = (texts: Record<string, string>, data: object) =>
  Expressions.from(file)
    .templateOf(texts)
    .expand({ $root: data } as never);

describe('what was parsed of the cards and kept', () => {
  test('given the cards of the house, then a next start parses nothing, and every text means the same', async () => {
    await houseCards('cards', file).warmUp(turn);
    const [kept, parsed] = [Expressions.from(file), Expressions.none()];
    const cards = loadCards('cards', 'when-drawn');
    const texts = new Set<string>();
    for (const slug of cards.slugs)
      walk(cards.sourceOf(slug), (node) => void (typeof node === 'string' && texts.add(node)));
    const others = [...texts].filter((text) => String(kept.of(text)) !== String(parsed.of(text)));
    expect(others).toEqual([]);
    expect(kept.parsed).toBe(0);
    expect(parsed.parsed).toBeGreaterThan(1_000);
  });

  test('given a text that changed, then it is parsed anew, and kept without the old one', () => {
    const of = (texts: Record<string, string>): Expressions => {
      const expressions = Expressions.from(file);
      expressions.templateOf(texts);
      expressions.keep(file);
      return expressions;
    };
    expect(of({ a: '${name}', b: '${if(late, 1, undefined)}' }).parsed).toBe(2);
    expect(of({ a: '${name}', b: 'Dag ${name}' }).parsed).toBe(1);
    expect(drawn({ a: '${name}', b: 'Dag ${name}' }, { name: 'An' })).toEqual({ a: 'An', b: 'Dag An' });
    expect(readFileSync(file, 'utf8')).not.toContain('late');
    expect(of({ a: '${name}' }).parsed).toBe(0);
  });

  test.each([
    ['is of another version', (text: string) => text.replace(/"version":"[^"]*"/, '"version":"0.0.0"')],
    ['broke off', (text: string) => text.slice(0, 40)],
  ])('given a file that %s, then everything is parsed', (_name, spoilt) => {
    const first = Expressions.from(file);
    first.templateOf({ a: '${name}' });
    first.keep(file);
    writeFileSync(file, spoilt(readFileSync(file, 'utf8')));
    const expressions = Expressions.from(file);
    expressions.templateOf({ a: '${name}' });
    expect(expressions.parsed).toBe(1);
  });

  test('given a function that nobody knows, then it fails when it is drawn, kept or not', () => {
    for (let start = 0; start < 2; start++) {
      const expressions = Expressions.from(file);
      expect(() => expressions.templateOf({ a: '${nothing(1)}' }).expand({ $root: {} } as never)).toThrow('nothing');
      expressions.keep(file);
    }
  });

  test('given a folder in which nothing can be written, then the cards are drawn all the same', async () => {
    writeFileSync(join(directory, 'dist'), 'a file, where the folder would be');
    await houseCards('cards', file).warmUp(turn);
    expect(existsSync(file)).toBe(false);
  });
});
