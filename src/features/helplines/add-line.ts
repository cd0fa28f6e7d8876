import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { keepersOnly } from './linked-only.js';
import { listShape } from './line-params.js';
import { lineForms } from './line-forms.js';

/** `hulplijn toevoegen`: opens an empty form, with the kind and region when the button knew them. */
export const addLine = action({
  slug: 'add-line',
  words: { nl: ['hulplijn toevoegen', 'nieuwe hulplijn'], en: ['add help line', 'new help line'] },
  subject: z.object({ kind: listShape.kind, region: listShape.region }),
  fields: z.object({}),
  load: async (_read, subject) => subject,
  may: (_loaded, { actor }) => keepersOnly(actor),
  decide: ({ kind, region }) => ({
    reply: lineForms.edit.opened({
      ...(kind === undefined ? {} : { kind }),
      ...(region === undefined ? {} : { region }),
    }),
  }),
});
