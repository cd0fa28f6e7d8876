import { z } from 'zod';
import { view } from '../../contracts/action.js';
import type { Language } from '../../domain/language.js';
import { textAt, texts } from '../../texts/index.js';

const params = z.object({
  what: z.enum(['stored', 'wrong', 'elsewhere']),
  /** Of `wrong`: the section of texts of the form, and the codes of what is wrong in it. */
  of: z.string().default(''),
  codes: z.array(z.string()).default([]),
});

/**
 * What became of a press by a client that cannot show the card it would be answered with: stored, not stored and why, or
 * where it can be opened.
 */
export const olderClient = view({
  slug: 'older-client',
  audience: 'stored',
  params,
  load: async (_read, facts) => facts,
  fill: ({ what, of, codes }, { language }) => ({
    title: texts(language)(`start.older-client.title.${what}`),
    sentence: texts(language)(`start.older-client.${what}`),
    why: codes.length === 0 ? null : codes.map((code) => sentenceOf(language, of, code)).join(' '),
  }),
  summary: ({ what }, { language }) => texts(language)(`start.older-client.title.${what}`),
});

const sentenceOf = (language: Language, of: string, code: string): string =>
  textAt(language, `${of}.errors.${code}`) ?? textAt(language, `common.errors.${code}`) ?? '';
