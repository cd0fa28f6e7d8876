import { describe, expect, test } from '@jest/globals';
import { entry } from '../../../src/domain/timeline/entries.js';
import type { ReferralId, SignalId } from '../../../src/domain/ids.js';
import { raiseSignal } from '../../../src/features/signals/raise-signal.js';
import { startSignal } from '../../../src/features/signals/start-signal.js';
import { actor, monday10, referral } from '../../support/given.js';
import {
  an,
  atClb,
  atProvider,
  clb,
  desk,
  done,
  group,
  inGroup,
  naft,
  offer,
  openForm,
  press,
  sent,
  stored,
  uuid,
} from './world.js';
import { withoutIds } from '../../support/without-ids.js';

const given = {
  signalId: uuid('77'),
  kind: 'bottleneck',
  region: 'VBO',
  ageGroup: 'under-12',
  text: 'Voor kinderen onder 12 is er in onze streek nauwelijks aanbod.',
};
const ofCase = referral({
  id: uuid<ReferralId>('41'),
  clbId: clb.id,
  referrerId: an.id,
  providerId: naft.id,
  serviceId: offer.id,
  ageBand: '18-plus',
  region: 'AHV',
});
const file = {
  referralId: ofCase.id,
  trailId: ofCase.trailId,
  typed: {
    pupilName: 'Zébulon Quackelbeen',
    birthDate: '2012-03-09',
    schoolName: 'De Zeldzame Kraai',
    guardianPhone: '016 98 76 54',
  },
};
const world = { referrals: [ofCase], file };
const again = (data: object, by = atClb()) =>
  press(raiseSignal, { by, world, data: { ...given, referralId: ofCase.id, ...data } });
const personal = { reply: expect.objectContaining({ form: 'raise-signal', errors: { text: 'text-personal' } }) };

describe('a signal', () => {
  test('is stored, posted before the working group, and gets a receipt', async () => {
    const outcome = await done(raiseSignal, { by: atClb(), data: given });
    const { signalId: id, ...written } = given;
    expect(outcome.entries).toEqual([
      entry('signal', id as SignalId, 'received', { by: 'person', kind: 'bottleneck' }),
    ]);
    expect(stored(outcome)).toEqual([
      expect.objectContaining({
        ...written,
        id,
        reference: 'S-2026-001',
        state: 'new',
        personId: an.id,
        organisationId: clb.id,
        rule: null,
        createdAt: monday10,
        version: 0,
      }),
    ]);
    expect(outcome.notices).toEqual([
      { key: `signal:${id}:post`, view: 'signal-post', params: { signalId: id }, to: { organisation: group.id } },
    ]);
    expect(outcome.reply).toEqual({ show: 'signal-receipt', with: { signalId: id } });
  });

  test('goes before the desk when no working group has a channel', async () => {
    const outcome = await done(raiseSignal, { by: atClb(), data: given, world: { hasGroup: false } });
    expect(outcome.notices?.[0]?.to).toEqual({ organisation: desk.id });
  });

  test('that was sent already is only shown', async () => {
    const present = sent({ id: uuid<SignalId>('77') });
    const outcome = await done(raiseSignal, { by: atClb(), data: given, world: { signals: [present] } });
    expect(outcome).toEqual({ reply: { show: 'signal-receipt', with: { signalId: present.id } } });
  });

  test('of somebody else is not shown for an id on the button', async () => {
    const present = sent({ id: uuid<SignalId>('77') });
    const pressed = { data: given, world: { signals: [present] } };
    expect(await press(raiseSignal, { by: atProvider(), ...pressed })).toEqual({ refused: 'not-found' });
  });

  test('without the id that the form gives is asked again', async () => {
    const outcome = await done(raiseSignal, { by: atClb(), data: { ...given, signalId: 'x' } });
    expect(outcome).toEqual({ reply: { form: 'raise-signal', with: {} } });
  });

  test('that is not complete says so at each field', async () => {
    expect(await press(raiseSignal, { by: atClb(), data: { text: ' ' } })).toEqual({
      errors: {
        kind: 'kind-missing',
        region: 'region-missing',
        ageGroup: 'age-missing',
        text: 'text-missing',
      },
    });
    const long = await press(raiseSignal, { by: atClb(), data: { ...given, text: 'x'.repeat(601) } });
    expect(long).toEqual({ errors: { text: 'text-long' } });
  });

  test('is for members only', async () => {
    expect(await press(raiseSignal, { by: actor({ organisations: [] }), data: given })).toEqual({
      refused: 'not-a-member',
    });
  });
});

