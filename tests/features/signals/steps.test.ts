import { describe, expect, test } from '@jest/globals';
import { entry } from '../../../src/domain/timeline/entries.js';
import { isRefusal } from '../../../src/contracts/outcome.js';
import { hearersOf, newsOf, stepSignal, tellSender } from '../../../src/contracts/signal-notices.js';
import type { MeetingId, SignalId } from '../../../src/domain/ids.js';
import { signalActs, signalStates, signalSteps } from '../../../src/domain/workgroup/signal.js';
import { answerSignal } from '../../../src/features/signals/answer-signal.js';
import { closeSignal } from '../../../src/features/signals/close-signal.js';
import { deliverSignal } from '../../../src/features/signals/deliver-signal.js';
import { reopenSignal } from '../../../src/features/signals/reopen-signal.js';
import { supportSignal } from '../../../src/features/signals/support-signal.js';
import { monday10 } from '../../support/given.js';
import { an, atClb, atDesk, done, els, naft, pointOf, press, readOf, sent, stored, uuid, wim } from './world.js';

const signal = sent();
const ofSignal = { signalId: signal.id };
const outdated = { refused: 'outdated', show: { view: 'signal-card', with: ofSignal } };
const shown = { reply: { show: 'signal-card', with: ofSignal } };
const told = (what: string) => [
  {
    key: `signal:${signal.id}:update:${what}:${signal.id}:1`,
    view: 'signal-update',
    params: { signalId: signal.id, what },
    to: { person: an.id },
    mention: null,
  },
];

describe('the life of a signal', () => {
  test.each(signalActs.flatMap((act) => signalStates.map((state) => [act, state] as const)))(
    '%s when %s',
    (act, state) => {
      const stepped = stepSignal(sent({ state }), act, {}, monday10);
      if (signalSteps[act].from.includes(state))
        expect(stepped).toMatchObject({ signal: { state: signalSteps[act].to, updatedAt: monday10 } });
      else expect(isRefusal(stepped) ? stepped.refused : null).toBe('outdated');
    },
  );

  test('has news for each act', () => {
    expect(new Set(signalActs.map((act) => newsOf[act])).size).toBe(signalActs.length);
  });
});

describe('who hears of it', () => {
  test('the sender in personal chat; without one in the organisation’s channel, by name', async () => {
    const ofEls = sent({ id: uuid<SignalId>('52'), personId: els.id, organisationId: naft.id });
    expect(await hearersOf(readOf(), signal)).toEqual([{ signalId: signal.id, personId: an.id, organisationId: null }]);
    const [notice] = tellSender(ofEls, 'closed', await hearersOf(readOf(), ofEls));
    expect(notice).toMatchObject({ to: { organisation: naft.id }, mention: els.id });
  });

  test('also who sent what was merged into it, each person once', async () => {
    const merged = [
      sent({
        id: uuid<SignalId>('52'),
        reference: 'S-2026-002',
        personId: els.id,
        mergedInto: signal.id,
        state: 'merged',
      }),
      sent({ id: uuid<SignalId>('53'), reference: 'S-2026-003', mergedInto: signal.id, state: 'merged' }),
    ];
    const hearers = await hearersOf(readOf({ signals: [signal, ...merged] }), signal);
    expect(hearers.map(({ personId }) => personId)).toEqual([an.id, els.id]);
    expect(tellSender(signal, 'discussed', hearers)[1]).toMatchObject({
      key: `signal:${uuid('52')}:update:discussed:${signal.id}:1`,
      params: { signalId: uuid('52'), what: 'discussed', by: signal.id },
    });
  });

  test('nobody hears of an automatic one', async () => {
    expect(await hearersOf(readOf(), sent({ personId: null }))).toEqual([]);
  });
});

describe('support', () => {
  const supports = (support: string, state: 'new' | 'discussed' = 'new') =>
    press(supportSignal, { data: { ...ofSignal, support }, world: { signals: [sent({ state })] } });
  const row = { subjectId: signal.id, personId: wim.id };

  test('is one voice per person, and is taken back with the other button', async () => {
    expect(await supports('yes')).toMatchObject({
      changes: [{ put: 'vote', row }],
      entries: [entry('signal', signal.id, 'supported', {})],
      refresh: [`signal:${signal.id}:post`],
      ...shown,
    });
    expect(await supports('no')).toMatchObject({ changes: [{ end: 'vote', row }], entries: [] });
    const supported = { signals: [sent()], votes: { [signal.id]: [wim.id] } };
    const back = await done(supportSignal, { data: { ...ofSignal, support: 'no' }, world: supported });
    expect(back.entries).toEqual([entry('signal', signal.id, 'support-withdrawn', {})]);
    const twice = await done(supportSignal, { data: { ...ofSignal, support: 'yes' }, world: supported });
    expect(twice.entries).toEqual([]);
  });

  test('is no longer possible after it was discussed, and not for others', async () => {
    expect(await supports('yes', 'discussed')).toEqual(outdated);
    expect(await press(supportSignal, { by: atClb(), data: ofSignal, world: { signals: [signal] } })).toEqual({
      refused: 'only-workgroup',
    });
    expect(await press(supportSignal, { data: ofSignal })).toEqual({ refused: 'not-found' });
  });
});

