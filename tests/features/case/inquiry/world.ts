import type { InquiryId, TrailId } from '../../../../src/domain/ids.js';
import { asked, type Addressee } from '../../../../src/domain/inquiry/decide.js';
import { inquiryEvent as event, type InquiryEvent } from '../../../../src/domain/inquiry/events.js';
import { inquiryFactsSchema } from '../../../../src/domain/inquiry/inquiry.js';
import { context } from '../../../support/given.js';
import { an, bert, clb, els, naft, provider, uuid, type CaseWorld } from '../referral/world.js';

export const inquiryId = uuid<InquiryId>('900');
export const of = { inquiryId, side: 'clb' } as const;

const toProvider: Addressee = { providerId: provider.id, serviceId: naft.id, reached: true };
const toDesk: Addressee = { providerId: null, serviceId: null, reached: true };
const side = (name: 'clb' | 'provider' | 'desk' | 'clock', at: Date) => ({
  at,
  side: name,
  personId: name === 'clb' ? an.id : name === 'provider' ? bert.id : null,
  organisationId: name === 'clb' ? clb.id : name === 'provider' ? provider.id : null,
});

/** Asked of NAFT, unless told. */
export async function asks(
  world: CaseWorld,
  to = toProvider,
  urgency: 'normal' | 'urgent' = 'normal',
  question = 'Kan een halve week in de werkplaats?',
): Promise<void> {
  const { now } = world.stage;
  const trailId = uuid<TrailId>('7900');
  await world.stage.put({ put: 'trail', row: { id: trailId, firstRegisteredAt: null, createdAt: now, version: 0 } });
  const facts = inquiryFactsSchema.parse({
    ...{ trailId, clbId: clb.id, askerId: an.id, ageBand: '14-15', schoolForm: 'bso', region: 'VBO', urgency },
    ...{ problemDomains: ['emotional', 'educational'], wantedForms: ['individual'] },
  });
  const typed = { domicile: '3010', question };
  const events = asked(facts, to, typed, side('clb', now), context().calendar);
  await world.stage.happenToInquiry({ id: inquiryId, before: null, events });
}
export const asksDesk = (world: CaseWorld): Promise<void> => asks(world, toDesk);
/** In codes only. */
export const asksBarely = (world: CaseWorld): Promise<void> => asks(world, toProvider, 'normal', '');
export const asksUrgently = (world: CaseWorld): Promise<void> => asks(world, toProvider, 'urgent');
/** The provider has no channel. */
export const unreached = (world: CaseWorld): Promise<void> => asks(world, { ...toProvider, reached: false });

export const present = async ({ stage }: CaseWorld) => (await stage.read.inquiry(inquiryId))!.inquiry;

async function then(world: CaseWorld, ...events: readonly InquiryEvent[]): Promise<void> {
  await world.stage.happenToInquiry({ id: inquiryId, before: await present(world), events });
}

const decideBy = new Date('2026-11-30T09:00:00Z');
type Answer = Parameters<typeof event<'answered'>>[1];
const answer =
  (data: Pick<Answer, 'answer' | 'reason'>, text: string | null = null) =>
  async (world: CaseWorld): Promise<void> => {
    await asks(world);
    const by = side('provider', world.stage.now);
    await then(
      world,
      event('answered', { ...data, nextBy: decideBy }, text === null ? by : { ...by, sealed: { text } }),
    );
  };
export const fits = answer({ answer: 'fits', reason: null });
/** By phone, written down by somebody of the desk. */
export async function noted(world: CaseWorld): Promise<void> {
  await unreached(world);
  const by = { ...side('desk', world.stage.now), personId: els.id };
  await then(world, event('answered', { answer: 'fits', reason: null, nextBy: decideBy }, by));
}
export const maybe = answer({ answer: 'maybe', reason: null });
export const misfit = answer({ answer: 'misfit', reason: 'needs-more-support' });
export const inWords = answer({ answer: 'words', reason: null }, 'Dat kan, maar pas na de vakantie.');

/** Nobody answered: reminded so often. */
export async function left(world: CaseWorld, times = 3): Promise<void> {
  await asks(world);
  world.stage.now = new Date('2026-11-23T12:00:00Z');
  for (let count = 0; count < times; count += 1)
    await then(world, event('followed-up', { owner: 'provider', coordinatorId: null }, side('clock', world.stage.now)));
}
export const reminded = (world: CaseWorld): Promise<void> => left(world, 1);
export async function withdrawn(world: CaseWorld): Promise<void> {
  await asks(world);
  await then(world, event('withdrawn', {}, side('clb', world.stage.now)));
}
/** It fits, and the CLB is reminded that it decides. */
export async function undecided(world: CaseWorld): Promise<void> {
  await fits(world);
  await then(world, event('followed-up', { owner: 'clb', coordinatorId: null }, side('clock', world.stage.now)));
}
export async function referred(world: CaseWorld): Promise<void> {
  await fits(world);
  await then(world, event('referred', { draftId: uuid('d900') }, side('clb', world.stage.now)));
}
export async function lapsed(world: CaseWorld): Promise<void> {
  await asks(world);
  await then(world, event('lapsed', {}, side('clock', world.stage.now)));
}
