import { ranks, type Worklist as Listed, type WorklistRow } from '../../../contracts/case-lists.js';
import { perPage } from '../../../contracts/worklist-way.js';
import { asks, countOf } from '../../../contracts/waiting.js';
import type { InquiryList } from '../../../contracts/inquiry.js';
import type { Read } from '../../../contracts/read.js';
import type { Draft } from '../../../domain/draft.js';
import type { OrganisationId, PersonId, TrailId } from '../../../domain/ids.js';
import { isUntouched } from '../../../domain/intake/index.js';
import type { Organisation } from '../../../domain/organisation.js';

/** One line: a referral with its service, or an intake under way (steps and dates only). */
export type Line =
  Extract<WorklistRow, { kind: 'referral' }> | (Extract<WorklistRow, { kind: 'draft' }> & { readonly draft: Draft });

/** One page of what waits for somebody. */
export interface Worklist {
  /** All of one kind. */
  readonly organisations: readonly Organisation[];
  readonly lines: readonly Line[];
  /** How many lines of each rank, on whichever page. */
  readonly counts: Listed['counts'];
  /** All lines, on whichever page. */
  readonly count: number;
  /** Those of them that ask something of who reads the list. */
  readonly asking: number;
  readonly page: number;
  /** The CLB's own hints, per trail; null on a card that others may read. */
  readonly hints: ReadonlyMap<TrailId, string> | null;
  /** Messages that could not be delivered; for the desk only. */
  readonly undelivered: number;
  /** Questions before referring that wait on this side; on each page as many as there are lines. */
  readonly inquiries: InquiryList;
}

/** What waits for these organisations, first what waits for their choice or is late; of one person when `personId` is given. */
export async function loadWorklist(
  read: Read,
  organisations: readonly Organisation[],
  personId: PersonId | null,
  wanted: { readonly now: Date; readonly page: number },
): Promise<Worklist> {
  const of = sideOf(organisations);
  const organisationIds = organisations.map(({ id }) => id);
  const drafts = of === 'clb' && personId !== null ? await draftsIn(read, personId, organisationIds) : [];
  const load = async (page: number): Promise<Part> => {
    const part = { organisationIds, personId, now: wanted.now, offset: page * perPage, limit: perPage };
    const list = await read.worklist({ of, drafts: drafts.map(({ id }) => id), ...part });
    return { list, inquiries: await read.inquiriesOf({ side: of, ...part }) };
  };
  const { list, inquiries, page } = await lastOrThis(load, wanted.page);
  return {
    organisations,
    lines: list.rows.flatMap((row) => lineOf(row, drafts)),
    counts: list.counts,
    count: countOf(list),
    asking: countOf(list, ranks.filter(asks)),
    page,
    hints: null,
    undelivered: of === 'desk' ? await read.countUndelivered() : 0,
    inquiries,
  };
}

/** Whose list it is. */
export const sideOf = ([first]: readonly Organisation[]): 'clb' | 'provider' | 'desk' =>
  first?.kind === 'provider' || first?.kind === 'desk' ? first.kind : 'clb';

/** Intakes under way in which something was filled in, last touched first. */
const draftsIn = async (read: Read, personId: PersonId, clbs: readonly OrganisationId[]): Promise<Draft[]> =>
  (await read.draftsOf(personId)).filter((draft) => clbs.includes(draft.clbId) && !isUntouched(draft));

interface Part {
  readonly list: Listed;
  readonly inquiries: InquiryList;
}

/** How many pages there are: lines and questions go on side by side. */
export const pagesOf = ({ count, inquiries }: Pick<Worklist, 'count' | 'inquiries'>): number =>
  Math.max(1, Math.ceil(Math.max(count, inquiries.count) / perPage));

/** The page that was asked for, or the last one when the list became shorter. */
async function lastOrThis(load: (page: number) => Promise<Part>, page: number): Promise<Part & { page: number }> {
  const part = await load(page);
  const last = pagesOf({ count: countOf(part.list), inquiries: part.inquiries }) - 1;
  return page <= last ? { ...part, page } : { ...(await load(last)), page: last };
}

function lineOf(row: WorklistRow, drafts: readonly Draft[]): Line[] {
  if (row.kind === 'referral') return [row];
  const draft = drafts.find(({ id }) => id === row.draftId);
  return draft === undefined ? [] : [{ ...row, draft }];
}
