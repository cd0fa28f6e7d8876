import type {
  AgendaItemId,
  DecisionId,
  InterestId,
  MeetingId,
  ParticipantId,
  PersonId,
  SignalId,
  SurveyId,
} from '../domain/ids.js';
import type { AgendaItem, Decision, Meeting, Participant } from '../domain/workgroup/meeting.js';
import type { Interest } from '../domain/workgroup/interest.js';
import type { Pack } from '../domain/workgroup/pack.js';
import type { Signal, SignalKind, SignalState } from '../domain/workgroup/signal.js';
import type { Survey, SurveyAnswer, SurveyPerson } from '../domain/workgroup/survey.js';

export interface SignalFilter {
  readonly states?: readonly SignalState[];
  readonly kinds?: readonly SignalKind[];
  readonly personId?: PersonId;
  readonly meetingId?: MeetingId;
  readonly mergedInto?: SignalId;
  readonly automatic?: boolean;
  /** Words as typed: accents do not matter, nor a typing slip. */
  readonly words?: string;
  /** At most so many (default 100), newest first. */
  readonly limit?: number;
  readonly offset?: number;
}

/** Reading of what the working group has. Ids that do not exist give null. */
export interface ReadWorkgroup {
  signal(id: SignalId): Promise<Signal | null>;
  signalByReference(reference: string): Promise<Signal | null>;
  /** The automatic signal of a rule key. */
  signalByRule(rule: string): Promise<Signal | null>;
  signals(filter: SignalFilter): Promise<Signal[]>;
  countSignals(filter: SignalFilter): Promise<number>;
  /** The next free references of a year, e.g. `S-2026-012`. What is not stored with one leaves no gap. */
  nextSignalReferences(year: number, count: number): Promise<string[]>;
  /** Who supports each of these (signals or agenda items); what nobody supports is left out. */
  votes(subjects: readonly string[]): Promise<ReadonlyMap<string, readonly PersonId[]>>;
  meeting(id: MeetingId): Promise<Meeting | null>;
  /** By date, earliest first. */
  meetings(states?: readonly Meeting['state'][]): Promise<Meeting[]>;
  agendaItem(id: AgendaItemId): Promise<AgendaItem | null>;
  /** The points of a meeting (null: those that wait for the next one), in the order they were made. */
  agendaItems(meeting: MeetingId | null): Promise<AgendaItem[]>;
  participant(id: ParticipantId): Promise<Participant | null>;
  /** By name. */
  participants(meeting: MeetingId): Promise<Participant[]>;
  decision(id: DecisionId): Promise<Decision | null>;
  /** Of a meeting, or of all; by due date. */
  decisions(filter: { readonly meetingId?: MeetingId; readonly state?: Decision['state'] }): Promise<Decision[]>;
  interest(id: InterestId): Promise<Interest | null>;
  /** Who would like to join and was not invited yet, who waits longest in front; of one person, or all. */
  interests(of?: PersonId): Promise<Interest[]>;
  /** All that were made, the earliest period first: three in a school year. */
  packs(): Promise<Pack[]>;
  survey(id: SurveyId): Promise<Survey | null>;
  /** Newest first. */
  surveys(): Promise<Survey[]>;
  surveyPeople(survey: SurveyId): Promise<SurveyPerson[]>;
  surveyPerson(survey: SurveyId, person: PersonId): Promise<SurveyPerson | null>;
  surveyAnswers(survey: SurveyId): Promise<SurveyAnswer[]>;
}
