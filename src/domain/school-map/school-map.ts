import type { Region } from '../../lib/region/regions.js';
import type { HelpLineKind } from '../helpline/kinds.js';
import type { HelpLineId, MapEntryId, OrganisationId, SchoolMapId, TrailId } from '../ids.js';
import type { LocalDate } from '../local-date.js';

/** A school's own map of help: with whom its team works, what it looks for. What is written in it is sealed under its own key. */
export interface SchoolMap {
  readonly id: SchoolMapId;
  /** The key under which contact persons and notes are sealed. */
  readonly trailId: TrailId;
  /** Whose team has it: the school, or the CLB that made it with the school. */
  readonly organisationId: OrganisationId;
  readonly name: string;
  readonly region: Region;
  readonly seeks: readonly HelpLineKind[];
  /** Kinds of which there is none in the region, asked for: when. */
  readonly askedFor: Readonly<Partial<Record<HelpLineKind, string>>>;
  /** When the team last said that all of it is right. */
  readonly checkedOn: LocalDate;
  /** When it was asked since; null: not. */
  readonly askedOn: LocalDate | null;
  readonly createdAt: Date;
  readonly version: number;
}

/** A help line of the region with which the school works already. */
export interface MapEntry {
  readonly id: MapEntryId;
  readonly mapId: SchoolMapId;
  readonly lineId: HelpLineId;
  /** The year in which it began; null: not told. */
  readonly sinceYear: number | null;
  /** The contact person agreed to stand here. */
  readonly isAgreed: boolean;
  /** What the team knows of the line: what changed later, it still has to hear. */
  readonly toldAt: Date;
  readonly state: 'shown' | 'removed';
  readonly version: number;
}

/** The school's own contact person there: somebody at work, who agreed. */
export interface Contact {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

/** Fewer schools than this are not told of. */
export const fewestSchools = 5;

const yearMs = 365 * 86_400_000;

/** Whether the team is to be asked whether its map is still right: a year after it last said so, once. */
export const isToCheck = (
  { checkedOn, askedOn }: Pick<SchoolMap, 'checkedOn' | 'askedOn'>,
  today: LocalDate,
): boolean => askedOn === null && Date.parse(today) - Date.parse(checkedOn) >= yearMs;
