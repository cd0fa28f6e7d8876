import { z } from 'zod';
import { view } from '../../contracts/action.js';
import { texts } from '../../texts/index.js';
import { doings } from '../../contracts/doings.js';
import { buttonsFor } from './buttons-for.js';

/** So many referrals of one sentence are offered; with two things beside them six buttons, as many as a card holds. */
export const mostReferences = 3;

/** The answer to anything else: the referrals it names, and the two nearest things one can do. */
export const suggestions = view({
  slug: 'suggestions',
  audience: 'stored',
  params: z.object({
    nearest: z.array(z.enum(doings)).max(2),
    /** Something of what was typed is known; otherwise these are only what is likeliest. */
    known: z.boolean().default(true),
    /** The nearest is done in one's own chat. */
    chat: z.boolean().default(false),
    references: z.array(z.string().regex(/^[\d-]{1,10}$/)).default([]),
  }),
  load: async (_read, params) => params,
  fill: ({ nearest, known, chat, references }, { language, links }) => ({
    title: texts(language)(known ? 'start.suggestions.title' : 'start.suggestions.unknown'),
    text: texts(language)(known ? 'start.suggestions.text' : 'start.suggestions.can'),
    references: references.map((reference) => ({
      reference,
      title: texts(language)('case.card.reference', { reference }),
    })),
    buttons: buttonsFor(nearest, language).map((button) =>
      chat || references.length > 0 ? { ...button, style: null } : button,
    ),
    chat: chat ? links.chat() : null,
  }),
  summary: ({ known }, { language }) =>
    texts(language)(known ? 'start.suggestions.title' : 'start.suggestions.unknown'),
});
