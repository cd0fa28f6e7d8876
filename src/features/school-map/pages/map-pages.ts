import { roundOf } from '../../../contracts/file-link.js';
import type { Asked, Page, PageReply, Visit } from '../../../contracts/page.js';
import type { SchoolMapId } from '../../../domain/ids.js';
import { texts } from '../../../texts/index.js';
import { loadPrinted } from '../told/loaded-map.js';
import { mapLink, mapPath } from '../told/map-link.js';
import { closedPage, mapPage } from './map-page.js';

/** A school's map on the web and on paper, for who has its address. */
export const mapPages: readonly Page[] = [{ path: `${mapPath}/:token`, byAddress: true, answer: answerMap }];

async function answerMap({ params }: Asked, visit: Visit): Promise<PageReply> {
  const { language, read, settings, calendar, now } = visit;
  const says = visit.passSays(mapPath, params['token'] ?? '');
  const id = (says?.['map'] ?? '') as SchoolMapId;
  const isOpen = says !== null && says['round'] === String(roundOf(settings, id));
  const whole = isOpen ? await loadPrinted(read, id) : null;
  if (whole === null) return { screen: closedPage(language), status: 404, personal: true };
  const code = visit.qrCode(mapLink(id, visit), texts(language)('school-map.page.qr'));
  return { screen: mapPage(whole, { language, code, today: calendar.dayOf(now) }), personal: true };
}
