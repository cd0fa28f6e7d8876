import { expect, test } from '@jest/globals';
import type { Side } from '../../../../src/domain/case/referral.js';
import { roundTableEvent } from '../../../../src/domain/round-table/events.js';
import { referralOffer } from '../../../../src/features/case/dispatch/referral-offer.js';
import { myReferrals } from '../../../../src/features/case/referral/my-referrals.js';
import { referralPost } from '../../../../src/features/case/referral/referral-post.js';
import { onStage } from '../referral/on-stage.js';
import { an, atProvider, clb, desk, provider, uuid } from '../referral/world.js';
import { happens, slot, toPlan } from './world.js';

const on = onStage();
const bySide = (side: Side) => ({ side, personId: null, organisationId: null });
const own = { organisationIds: [clb.id], personId: an.id, page: 0 };
const whole = (of: { id: string }) => ({ organisationIds: [of.id], page: 0 });

interface Group {
  readonly word: string;
  readonly rows: readonly { readonly line: string }[];
}
const groups = async (params: object): Promise<Group[]> =>
  (await on.stage.see(myReferrals, { ...params }, null))!['groups'] as Group[];
const heads = async (params: object): Promise<string[]> => (await groups(params)).map(({ word }) => word);
const rowsOf = async (params: object) => (await groups(params)).flatMap(({ rows }) => rows);

test('a round table stands there for who organises it: to be planned, late, and to be said whether it was held', async () => {
  await toPlan(on.world);
  const organiser = { ...whole(provider), personId: null };
  expect(await heads(organiser)).toEqual(['Beslis nu · 1']);
  expect((await rowsOf(organiser))[0]!.line).toContain('Rondetafelmoment te plannen');
  expect(await heads(own)).toEqual(['Loopt · 1']);
  await happens(on.world, roundTableEvent('planned', slot, { ...bySide('provider'), at: on.stage.now }));
  expect((await rowsOf(organiser))[0]!.line).toContain('Rondetafelmoment di 24 nov., 14 u.');
  expect(await heads(organiser)).toEqual(['Loopt · 1']);
  on.stage.now = new Date('2026-11-25T08:00:00Z');
  expect(await heads(organiser)).toEqual(['Beslis nu · 1']);
  expect((await rowsOf(organiser))[0]!.line).toContain('Rondetafelmoment van di 24 nov. gehouden?');
  const post = await on.stage.see(referralOffer, { referralId: uuid('42') }, atProvider());
  expect((post as { buttons: { title: string }[] }).buttons.map(({ title }) => title).slice(0, 3)).toEqual([
    'Gehouden',
    'Niet gehouden',
    'Rondetafelmoment',
  ]);
  const clock = { ...bySide('clock'), at: on.stage.now };
  await happens(on.world, roundTableEvent('asked', {}, clock));
  await happens(on.world, roundTableEvent('followed-up', { owner: 'provider' }, clock));
  expect(await heads(organiser)).toEqual(['Te laat · 1']);
  await happens(on.world, roundTableEvent('followed-up', { owner: 'desk' }, clock));
  expect(await heads(whole(desk))).toEqual(['Te laat · 1']);
  await happens(on.world, roundTableEvent('held', {}, { ...bySide('clb'), at: on.stage.now }));
  expect((await rowsOf(own))[0]!.line).toContain('Rondetafelmoment gehouden op di 24 nov.');
  expect(await heads(own)).toEqual(['Loopt · 1']);
});

test('the last line of the post tells of it too: planned, moved, held, not held', async () => {
  await toPlan(on.world);
  const last = async () =>
    ((await on.stage.see(referralPost, { referralId: uuid('42') }, null))!['notes'] as string[]).find((line) =>
      line.startsWith('Laatste'),
    );
  const by = (minutes: number) => ({ ...bySide('provider'), at: new Date(on.stage.now.getTime() + minutes * 60_000) });
  expect(await last()).toContain('Laatste: plaats gemeld');
  await happens(on.world, roundTableEvent('planned', slot, by(1)));
  expect(await last()).toContain('Laatste: rondetafelmoment gepland');
  await happens(on.world, roundTableEvent('moved', { ...slot, location: 'lokaal 4' }, by(2)));
  expect(await last()).toContain('Laatste: rondetafelmoment opnieuw gepland');
  await happens(on.world, roundTableEvent('held', {}, by(3)));
  expect(await last()).toContain('Laatste: rondetafelmoment gehouden');
  const dayAfter = new Date(slot.endsAt.getTime() + 86_400_000);
  await happens(on.world, roundTableEvent('not-held', { planBy: dayAfter }, { ...bySide('provider'), at: dayAfter }));
  expect(await last()).toContain('Laatste: rondetafelmoment niet gehouden');
});
