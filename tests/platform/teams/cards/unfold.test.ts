import { expect, test } from '@jest/globals';
import type { JsonObject } from '../../../../src/platform/teams/cards/json-tree.js';
import { unfold } from '../../../../src/platform/teams/cards/unfold.js';

const form = (value: string | null = null): JsonObject => ({
  type: 'AdaptiveCard',
  body: [
    { type: 'Input.Text', id: 'name', value: 'x' },
    {
      type: 'Container',
      id: 'more-rest',
      isVisible: false,
      items: [
        { type: 'Input.Text', id: 'phone', ...(value === null ? {} : { value }) },
        { type: 'Input.ChoiceSet', id: 'length', value: '60' },
      ],
    },
  ],
});
const isFolded = (card: JsonObject, root: object): boolean => {
  unfold(card, root);
  return ((card['body'] as JsonObject[])[1] as { isVisible?: boolean }).isVisible === false;
};

test('what may stay empty stays folded, a choice that always has a value too', () => {
  expect(isFolded(form(), {})).toBe(true);
  expect(isFolded(form(), { errors: { name: 'Vul dit in.', phone: null } })).toBe(true);
  expect(isFolded(form(''), {})).toBe(true);
});

test('it opens where something in it is wrong or was filled in', () => {
  expect(isFolded(form(), { errors: { phone: 'Dit lijkt geen telefoonnummer.' } })).toBe(false);
  expect(isFolded(form('016'), {})).toBe(false);
});
