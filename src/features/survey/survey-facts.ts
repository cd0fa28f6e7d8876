import { z } from 'zod';
import { id } from '../../contracts/id.js';
import type { Read } from '../../contracts/read.js';
import type { OrganisationId, PersonId, SurveyId } from '../../domain/ids.js';
import type { LocalDate } from '../../domain/local-date.js';
import type { Person } from '../../domain/organisation.js';
import { isAnswerable, type Survey } from '../../domain/workgroup/survey.js';

export const surveyId = id<SurveyId>();
export const personId = id<PersonId>();
export const ofSurvey = z.object({ surveyId });

/** Somebody of a CLB. Who is in several counts once, for the first. */
export interface Worker {
  readonly person: Person;
  readonly clbId: OrganisationId;
  /** Whether that CLB has a channel in which its people can be told. */
  readonly hasChannel: boolean;
}

/** All CLB workers (R18), each once. */
export async function clbWorkers(read: Read): Promise<Worker[]> {
  const workers = new Map<PersonId, Worker>();
  for (const { id } of await read.organisations('clb')) {
    const hasChannel = (await read.channelsOf(id)).length > 0;
    for (const person of await read.membersOf(id))
      if (!workers.has(person.id)) workers.set(person.id, { person, clbId: id, hasChannel });
  }
  return [...workers.values()];
}

/** The survey that can be answered today; null when there is none. */
export async function runningSurvey(read: Read, today: LocalDate): Promise<Survey | null> {
  return (await read.surveys()).find((survey) => isAnswerable(survey, today)) ?? null;
}
