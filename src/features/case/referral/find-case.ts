import type { Found, Search, ViewContext } from '../../../contracts/action.js';
import type { Actor } from '../../../contracts/actor.js';
import type { Read } from '../../../contracts/read.js';
import { referencesIn } from '../../../domain/reference.js';
import type { Referral } from '../../../domain/case/referral.js';
import { inquiryCards } from '../../../domain/inquiry/cards.js';
import { textAt, texts } from '../../../texts/index.js';
import { aboutWhom, stateWord } from '../../../texts/referral-words.js';
import { mayBeSeen } from '../viewer.js';
import { caseViews } from '../case-views.js';

const atMost = 10;

/** Whether the actor knows this referral from his or her own work: as CLB, as provider once it was received (R4), as desk. */
const isKnownTo = (referral: Referral, actor: Actor): boolean =>
  mayBeSeen(actor, 'see-post', referral) || mayBeSeen(actor, 'see-offer', referral);

/** The newest of one's own organisations; the desk has no list of its own here: it looks by reference. */
async function newest(read: Read, actor: Actor): Promise<Referral[]> {
  const found: Referral[] = [];
  for (const { id, kind } of actor.organisations) {
    if (kind === 'clb') found.push(...(await read.referrals({ clbId: id, limit: atMost })));
    if (kind === 'provider')
      found.push(...(await read.referrals({ providerId: id, knownToProvider: true, limit: atMost })));
  }
  return found.sort((one, other) => other.registeredAt.getTime() - one.registeredAt.getTime());
}

async function byReference(read: Read, text: string, year: number): Promise<Referral[]> {
  const found: Referral[] = [];
  for (const reference of referencesIn(text, year)) {
    const referral = await read.referralByReference(reference);
    if (referral !== null) found.push(referral);
  }
  return found;
}

/** So many questions stand before the newest cases. */
const mostQuestions = 3;

/** Questions before referring that this worker asked and that are not over; by words of what they are about and of whom they are asked. */
async function ownQuestions(read: Read, text: string, { actor, language, now }: ViewContext): Promise<Found[]> {
  const clbs = actor?.organisations.filter(({ kind }) => kind === 'clb').map(({ id }) => id) ?? [];
  if (actor === null || clbs.length === 0) return [];
  const own = { side: 'clb', organisationIds: clbs, personId: actor.person.id, now, offset: 0, limit: 50 } as const;
  const { rows } = await read.inquiriesOf(own);
  const say = texts(language);
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const lines = rows.map(({ inquiry, service }): Found => {
    const about = [
      aboutWhom({ ...inquiry, target: 'pupil', groupSize: null }, language),
      textAt(language, `common.common.region.${inquiry.region}`) ?? inquiry.region,
    ].join(' · ');
    return {
      title: say('inquiry.inquiry.asked-of', { who: service ?? say('inquiry.words.desk') }),
      line: `${say(`inquiry.state.${inquiry.answer ?? 'sent'}`)} · ${about}`,
      ...inquiryCards.mention.with({ inquiryId: inquiry.id }),
    };
  });
  const said = ({ title, line }: Found): string => `${title} ${line}`.toLowerCase();
  return lines.filter((one) => words.every((word) => said(one).includes(word)));
}

/**
 * The message extension's search for a case by reference, and for one's own questions before referring by their words; without words the
 * newest. Others' cases do not exist.
 */
export const findCase: Search = {
  slug: 'find-case',
  async find(read, text, context): Promise<readonly Found[]> {
    const { actor, calendar, now } = context;
    if (actor === null) return [];
    const year = Number(calendar.dayOf(now).slice(0, 4));
    const found = text.trim() === '' ? await newest(read, actor) : await byReference(read, text, year);
    const questions = found.length > 0 && text.trim() !== '' ? [] : await ownQuestions(read, text, context);
    const known = found.filter((referral) => isKnownTo(referral, actor)).slice(0, atMost);
    const cases = await Promise.all(known.map((referral) => lineOf(read, referral, context)));
    return [...questions.slice(0, cases.length === 0 ? atMost : mostQuestions), ...cases].slice(0, atMost);
  },
};

async function lineOf(read: Read, referral: Referral, { language }: ViewContext): Promise<Found> {
  const say = texts(language);
  const service = referral.serviceId === null ? null : await read.service(referral.serviceId);
  const to =
    service === null
      ? say('referral.referral-post.unchosen')
      : say('referral.referral-post.to', { service: service.name });
  return {
    title: say('case.card.reference', { reference: referral.reference }),
    line: `${stateWord(language, referral.state).word} · ${to}`,
    ...caseViews.mention.with({ referralId: referral.id }),
  };
}
