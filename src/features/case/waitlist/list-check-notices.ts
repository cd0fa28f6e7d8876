import type { ServiceListLine } from '../../../contracts/case-lists.js';
import type { Notice } from '../../../contracts/outcome.js';
import { listCheckPost, toldOfList } from '../../../domain/case/service-list.js';
import { listCards } from './list-cards.js';

/** Every card that must stand of what was asked about a list: with its provider, once more as the reminder, before the desk. */
export const listCheckNotices = ({ service, check }: Pick<ServiceListLine, 'service' | 'check'>): Notice[] => {
  const asked = check?.asked ?? null;
  if (asked === null) return [];
  const { on } = asked;
  return toldOfList(asked.reminded).map((told) => ({
    key: listCheckPost(service.id, on, told),
    ...listCards.check.with({
      serviceId: service.id,
      on,
      ...(told === 'asked' ? {} : { to: told === 'desk' ? 'desk' : 'again' }),
    }),
    to: told === 'desk' ? { desk: true } : { organisation: service.organisationId },
  }));
};
