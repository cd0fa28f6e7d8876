import { expect, test } from '@jest/globals';
import type { CardData } from '../../../../src/contracts/action.js';
import { referralOffer } from '../../../../src/features/case/dispatch/referral-offer.js';
import { myReferrals } from '../../../../src/features/case/referral/my-referrals.js';
import { referralPost } from '../../../../src/features/case/referral/referral-post.js';
import { noteAbsence } from '../../../../src/features/case/trajectory/note-absence.js';
import { postponeStart } from '../../../../src/features/case/trajectory/postpone-start.js';
import { trajectory } from '../../../../src/features/case/trajectory/trajectory.js';
import { onStage } from '../referral/on-stage.js';
import { trajectoryEvent } from '../../../../src/domain/trajectory/events.js';
import { atProvider, bert, clb, desk, provider, uuid } from '../referral/world.js';
import { afterTable, awaited, closed, happens, left, paused, started, toLook, trajectoryId } from './world.js';

const on = onStage();
const of = { referralId: uuid('42') };

interface Card {
  readonly strip: { readonly state: string; readonly next: string; readonly style: string };
  readonly buttons: readonly { readonly title: string; readonly mode: string | null }[];
  readonly notes: readonly string[];
}
const asCard = (seen: CardData | null): Card => ({
  strip: seen!['strip'] as Card['strip'],
  buttons: seen!['buttons'] as Card['buttons'],
  notes: seen!['notes'] as Card['notes'],
});
const offer = async () => asCard(await on.stage.see(referralOffer, of, atProvider()));
const post = async () => asCard(await on.stage.see(referralPost, of, null));
const shown = ({ buttons }: Card): string[] => buttons.filter(({ mode }) => mode === null).map(({ title }) => title);
const heads = async (organisation: { id: string }): Promise<string[]> => {
  const list = await on.stage.see(myReferrals, { organisationIds: [organisation.id], personId: null, page: 0 }, null);
  return (list!['groups'] as { word: string; rows: { line: string }[] }[]).map(
    ({ word, rows }) => `${word}: ${rows[0]!.line.split(' · ')[0]}`,
  );
};

test('a round table that is to be planned stands before it', async () => {
  await awaited(on.world);
  expect((await offer()).strip.next).toContain('Plan het rondetafelmoment');
  expect((await offer()).buttons.map(({ title }) => title)).toContain('Gestart');
});

test('after the round table the provider is asked whether the pupil began', async () => {
  await afterTable(on.world);
  expect((await offer()).strip).toMatchObject({ state: 'Is de leerling gestart?', style: 'warning' });
  expect(shown(await offer()).slice(0, 2)).toEqual(['Gestart', 'Nog niet gestart']);
  expect((await post()).strip.next).toMatch(/laat tegen .+ weten of de leerling gestart is/);
});

test('who said “not yet” is left alone until it is asked again', async () => {
  await afterTable(on.world);
  await on.stage.press(postponeStart, { trajectoryId, side: 'provider' }, { by: atProvider() });
  const { strip, buttons } = await offer();
  expect(strip).toMatchObject({ state: 'Nog niet gestart', style: 'emphasis' });
  expect(buttons.map(({ title }) => title)).not.toContain('Nog niet gestart');
});

test('an absence is said to be noted, on a card that leads back to the referral', async () => {
  await started(on.world, 5);
  const pressed = await on.stage.press(noteAbsence, { trajectoryId, side: 'provider' }, { by: atProvider() });
  expect(pressed).toMatchObject({ reply: { note: { key: 'absence-noted' } } });
  const card = await on.stage.see(trajectory, { trajectoryId, side: 'provider' }, atProvider());
  expect(card!['back']).toMatchObject({ view: 'referral-offer', referralId: of.referralId });
  expect((await on.stage.see(trajectory, { trajectoryId, side: 'provider' }, null))!['back']).toBeNull();
});

test('it runs: both sides read since when; the list says so', async () => {
  await started(on.world, 5);
  expect((await post()).strip).toMatchObject({ state: 'Traject loopt sinds wo 25 nov.', style: 'good' });
  expect((await post()).notes[0]).toContain('Laatste: traject gestart');
  expect((await post()).notes[1]).toBe(
    'Zonder school van 15 nov. tot de start op 25 nov.: 13 halve dagen. Alleen schooldagen tellen, een woensdag telt één keer.',
  );
  expect(shown(await offer())).toContain('Traject');
  expect(await heads(provider)).toEqual(['Loopt · 1: Traject loopt sinds wo 25 nov.']);
  expect(await heads(clb)).toEqual(['Loopt · 1: Traject loopt sinds wo 25 nov.']);
});

test('the next look is asked in one press', async () => {
  await toLook(on.world);
  expect((await offer()).strip.state).toBe('Loopt het traject nog?');
  expect(shown(await offer())[0]).toBe('Loopt verder');
  expect(await heads(provider)).toEqual(['Beslis nu · 1: Loopt het traject nog?']);
});

test('what is left is late, and stands on the list of the desk', async () => {
  await left(on.world);
  expect(await heads(provider)).toEqual(['Te laat · 1: Loopt het traject nog?']);
  expect(await heads(desk)).toEqual(['Te laat · 1: Loopt het traject nog?']);
});

test('paused until a day', async () => {
  await paused(on.world);
  expect((await post()).strip.state).toBe('Traject gepauzeerd tot wo 23 dec.');
});

test('going on after a pause is not told as a start', async () => {
  await paused(on.world);
  on.stage.now = new Date(on.stage.now.getTime() + 86_400_000);
  const by = { at: on.stage.now, side: 'provider' as const, personId: bert.id, organisationId: provider.id };
  await happens(on.world, trajectoryEvent('resumed', { nextBy: new Date('2027-01-08T15:00:00Z') }, by));
  expect((await post()).notes[0]).toContain('Laatste: traject loopt verder');
});

test('ended: its outcome stands on the post, the lists let it go, and the CLB may refer on', async () => {
  await closed(on.world);
  expect((await post()).strip).toMatchObject({ state: 'Traject afgesloten op vr 5 mrt.', style: 'emphasis' });
  expect((await post()).strip.next).toContain('warme overdracht aan welzijnswerk (CAW, JAC)');
  expect((await post()).buttons.map(({ title }) => title)).toContain('Andere aanbieder');
  expect(await heads(clb)).toEqual([]);
  expect(await heads(provider)).toEqual([]);
});
