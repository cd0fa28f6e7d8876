import { view, type ViewContext } from '../../contracts/action.js';
import { wayBack } from '../../contracts/lines-door.js';
import type { Read } from '../../contracts/read.js';
import { foldedWords } from '../../domain/folded-words.js';
import type { HelpLine } from '../../domain/helpline/help-line.js';
import { helpLineKinds, kindsOf, type HelpLineKind } from '../../domain/helpline/kinds.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { asButton, filterOf, listParams, type ListParams } from './line-params.js';
import { agesWords, contactWords, kindName, staleMark } from './line-words.js';

const perPage = 8;

interface ListFacts {
  readonly params: ListParams;
  readonly page: number;
  readonly total: number;
  readonly lines: readonly HelpLine[];
  /** Kinds that fit, of which nobody filled in a line in this region. */
  readonly open: readonly HelpLineKind[];
}

/**
 * The lines that fit, eight at a time, best match or name first; with the kinds for which nobody filled in a line yet.
 * Params: see {@link listParams}.
 */
export const lineList = view({
  slug: 'line-list',
  forEverybody: true,
  audience: 'stored',
  params: listParams,
  async load(read, params, { language }): Promise<ListFacts> {
    const filter = filterOf(params);
    const total = await read.countHelpLines(filter);
    const page = Math.min(Math.max(1, params.page ?? 1), Math.max(1, Math.ceil(total / perPage)));
    const lines = await read.helpLines({ ...filter, limit: perPage, offset: (page - 1) * perPage });
    return { params, page, total, lines, open: await openKinds(read, params, language) };
  },
  may: () => null,
  fill(facts, context) {
    const { params, page, total, lines, open } = facts;
    const say = texts(context.language);
    const pages = Math.max(1, Math.ceil(total / perPage));
    const empty = total === 0;
    const narrowed = empty && (params.region !== undefined || params.age !== undefined);
    return {
      ...asButton({ ...params, page }),
      back: wayBack(params.from),
      why: params.because === undefined ? null : say(`helplines.line-list.because.${params.because}`),
      filter: filterLine(params, context),
      count: empty ? null : countLine(total, page, pages, context),
      empty: empty ? say(open.length > 0 ? 'helplines.line-list.empty-kinds' : 'helplines.line-list.empty') : null,
      rows: lines.map((line) => rowOf(line, context)),
      open: (page === pages ? open : []).map((kind) => ({
        kind,
        name: kindName(kind, context.language),
        about: say(`helplines.kinds.${kind}.about`),
      })),
      earlierPage: page > 1 ? String(page - 1) : null,
      nextPage: page < pages ? String(page + 1) : null,
      withoutRegion: narrowed && params.region !== undefined ? 'yes' : null,
      withoutAge: narrowed && params.age !== undefined ? 'yes' : null,
    };
  },
  summary: ({ total }, { language }) => texts(language)('helplines.words.lines', { lines: total }),
});

/** 'Uitbreiding van zorg · Vlaams-Brabant Oost · 14 jaar · “huiswerk”'. */
function filterLine({ phase, kind, region, age, words }: ListParams, { language }: ViewContext): string {
  const say = texts(language);
  return [
    ...(phase !== undefined && kind === undefined ? [say(`helplines.phases.${phase}.name`)] : []),
    ...(kind === undefined ? [] : [kindName(kind, language)]),
    region === undefined ? say('helplines.words.both-regions') : say(`common.common.region.${region}`),
    ...(age === undefined ? [] : [say('helplines.words.age', { age })]),
    ...(words === undefined ? [] : [`“${plain(words)}”`]),
  ].join(' · ');
}

function countLine(total: number, page: number, pages: number, { language }: ViewContext): string {
  const say = texts(language);
  const lines = say('helplines.words.lines', { lines: total });
  return pages === 1 ? lines : `${lines} · ${say('helplines.words.page', { page, pages })}`;
}

function rowOf(line: HelpLine, { language, calendar, now }: ViewContext) {
  const closed = line.status === 'active' ? null : texts(language)(`helplines.status.${line.status}`);
  return {
    lineId: line.id,
    name: plain(line.name),
    what: [kindName(line.kind, language), contactWords(line), agesWords(line, language)]
      .filter((one) => one !== null)
      .join(' · '),
    mark: [closed, staleMark(line, language, calendar.dayOf(now))].filter((one) => one !== null).join(' · ') || null,
  };
}

/** Of the phase, of the kind, or those whose description holds one of the words. */
export function kindsMeant(
  { phase, kind, words }: Partial<ListParams>,
  language: ViewContext['language'],
): HelpLineKind[] {
  if (kind !== undefined) return [kind];
  if (words === undefined) return phase === undefined ? [] : kindsOf(phase);
  const say = texts(language);
  const typed = foldedWords(words).filter((word) => word.length > 2);
  const among = phase === undefined ? helpLineKinds : kindsOf(phase);
  return among.filter((one) => {
    const told = foldedWords(`${say(`helplines.kinds.${one}.name`)} ${say(`helplines.kinds.${one}.about`)}`);
    return typed.some((word) => told.some((other) => other.startsWith(word)));
  });
}

async function openKinds(read: Read, params: ListParams, language: ViewContext['language']): Promise<HelpLineKind[]> {
  const meant = kindsMeant(params, language);
  const { region } = params;
  const counts = await Promise.all(
    meant.map((kind) => read.countHelpLines({ kind, ...(region === undefined ? {} : { region }) })),
  );
  return meant.filter((_kind, index) => counts[index] === 0);
}
