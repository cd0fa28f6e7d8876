import { z } from 'zod';
import { view } from '../../contracts/action.js';
import { actsFor } from '../../contracts/actor.js';
import type { RefusedPerson } from '../../contracts/read-linking.js';
import type { Language } from '../../domain/language.js';
import { day as dayWords } from '../../texts/format.js';
import { plain } from '../../texts/plain.js';
import { texts } from '../../texts/index.js';

/** More people than this are not named; their codes count along. */
const mostNamed = 8;

/** Tells the desk that many linking codes were refused on a day, and whose. */
export const codesRefused = view({
  slug: 'codes-refused',
  audience: 'stored',
  params: z.object({ day: z.iso.date() }),
  load: async (read, { day }, { calendar }) => ({
    day,
    refused: await read.refusedCodes(calendar.at(day, 0, 0), calendar.at(calendar.addDays(day, 1), 0, 0), mostNamed),
  }),
  may: (_facts, actor) => (actsFor(actor, 'desk') === null ? { refused: 'only-desk' } : null),
  fill({ day, refused: { times, people, most } }, { language, calendar, now }) {
    const t = texts(language);
    const on = dayWords(day, language, calendar.dayOf(now));
    return {
      what: t('linking.codes-refused.what', { times, people, day: on }),
      people: most.map((one) => ({ title: plain(one.name), value: lineOf(one, language) })),
      others: people > most.length ? t('linking.codes-refused.others', { count: people - most.length }) : null,
    };
  },
  summary: (_facts, { language }) => texts(language)('linking.codes-refused.title'),
});

const lineOf = ({ times, elsewhere }: RefusedPerson, language: Language): string =>
  texts(language)(elsewhere === 0 ? 'linking.codes-refused.times' : 'linking.codes-refused.times-elsewhere', {
    times,
    elsewhere,
  });
