import type { Actor } from '../../../src/contracts/actor.js';
import type { Action, View } from '../../../src/contracts/action.js';
import type { MeetingId, ReferralId, SignalId } from '../../../src/domain/ids.js';
import type { Language } from '../../../src/domain/language.js';
import { entry } from '../../../src/domain/timeline/entries.js';
import { answerSignal } from '../../../src/features/signals/answer-signal.js';
import { closeSignal } from '../../../src/features/signals/close-signal.js';
import { deliverSignal } from '../../../src/features/signals/deliver-signal.js';
import { mergeSignals } from '../../../src/features/signals/merge-signals.js';
import { raiseSignal } from '../../../src/features/signals/raise-signal.js';
import { setSignalRules } from '../../../src/features/signals/set-signal-rules.js';
import { signalCard } from '../../../src/features/signals/signal-card.js';
import { signalList } from '../../../src/features/signals/signal-list.js';
import { signalPost } from '../../../src/features/signals/signal-post.js';
import { signalReceipt } from '../../../src/features/signals/signal-receipt.js';
import { signalUpdate } from '../../../src/features/signals/signal-update.js';
import { textAt } from '../../../src/texts/index.js';
import { meeting } from '../../support/given-directory.js';
import { referral } from '../../support/given.js';
import { checkDrawings, type Drawing } from '../../support/drawings.js';
import { an, atClb, clb, els, fill, inGroup, naft, offer, openForm, sent, uuid, wim, type World } from './world.js';

const january = meeting({ id: uuid<MeetingId>('b1') });
const automatic = sent({
  id: uuid<SignalId>('52'),
  reference: 'S-2026-012',
  personId: null,
  organisationId: null,
  rule: 'no-match-under-12:AHV:under-12:2026-2027/1',
  region: 'AHV',
  counts: { rule: 'no-match-under-12', count: 7, region: 'AHV', ageGroup: 'under-12', period: '2026-2027/1' },
  text: '7 × geen match',
});
const merged = sent({
  id: uuid<SignalId>('53'),
  reference: 'S-2026-007',
  state: 'merged',
  mergedInto: uuid<SignalId>('51'),
});
const delivered = sent({ state: 'delivered', deliveredTo: 'Departement Onderwijs en Vorming', meetingId: january.id });
const answered = { ...delivered, state: 'answered' as const, answer: 'Vanaf september komt er een proefproject.' };
const others = Array.from({ length: 11 }, (_none, index) =>
  sent({
    id: uuid<SignalId>(`6${index}`),
    reference: `S-2026-0${20 + index}`,
    kind: index % 2 === 0 ? 'good-practice' : 'policy',
    state: index % 3 === 0 ? 'on-agenda' : 'new',
    text: 'Een klas die een halve dag per week samen buiten werkt, houdt jongeren langer op school.',
  }),
);
const longest = sent({
  text: 'In Sint-Katherina-Lombeek en omliggende deelgemeenten vinden leerlingen van de onthaalklassen voor anderstalige nieuwkomers al drie trimesters geen begeleiding: de dichtstbijzijnde dagbesteding ligt op anderhalf uur met het openbaar vervoer, en de ouders kunnen hen niet brengen. Wie wel gaat, haakt na enkele weken af.',
});
const supported = { [uuid('51')]: [wim.id, els.id] };
const { id: sentId } = sent();
const toldOfSent = [
  {
    what: entry('signal', sentId, 'received', { by: 'person', kind: 'bottleneck' }),
    now: new Date('2026-11-05T09:00:00Z'),
    organisationId: clb.id,
  },
  { what: entry('signal', sentId, 'on-agenda', { meetingId: january.id }), now: new Date('2026-11-09T09:00:00Z') },
  { what: entry('signal', sentId, 'off-agenda', {}), now: new Date('2026-11-10T09:00:00Z') },
  { what: entry('signal', sentId, 'supported', {}), now: new Date('2026-11-12T10:00:00Z') },
  { what: entry('signal', sentId, 'closed', { reason: 'known' }), now: new Date('2026-11-16T08:30:00Z') },
];
const ofSignal = { signalId: uuid('51') };
const ofCase = referral({
  id: uuid<ReferralId>('41'),
  clbId: clb.id,
  referrerId: an.id,
  providerId: naft.id,
  serviceId: offer.id,
  ageBand: '16-17',
  region: 'AHV',
});

const view = (one: unknown, name: string, params: object, world: World, by: Actor | null = null): Drawing => ({
  feature: 'signals',
  slug: (one as View).slug,
  name,
  data: async (language) => (await fill(one, params, world, { by, language })).data,
});

const form = (
  action: unknown,
  name: string,
  { by = inGroup(), data = {}, world = {} }: { by?: Actor; data?: object; world?: World },
  filled: { typed?: Record<string, string>; errors?: Record<string, string> } = {},
): Drawing => {
  const { slug } = action as Action;
  const sentences = (language: Language) =>
    Object.fromEntries(
      Object.entries(filled.errors ?? {}).map(([field, code]) => [
        field,
        textAt(language, `signals.${slug}.errors.${code}`)!,
      ]),
    );
  return {
    feature: 'signals',
    slug,
    name,
    data: (language) =>
      openForm(
        action,
        { by: { ...by, language }, data: data as Record<string, unknown>, world },
        { typed: filled.typed ?? {}, errors: sentences(language) },
      ),
  };
};

