import { downloadPath } from '../../contracts/hsds/line-import.js';
import type { Asked, Page, PageReply } from '../../contracts/page.js';
import { fullOrganisationRecord, hsdsPage, serviceRecord, type HsdsRecord } from '../../domain/hsds/index.js';
import { plainUuid } from '../../lib/hsds/formats.js';
import { readDirectory, type Directory } from './directory.js';

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
export const openDataPages: readonly Page[] = [
  page(`${base}/services`, (directory, asked) => listed(asked, servicesIn(directory))),
  page(`${base}/services/:id`, (directory, asked) => {
    const lines = directory.lines.filter(({ line }) => line.id === idIn(asked));
    return one(servicesIn({ ...directory, lines }));
  }),
  page(`${base}/organizations`, (directory, asked) => listed(asked, organisationsIn(directory))),
  page(`${base}/organizations/:id`, (directory, asked) => {
    const organisations = directory.organisations.filter(({ id }) => id === idIn(asked));
    return one(organisationsIn({ ...directory, organisations }));
  }),
  { path: base, answer: () => ({ data: apiDetails }) },
  page(downloadPath, (directory) => {
    const services = servicesIn(directory);
    return { data: hsdsPage(services, services.length), fileName: 'hulplijnen.hsds.json' };
  }),
];

/** What the standard asks of the address where an API begins. */
const apiDetails = {
  version: '3.0',
  profile: 'https://docs.openreferral.org/en/latest/hsds/',
  openapi_url: 'https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json',
};

function page(path: string, answer: (directory: Directory, asked: Asked) => PageReply): Page {
  return { path, answer: async (asked, { read }) => answer(await readDirectory(read), asked) };
}

const idIn = ({ params }: Asked): string => plainUuid(params['id'] ?? '');

const numberIn = ({ query }: Asked, key: string, otherwise: number): number => {
  const value = Number(query.get(key) ?? otherwise);
  return Number.isInteger(value) && value > 0 ? value : otherwise;
};

function listed(asked: Asked, records: readonly HsdsRecord[]): PageReply {
  const perPage = Math.min(numberIn(asked, 'per_page', perPageUnlessAsked), mostPerPage);
  const number = numberIn(asked, 'page', 1);
  const contents = records.slice((number - 1) * perPage, number * perPage);
  return { data: hsdsPage(contents, records.length, number, perPage) };
}

const one = ([found]: readonly HsdsRecord[]): PageReply =>
  found === undefined ? { data: { status: 404, title: 'Not found' }, status: 404 } : { data: found };
