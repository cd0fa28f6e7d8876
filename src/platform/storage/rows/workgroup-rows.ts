import type { PersonId } from '../../../domain/ids.js';
import type { AgendaItem, Decision, Meeting, Participant } from '../../../domain/workgroup/meeting.js';
import type { Interest } from '../../../domain/workgroup/interest.js';
import type { Pack } from '../../../domain/workgroup/pack.js';
import type { Signal } from '../../../domain/workgroup/signal.js';
import type { Survey, SurveyAnswer, SurveyPerson } from '../../../domain/workgroup/survey.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Folded words by which a row is found; made by the program when the row is stored. */
export interface Searched {
  searchText: string;
}

/** What the working group has: meetings, signals, the survey. */
export interface WorkgroupTables {
  meeting: Mutable<Meeting>;
  signal: Mutable<Signal> & Searched;
  vote: { subjectId: string; personId: PersonId };
  agendaItem: Mutable<AgendaItem>;
  participant: Mutable<Participant>;
  decision: Mutable<Decision>;
  interest: Mutable<Interest>;
  pack: Mutable<Pack>;
  survey: Mutable<Survey>;
  surveyPerson: Mutable<SurveyPerson>;
  surveyAnswer: Mutable<SurveyAnswer>;
}
