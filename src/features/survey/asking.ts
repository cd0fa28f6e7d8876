import type { Notice } from '../../contracts/outcome.js';
import type { OrganisationId } from '../../domain/ids.js';
import type { Survey } from '../../domain/workgroup/survey.js';
import { clbPost, personPost, type ReminderStage } from './survey-keys.js';
import type { Worker } from './survey-facts.js';
import { surveyCards } from './survey-cards.js';

/**
 * The message in which somebody is asked, or reminded (`stage`): in personal chat, and for everybody in a CLB without
 * one, one message in its channel. Nobody is named.
 */
export function askWorkers(survey: Survey, workers: readonly Worker[], stage: ReminderStage | null): Notice[] {
  const inChat = workers.filter(({ person }) => person.personalConversationId !== null);
  const channels = new Set<OrganisationId>(
    workers
      .filter(({ person, hasChannel }) => person.personalConversationId === null && hasChannel)
      .map(({ clbId }) => clbId),
  );
  const params = { surveyId: survey.id, ...(stage === null ? {} : { stage }) };
  return [
    ...inChat.map(({ person }) => ({
      key: personPost(survey.id, person.id, stage),
      ...surveyCards.invitation.with({ ...params, personId: person.id }),
      to: { person: person.id },
    })),
    ...[...channels].map((clbId) => ({
      key: clbPost(survey.id, clbId, stage),
      ...surveyCards.invitation.with(params),
      to: { organisation: clbId },
    })),
  ];
}
