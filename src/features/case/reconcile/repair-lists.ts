import type { Notice } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import { toLookAfter } from '../../../domain/case/reconcile.js';
import { postKey, type PostKey } from '../../../domain/reference-to.js';
import { listCheckNotices } from '../waitlist/list-check-notices.js';

/** What has to be mended of what providers were asked about their waiting lists. */
export interface ListRepair {
  /** Cards that must stand and are not there. */
  readonly missing: readonly Notice[];
  /** Cards that are looked after in Teams. */
  readonly posts: readonly PostKey[];
}

export const nothingOfLists: ListRepair = { missing: [], posts: [] };

/** Holds what stands of the questions about waiting lists against what was asked: the same function that asked it says what must be there (R11). */
export async function repairLists(read: Read, now: Date): Promise<ListRepair> {
  const wanted = (await read.serviceLists(null)).flatMap(listCheckNotices);
  const stored = await read.storedPosts(wanted.map(({ key }) => postKey(key)));
  const there = new Set<string>(stored.map(({ key }) => key));
  return { missing: wanted.filter(({ key }) => !there.has(key)), posts: toLookAfter(stored, now) };
}
