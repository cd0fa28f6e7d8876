import type { Asked, Page, PageReply } from '../../contracts/page.js';
import { hsdsPage, type HsdsRecord } from '../../domain/hsds/index.js';
import { plainUuid } from '../../lib/hsds/formats.js';
import { helpLines } from './help-lines.js';
import { offer } from './offer.js';
import { together, type Directory, type Records, type Source } from './source.js';
import { wholeFile } from './whole-file.js';

const perPageUnlessAsked = 100;
const mostPerPage = 500;

/** Everything that one can turn to, in one directory. */
const everything: Source = {
  base: '/hsds',
  download: '/hsds/meldpunt.hsds.json',
  fileName: 'meldpunt.hsds.json',
  read: together(helpLines, offer),
};

/** The open data, HSDS 3: lists and single records as its API gives them, and all in one file. */
export const openDataPages: readonly Page[] = [helpLines, offer, everything].flatMap(pagesOf);

function pagesOf(source: Source): Page[] {
  const page = (path: string, answer: (directory: Directory, asked: Asked) => Promise<PageReply>): Page => ({
    path,
    answer: async (asked, visit) => answer(await source.read(visit), asked),
  });
  const { base, download, fileName } = source;
  return [
    page(`${base}/services`, ({ services }, asked) => listed(asked, services)),
    page(`${base}/services/:id`, async ({ services }, asked) => found(await services.one(idIn(asked)))),
    page(`${base}/organizations`, ({ organisations }, asked) => listed(asked, organisations)),
    page(`${base}/organizations/:id`, async ({ organisations }, asked) => found(await organisations.one(idIn(asked)))),
    { path: base, answer: () => ({ data: apiDetails }) },
    page(download, ({ services }) => wholeFile(services, fileName)),
  ];
}

/** What the standard asks of the address where an API begins. */
const apiDetails = {
  version: '3.0',
  profile: 'https://docs.openreferral.org/en/latest/hsds/',
  openapi_url: 'https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json',
};

const idIn = ({ params }: Asked): string => plainUuid(params['id'] ?? '');

const numberIn = ({ query }: Asked, key: string, otherwise: number): number => {
  const value = Number(query.get(key) ?? otherwise);
  return Number.isInteger(value) && value > 0 ? value : otherwise;
};

async function listed(asked: Asked, records: Records): Promise<PageReply> {
  const perPage = Math.min(numberIn(asked, 'per_page', perPageUnlessAsked), mostPerPage);
  const number = numberIn(asked, 'page', 1);
  const total = await records.count();
  const from = (number - 1) * perPage;
  // Beyond the end there is nothing to read.
  const contents = from >= total ? [] : await records.some(from, perPage);
  return { data: hsdsPage(contents, total, number, perPage) };
}

const found = (one: HsdsRecord | null): PageReply =>
  one === null ? { data: { status: 404, title: 'Not found' }, status: 404 } : { data: one };
