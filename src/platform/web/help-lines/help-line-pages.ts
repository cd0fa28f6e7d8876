import { regions, type Region } from '../../../lib/region/regions.js';
import type { Runtime } from '../../runtime/perform.js';
import type { Page, PageRequest } from '../../../contracts/page.js';
import { choosePage } from './choose-page.js';
import { hsdsPages } from './hsds-pages.js';
import { htmlType, languageOf, publicAnswer, sentTo } from './page-frame.js';
import { readRegion, regionPaths } from './region-lines.js';
import { regionPage } from './region-page.js';

/** What the pages of the help lines need. */
export type HelpLinesBehind = Pick<Runtime, 'database' | 'sealer' | 'clock' | 'links'>;

/** The public pages of the help lines and their open data: what everybody may see, without a script. */
export const helpLinePages = (behind: HelpLinesBehind): Page[] => [
  {
    path: '/hulplijnen',
    local: false,
    answer: async (request) => publicAnswer(request, htmlType, choosePage(languageOf(request))),
  },
  { path: '/hulplijnen/:region', local: false, answer: (request) => answerRegion(behind, request) },
  ...hsdsPages(behind),
];

async function answerRegion(behind: HelpLinesBehind, request: PageRequest) {
  const asked = (request.params['region'] ?? '').toLowerCase();
  const language = languageOf(request);
  const short = regions.find((region) => region.toLowerCase() === asked);
  if (short !== undefined) return sentTo(`${pathOf(short)}${language === 'nl' ? '' : `?taal=${language}`}`, 301);
  const region = regions.find((one) => regionPaths[one] === asked);
  if (region === undefined) return publicAnswer(request, htmlType, choosePage(language), 404);
  const address = behind.links.page(pathOf(region));
  return publicAnswer(request, htmlType, regionPage(await readRegion(behind, region), { language, address }));
}

const pathOf = (region: Region): string => `/hulplijnen/${regionPaths[region]}`;
