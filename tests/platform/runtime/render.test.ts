import { describe, expect, it } from '@jest/globals';
import { createRegistry } from '../../../src/platform/runtime/registry.js';
import { Renderer } from '../../../src/platform/runtime/render.js';

const drawn: object[] = [];
const renderer = new Renderer(createRegistry([]), {
  render: (_slug, contents) => {
    drawn.push(contents);
    return {} as never;
  },
});
const guest = '**Jan** [klik](https://voorbeeld.be)\u200B';

describe('values of a sentence on a card', () => {
  it('in a note they are read as they were typed', () => {
    expect(renderer.note({ key: 'guest-invited', values: { name: guest } }, 'nl')).toContain(
      '\\*\\*Jan\\*\\* \\[klik\\](https://voorbeeld.be)',
    );
  });

  it('in a refusal too, once', () => {
    const sentence = renderer.refusalSentence('channel-taken', { organisation: 'CLB *Noord*' }, 'nl');
    expect(sentence).toBe('Dit kanaal is al gekoppeld aan CLB \\*Noord\\*.');
    expect(renderer.refusalSentence('somebody-first', { name: 'A_B', state: 'geplaatst' }, 'nl')).toContain('A\\_B');
  });

  it('numbers stay numbers', () => {
    expect(renderer.note({ key: 'meetings-planned', values: { count: 3 } }, 'nl')).toContain('3');
  });
});
