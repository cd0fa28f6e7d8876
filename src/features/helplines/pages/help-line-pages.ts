import type { Asked, Page, PageReply, Visit } from '../../../contracts/page.js';
import { regionInPath, regionPaths } from '../../../lib/region/region-paths.js';
import type { Region } from '../../../lib/region/regions.js';
import { texts } from '../../../texts/index.js';
import { choosePage } from './choose-page.js';
import { readRegion } from './region-lines.js';
import { regionPage } from './region-page.js';

/** The public pages of the help lines: what everybody may see, without a script. */
export const helpLinePages: readonly Page[] = [
  { path: '/hulplijnen', answer: (_asked, { language }) => ({ screen: choosePage(language) }) },
  { path: '/hulplijnen/:region', answer: answerRegion },
];

async function answerRegion({ params }: Asked, visit: Visit): Promise<PageReply> {
  const { language } = visit;
  const asked = regionInPath(params['region'] ?? '');
  if (asked === null) return { screen: choosePage(language), status: 404 };
  const path = pathOf(asked.region);
  if (asked.short) return { goTo: `${path}${language === 'nl' ? '' : `?taal=${language}`}`, forGood: true };
  const code = visit.qrCode(visit.links.page(path), texts(language)('help-pages.page.qr'));
  return { screen: regionPage(await readRegion(visit, asked.region), { language, code }) };
}

const pathOf = (region: Region): string => `/hulplijnen/${regionPaths[region]}`;
