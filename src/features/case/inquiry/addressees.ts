import type { ActionContext } from '../../../contracts/action.js';
import type { Read } from '../../../contracts/read.js';
import type { ServiceId } from '../../../domain/ids.js';
import type { Addressee } from '../../../domain/inquiry/decide.js';
import type { Inquiry } from '../../../domain/inquiry/inquiry.js';
import { deskChooses, offersOf, type Offer } from '../../../domain/intake/index.js';
import { loadAroundOffers, type AroundOffers } from '../card/offered-by.js';
import { offersFor } from '../card/offers-for.js';
import { texts } from '../../../texts/index.js';
import { rowOf, type RowPress } from '../card/provider-rows.js';

/** Of whom can be asked: every service that is offered, with why it may not fit as far as that is known. */
export interface Addressees extends AroundOffers {
  readonly offers: readonly Offer[];
}

const nothingKnown = { target: 'pupil', regions: ['VBO', 'AHV'], age: null, schoolForm: null } as const;

/** `inquiry`: about whom; null: nothing is filled in yet. */
export async function loadAddressees(
  read: Read,
  inquiry: Inquiry | null,
  context: Pick<ActionContext, 'now' | 'calendar'>,
): Promise<Addressees> {
  const today = context.calendar.dayOf(context.now);
  const services = await read.servicesWithWaiting();
  const offers =
    inquiry === null
      ? offersOf(services, { ...nothingKnown, startedSecondary: null }, today)
      : offersFor({ ...inquiry, target: 'pupil' }, services, today);
  return { offers, ...(await loadAroundOffers(read, offers, context)) };
}

/** Of whom it is asked by this choice; null: by none that can be chosen. A provider without a channel is asked by the desk. */
export function toAddressee({ offers, by }: Addressees, chosen: string | null): Addressee | null {
  if (chosen === deskChooses) return { providerId: null, serviceId: null, reached: true };
  const service = offers.find((one) => one.service.id === chosen)?.service;
  if (service === undefined) return null;
  const isReached = by.get(service.organisationId)?.isPhoned === false;
  return { providerId: service.organisationId, serviceId: service.id, reached: isReached };
}

interface Asking {
  /** The service that stands first; null: none in particular. */
  readonly first: ServiceId | null;
  /** Services that are left out: they were asked already. */
  readonly without?: readonly (ServiceId | null)[];
  /** The desk itself chooses among providers only. */
  readonly withDesk?: boolean;
  readonly press: (to: string) => RowPress;
}

/** So many rows stand in sight; the rest is folded. */
const mostRows = 5;

/** A press on a row sends: it looks so. */
const sends = { icon: 'Send', sign: '➤', filled: 'Regular' } as const;

function deskRow(press: Asking['press'], say: ReturnType<typeof texts>) {
  const name = say('inquiry.words.desk-row');
  return {
    ...sends,
    ...press(deskChooses),
    service: deskChooses as string,
    kind: 'open' as const,
    name,
    line: say('inquiry.words.desk-line'),
    badge: null,
    press: say('inquiry.words.ask-desk'),
  };
}

/** Rows to press: the one from whose card one came, else what fits and can start soonest; the desk last; the others folded away with why. */
export function rowsToAsk(all: Addressees, asking: Asking, { actor, calendar, now }: ActionContext) {
  const { first, without = [], withDesk = true, press } = asking;
  const shown = { language: actor.language, calendar, now };
  const given = { ...all, chosen: '', press, forDesk: !withDesk };
  const offers = all.offers.filter(({ service }) => !without.includes(service.id));
  const likely = (one: Offer): boolean => (first === null ? one.misfits.length === 0 : one.service.id === first);
  const inSight = offers.filter(likely).slice(0, mostRows);
  const say = texts(actor.language);
  const asRow = (row: ReturnType<typeof rowOf>, name: string) => ({
    ...row,
    ...sends,
    press: say('inquiry.words.ask', { name }),
  });
  const rows = (some: readonly Offer[]) => some.map((one) => asRow(rowOf(one, given, 'open', shown), one.service.name));
  return {
    rows: [...rows(inSight), ...(withDesk ? [deskRow(press, say)] : [])],
    others: rows(offers.filter((one) => !inSight.includes(one))),
  };
}
