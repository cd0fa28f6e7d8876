import { expect, test } from '@jest/globals';
import { otherWords, unexplained } from './word-list.js';

test.each([
  ['De plaats van de vergadering', 'meetings.x'],
  ['Gekoppelde plaatsen', 'desk.x'],
  ['Dit is de enige plaats van deze organisatie.', 'waitlist.x'],
  ['Ouder of voogd', 'privacy.x'],
  ['In welke streek werkt u?', 'survey.x'],
  ['Toon aanmelding', 'referral.x'],
  ['Organisatie tonen', 'linking.x'],
  ['beschikbaarheid niet gekend', 'dispatch.x'],
  ['Gelieve dit in te vullen.', 'intake.x'],
  ['Ongeldige datum', 'intake.x'],
  ['Men kan meer dan één antwoord geven.', 'survey.x'],
  ['op 09-03-2012', 'intake.x'],
  ['Terugdraaien', 'helplines.x'],
])('“%s” in %s has another word', (text, key) => {
  expect(otherWords(text, key, 'nl')).not.toEqual([]);
});

test.each([
  ['Er is plaats bij NAFT.', 'referral.x'],
  ['Wat zonder antwoord is ingetrokken, telt niet mee.', 'figures.x'],
  ['Elke aanmelding krijgt één bericht dat de stand toont.', 'linking.x'],
  ['Een andere aanbieder', 'referral.x'],
  ['Openen', 'survey.open-survey-now.open'],
  ['gebruikerskaart, mensen', 'common.x'],
])('“%s” in %s is the word it has', (text, key) => {
  expect(otherWords(text, key, 'nl')).toEqual([]);
});

test('jargon is explained in the section that says it', () => {
  const bare = [{ key: 'line-import.page.file', text: 'Een bestand in HSDS 3' }];
  expect(unexplained('line-import.page', bare)).toHaveLength(1);
  const told = [...bare, { key: 'line-import.page.about', text: 'de standaard voor gegevens over hulp' }];
  expect(unexplained('line-import.page', told)).toEqual([]);
  expect(unexplained('intake.steps', [{ key: 'intake.steps.x', text: 'NAFT' }])).toEqual([]);
});

test('in English has its own words', () => {
  expect(otherWords('Invalid date', 'intake.x', 'en').join()).toMatch(/invalid/i);
});
