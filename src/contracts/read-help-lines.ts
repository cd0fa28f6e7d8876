import type {
  HelpLineId,
  HelpOrganisationId,
  LineImportId,
  LineReportId,
  OrganisationId,
  PersonId,
} from '../domain/ids.js';
import type {
  HelpLine,
  HelpLineStatus,
  HelpOrganisation,
  LineChange,
  LineReport,
} from '../domain/helpline/help-line.js';
import type { CarePhase, HelpLineKind } from '../domain/helpline/kinds.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Region } from '../lib/region/regions.js';

export interface HelpLineFilter {
  readonly phase?: CarePhase;
  readonly kind?: HelpLineKind;
  readonly region?: Region;
  /** In whole years: lines whose ages leave room for it. */
  readonly age?: number;
  /** Words as typed: accents do not matter, nor a typing slip. */
  readonly words?: string;
  readonly keeperId?: PersonId;
  readonly keeperOrganisationId?: OrganisationId;
  /** Lines that still have to be put in their place: without kind or without region. */
  readonly unplaced?: boolean;
  /** Last confirmed before this day, or never. */
  readonly assuredBefore?: LocalDate;
  /** Default: active and closed for a while. */
  readonly statuses?: readonly HelpLineStatus[];
  /** Of one of these organisations. */
  readonly organisationIds?: readonly HelpOrganisationId[];
  /** At most so many (default 100). */
  readonly limit?: number;
  readonly offset?: number;
}

/** A directory that was uploaded and looked at, not yet (or never) taken in. */
export interface LineImport {
  readonly id: LineImportId;
  readonly personId: PersonId;
  readonly at: Date;
  readonly fileName: string;
  readonly document: unknown;
  readonly state: 'looked-at' | 'applied' | 'dropped';
  readonly version: number;
}

/** Reading of the help lines. Ids that do not exist give null. */
export interface ReadHelpLines {
  helpLine(id: HelpLineId): Promise<HelpLine | null>;
  /** Best match first when words are given, otherwise by name. */
  helpLines(filter: HelpLineFilter): Promise<HelpLine[]>;
  countHelpLines(filter: HelpLineFilter): Promise<number>;
  helpOrganisation(id: HelpOrganisationId): Promise<HelpOrganisation | null>;
  /** All, by name. */
  helpOrganisations(): Promise<HelpOrganisation[]>;
  helpOrganisationsOf(ids: readonly HelpOrganisationId[]): Promise<HelpOrganisation[]>;
  /** Those that everybody may see, by name: they offer something, or came from elsewhere. With `id` only that one. */
  publicOrganisations(page: {
    readonly offset: number;
    readonly limit: number;
    readonly id?: HelpOrganisationId;
  }): Promise<HelpOrganisation[]>;
  countPublicOrganisations(): Promise<number>;
  /** The history of a line, newest first. */
  lineChanges(id: HelpLineId): Promise<LineChange[]>;
  /** Of these lines at once, oldest first: one question instead of one for each. */
  lineChangesOf(ids: readonly HelpLineId[]): Promise<LineChange[]>;
  lineChange(id: string): Promise<LineChange | null>;
  lineReport(id: LineReportId): Promise<LineReport | null>;
  /** Reports of a line, newest first. */
  lineReports(line: HelpLineId, state?: LineReport['state']): Promise<LineReport[]>;
  lineImport(id: LineImportId): Promise<LineImport | null>;
}
