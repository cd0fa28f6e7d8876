import { inquiryMisfits } from '../../../../src/domain/codes.js';
import type { InquiryCase } from '../../../../src/contracts/inquiry.js';
import { inquiryRights, type InquiryAct } from '../../../../src/domain/inquiry/policy.js';
import { deskChooses } from '../../../../src/domain/intake/index.js';
import { farm, naft } from '../referral/world.js';
import { actorOf, oneOf, type Around, type By, type Move } from './move.js';

/** What a press on a question before referring may look at. */
export interface SeenInquiry extends Around {
  readonly facts: InquiryCase;
}

type More = (seen: SeenInquiry) => object;
const nothing: More = () => ({});

const onInquiry =
  (act: InquiryAct) =>
  (by: By, slug: string, more: More = nothing, weight = 4): Move<SeenInquiry> => ({
    slug,
    by,
    weight,
    fits: ({ facts: { inquiry }, now }) => 'side' in inquiryRights.can(actorOf(by), act, inquiry, now),
    data: (seen) => ({ inquiryId: seen.facts.inquiry.id, side: by, ...more(seen) }),
  });

const toService: More = ({ random }) => ({ to: oneOf([naft.id, farm.id], random) });
const toAnybody: More = ({ random }) => ({ to: oneOf([naft.id, farm.id, deskChooses], random) });
const quick: More = ({ random }) => ({ answer: oneOf(['fits', 'maybe'], random) });
const misfit: More = ({ random }) => ({ reason: oneOf(inquiryMisfits, random), words: '', notPersonal: 'false' });
const words: More = () => ({ words: 'Dat kan na de vakantie.', notPersonal: 'false' });

/** Everything that people do with a question before referring, until it is a referral or comes to nothing. */
export const inquiryMoves: readonly Move<SeenInquiry>[] = [
  onInquiry('answer')('provider', 'answer-inquiry', quick, 6),
  onInquiry('answer')('desk', 'answer-inquiry', quick, 2),
  onInquiry('answer')('provider', 'refuse-inquiry', misfit, 2),
  onInquiry('answer')('provider', 'write-answer', words, 2),
  onInquiry('forward')('desk', 'forward-inquiry', toService, 2),
  onInquiry('withdraw')('clb', 'withdraw-inquiry', nothing, 1),
  onInquiry('ask-another')('clb', 'ask-another', toAnybody, 1),
  onInquiry('refer')('clb', 'refer-inquiry', nothing, 3),
];

/** What somebody fills in who asks. */
export const askedWith = ({ random }: Around): Readonly<Record<string, unknown>> => ({
  to: oneOf([naft.id, naft.id, farm.id, deskChooses], random),
  age: String(12 + random(6)),
  domicile: oneOf(['Leuven', 'Zaventem', '3010'], random),
  schoolForm: 'bso',
  problemDomains: 'emotional,educational',
  wantedForms: 'individual',
  urgency: oneOf(['normal', 'normal', 'urgent'], random),
  question: 'Kan een halve week in de werkplaats?',
  notPersonal: 'false',
});
