import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { workerCards } from '../../contracts/worker-cards.js';
import { workerForms } from './worker-forms.js';
import { reaches } from '../../domain/reach.js';
import { isEmail, isPhone, waysOf, type WorkerDetails } from '../../domain/worker.js';
import { changed, loadOwn, mayHave, type OwnDetails } from './own-details.js';

const line = (is: (text: string) => boolean, code: string) =>
  z
    .string(code)
    .transform((text) => text.trim().replace(/\s+/g, ' '))
    .refine((text) => text === '' || is(text), code);

interface Asked extends OwnDetails {
  /** The whole form was asked, not the number alone. */
  readonly isWhole: boolean;
}

/**
 * "mijn gegevens": on which number and address a worker is reached, and when the bot may say things by itself. Nothing typed for the number: the organisation's stands
 * there; nothing for the address: the one that Teams tells. All cards of open referrals are brought up to date.
 */
export const editMyDetails = action({
  slug: 'edit-my-details',
  words: { nl: ['mijn gegevens', 'mijn nummer'], en: ['my details', 'my number'] },
  subject: z.object({
    /** Everything was asked: what does not come was left empty, since Teams sends no empty input. */
    all: z.literal('yes').optional().catch(undefined),
  }),
  fields: z.object({
    phone: line(isPhone, 'phone-strange').optional(),
    /** Not drawn where only the number is asked: then it stays as it is. */
    email: line(isEmail, 'email-strange').optional(),
    reach: z.enum(reaches).optional().catch(undefined),
  }),
  load: async (read, { all }, context): Promise<Asked> => ({
    ...(await loadOwn(read, {}, context)),
    isWhole: all === 'yes',
  }),
  may: (own: Asked, context) => mayHave(own, context),
  form: ({ details }, _context, { typed }) => {
    const { phone, email } = waysOf(details);
    return {
      rosterEmail: details.rosterEmail,
      typed: {
        phone: typed['phone'] ?? phone,
        email: typed['email'] ?? email,
        reach: typed['reach'] ?? details.reach,
      },
    };
  },
  decide(own, { phone: typedPhone, email: typedEmail, reach }, { now }) {
    const { details, isWhole } = own;
    if (typedPhone === undefined && !isWhole)
      return { reply: workerForms.details.again({}, { phone: 'phone-strange' }) };
    const phone = typedPhone ?? '';
    const email = typedEmail ?? (isWhole ? '' : undefined);
    const row: WorkerDetails = {
      ...details,
      phone: phone === '' ? null : phone,
      phoneAnsweredAt: now,
      reach: reach ?? details.reach,
      ownEmail: email === undefined ? details.ownEmail : ownEmail(email, details),
    };
    return { ...changed(own, row), reply: { ...workerCards.details.shown({}), note: { key: 'done' } } };
  },
});

/** What Teams says needs not be said again: then it follows Teams. */
const ownEmail = (typed: string, { rosterEmail }: WorkerDetails): string | null =>
  typed === '' || typed.toLowerCase() === rosterEmail?.toLowerCase() ? null : typed;
