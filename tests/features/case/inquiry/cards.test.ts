import { askAnother } from '../../../../src/features/case/inquiry/ask-another.js';
import { askInquiry } from '../../../../src/features/case/inquiry/ask-inquiry.js';
import { forwardInquiry } from '../../../../src/features/case/inquiry/forward-inquiry.js';
import { inquiryMention } from '../../../../src/features/case/inquiry/inquiry-mention.js';
import { inquiryUpdate } from '../../../../src/features/case/inquiry/inquiry-update.js';
import { inquiry } from '../../../../src/features/case/inquiry/inquiry.js';
import { openedInquiry } from '../../../../src/features/case/inquiry/opened-inquiry.js';
import { refuseInquiry } from '../../../../src/features/case/inquiry/refuse-inquiry.js';
import { writeAnswer } from '../../../../src/features/case/inquiry/write-answer.js';
import { checkDrawings, drawForm, drawView, type Drawing } from '../referral/check-drawings.js';
import { alone, atDesk, atProvider, farm, naft, uuid } from '../referral/world.js';
import {
  asks,
  asksBarely,
  asksDesk,
  asksUrgently,
  fits,
  inWords,
  inquiryId,
  lapsed,
  left,
  maybe,
  misfit,
  noted,
  referred,
  reminded,
  undecided,
  unreached,
  withdrawn,
} from './world.js';

type Given = Drawing['given'];
const on = (side: string) => ({ inquiryId, side });
const card = (name: string, side: string, given: Given): Drawing => drawView('inquiry', inquiry, name, on(side), given);
const asked: Given = (world) => asks(world);
const told = (name: string, side: string, what: string, given: Given): Drawing =>
  drawView('inquiry', inquiryUpdate, name, { ...on(side), what }, given);
const form = (action: { slug: string }, name: string, side: string, given: Given, filled = {}): Drawing =>
  drawForm('inquiry', action, name, on(side), given, {
    by: side === 'clb' ? alone() : side === 'desk' ? atDesk() : atProvider(),
    services: [naft, farm, { ...naft, id: uuid('53'), name: 'NAFT Voorbeeld West', regions: ['AHV'] }],
    filled,
  });

checkDrawings([
  card('new, at the provider', 'provider', asked),
  card('in codes only, at the provider', 'provider', asksBarely),
  card('urgent, at the provider', 'provider', asksUrgently),
  card('late, at the provider', 'provider', reminded),
  card('answered, at the provider', 'provider', misfit),
  card('referred, at the provider', 'provider', referred),
  card('withdrawn, at the provider', 'provider', withdrawn),
  card('sent, for the CLB', 'clb', asked),
  card('no answer yet, for the CLB', 'clb', reminded),
  card('at the desk, for the CLB', 'clb', left),
  card('to the desk, for the CLB', 'clb', asksDesk),
  card('not in Teams, for the CLB', 'clb', unreached),
  card('fits, for the CLB', 'clb', fits),
  card('perhaps, for the CLB', 'clb', maybe),
  card('does not fit, for the CLB', 'clb', misfit),
  card('answered in words, for the CLB', 'clb', inWords),
  card('written down by the desk, for the CLB', 'clb', noted),
  card('referred, for the CLB', 'clb', referred),
  card('lapsed, for the CLB', 'clb', lapsed),
  card('asked of the desk', 'desk', asksDesk),
  card('left, before the desk', 'desk', left),
  card('not in Teams, before the desk', 'desk', unreached),
  told('asked', 'clb', 'asked', asked),
  told('reminded', 'provider', 'left-provider', reminded),
  told('withdrawn', 'provider', 'withdrawn', withdrawn),
  told('to decide', 'clb', 'left-clb', undecided),
  told('decided', 'clb', 'left-clb', withdrawn),
  drawView('inquiry', inquiryMention, 'asked', { inquiryId }, asked),
  drawView('inquiry', inquiryMention, 'it fits', { inquiryId }, fits),
  drawView('inquiry', openedInquiry, 'the question', on('provider'), asked, { by: atProvider() }),
  drawView('inquiry', openedInquiry, 'the answer', on('clb'), inWords, { by: alone() }),
  form(askInquiry, 'opened', 'clb', asked),
  form(askInquiry, 'what is missing', 'clb', asked, {
    typed: { question: 'Bel zijn mama op 0470 12 34 56', domicile: 'Nergenshuizen' },
    errors: { age: 'age-missing', domicile: 'locality-unknown', question: 'text-personal' },
  }),
  form(askAnother, 'opened', 'clb', misfit),
  form(forwardInquiry, 'opened', 'desk', asksDesk),
  form(refuseInquiry, 'opened', 'provider', asked),
  form(refuseInquiry, 'no reason', 'provider', asked, { errors: { reason: 'reason-missing' } }),
  form(writeAnswer, 'opened', 'provider', asked),
]);
