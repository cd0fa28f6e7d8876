import { z } from 'zod';
import { action, type ActionContext, type Filled } from '../../contracts/action.js';
import { oldestPupil, youngestPupil } from '../../domain/age.js';
import { schoolForms } from '../../domain/codes.js';
import { regions } from '../../lib/region/index.js';
import { texts } from '../../texts/index.js';
import { codeWord } from '../../texts/referral-words.js';
import { catalogueCards } from './catalogue-cards.js';
import { asButton, listParams, type ListParams } from './asked/service-params.js';
import { regionWord } from '../../texts/offered-words.js';

const age = z
  .string()
  .trim()
  .default('')
  .refine(
    (typed) =>
      typed === '' || (/^\d{1,2}$/.test(typed) && Number(typed) >= youngestPupil && Number(typed) <= oldestPupil),
    'age-strange',
  );
const choice = z.string().default('');

/** Narrows the offer by region, age and school form; every one may be left open. Error: `age-strange`. */
export const findServices = action({
  slug: 'find-services',
  forEverybody: true,
  storable: true,
  subject: listParams,
  fields: z.object({ region: choice, age, schoolForm: choice }),
  load: async (_read, present): Promise<ListParams> => present,
  may: () => null,
  form: formOf,
  decide: (_present, fields) => ({ reply: catalogueCards.list.shown(asButton(listParams.parse(fields))) }),
});

function formOf(present: ListParams, { actor: { language } }: ActionContext, { typed }: Filled) {
  const say = texts(language);
  const choices = <T extends string>(values: readonly T[], title: (value: T) => string) => [
    { title: say('catalogue.find-services.any'), value: 'any' },
    ...values.map((value) => ({ title: title(value), value })),
  ];
  const { region, age: years, schoolForm } = asButton(present);
  return {
    ...asButton(present),
    regions: choices(regions, (one) => regionWord(one, language)),
    schoolForms: choices(schoolForms, (one) => codeWord(language, 'school-form', one)),
    typed: {
      region: typed['region'] ?? region ?? 'any',
      age: typed['age'] ?? years,
      schoolForm: typed['schoolForm'] ?? schoolForm ?? 'any',
    },
  };
}
