import type { HelpLineId, PersonId, TrailId } from '../domain/ids.js';
import type { HelpLine, HelpOrganisation, LineChange, LineReport } from '../domain/helpline/help-line.js';
import type { AgendaItem, Decision, Meeting, Participant } from '../domain/workgroup/meeting.js';
import type { Interest } from '../domain/workgroup/interest.js';
import type { Pack } from '../domain/workgroup/pack.js';
import type { Signal } from '../domain/workgroup/signal.js';
import type { Survey, SurveyAnswer, SurveyPerson } from '../domain/workgroup/survey.js';
import type { Contact, MapEntry, SchoolMap } from '../domain/school-map/school-map.js';
import type { Answer } from '../domain/answers/answer.js';
import type { DeskQuestion } from './read-answers.js';
import type { LineImport } from './read-help-lines.js';

/** What can be stored of the help lines. Rows with a `version` are checked, as everywhere. */
export type HelpLineChanges =
  | { readonly put: 'helpOrganisation'; readonly row: HelpOrganisation }
  | { readonly put: 'helpLine'; readonly row: HelpLine }
  /** The platform adds id, moment, person and organisation. */
  | {
      readonly put: 'lineChange';
      readonly row: Omit<LineChange, 'id' | 'at' | 'personId' | 'organisationId' | 'lineId'> & {
        readonly lineId: HelpLineId;
      };
    }
  | { readonly put: 'lineReport'; readonly row: LineReport }
  | { readonly put: 'lineImport'; readonly row: LineImport };

/** What can be stored of the working group. */
export type WorkgroupChanges =
  | { readonly put: 'signal'; readonly row: Signal }
  /** Support by one person; twice is once. */
  | { readonly put: 'vote'; readonly row: { readonly subjectId: string; readonly personId: PersonId } }
  | { readonly end: 'vote'; readonly row: { readonly subjectId: string; readonly personId: PersonId } }
  | { readonly put: 'meeting'; readonly row: Meeting }
  | { readonly put: 'agendaItem'; readonly row: AgendaItem }
  | { readonly put: 'participant'; readonly row: Participant }
  | { readonly put: 'decision'; readonly row: Decision }
  | { readonly put: 'interest'; readonly row: Interest }
  /** Made once: another for the same meeting changes nothing. */
  | { readonly put: 'pack'; readonly row: Pack }
  | { readonly put: 'survey'; readonly row: Survey }
  | { readonly put: 'surveyPerson'; readonly row: SurveyPerson }
  /** Stored without person or moment: nobody can tell whose it is. */
  | { readonly put: 'surveyAnswer'; readonly row: SurveyAnswer };

/** What can be stored of the questions people ask. */
export type AnswerChanges =
  { readonly put: 'answer'; readonly row: Answer } | { readonly put: 'deskQuestion'; readonly row: DeskQuestion };

/** What can be stored of the schools' own maps. What is written is sealed; left out, it stays as it is. */
export type MapChanges =
  | { readonly put: 'schoolMap'; readonly row: SchoolMap & { readonly notes?: string } }
  | {
      readonly put: 'mapEntry';
      readonly row: MapEntry & { readonly trailId: TrailId; readonly contact?: Contact | null };
    };
