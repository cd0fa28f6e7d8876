import { caseCards } from '../domain/case/cards.js';

/** Lines of one page of a worklist. */
export const perPage = 10;

/**
 * The way from a row of somebody's worklist to a case and back. What is drawn in answer to a press that carries the
 * page carries it on; once something is decided, the list itself is the answer, as it stands then.
 */
export const worklistWay = {
  /** The key under which a press carries the page it came from. */
  key: 'list',
  /** What shows the list again; its subject takes `page`. It asks anew whose list that is. */
  action: 'list-my-referrals',
  /** The cards that a row opens: on these stands the button back. */
  views: [caseCards.post.slug, caseCards.offer.slug, caseCards.beforeDesk.slug],
} as const;