describe('passing on', () => {
  const delivers = (body: string, state: 'discussed' | 'delivered' | 'new' = 'discussed') =>
    press(deliverSignal, {
      by: atDesk(),
      data: { ...ofSignal, body },
      world: { signals: [sent({ state, deliveredTo: state === 'delivered' ? 'Departement' : null })] },
    });

  test('keeps the body and tells the sender', async () => {
    expect(await delivers('Kabinet Onderwijs')).toMatchObject({
      changes: [{ put: 'signal', row: { state: 'delivered', deliveredTo: 'Kabinet Onderwijs' } }],
      entries: [entry('signal', signal.id, 'delivered', {})],
      notices: told('delivered'),
      refresh: [`signal:${signal.id}:post`],
    });
  });

  test('a name is fine, an address is not', async () => {
    expect(await delivers('kabinet@voorbeeld.example')).toMatchObject({
      reply: { form: 'deliver-signal', errors: { body: 'body-personal' } },
    });
    expect(await delivers('Jan Janssens, inspecteur')).toMatchObject({ notices: told('delivered') });
  });

  test('needs a body, comes once, and only after the agenda', async () => {
    expect(await delivers(' ')).toEqual({ errors: { body: 'body-missing' } });
    expect(await delivers('x'.repeat(121))).toEqual({ errors: { body: 'body-long' } });
    expect(await delivers('Departement', 'delivered')).toEqual(shown);
    expect(await delivers('Departement', 'new')).toEqual(outdated);
  });
});

describe('an answer', () => {
  const answers = (data: object, over: object = {}) =>
    press(answerSignal, {
      data: { ...ofSignal, ...data },
      world: { signals: [sent({ state: 'delivered', deliveredTo: 'Departement', ...over })] },
    });
  const answer = 'Vanaf september komt er een proefproject.';

  test('is kept and told', async () => {
    expect(await answers({ answer })).toMatchObject({
      changes: [{ row: { state: 'answered', answer } }],
      entries: [entry('signal', signal.id, 'answered', {})],
      notices: told('answered'),
    });
  });

  test('holds nothing personal', async () => {
    const again = { reply: { form: 'answer-signal', errors: { answer: 'answer-personal' } } };
    expect(await answers({ answer: 'Bel 02 553 50 70.', notPersonal: 'true' })).toMatchObject(again);
    expect(await answers({ answer: 'Dat zegt Sofie Vermeulen.' })).toMatchObject(again);
    expect(await answers({ answer: 'Dat zegt Sofie Vermeulen.', notPersonal: 'true' })).toHaveProperty('changes');
  });

  test('must be there, comes once, and only after it was passed on', async () => {
    expect(await answers({})).toEqual({ errors: { answer: 'answer-missing' } });
    expect(await answers({ answer: 'x'.repeat(601) })).toEqual({ errors: { answer: 'answer-long' } });
    expect(await answers({ answer }, { state: 'answered', answer })).toEqual(shown);
    expect(await answers({ answer }, { state: 'new' })).toEqual(outdated);
  });
});

describe('closing and opening again', () => {
  const point = pointOf(signal, uuid<MeetingId>('b1'));

  test('keeps the reason, tells the sender, and leaves the agenda', async () => {
    const onAgenda = sent({ state: 'on-agenda', meetingId: uuid<MeetingId>('b1') });
    const outcome = await done(closeSignal, {
      data: { ...ofSignal, reason: 'known' },
      world: { signals: [onAgenda], items: [point] },
    });
    expect(stored(outcome)[0]).toMatchObject({ state: 'closed', closedBecause: 'known' });
    expect(outcome.changes).toContainEqual({ put: 'agendaItem', row: { ...point, state: 'dropped' } });
    expect(outcome.refresh).toEqual([`signal:${signal.id}:post`, `meeting:${uuid('b1')}`]);
    expect(outcome.notices).toEqual(told('closed'));
    expect(outcome.entries).toEqual([
      entry('signal', signal.id, 'closed', { reason: 'known' }),
      entry('meeting', uuid('b1'), 'point-dropped', { itemId: point.id }),
    ]);
  });

  test('needs a reason, comes once, and not after an answer', async () => {
    const closes = (state: 'new' | 'closed' | 'answered', data: object = { reason: 'known' }) =>
      press(closeSignal, { data: { ...ofSignal, ...data }, world: { signals: [sent({ state })] } });
    expect(await closes('new', {})).toEqual({ errors: { reason: 'reason-missing' } });
    expect(await closes('closed')).toEqual(shown);
    expect(await closes('answered')).toEqual(outdated);
  });

  test('a closed or merged one is new again', async () => {
    const target = sent({ id: uuid<SignalId>('52'), reference: 'S-2026-002' });
    const merged = sent({ state: 'merged', mergedInto: target.id });
    const outcome = await done(reopenSignal, { data: ofSignal, world: { signals: [merged, target] } });
    expect(stored(outcome)[0]).toMatchObject({ state: 'new', mergedInto: null, closedBecause: null });
    expect(outcome.notices).toEqual(told('reopened'));
    expect(outcome.entries).toEqual([entry('signal', signal.id, 'reopened', {})]);
    expect(outcome.refresh).toEqual([`signal:${signal.id}:post`, `signal:${target.id}:post`]);
    expect(await press(reopenSignal, { data: ofSignal, world: { signals: [signal] } })).toEqual(shown);
    expect(await press(reopenSignal, { by: atClb(), data: ofSignal, world: { signals: [merged, target] } })).toEqual({
      refused: 'only-workgroup',
    });
    expect(await press(reopenSignal, { data: ofSignal, world: { signals: [sent({ state: 'answered' })] } })).toEqual(
      outdated,
    );
  });
});
