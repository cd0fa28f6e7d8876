import { z } from 'zod';
import { view } from '../../contracts/action.js';
import { textAt } from '../../texts/index.js';

/** A form that typed words asked for: the message holds only its name and a button, the form opens for who presses. */
export const storedForm = view({
  slug: 'stored-form',
  audience: 'stored',
  params: z.object({
    form: z.string(),
    with: z.record(z.string(), z.string()).default({}),
    room: z.string().default(''),
  }),
  load: async (_read, params) => params,
  fill: ({ form, with: subject, room }, { language }) => ({
    title: textAt(language, `${room}.${form}.title`) ?? textAt(language, `start.doings.${form}.title`) ?? '',
    data: { form, ...subject },
  }),
  summary: ({ form, room }, { language }) =>
    textAt(language, `${room}.${form}.title`) ?? textAt(language, 'start.stored-form.open') ?? '',
});
