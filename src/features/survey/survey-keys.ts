import type { OrganisationId, PersonId, SurveyId } from '../../domain/ids.js';
import { postKey, type PostKey } from '../../domain/reference-to.js';

/** When those who have not answered hear of it again: a week before the end, and two days before. */
export const reminderStages = { week: 7, last: 2 } as const;
export type ReminderStage = keyof typeof reminderStages;
export const stages = Object.keys(reminderStages) as ReminderStage[];

/** Key of the living results in the working group's channel. */
export const resultsPost = (id: SurveyId): PostKey => postKey(`survey:${id}:results`);
/** Key of what is said under the results when the survey is closed. */
export const closedPost = (id: SurveyId): PostKey => postKey(`survey:${id}:closed`);
/** Key of a person's invitation or reminder; the same is one message for ever. */
export const personPost = (id: SurveyId, person: PersonId, stage: ReminderStage | null): PostKey =>
  postKey(`survey:${id}:${stage ?? 'asked'}:person:${person}`);
/** Key of the invitation or reminder in a CLB's channel, for who has no personal chat. */
export const clbPost = (id: SurveyId, clb: OrganisationId, stage: ReminderStage | null): PostKey =>
  postKey(`survey:${id}:${stage ?? 'asked'}:clb:${clb}`);
export const reminderDue = (id: SurveyId, stage: ReminderStage): string => `survey:${id}:remind:${stage}`;
export const closingDue = (id: SurveyId): string => `survey:${id}:close`;
