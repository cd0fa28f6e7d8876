import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { clbPost, offerPost } from '../../../src/domain/case/posts.js';
import { unknownDetails } from '../../../src/domain/worker.js';
import { editMyDetails } from '../../../src/features/worker/edit-my-details.js';
import { phoneQuestion } from '../../../src/features/worker/phone-question.js';
import { skipPhone } from '../../../src/features/worker/skip-phone.js';
import { FeatureStage } from '../../support/feature-stage.js';
import { monday10 } from '../../support/given.js';
import { asks, inquiryId } from '../case/inquiry/world.js';
import { allowed, alone, an, atProvider, bert, CaseWorld, els, naft } from '../case/referral/world.js';

let stage: FeatureStage;
let world: CaseWorld;
beforeAll(async () => {
  stage = await FeatureStage.open();
});
afterAll(() => stage.close());
beforeEach(async () => {
  world = await CaseWorld.on(stage);
});

const says = (fields: object, by = alone()) => stage.press(editMyDetails, { ...fields }, { by });

test('a number and an address of one’s own are kept as typed, but for spaces', async () => {
  allowed(await says({ phone: ' 0470  12 34 56 ', email: 'an@werk.example' }));
  expect(await stage.read.worker(an.id)).toMatchObject({
    phone: '0470 12 34 56',
    ownEmail: 'an@werk.example',
    phoneAnsweredAt: monday10,
  });
});

test('nothing typed: the organisation’s number and the address of Teams stand there; that of Teams typed again follows Teams', async () => {
  allowed(await says({ phone: '', email: '' }));
  expect(await stage.read.worker(an.id)).toMatchObject({ phone: null, ownEmail: null, phoneAnsweredAt: monday10 });
  allowed(await says({ phone: '', email: 'An.Peeters@clb.example' }));
  expect((await stage.read.worker(an.id))?.ownEmail).toBeNull();
});

test('what was left empty on the whole form does not come from Teams: it is empty; on the question alone a number must come', async () => {
  allowed(await says({ phone: '016 00 00 01', email: 'an@werk.example', all: 'yes' }));
  allowed(await says({ all: 'yes', reach: '12:00' }));
  expect(await stage.read.worker(an.id)).toMatchObject({ phone: null, ownEmail: null, reach: '12:00' });
  allowed(await says({ phone: '016 00 00 01' }));
  expect((await stage.read.worker(an.id))?.reach).toBe('12:00');
  const { reply } = allowed(await says({}));
  expect(reply).toMatchObject({ form: 'edit-my-details', errors: { phone: 'phone-strange' } });
});

test('where only the number is asked the address stays as it is', async () => {
  allowed(await says({ phone: '016 00 00 01', email: 'an@werk.example' }));
  allowed(await says({ phone: '016 00 00 02' }));
  expect(await stage.read.worker(an.id)).toMatchObject({ phone: '016 00 00 02', ownEmail: 'an@werk.example' });
});

test.each([
  ['016', 'phone-strange'],
  ['bel mij', 'phone-strange'],
  ['016 12 34 56 toestel 3', 'phone-strange'],
])('%s is no number: it says what is right', (phone, code) => {
  const read = editMyDetails.fields.safeParse({ phone });
  expect(read.error?.issues.map(({ message }) => message)).toEqual([code]);
});

test.each(['an', 'an@clb', 'an@clb.be, jan@clb.be', '<an@clb.be>'])('%s is no address', (email) => {
  const read = editMyDetails.fields.safeParse({ phone: '', email });
  expect(read.error?.issues.map(({ message }) => message)).toEqual(['email-strange']);
});

test('every card of an open referral on which somebody stands is brought up to date, of a closed one none', async () => {
  const open = await world.refers(42, { state: 'contacted' });
  const closed = await world.refers(43, { state: 'withdrawn' });
  for (const who of [alone(), atProvider(bert)]) {
    const { refresh = [] } = allowed(await says({ phone: '016 12 34 56' }, who));
    expect(refresh).toEqual(expect.arrayContaining([clbPost(open.id), offerPost(open.id, naft.id)]));
    expect(refresh).not.toContain(clbPost(closed.id));
  }
  expect(allowed(await says({ phone: '016 12 34 56' }, alone(els))).refresh).toEqual([`worker:${els.id}:phone`]);
});

test('no number is an answer too; and changes one’s mind', async () => {
  allowed(await stage.press(skipPhone, {}, { by: alone(els) }));
  expect(await stage.read.worker(els.id)).toEqual({ ...unknownDetails(els.id), phoneAnsweredAt: monday10 });
  expect(await stage.see(phoneQuestion, { personId: els.id }, null)).toMatchObject({ asked: null });
  allowed(await says({ phone: '016 12 34 56' }, alone(els)));
  expect((await stage.read.worker(els.id))?.phone).toBe('016 12 34 56');
});

test('who works for nobody here has nothing to say', async () => {
  const stranger = { ...alone(els), organisations: [] };
  expect(await says({ phone: '' }, stranger)).toEqual({ refused: 'not-a-member' });
});

test('a question that waits for an answer shows the new number too', async () => {
  await asks(world);
  const { refresh } = allowed(await says({ phone: '016 00 00 01' }));
  expect(refresh).toContain(`inquiry:${inquiryId}:provider:${naft.id}`);
});
