import type { Referral } from './referral.js';

/**
 * The order of a waiting list (R11): by the trail's first registration, so that a pupil who is referred on does not go
 * to the back; then by this registration, then by reference, so that it never changes silently. Urgent is a flag, not an order.
 */
export function inOrder<T extends Pick<Referral, 'firstRegisteredAt' | 'registeredAt' | 'reference'>>(
  list: readonly T[],
): T[] {
  return [...list].sort(
    (a, b) =>
      a.firstRegisteredAt.getTime() - b.firstRegisteredAt.getTime() ||
      a.registeredAt.getTime() - b.registeredAt.getTime() ||
      (a.reference < b.reference ? -1 : 1),
  );
}

/** Place on the list, 1 for the first; null when it is not on it. */
export function positionOf(list: readonly Referral[], id: Referral['id']): number | null {
  const index = inOrder(list).findIndex((referral) => referral.id === id);
  return index < 0 ? null : index + 1;
}
