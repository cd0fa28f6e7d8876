import { describe, expect, test } from '@jest/globals';
import { languages } from '../../src/domain/language.js';
import {
  entry,
  entrySchemas,
  type Entry,
  type EntrySubject,
  type ToldEntry,
} from '../../src/domain/timeline/entries.js';
import { entryHistory } from '../../src/texts/entry-history.js';
import { entryLine, entryWords } from '../../src/texts/entry-lines.js';
import { id, monday10, viewContext } from '../support/given.js';
import { textsOf } from '../house/read-house.js';

const subjects = Object.keys(entrySchemas) as EntrySubject[];
const wording = viewContext({ language: 'nl' });
const told = (one: Entry, over: Partial<ToldEntry> = {}): ToldEntry =>
  ({ ...one, at: monday10, personId: id(), organisationId: id(), organisation: 'CLB Noord', ...over }) as ToldEntry;

describe.each(languages)('the sentences of the timeline in %s', (language) => {
  test.each(subjects)('are there for everything that happens to a %s, and for nothing else', (subject) => {
    const sentences = (textsOf(language) as Record<string, Record<string, object>>)['timeline']![subject]!;
    expect(Object.keys(sentences)).toEqual(Object.keys(entrySchemas[subject]));
  });
});

describe('what is told', () => {
  test.each<[string, Entry]>([
    ['Afgesloten: het is opgelost', entry('signal', id(), 'closed', { reason: 'solved' })],
    ['Gemaakt uit de cijfers', entry('signal', id(), 'received', { by: 'figures', kind: 'bottleneck' })],
    ['Andere locatie of link', entry('meeting', id(), 'moved', { what: 'location', from: monday10, to: monday10 })],
    ['2 punten van vroeger op de agenda gezet', entry('meeting', id(), 'points-brought', { count: 2 })],
    ['Herinnering verzonden, drie dagen vooraf', entry('meeting', id(), 'reminded', { which: 'three-days' })],
    ['Besluit genoteerd', entry('meeting', id(), 'decision-made', { decisionId: id(), dueOn: null })],
    ['Gewijzigd: telefoon, e-mail', entry('help-line', id(), 'edited', { fields: ['phone', 'email'] })],
    [
      'Melding beantwoord: verbeterd',
      entry('help-line', id(), 'report-answered', { reportId: id(), result: 'mended' }),
    ],
    ['Niet meer volzet', entry('service', id(), 'full-until', { from: '2026-12-01', to: null })],
    [
      'Beschikbaarheid: wachtlijst, ± 5 weken',
      entry('service', id(), 'availability-set', { weeks: 5, fullUntil: null }),
    ],
    [
      'Gegevens gewijzigd: naam, coördinator',
      entry('organisation', id(), 'edited', { fields: ['name', 'coordinatorId'] }),
    ],
    ['Instellingen gewijzigd: werkuren', entry('settings', id(), 'changed', { fields: ['weeklyHours'] })],
  ])('%s', (sentence, one) => {
    expect(entryWords(one, wording)).toBe(sentence);
  });

  test('given a survey, then until when, and how many', () => {
    const opened = entry('survey', id(), 'opened', { asked: 1, closesOn: '2026-12-01' });
    expect(entryWords(opened, wording)).toMatch(/^Geopend tot en met di 1 dec\.?, 1 medewerker gevraagd$/);
    expect(entryWords(entry('survey', id(), 'reminded', { stage: 'last', asked: 3 }), wording)).toBe(
      '3 medewerkers herinnerd, twee dagen voor het einde',
    );
  });

  test('given who did it, then the organisation and when; the program says that it was automatic', () => {
    const one = entry('signal', id(), 'answered', {});
    expect(entryLine(told(one), wording)).toMatch(/^Antwoord genoteerd · CLB Noord · .+10 u\.$/);
    expect(entryLine(told(one, { personId: null, organisation: null }), wording)).toMatch(
      /^Antwoord genoteerd · automatisch · /,
    );
  });

  test('given many entries, then the six newest, without what is left out; none is null', () => {
    const many = Array.from({ length: 9 }, () => told(entry('signal', id(), 'answered', {})));
    const support = told(entry('signal', id(), 'supported', {}));
    expect(entryHistory([support, ...many] as ToldEntry<'signal'>[], ['supported'], wording)).toHaveLength(6);
    expect(entryHistory([support] as ToldEntry<'signal'>[], ['supported'], wording)).toBeNull();
  });
});
