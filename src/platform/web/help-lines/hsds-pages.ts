import { fullOrganisationRecord, hsdsPage, serviceRecord, type HsdsRecord } from '../../../domain/hsds/index.js';
import { plainUuid } from '../../../lib/hsds/formats.js';
import { downloadPath } from '../../../contracts/hsds/line-import.js';
import type { Page, PageAnswer, PageRequest } from '../../../contracts/page.js';
import type { Runtime } from '../../runtime/perform.js';
import { readDirectory, type Directory } from './directory.js';
import { jsonType, publicAnswer } from './page-frame.js';

type Parts = Pick<Runtime, 'database' | 'sealer' | 'clock'>;
const base = '/hulplijnen/hsds';
const perPageUnlessAsked = 100;
const mostPerPage = 500;

const servicesIn = ({ lines, exporting }: Directory): HsdsRecord[] =>
  lines.map((full) => serviceRecord(full, exporting));

/**
 * An organisation that was typed here and offers nothing any more is no longer for everybody: its name was corrected. One
 * that was imported stays, as it came.
 */
const organisationsIn = ({ organisations, lines, exporting }: Directory): HsdsRecord[] =>
  organisations.flatMap((one) => {
    const own = lines.filter(({ organisation }) => organisation.id === one.id);
    return own.length === 0 && one.foreign === null ? [] : [fullOrganisationRecord(one, own, exporting)];
  });

/**
 * The help lines as open data, HSDS 3: lists and single records as its API gives them, and all in one file. Public data
 * only: no keeper, no person.
 */
export const hsdsPages = (parts: Parts): Page[] => [
  page(`${base}/services`, async (request) => listed(request, servicesIn(await readDirectory(parts)))),
  page(`${base}/services/:id`, async (request) => {
    const directory = await readDirectory(parts);
    const lines = directory.lines.filter(({ line }) => line.id === idIn(request));
    return one(request, servicesIn({ ...directory, lines }));
  }),
  page(`${base}/organizations`, async (request) => listed(request, organisationsIn(await readDirectory(parts)))),
  page(`${base}/organizations/:id`, async (request) => {
    const directory = await readDirectory(parts);
    const organisations = directory.organisations.filter(({ id }) => id === idIn(request));
    return one(request, organisationsIn({ ...directory, organisations }));
  }),
  page(base, async (request) => json(request, apiDetails)),
  page(downloadPath, async (request) => {
    const services = servicesIn(await readDirectory(parts));
    const answer = json(request, hsdsPage(services, services.length));
    return {
      ...answer,
      headers: { ...answer.headers, 'content-disposition': 'attachment; filename="hulplijnen.hsds.json"' },
    };
  }),
];

const idIn = (request: PageRequest): string => plainUuid(request.params['id'] ?? '');

/** What the standard asks of the address where an API begins. */
const apiDetails = {
  version: '3.0',
  profile: 'https://docs.openreferral.org/en/latest/hsds/',
  openapi_url: 'https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json',
};

const page = (path: string, answer: Page['answer']): Page => ({ path, local: false, answer });

/** Other sites may read it in a browser: it is open data. */
function json(request: PageRequest, value: unknown, status = 200): PageAnswer {
  const answer = publicAnswer(request, jsonType, JSON.stringify(value), status);
  return { ...answer, headers: { ...answer.headers, 'access-control-allow-origin': '*' } };
}

const asked = (request: PageRequest, key: string, otherwise: number): number => {
  const value = Number(request.query.get(key) ?? otherwise);
  return Number.isInteger(value) && value > 0 ? value : otherwise;
};

function listed(request: PageRequest, records: readonly HsdsRecord[]): PageAnswer {
  const perPage = Math.min(asked(request, 'per_page', perPageUnlessAsked), mostPerPage);
  const number = asked(request, 'page', 1);
  const contents = records.slice((number - 1) * perPage, number * perPage);
  return json(request, hsdsPage(contents, records.length, number, perPage));
}

function one(request: PageRequest, [found]: readonly HsdsRecord[]): PageAnswer {
  return found === undefined ? json(request, { status: 404, title: 'Not found' }, 404) : json(request, found);
}
