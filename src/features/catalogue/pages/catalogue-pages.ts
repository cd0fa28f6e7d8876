import { offeredServices } from '../../../contracts/offered-services.js';
import type { Asked, Page, PageReply, Visit } from '../../../contracts/page.js';
import type { Region } from '../../../lib/region/index.js';
import { regionInPath } from '../../../lib/region/region-paths.js';
import { filterOf, listParams } from '../asked/service-params.js';
import { cataloguePage } from './catalogue-page.js';
import { cataloguePath } from '../asked/catalogue-path.js';
import { noSuchRegion } from './no-such-region.js';

/** The offer for everybody, without a script: of both regions, or of one. */
export const cataloguePages: readonly Page[] = [
  { path: '/aanbod', answer: (asked, visit) => answerCatalogue(asked, visit, undefined) },
  { path: '/aanbod/:region', answer: answerRegion },
];

async function answerRegion(asked: Asked, visit: Visit): Promise<PageReply> {
  const found = regionInPath(asked.params['region'] ?? '');
  if (found === null) return { screen: noSuchRegion(visit.language), status: 404 };
  if (!found.short) return answerCatalogue(asked, visit, found.region);
  return { goTo: cataloguePath({ ...filterIn(asked), region: found.region }, visit.language), forGood: true };
}

async function answerCatalogue(asked: Asked, visit: Visit, region: Region | undefined): Promise<PageReply> {
  const filter = { ...filterIn(asked), region };
  const offered = await offeredServices(visit.read, filter, visit);
  const today = visit.calendar.dayOf(visit.now);
  return { screen: cataloguePage({ filter, offered, today, language: visit.language }) };
}

/** The age and the school form in the address; what is none of ours is no filter. */
const filterIn = ({ query }: Asked) =>
  filterOf(listParams.parse({ age: query.get('leeftijd'), schoolForm: query.get('vorm') }));
