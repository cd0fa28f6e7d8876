import { z } from 'zod';
import { view, type ViewContext } from '../../contracts/action.js';
import { id } from '../../contracts/id.js';
import type { Read } from '../../contracts/read.js';
import type { OrganisationId, PersonId } from '../../domain/ids.js';
import type { Organisation, Service } from '../../domain/organisation.js';
import { settingsId, type ToldEntry } from '../../domain/timeline/entries.js';
import { entryWords } from '../../texts/entry-lines.js';
import { moment } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { deskOnly } from '../../contracts/desk-only.js';
import { toldLines } from './told-values.js';

const perPage = 10;

type Told = ToldEntry<'organisation' | 'service' | 'settings'>;

interface Facts {
  readonly organisation: Organisation;
  readonly services: readonly Service[];
  /** Of this page, newest first. */
  readonly told: readonly Told[];
  readonly people: ReadonlyMap<string, string>;
  readonly page: number;
  readonly hasMore: boolean;
}

/**
 * What was changed of an organisation and of what it offers: who, when, and from what to what; of the desk itself also its
 * hours and terms. Ten a page, newest first.
 */
export const directoryHistory = view({
  slug: 'directory-history',
  audience: 'stored',
  params: z.object({
    organisationId: id<OrganisationId>(),
    page: z.coerce.number().int().min(1).max(1000).catch(1).optional(),
  }),
  load: async (read, { organisationId, page = 1 }) => loadFacts(read, organisationId, page),
  may: (_facts, actor) => deskOnly(actor),
  fill(facts, context) {
    const { organisation, told, page, hasMore } = facts;
    const t = texts(context.language);
    return {
      organisationId: organisation.id,
      name: plain(organisation.name),
      empty: told.length === 0 ? t('desk.directory-history.empty') : null,
      rows: told.map((one) => rowOf(one, facts, context)),
      earlierPage: page > 1 ? String(page - 1) : null,
      nextPage: hasMore ? String(page + 1) : null,
    };
  },
  summary: (_facts, { language }) => texts(language)('desk.directory-history.title'),
});

async function loadFacts(read: Read, id: OrganisationId, page: number): Promise<Facts | null> {
  const organisation = await read.organisation(id);
  if (organisation === null) return null;
  const services = organisation.kind === 'provider' ? await read.servicesOf(id) : [];
  const most = page * perPage + 1;
  const lists: Told[][] = [await read.timeline('organisation', id, most)];
  if (organisation.kind === 'desk') lists.push(await read.timeline('settings', settingsId, most));
  for (const service of services) lists.push(await read.timeline('service', service.id, most));
  const all = lists.flat().sort((one, other) => other.at.getTime() - one.at.getTime());
  const told = all.slice((page - 1) * perPage, page * perPage);
  return {
    organisation,
    services,
    told,
    people: await namesOf(read, told),
    page,
    hasMore: all.length > page * perPage,
  };
}

/** Who did it, and who was named coordinator. */
async function namesOf(read: Read, told: readonly Told[]): Promise<Map<string, string>> {
  const named = told.flatMap(({ personId, data }) => {
    const change =
      'values' in data ? (data.values as { coordinatorId?: { from: unknown; to: unknown } })?.coordinatorId : null;
    return [personId, change?.from, change?.to];
  });
  const ids = new Set(named.filter((one): one is PersonId => typeof one === 'string'));
  const found = await Promise.all([...ids].map((one) => read.person(one)));
  return new Map(found.flatMap((one) => (one === null ? [] : [[one.id, one.name]])));
}

function rowOf(one: Told, { services, people }: Facts, context: ViewContext) {
  const { language, now, calendar } = context;
  const service = one.subject === 'service' ? services.find(({ id: known }) => known === one.id) : undefined;
  const who = one.personId === null ? texts(language)('timeline.automatic') : people.get(one.personId);
  const lines = toldLines('fields' in one.data ? one.data : {}, { language, people, today: calendar.dayOf(now) });
  return {
    what: entryWords(one, context),
    of: service === undefined ? null : plain(service.name),
    who: [who, one.organisation, moment(one.at, language, now)]
      .flatMap((part) => (part ? [plain(part)] : []))
      .join(' · '),
    lines: lines.length === 0 ? null : lines.join('\n\n'),
  };
}
