declare const kind: unique symbol;

/** A branded uuid: an id of one kind of thing is not accepted where another kind is asked. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind };

export type OrganisationId = Id<'organisation'>;
export type ServiceId = Id<'service'>;
export type ChannelId = Id<'channel'>;
export type PersonId = Id<'person'>;
export type DraftId = Id<'draft'>;
export type TrailId = Id<'trail'>;
export type ReferralId = Id<'referral'>;
/** A question inside a case. */
export type QuestionId = Id<'question'>;
/** A question before referring. */
export type InquiryId = Id<'inquiry'>;
export type NoteId = Id<'note'>;
export type RoundTableId = Id<'roundTable'>;
export type TrajectoryId = Id<'trajectory'>;
export type HelpOrganisationId = Id<'helpOrganisation'>;
export type HelpLineId = Id<'helpLine'>;
export type LineReportId = Id<'lineReport'>;
export type LineImportId = Id<'lineImport'>;
export type SignalId = Id<'signal'>;
export type MeetingId = Id<'meeting'>;
export type AgendaItemId = Id<'agendaItem'>;
export type ParticipantId = Id<'participant'>;
export type DecisionId = Id<'decision'>;
/** Somebody's wish to join the working group. */
export type InterestId = Id<'interest'>;
export type SurveyId = Id<'survey'>;
/** A school's own map of help, and a line on it. */
export type SchoolMapId = Id<'schoolMap'>;
export type MapEntryId = Id<'mapEntry'>;
/** A question with its answer. */
export type AnswerId = Id<'answer'>;
/** A question that somebody put to the desk. */
export type DeskQuestionId = Id<'deskQuestion'>;