const one = { signals: [sent()], meetings: [january] };

checkDrawings([
  form(raiseSignal, 'opened', { by: atClb() }),
  form(raiseSignal, 'from a case', { by: atClb(), data: { referralId: ofCase.id }, world: { referrals: [ofCase] } }),
  form(raiseSignal, 'what was typed was not copied', { by: atClb(), data: { warned: 'personal' } }),
  form(raiseSignal, 'what was typed was too long', {
    by: atClb(),
    data: { said: 'Er zijn te weinig plaatsen.', warned: 'cut' },
  }),
  form(
    raiseSignal,
    'a number was found',
    { by: atClb() },
    {
      typed: { kind: 'bottleneck', region: 'VBO', ageGroup: '12-13', text: 'Bel de mama op 0470 98 76 54.' },
      errors: { text: 'text-personal' },
    },
  ),
  form(
    raiseSignal,
    'perhaps a name, the rest is empty',
    { by: atClb() },
    {
      typed: { text: 'Sofie Vermeulen vindt nergens plaats.' },
      errors: { kind: 'kind-missing', region: 'region-missing', ageGroup: 'age-missing' },
    },
  ),
  view(signalReceipt, 'a meeting is planned', ofSignal, one),
  view(signalReceipt, 'no meeting yet', ofSignal, { signals: [sent()] }),
  view(signalPost, 'new', ofSignal, one),
  view(signalPost, 'supported and merged', ofSignal, { ...one, signals: [sent(), merged], votes: supported }),
  view(signalPost, 'automatic', { signalId: automatic.id }, { signals: [automatic] }),
  view(signalPost, 'answered', ofSignal, { ...one, signals: [answered] }),
  view(signalCard, 'new, the working group', ofSignal, { ...one, votes: supported }, inGroup()),
  view(signalCard, 'a long one', ofSignal, { ...one, signals: [longest], votes: supported }, inGroup()),
  view(signalCard, 'new, its sender', ofSignal, one, atClb()),
  view(signalCard, 'discussed', ofSignal, { ...one, signals: [sent({ state: 'discussed' })] }, inGroup()),
  view(signalCard, 'delivered', ofSignal, { ...one, signals: [delivered] }, inGroup()),
  view(signalCard, 'merged', { signalId: merged.id }, { ...one, signals: [sent(), merged] }, inGroup()),
  view(
    signalCard,
    'closed',
    ofSignal,
    { signals: [sent({ state: 'closed', closedBecause: 'known' })], told: toldOfSent },
    inGroup(),
  ),
  view(
    signalUpdate,
    'on the agenda',
    { ...ofSignal, what: 'on-agenda' },
    {
      ...one,
      signals: [sent({ state: 'on-agenda', meetingId: january.id })],
    },
  ),
  view(signalUpdate, 'answered', { ...ofSignal, what: 'answered' }, { ...one, signals: [answered] }),
  view(
    signalUpdate,
    'what it was merged into',
    { signalId: merged.id, what: 'delivered', by: uuid('51') },
    {
      signals: [delivered, merged],
      meetings: [january],
    },
  ),
  view(signalList, 'the working group', {}, { signals: [sent(), automatic, ...others], votes: supported }, inGroup()),
  view(signalList, 'second page', { page: 1 }, { signals: [sent(), automatic, ...others] }, inGroup()),
  view(signalList, 'one’s own', { personId: an.id }, { signals: [answered] }, atClb()),
  view(signalList, 'none of one’s own', { personId: an.id }, {}, atClb()),
  form(mergeSignals, 'opened', { data: ofSignal, world: { signals: [sent(), automatic, others[0]!] } }),
  form(mergeSignals, 'nothing to merge with', { data: ofSignal, world: { signals: [sent({ state: 'on-agenda' })] } }),
  form(deliverSignal, 'opened', { data: ofSignal, world: { signals: [sent({ state: 'discussed' })] } }),
  form(
    deliverSignal,
    'an e-mail address',
    { data: ofSignal, world: { signals: [sent({ state: 'discussed' })] } },
    { typed: { body: 'kabinet@voorbeeld.example' }, errors: { body: 'body-personal' } },
  ),
  form(answerSignal, 'opened', { data: ofSignal, world: { signals: [delivered] } }),
  form(
    answerSignal,
    'perhaps a name',
    { data: ofSignal, world: { signals: [delivered] } },
    { typed: { answer: 'Dat zegt Sofie Vermeulen.' }, errors: { answer: 'answer-personal' } },
  ),
  form(closeSignal, 'nothing chosen', { data: ofSignal, world: one }, { errors: { reason: 'reason-missing' } }),
  form(setSignalRules, 'opened', {}),
]);
