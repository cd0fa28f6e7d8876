import { z } from 'zod';
import { view } from '../../contracts/action.js';
import { languages } from '../../domain/language.js';
import { textAt, texts } from '../../texts/index.js';

/** What may not be done, as a card of its own: a kind sentence and a way on. */
export const refusal = view({
  slug: 'refusal',
  audience: 'stored',
  params: z.object({
    code: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.number()])),
    language: z.enum(languages),
  }),
  load: async (_read, params) => params,
  fill: ({ code, values, language }, { links }) => ({
    sentence: textAt(language, `common.refusals.${code}`, values) ?? code,
    chat: code === 'use-personal' ? links.chat() : null,
    again: null,
  }),
  summary: ({ language }) => texts(language)('start.refusal.title'),
});
