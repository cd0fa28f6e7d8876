import type { NoteId, QuestionId } from '../../../../src/domain/ids.js';
import { event, type CaseEvent } from '../../../../src/domain/case/events.js';
import type { Person } from '../../../../src/domain/organisation.js';
import { an, bert, clb, provider, uuid, type CaseWorld, type Life } from '../referral/world.js';

/** The question of the tests, and a second one. */
export const questionId = uuid<QuestionId>('9a1');
export const otherId = uuid<QuestionId>('9a2');

export const noteId = uuid<NoteId>('9b1');

const people = { clb: an, provider: bert } as const;
const organisations = { clb, provider } as const;
type QuestionSide = keyof typeof people;

const byOf = (side: QuestionSide, at: Date, person: Person = people[side]) => ({
  at,
  side,
  personId: person.id,
  organisationId: organisations[side].id,
});

/** What was asked and answered, in words that nobody else may read. */
export const words = {
  asked: 'Kan Noor ook op woensdag starten?',
  answered: 'Ja, vanaf negen uur.',
  second: 'En wie brengt Noor?',
  note: 'Noor komt stipt en werkt goed mee in het atelier.',
} as const;

async function happens(world: CaseWorld, events: readonly CaseEvent[]): Promise<void> {
  const before = await world.referral(42);
  await world.stage.happen({ id: before.id, before, events });
}

/** Referral 42, and in it a question of one side. */
export async function asked(world: CaseWorld, by: QuestionSide, life: Life = {}, answerBy?: Date): Promise<void> {
  await world.refers(42, life);
  await asks(world, by, questionId, words.asked, answerBy);
}

export async function asks(
  world: CaseWorld,
  by: QuestionSide,
  question: QuestionId,
  text: string,
  answerBy = new Date('2026-11-18T09:00:00Z'),
): Promise<void> {
  const told = { ...byOf(by, world.stage.now), sealed: { text } };
  await happens(world, [event('question-asked', { question, by, answerBy }, told)]);
}

export async function answered(world: CaseWorld, by: QuestionSide, life: Life = {}): Promise<void> {
  await asked(world, by, life);
  const told = { ...byOf(by === 'clb' ? 'provider' : 'clb', world.stage.now), sealed: { text: words.answered } };
  await happens(world, [event('question-answered', { question: questionId, heldUp: 0, contactBy: null }, told)]);
}

/** Referral 42 with a place, and a note of the provider on it. */
export async function noted(world: CaseWorld): Promise<void> {
  await world.refers(42, { state: 'placed' });
  const told = { ...byOf('provider', world.stage.now), sealed: { text: words.note } };
  await happens(world, [event('note-left', { note: noteId }, told)]);
}

export async function withdrawn(world: CaseWorld, by: QuestionSide): Promise<void> {
  await asked(world, by);
  const end = { question: questionId, heldUp: 0, contactBy: null };
  await happens(world, [event('question-withdrawn', end, byOf(by, world.stage.now))]);
}

/** The referral was withdrawn, and the question with it. */
export async function closed(world: CaseWorld, by: QuestionSide): Promise<void> {
  await asked(world, by);
  const told = byOf('clb', world.stage.now);
  await happens(world, [
    event('question-closed', { question: questionId, reason: 'withdrawn' }, told),
    event('withdrawn', { reason: 'solved' }, told),
  ]);
}

/** Nobody answered: it stands before the desk. */
export async function unanswered(world: CaseWorld, by: QuestionSide, life: Life = {}): Promise<void> {
  await asked(world, by, life, new Date('2026-11-12T09:00:00Z'));
  const clock = { at: world.stage.now, side: 'clock' as const, personId: null, organisationId: null };
  const to = by === 'clb' ? 'provider' : 'clb';
  await happens(world, [
    event('question-reminded', { question: questionId, stage: 'other', to }, clock),
    event('question-reminded', { question: questionId, stage: 'desk', to }, clock),
  ]);
}
