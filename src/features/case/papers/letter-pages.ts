import type { Asked, Page, PageReply, Visit } from '../../../contracts/page.js';
import { letterFor } from './letter-for.js';
import { letterOf, letterPath } from './letter-link.js';
import { letterPage, noLetterPage } from './letter-page.js';

/** A letter for a family, for who has its address; written from what is true when it is opened. */
export const letterPages: readonly Page[] = [{ path: `${letterPath}/:token`, answer: answerLetter }];

async function answerLetter({ params }: Asked, visit: Visit): Promise<PageReply> {
  const { language: reader, now, read } = visit;
  const asked = letterOf(visit.passSays(letterPath, params['token'] ?? ''), now);
  const whole = asked === null ? null : await read.caseOf(asked.referralId);
  const letter = whole === null ? null : letterFor(whole.referral, whole.roundTables, whole.trajectories, now);
  if (asked === null || whole === null || letter === null)
    return { screen: noLetterPage(reader), status: asked === null ? 410 : 404, personal: true };
  return { screen: letterPage({ whole, letter, language: asked.letter, reader, now }), personal: true };
}
