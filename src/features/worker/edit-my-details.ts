import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { workerCards } from '../../contracts/worker-cards.js';
import { isEmail, isPhone, waysOf, type WorkerDetails } from '../../domain/worker.js';
import { changed, loadOwn, mayHave } from './own-details.js';

const line = (is: (text: string) => boolean, code: string) =>
  z
    .string(code)
    .transform((text) => text.trim().replace(/\s+/g, ' '))
    .refine((text) => text === '' || is(text), code);

/**
 * "mijn gegevens": on which number and address a worker is reached. Nothing typed for the number: the organisation's stands
 * there; nothing for the address: the one that Teams tells. All cards of open referrals are brought up to date.
 */
export const editMyDetails = action({
  slug: 'edit-my-details',
  words: { nl: ['mijn gegevens', 'mijn nummer'], en: ['my details', 'my number'] },
  subject: z.object({}),
  fields: z.object({
    phone: line(isPhone, 'phone-strange'),
    /** Not drawn where only the number is asked: then it stays as it is. */
    email: line(isEmail, 'email-strange').optional(),
  }),
  load: loadOwn,
  may: mayHave,
  form: ({ details }, _context, { typed }) => {
    const { phone, email } = waysOf(details);
    return {
      rosterEmail: details.rosterEmail,
      typed: { phone: typed['phone'] ?? phone, email: typed['email'] ?? email },
    };
  },
  decide(own, { phone, email }, { now }) {
    const { details } = own;
    const row: WorkerDetails = {
      ...details,
      phone: phone === '' ? null : phone,
      phoneAnsweredAt: now,
      ownEmail: email === undefined ? details.ownEmail : ownEmail(email, details),
    };
    return { ...changed(own, row), reply: { ...workerCards.details.shown({}), note: { key: 'done' } } };
  },
});

/** What Teams says needs not be said again: then it follows Teams. */
const ownEmail = (typed: string, { rosterEmail }: WorkerDetails): string | null =>
  typed === '' || typed.toLowerCase() === rosterEmail?.toLowerCase() ? null : typed;
