import { z } from 'zod';
import { id } from '../../contracts/id.js';
import { isOf, type Actor } from '../../contracts/actor.js';
import type { Refusal } from '../../contracts/outcome.js';
import type { HelpLineId, MapEntryId, SchoolMapId } from '../../domain/ids.js';
import type { Organisation } from '../../domain/organisation.js';
import type { SchoolMap } from '../../domain/school-map/school-map.js';

export const mapId = id<SchoolMapId>();
export const entryId = id<MapEntryId>();
export const lineId = id<HelpLineId>();
export const ofMap = z.object({ mapId });

/** The school or CLB in whose name somebody has a map; null: nobody else has one. */
export const teamOf = ({ organisations }: Pick<Actor, 'organisations'>): Organisation | null =>
  organisations.find(({ kind }) => kind === 'school') ?? organisations.find(({ kind }) => kind === 'clb') ?? null;

/** What is in a map stays with its team, the desk is not in it. */
export const teamOnly = (map: Pick<SchoolMap, 'organisationId'>, actor: Actor): Refusal | null =>
  isOf(actor, map.organisationId) ? null : { refused: 'not-yours' };
