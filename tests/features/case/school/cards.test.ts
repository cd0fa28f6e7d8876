import { openedSchoolMessage } from '../../../../src/features/case/school/opened-school-message.js';
import { releaseSchoolMessage } from '../../../../src/features/case/school/release-school-message.js';
import { returnSchoolMessage } from '../../../../src/features/case/school/return-school-message.js';
import { schoolMessage } from '../../../../src/features/case/school/school-message.js';
import { writeSchoolMessage } from '../../../../src/features/case/school/write-school-message.js';
import { checkDrawings, drawForm, drawView, type Drawing } from '../referral/check-drawings.js';
import { atClb, atProvider, type CaseWorld } from '../referral/world.js';
import { asked, left, of, released, returned, sent, skipped, words, written } from './world.js';

type Given = (world: CaseWorld) => Promise<void>;
const card = (name: string, given: Given, side: string, more: object = {}, around: object = {}): Drawing =>
  drawView('school', schoolMessage, name, { ...of, side, ...more }, given, around);
const opened = (name: string, given: Given, by: ReturnType<typeof atClb>): Drawing =>
  drawView('school', openedSchoolMessage, name, { ...of, side: by === clb ? 'clb' : 'provider' }, given, { by });
const clb = atClb();
const form = (action: { slug: string }, name: string, given: Given, around: Parameters<typeof drawForm>[5] = {}) =>
  drawForm('school', action, name, { ...of, side: 'clb' }, given, { by: clb, ...around });

checkDrawings([
  card('asked', asked, 'provider'),
  card('asked, late, before the desk', left, 'desk'),
  card('written', written, 'clb'),
  card('written, at the provider', written, 'provider'),
  card('sent back', returned, 'provider', { round: 1 }),
  card('was sent back', returned, 'clb', { round: 0 }),
  card('released', released, 'clb'),
  card('sent', sent, 'provider'),
  card('sent a moment ago, by who pressed', sent, 'clb', {}, { by: atClb() }),
  card('not this time', skipped, 'provider'),
  opened('to release', written, clb),
  opened('with a question', returned, atProvider()),
  opened('to copy or mail', released, clb),
  form(writeSchoolMessage, 'opened', asked, { by: atProvider() }),
  form(writeSchoolMessage, 'nothing typed', asked, { by: atProvider(), filled: { errors: { text: 'missing' } } }),
  form(releaseSchoolMessage, 'without consent', written, {
    filled: { typed: { text: words.released }, errors: { consent: 'consent-missing' } },
  }),
  form(returnSchoolMessage, 'nothing typed', written, { filled: { errors: { question: 'missing' } } }),
]);
