import { z } from 'zod';
import { action, type ActionContext, type Filled } from '../../contracts/action.js';
import { carePhases, helpLineKinds } from '../../domain/helpline/kinds.js';
import { regions, type Region } from '../../lib/region/index.js';
import { texts } from '../../texts/index.js';
import { asButton, listParams, type ListParams } from './line-params.js';
import { oneRegion, ownRegions } from './own-regions.js';
import { searchedFor } from './searched-for.js';
import { lineForms } from './line-forms.js';
import { lineCards } from './line-cards.js';

interface Loaded {
  readonly present: ListParams;
  readonly region: Region | null;
}

const age = z
  .string()
  .trim()
  .default('')
  .refine((text) => text === '' || (/^\d{1,3}$/.test(text) && Number(text) <= 120), 'age-strange');
const choice = z.string().default('');

/** Looks for lines by word, region, phase, kind and age; every one may be left open. Errors: `age-strange`, `words-personal`. */
export const findLines = action({
  slug: 'find-lines',
  forEverybody: true,
  storable: true,
  subject: listParams,
  fields: z.object({ words: z.string().trim().default(''), region: choice, phase: choice, kind: choice, age }),
  load: async (read, present, { actor }): Promise<Loaded> => ({
    present,
    region: oneRegion(await ownRegions(read, actor)),
  }),
  may: () => null,
  form: formOf,
  decide(_loaded, fields, { calendar, now }) {
    const words = searchedFor(fields.words, calendar.dayOf(now));
    if (fields.words !== '' && words === undefined)
      return { reply: lineForms.find.again({}, { words: 'words-personal' }) };
    const kind = helpLineKinds.find((one) => one === fields.kind);
    const found = listParams.parse({ ...fields, words, ...(kind === undefined ? {} : { phase: '' }) });
    return { reply: lineCards.list.shown(asButton(found)) };
  },
});

function formOf({ present, region }: Loaded, { actor: { language } }: ActionContext, { typed }: Filled) {
  const say = texts(language);
  const choices = <T extends string>(values: readonly T[], title: (value: T) => string) => [
    { title: say('helplines.find-lines.any'), value: 'any' },
    ...values.map((value) => ({ title: title(value), value })),
  ];
  const { words, phase, kind, age: years } = asButton(present);
  return {
    ...asButton(present),
    regions: choices(regions, (one) => say(`common.common.region.${one}`)),
    phases: choices(carePhases, (one) => say(`helplines.phases.${one}.name`)),
    kinds: choices(helpLineKinds, (one) => say(`helplines.kinds.${one}.name`)),
    typed: {
      words: typed['words'] ?? words,
      region: typed['region'] ?? present.region ?? region ?? 'any',
      phase: typed['phase'] ?? phase ?? 'any',
      kind: typed['kind'] ?? kind ?? 'any',
      age: typed['age'] ?? years,
    },
  };
}
