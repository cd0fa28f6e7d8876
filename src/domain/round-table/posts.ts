import type { RoundTableId } from '../ids.js';
import { mostNudges } from '../case/clocks.js';
import { clbPost, offerPost, type CasePost } from '../case/posts.js';
import { roundTableCards } from './cards.js';
import { isLive, organisers, type Organiser, type RoundTable } from './round-table.js';
import { postKey, type PostKey } from '../reference-to.js';

/** Key of the card of a round table in the thread of one side. */
export const roundTablePost = (id: RoundTableId, side: Organiser): PostKey => postKey(`round-table:${id}:${side}`);
/** Key of a round table before the desk. */
export const roundTableDeskPost = (id: RoundTableId): PostKey => postKey(`round-table:${id}:desk`);

/** The post of the referral at this side, under which its round tables stand. */
export const threadOf = ({ referralId, serviceId }: RoundTable, side: Organiser): PostKey =>
  side === 'clb' ? clbPost(referralId) : offerPost(referralId, serviceId);

const post = (table: RoundTable, side: Organiser): CasePost => ({
  key: roundTablePost(table.id, side),
  ...roundTableCards.card.with({ roundTableId: table.id, side }),
  to: { under: threadOf(table, side) },
  mention: side === 'clb' ? table.referrerId : null,
  living: true,
  receipt: null,
});

/**
 * Every living card of a round table that must be there. Before it is planned the post of the referral says what is to be
 * done; from then on it has a card of its own on both sides. What its owner leaves stands before the desk. Pure.
 */
export function postsOfRoundTable(table: RoundTable): CasePost[] {
  const posts = table.appointment === null ? [] : organisers.map((side) => post(table, side));
  if (!isLive(table) || table.nudges < mostNudges) return posts;
  const desk = roundTableCards.card.with({ roundTableId: table.id, side: 'desk' });
  return [
    ...posts,
    {
      key: roundTableDeskPost(table.id),
      ...desk,
      to: { desk: true },
      mention: null,
      living: true,
      receipt: null,
    },
  ];
}
