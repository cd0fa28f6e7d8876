import type { Asked, Page, PageReply, Visit } from '../../../contracts/page.js';
import { regions, type Region } from '../../../lib/region/regions.js';
import { texts } from '../../../texts/index.js';
import { choosePage } from './choose-page.js';
import { readRegion, regionPaths } from './region-lines.js';
import { regionPage } from './region-page.js';

/** The public pages of the help lines: what everybody may see, without a script. */
export const helpLinePages: readonly Page[] = [
  { path: '/hulplijnen', answer: (_asked, { language }) => ({ screen: choosePage(language) }) },
  { path: '/hulplijnen/:region', answer: answerRegion },
];

async function answerRegion({ params }: Asked, visit: Visit): Promise<PageReply> {
  const asked = (params['region'] ?? '').toLowerCase();
  const { language } = visit;
  const short = regions.find((region) => region.toLowerCase() === asked);
  if (short !== undefined)
    return { goTo: `${pathOf(short)}${language === 'nl' ? '' : `?taal=${language}`}`, forGood: true };
  const region = regions.find((one) => regionPaths[one] === asked);
  if (region === undefined) return { screen: choosePage(language), status: 404 };
  const code = visit.qrCode(visit.links.page(pathOf(region)), texts(language)('help-pages.page.qr'));
  return { screen: regionPage(await readRegion(visit, region), { language, code }) };
}

const pathOf = (region: Region): string => `/hulplijnen/${regionPaths[region]}`;
