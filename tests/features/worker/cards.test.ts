import { editMyDetails } from '../../../src/features/worker/edit-my-details.js';
import { myDetails } from '../../../src/features/worker/my-details.js';
import { phoneQuestion } from '../../../src/features/worker/phone-question.js';
import type { WorkerDetails } from '../../../src/domain/worker.js';
import type { Person } from '../../../src/domain/organisation.js';
import { actor, conversation, monday10, workerDetails } from '../../support/given.js';
import { checkDrawings, drawForm, drawView, type Drawing } from '../case/referral/check-drawings.js';
import { alone, bert, els, provider, type CaseWorld } from '../case/referral/world.js';

const known =
  (who: Person, over: Partial<WorkerDetails> = {}): Drawing['given'] =>
  async ({ stage }: CaseWorld): Promise<void> => {
    await stage.put({ put: 'worker', row: workerDetails({ personId: who.id, ...over }) });
    const channel = (await stage.read.channelsOf(provider.id))[0]!;
    await stage.put({ put: 'membership', row: { personId: bert.id, channelId: channel.id } });
  };
const notAsked = { phone: null, phoneAnsweredAt: null } as const;
const bertAlone = actor({
  person: bert,
  organisations: [provider],
  conversation: conversation({ scope: 'personal' }),
});
const wrong = {
  typed: { phone: '016', email: 'an.peeters' },
  errors: { phone: 'phone-strange', email: 'email-strange' },
};

checkDrawings([
  drawForm('worker', editMyDetails, 'known', {}, undefined, { by: alone() }),
  drawForm('worker', editMyDetails, 'nothing known yet', {}, undefined, { by: alone(els) }),
  drawForm('worker', editMyDetails, 'errors', {}, undefined, { by: alone(), filled: wrong }),
  drawView('worker', myDetails, 'known', {}, undefined, { by: alone() }),
  drawView('worker', myDetails, 'no number of one’s own', {}, undefined, { by: bertAlone }),
  drawView('worker', myDetails, 'nothing known', {}, undefined, { by: alone(els) }),
  drawView('worker', phoneQuestion, 'asked', { personId: bert.id }, known(bert, notAsked)),
  drawView('worker', phoneQuestion, 'answered', { personId: bert.id }, known(bert, { phoneAnsweredAt: monday10 })),
  drawView('worker', phoneQuestion, 'no number', { personId: bert.id }, known(bert, { phone: null })),
]);