describe('personal data in a signal', () => {
  test.each(['Bel 0470 98 76 54.', 'Mail naar mama@voorbeeld.example.', 'Zijn nummer is 12.03.09-123.94.'])(
    '%s: nothing is stored, also when somebody insists',
    async (text) => {
      expect(await press(raiseSignal, { by: atClb(), data: { ...given, text, notPersonal: 'true' } })).toEqual(
        personal,
      );
    },
  );

  test('what looks like a name is stored when the writer says it is none', async () => {
    const text = 'Sofie Vermeulen vindt nergens plaats.';
    expect(await press(raiseSignal, { by: atClb(), data: { ...given, text } })).toEqual(personal);
    const outcome = await done(raiseSignal, { by: atClb(), data: { ...given, text, notPersonal: 'true' } });
    expect(stored(outcome)).toHaveLength(1);
  });

  test('is told in a sentence per kind, and never repeated outside the field', async () => {
    const typed = { ...given, text: 'Bel Sofie Vermeulen op 0470 98 76 54.' };
    const form = await openForm(raiseSignal, { by: atClb() }, { typed, errors: { text: 'x' } });
    const { typed: kept, ...rest } = form;
    expect(kept).toMatchObject({ text: typed.text, kind: 'bottleneck' });
    expect(rest['mayInsist']).toBe(false);
    expect((rest['errors'] as Record<string, string>)['text']).toBe(
      'Er staat een telefoonnummer in. Er staat de naam van een persoon in. Schrijf het anders, zonder gegevens van een leerling.',
    );
    expect(withoutIds(JSON.stringify(rest))).not.toMatch(/Sofie|0470/);
  });

  test('what may be a name only, can be called harmless', async () => {
    const typed = { text: 'Sofie Vermeulen vindt nergens plaats.' };
    const form = await openForm(raiseSignal, { by: atClb() }, { typed });
    expect(form['mayInsist']).toBe(true);
    expect(form['errors']).toMatchObject({ text: expect.stringContaining('of duid hieronder aan') });
    const insisted = await openForm(raiseSignal, { by: atClb() }, { typed: { ...typed, notPersonal: 'true' } });
    expect(insisted).toMatchObject({ mayInsist: true, errors: {} });
  });
});

describe('a signal from a case', () => {
  test('takes region and age group from it', async () => {
    const form = await openForm(raiseSignal, { by: atClb(), world, data: { referralId: ofCase.id } });
    expect(form).toMatchObject({
      referralId: ofCase.id,
      reference: 'Bij aanmelding 2026-0042',
      caseView: 'referral-post',
      typed: { region: 'AHV', ageGroup: '16-plus' },
    });
    const ofGroup = { ...ofCase, ageBand: null };
    const all = await openForm(raiseSignal, {
      by: atProvider(),
      world: { referrals: [ofGroup] },
      data: { referralId: ofCase.id },
    });
    expect(all).toMatchObject({ caseView: 'referral-offer', typed: { ageGroup: 'all' } });
  });

  test.each(['Voor zebulon is er niets.', 'In De Zeldzame Kraai loopt het mis.', 'Bel 016/98.76.54.'])(
    '%s: what the case knows is found, and nobody can insist',
    async (text) => {
      expect(await again({ text, notPersonal: 'true' })).toEqual(personal);
    },
  );

  test('is compared for the provider until its part is closed, so that nobody finds a name by trying', async () => {
    const text = 'Voor zebulon is er niets.';
    expect(await again({ text }, atProvider())).toEqual(personal);
    const closed = referral({
      ...ofCase,
      state: 'no-match',
      noMatchReason: 'age',
      closedAt: ofCase.registeredAt,
      answeredAt: ofCase.registeredAt,
      answeredBy: ofCase.referrerId,
    });
    const outcome = await done(raiseSignal, {
      by: atProvider(),
      world: { referrals: [closed], file },
      data: { ...given, text, referralId: ofCase.id },
    });
    expect(stored(outcome)[0]).toMatchObject({ referralId: ofCase.id, organisationId: naft.id });
  });

  test('is not for others, and not of a case that is not there', async () => {
    expect(await again({}, inGroup())).toEqual({ refused: 'not-yours' });
    expect(await again({ referralId: uuid('42') })).toEqual({ refused: 'not-found' });
  });
});

describe('the word ‘signaal’', () => {
  const says = (said: string, by = atClb()) => press(startSignal, { by, data: { said }, world: { signals: [sent()] } });

  test('opens the form, with what was typed when nothing personal is in it', async () => {
    expect(await says('')).toEqual({ reply: { form: 'raise-signal', with: {} } });
    expect(await says('te weinig aanbod onder 12')).toEqual({
      reply: { form: 'raise-signal', with: { said: 'te weinig aanbod onder 12' } },
    });
    const form = await openForm(raiseSignal, { by: atClb(), data: { said: 'te weinig aanbod' } });
    expect(form['typed']).toMatchObject({ text: 'te weinig aanbod' });
  });

  test('keeps nothing of what may be personal, and says so', async () => {
    expect(await says('Sofie Vermeulen, 0470 98 76 54')).toEqual({
      reply: { form: 'raise-signal', with: { warned: 'personal' } },
    });
    const form = await openForm(raiseSignal, { by: atClb(), data: { warned: 'personal' } });
    expect(form['warned']).toContain('niet overgenomen');
  });

  test('says so when it is longer than a signal may be, and keeps the beginning', async () => {
    const said = 'Er zijn te weinig plaatsen op woensdag. '.repeat(20);
    const { reply } = await done(startSignal, { by: atClb(), data: { said } });
    expect(reply).toMatchObject({ with: { said: said.trim().slice(0, 600), warned: 'cut' } });
    const form = await openForm(raiseSignal, { by: atClb(), data: { warned: 'cut' } });
    expect(form['warned']).toContain('meer dan 600 tekens');
  });

  test('with a reference shows that signal to who may see it', async () => {
    const { id, reference } = sent();
    expect(await says(reference.toLowerCase())).toEqual({ reply: { show: 'signal-card', with: { signalId: id } } });
    expect(await says(reference, atProvider())).toEqual({ refused: 'only-workgroup' });
    expect(await says('S-2026-999')).toEqual({ refused: 'not-found' });
    expect(await says('', actor({ organisations: [] }))).toEqual({ refused: 'not-a-member' });
  });
});
