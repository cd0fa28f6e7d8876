/** Choice lists a referral asks, as codes; their Dutch and English words are in texts (`common.codes`). Sources: the Meldpunt's FAQ. */
export const requestSources = ['clb', 'parent', 'facility'] as const;
export const targets = ['pupil', 'group', 'teachers', 'school'] as const;
export const schoolForms = [
  'grade-1',
  'aso',
  'tso',
  'bso',
  'kso',
  'buso',
  'dbso',
  'syntra',
  'primary',
  'none',
] as const;
export const domains = ['social', 'emotional', 'legal', 'educational', 'personal'] as const;
export const efforts = ['preventive', 'compensating', 'remedial'] as const;
export const presences = ['present', 'problematic-absence', 'suspended'] as const;
export const wantedForms = ['individual', 'group', 'class', 'day-programme', 'care-farm', 'right-to-learn'] as const;
export const consents = ['yes', 'no', 'to-ask', 'not-applicable'] as const;
export const urgencies = ['normal', 'urgent'] as const;
/** Care phases of the care continuum (R2), in order. */
export const carePhases = ['broad-basic-care', 'increased-care', 'extended-care'] as const;
/** Where the CLB of a pupil who is not enrolled comes from (R6). */
export const enrolments = ['enrolled', 'not-enrolled-last-school', 'not-enrolled-nearest-clb'] as const;

export const noMatchReasons = [
  'age',
  'region',
  'question-fits-elsewhere',
  'needs-more-support',
  'needs-less-support',
  'pupil-declines',
  'not-reached',
  'other',
] as const;
export const withdrawReasons = [
  'solved',
  'back-to-school',
  'elsewhere',
  'pupil-declines',
  'guardians-decline',
  'moved',
  'mistake',
  'other',
] as const;
/** Why another than the first on the waiting list is taken. */
export const outOfOrderReasons = ['urgent', 'group-fit', 'start-date', 'age-fit', 'other'] as const;

/**
 * How a trajectory ends (R13), in the words of the sources: back at school soon, or later; the right to learn as an
 * alternative; into school or work again; handed over warmly. That it ended early is our own reading: it happens.
 */
export const trajectoryOutcomes = [
  'back-soon',
  'back-later',
  'right-to-learn',
  're-entry',
  'warm-handover',
  'ended-early',
] as const;

/** To whom a pupil is handed over warmly: a kind of service, never a person or a place (reading: from the help lines). */
export const handovers = [
  'school',
  'clb',
  'other-project',
  'day-programme',
  'family-support',
  'mental-health',
  'welfare',
  'work',
  'other',
] as const;

/** Is the pupil still at school, so many months after a trajectory: what its referrer can say (R13: back at school, or into work). */
export const stillMonths = [3, 9] as const;
export const stillAnswers = ['same-school', 'other-school', 'training-or-work', 'no', 'unknown'] as const;
/** What is counted of it: an answer, or that none came. */
export const stillCounted = [...stillAnswers, 'no-answer'] as const;
/** Why a provider says, before anything is referred, that it does not fit: of the reasons for “geen match” those that can be known then. */
export const inquiryMisfits = [
  'age',
  'region',
  'question-fits-elsewhere',
  'needs-more-support',
  'needs-less-support',
  'no-room',
  'other',
] as const;

export type RequestSource = (typeof requestSources)[number];
export type Target = (typeof targets)[number];
export type SchoolForm = (typeof schoolForms)[number];
export type ProblemDomain = (typeof domains)[number];
export type Effort = (typeof efforts)[number];
export type Presence = (typeof presences)[number];
export type WantedForm = (typeof wantedForms)[number];
export type Consent = (typeof consents)[number];
export type Urgency = (typeof urgencies)[number];
export type CarePhase = (typeof carePhases)[number];
export type Enrolment = (typeof enrolments)[number];
export type NoMatchReason = (typeof noMatchReasons)[number];
export type WithdrawReason = (typeof withdrawReasons)[number];
export type OutOfOrderReason = (typeof outOfOrderReasons)[number];
export type TrajectoryOutcome = (typeof trajectoryOutcomes)[number];
export type StillMonths = (typeof stillMonths)[number];
export type StillAnswer = (typeof stillAnswers)[number];
export type StillCounted = (typeof stillCounted)[number];
export type Handover = (typeof handovers)[number];
export type InquiryMisfit = (typeof inquiryMisfits)[number];
