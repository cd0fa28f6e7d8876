import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { CardData } from '../../../../src/contracts/action.js';
import { openedFile } from '../../../../src/features/case/privacy/opened-file.js';
import { FeatureStage } from '../../../support/feature-stage.js';
import * as given from '../../../support/given.js';
import { pressesOn } from '../card-reading.js';
import { groupTyped, pupilTyped } from './files.js';
import { PrivacyWorld } from './world.js';

interface Section {
  readonly facts: readonly { title: string; value: string }[];
  readonly texts: readonly { title: string; value: string }[];
}

const lines = (data: CardData | null): Record<string, string> =>
  Object.fromEntries(
    [...((data?.['sections'] ?? []) as Section[]), ...((data?.['more'] ?? []) as Section[])]
      .flatMap(({ facts, texts }) => [...facts, ...texts])
      .map(({ title, value }) => [title, value]),
  );

describe('opened-file', () => {
  let stage: FeatureStage;
  let world: PrivacyWorld;
  beforeAll(async () => {
    stage = await FeatureStage.open();
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    world = await PrivacyWorld.on(stage);
  });

  test('is for one person and cannot be opened by itself', () => {
    expect(openedFile.audience).toBe('one-person');
    expect(openedFile.may).toBeUndefined();
  });

  test('tells everything about the pupil, typed text escaped, what is empty left out', async () => {
    await world.refer('delivered', pupilTyped);
    const data = await world.see(world.at(world.provider));
    expect(lines(data)).toMatchObject({
      Geboortedatum: '3 sep. 2012 (14 jaar)',
      Woonplaats: 'Kessel-Lo (Leuven)',
      'School in': 'Leuven',
      'Instemming ouders': 'niet van toepassing: woont zelfstandig',
      'Eerder NAFT': 'nee',
      Interesses: 'dieren',
      Telefoon: '[0470\u00A000\u00A000\u00A000](tel:0470000000)',
      'E-mail': '[mia@example.org](mailto:mia@example.org)',
    });
    expect(JSON.stringify(data)).toContain('Noor \\\\_van\\\\_ Acker');
    expect(lines(data)['Verblijfplaats']).toBeUndefined();
  });

  test('tells of a group which and how many; a place it does not know stays as it was typed', async () => {
    await world.refer('delivered', groupTyped, { target: 'group', presence: null });
    expect(lines(await world.see(world.at(world.clb)))).toMatchObject({
      Groep: 'klas 2A',
      Aantal: '18',
      'School in': 'Aarschot of zo',
      'Akkoord van de school': 'ja',
    });
  });

  test('a birth date that cannot be read is left out', async () => {
    await world.refer('delivered', { ...pupilTyped, birthDate: '' });
    expect(lines(await world.see(world.at(world.clb)))['Geboortedatum']).toBeUndefined();
  });

  test('under whom to call the question, the pupil and the contacts, folded what one rarely needs; at its foot the answers that may be given, and not to open it again', async () => {
    await world.refer('delivered', pupilTyped);
    const data = (await world.see(world.at(world.provider)))!;
    const headings = (data['sections'] as { heading: string }[]).map(({ heading }) => heading);
    expect(headings).toEqual(['De vraag', 'Leerling', 'Wie bellen?']);
    expect(data['showMore']).toBe('Alle antwoorden tonen');
    const answers = ['offer-place', 'put-on-waitlist', 'refuse-match', 'mark-full', 'ask-question'];
    expect(pressesOn(data)).toEqual(['confirm-contact', ...answers]);
    expect(data['answering']).toBe('Uw antwoord aan het CLB');
    const forClb = (await world.see(world.at(world.clb)))!;
    expect(forClb['answering']).toBeNull();
    expect(pressesOn(forClb)).not.toContain('open-file');
  });

  test('says nothing personal in the toast', async () => {
    await world.refer('delivered', pupilTyped);
    expect((await world.see(world.at(world.clb)))?.['summary']).toBe('Gegevens van aanmelding 2026-0042');
  });

  test('after erasure only says so, and who referred', async () => {
    await world.refer('withdrawn', pupilTyped);
    await stage.put({ erase: 'trail', id: world.referral.trailId });
    const data = await world.see(world.at(world.clb));
    expect(data).toMatchObject({ erased: 'De persoonlijke gegevens van deze aanmelding zijn gewist.' });
    expect(data).toMatchObject({ sections: [], more: null, showMore: null, title: 'Aanmelding 2026-0042' });
    expect(data?.['people']).toMatchObject([{ name: expect.stringContaining('Els De Smet') }]);
    expect(await stage.see(openedFile, { referralId: given.id() }, world.at(world.clb))).toBeNull();
  });

  test.each([
    ['the provider', 'provider', undefined, 'referral-offer', null],
    ['the CLB', 'clb', undefined, 'referral-post', null],
    ['the desk', 'desk', 'desk', 'desk-referral', 'desk'],
    ['the desk, from elsewhere', 'desk', undefined, 'desk-referral', 'desk'],
  ] as const)('leads %s back to the card it came from', async (_who, side, why, view, back) => {
    await world.refer('delivered', pupilTyped);
    expect(await world.see(world.at(world[side]), { why })).toMatchObject({ backTo: view, why: back });
  });

  test('leads who works for CLB and desk back to where it was pressed', async () => {
    await world.refer('delivered', pupilTyped);
    const both = world.at(world.clb, world.desk);
    expect(await world.see(both, { why: 'desk' })).toMatchObject({ backTo: 'desk-referral' });
    expect(await world.see(both)).toMatchObject({ backTo: 'referral-post' });
    expect(await world.see(null)).toMatchObject({ backTo: 'referral-offer', why: null });
  });
});
