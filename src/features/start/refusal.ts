import { z } from 'zod';
import { view } from '../../contracts/action.js';
import type { Reached } from '../../domain/organisation.js';
import { contactAfter } from '../../contracts/desk-contact.js';
import { languages } from '../../domain/language.js';
import { waysOn } from '../../texts/desk-contact.js';
import { textAt, texts } from '../../texts/index.js';

const params = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  language: z.enum(languages),
});

/** With how the desk is reached, when nobody else can help. */
type Refused = z.output<typeof params> & { readonly desk?: Reached | null | undefined };

/** What may not be done, as a card of its own: a kind sentence and a way on. */
export const refusal = view({
  slug: 'refusal',
  audience: 'stored',
  params,
  load: async (read, refused): Promise<Refused> => ({ ...refused, desk: await contactAfter(read, refused.code) }),
  fill: ({ code, values, language, desk }, { links }) => ({
    sentence: textAt(language, `common.refusals.${code}`, values) ?? code,
    ways: desk === undefined ? null : waysOn(desk, language),
    chat: code === 'use-personal' ? links.chat() : null,
    again: null,
  }),
  summary: ({ language }) => texts(language)('start.refusal.title'),
});
