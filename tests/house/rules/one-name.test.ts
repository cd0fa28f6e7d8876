import { expect, test } from '@jest/globals';
import { otherNames } from './one-name.js';

test.each([
  ['De plaats van de vergadering', 'meetings'],
  ['Gekoppelde plaatsen', 'desk'],
  ['Dit is de enige plaats van deze organisatie.', 'waitlist'],
  ['Ouder of voogd', 'privacy'],
  ['In welke streek werkt u?', 'survey'],
  ['Toon aanmelding', 'referral'],
  ['beschikbaarheid niet gekend', 'dispatch'],
])('“%s” in %s is another name for what has one', (text, room) => {
  expect(otherNames(text, room, 'nl')).not.toEqual([]);
});

test.each([
  ['Er is plaats bij NAFT.', 'referral'],
  ['Wat zonder antwoord is ingetrokken, telt niet mee.', 'figures'],
  ['Elke aanmelding krijgt één bericht dat de stand toont.', 'linking'],
  ['Een andere aanbieder', 'referral'],
])('“%s” in %s is the name it has', (text, room) => {
  expect(otherNames(text, room, 'nl')).toEqual([]);
});
