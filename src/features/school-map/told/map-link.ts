import type { ViewContext } from '../../../contracts/action.js';
import { roundOf } from '../../../contracts/file-link.js';
import type { SchoolMapId } from '../../../domain/ids.js';

export const mapPath = '/schoolkaart';

/** The address of the map on the web and on paper: whoever has it can open it, until the team withdraws it. */
export const mapLink = (
  id: SchoolMapId,
  { links, settings, language }: Pick<ViewContext, 'links' | 'settings' | 'language'>,
): string =>
  `${links.pass(mapPath, { map: id, round: String(roundOf(settings, id)) })}${language === 'nl' ? '' : `?taal=${language}`}`;
