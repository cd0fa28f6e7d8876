import { describe, expect, it } from '@jest/globals';
import { lazily } from '../../src/lib/lazily.js';

describe('an object made in parts', () => {
  const made: string[] = [];
  const make = lazily({
    greetings: (name: string) => {
      made.push('greetings');
      return { hello: () => `hello ${name}`, bye: () => `bye ${name}` };
    },
    counts: (name: string) => {
      made.push('counts');
      return { letters: () => name.length };
    },
  });

  it('makes a part when something of it is asked for, and then keeps it', () => {
    made.length = 0;
    const ann = make('Ann');
    expect(made).toEqual([]);
    expect([ann.hello(), ann.bye(), ann.hello()]).toEqual(['hello Ann', 'bye Ann', 'hello Ann']);
    expect(made).toEqual(['greetings']);
    expect(ann.letters()).toBe(3);
    expect(made).toEqual(['greetings', 'counts']);
  });

  it('keeps two objects apart', () => {
    const [ann, bo] = [make('Ann'), make('Bo')];
    expect([ann.hello(), bo.hello(), ann.letters(), bo.letters()]).toEqual(['hello Ann', 'hello Bo', 3, 2]);
  });
});
