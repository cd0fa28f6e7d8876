import type { ViewContext } from '../../../contracts/action.js';
import { heldBecause } from '../../../domain/case/referral.js';
import type { OrganisationId } from '../../../domain/ids.js';
import { readRegion, type Offer } from '../../../domain/intake/index.js';
import { moment } from '../../../texts/format.js';
import { plain } from '../../../texts/plain.js';
import { texts } from '../../../texts/index.js';
import type { LoadedDraft } from './load-draft.js';
import type { OfferedBy } from '../card/offer-words.js';

interface Given extends Pick<LoadedDraft, 'draft'> {
  readonly offers: readonly Offer[];
  readonly by: ReadonlyMap<OrganisationId, OfferedBy>;
}

/** What happens once it is sent, honestly: who calls by when, or that the desk comes first (R4, R9). */
export function afterSending({ draft, offers, by }: Given, chosen: string, context: ViewContext): string {
  const { language, now, calendar, settings } = context;
  const t = texts(language);
  const offer = offers.find(({ service }) => service.id === chosen);
  const region = readRegion(draft.typed);
  const held = heldBecause(region.ok ? region.value.region : 'outside', offer?.service.id ?? null, settings.deskFirst);
  if (held !== null) return t(`intake.review-referral.after.${offer === undefined ? 'desk' : 'looks'}`);
  const opens = calendar.nextOpening(now);
  const values = { provider: plain(offer?.service.name ?? ''), at: moment(opens, language, now) };
  if (offer !== undefined && by.get(offer.service.organisationId)?.isPhoned === true)
    return t('intake.review-referral.after.phone', values);
  const contactBy = calendar.addWorkingMinutes(opens, settings.contactWithinMinutes);
  const told = { ...values, contactBy: moment(contactBy, language, now) };
  return t(`intake.review-referral.after.${opens.getTime() - now.getTime() < 60_000 ? 'now' : 'later'}`, told);
}
