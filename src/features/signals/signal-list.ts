import { z } from 'zod';
import { id } from '../../contracts/id.js';
import { view, type ViewContext } from '../../contracts/action.js';
import type { Actor } from '../../contracts/actor.js';
import type { Refusal } from '../../contracts/outcome.js';
import type { SignalFilter } from '../../contracts/read-workgroup.js';
import { openSignals } from '../../contracts/waiting-group.js';
import { isInWorkgroup } from '../../contracts/workgroup-home.js';
import type { PersonId, SignalId } from '../../domain/ids.js';
import type { Signal } from '../../domain/workgroup/signal.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { signalFacts, signalState, signalText } from '../../texts/signal-words.js';

const perPage = 8;

/** What one can look at, and the states behind it. */
const shownBy = {
  open: { states: openSignals },
  new: { states: ['new'] },
  'on-agenda': { states: ['on-agenda'] },
  delivered: { states: ['discussed', 'delivered'] },
  done: { states: ['answered', 'closed'] },
  automatic: { automatic: true },
  all: {},
} as const satisfies Readonly<Record<string, SignalFilter>>;
export type Shown = keyof typeof shownBy;
export const listFilters = Object.keys(shownBy) as Shown[];

interface ListFacts {
  readonly personId: PersonId | null;
  readonly filter: Shown;
  readonly words: string | null;
  readonly page: number;
  readonly count: number;
  readonly signals: readonly Signal[];
  readonly votes: ReadonlyMap<string, readonly PersonId[]>;
}

/** Signals, newest first, eight at a time: all for the working group, one's own for who sent some (`personId`). */
export const signalList = view({
  slug: 'signal-list',
  audience: 'stored',
  params: z.object({
    personId: id<PersonId>().nullish().catch(null),
    filter: z.enum(listFilters).nullish().catch(null),
    words: z.string().nullish(),
    page: z.coerce.number().int().min(0).catch(0),
  }),
  async load(read, params): Promise<ListFacts> {
    const personId = params.personId ?? null;
    const filter = params.filter ?? (personId === null ? 'open' : 'all');
    const words = params.words ? params.words : null;
    const query: SignalFilter = {
      ...shownBy[filter],
      ...(personId === null ? {} : { personId }),
      ...(words === null ? {} : { words }),
    };
    const count = await read.countSignals(query);
    const page = Math.min(params.page, Math.max(0, Math.ceil(count / perPage) - 1));
    const signals = await read.signals({ ...query, limit: perPage, offset: page * perPage });
    return { personId, filter, words, page, count, signals, votes: await read.votes(signals.map(({ id }) => id)) };
  },
  may: ({ personId }, actor) => maySeeList(personId, actor),
  fill(facts, context) {
    const { personId, page, count, words } = facts;
    const say = texts(context.language);
    const isMine = personId !== null;
    return {
      title: say(isMine ? 'signals.signal-list.title-mine' : 'signals.signal-list.title'),
      counted: countedLine(facts, context),
      none:
        count > 0 ? null : say(isMine && words === null ? 'signals.signal-list.none-mine' : 'signals.signal-list.none'),
      filters: isMine ? null : filterChoices(context),
      typed: { filter: facts.filter, words },
      rows: facts.signals.map((signal) => rowOf(signal, facts, context)),
      personId,
      filter: facts.filter,
      words,
      previousPage: page > 0 ? String(page - 1) : null,
      nextPage: (page + 1) * perPage < count ? String(page + 1) : null,
      mayRule: !isMine,
    };
  },
  summary: ({ count }, { language }) => texts(language)('signals.signal-list.summary', { count }),
});

const maySeeList = (personId: PersonId | null, actor: Actor): Refusal | null =>
  isInWorkgroup(actor) || personId === actor.person.id ? null : { refused: 'only-workgroup' };

const filterChoices = ({ language }: ViewContext) =>
  listFilters.map((value) => ({
    title: texts(language)(`signals.signal-list.filters.${value}`),
    value: value as string,
  }));

function countedLine({ count, page, words }: ListFacts, { language }: ViewContext): string | null {
  const say = texts(language);
  const pages = Math.ceil(count / perPage);
  const parts = [
    ...(count === 0 ? [] : [say('signals.signal-list.counted', { count })]),
    ...(pages > 1 ? [say('signals.signal-list.page', { page: page + 1, pages })] : []),
    ...(words === null ? [] : [say('signals.signal-list.searched', { words: plain(words) })]),
  ];
  return parts.length === 0 ? null : parts.join(' · ');
}

const longest = 140;

function rowOf(signal: Signal, { votes }: ListFacts, { language }: ViewContext) {
  const say = texts(language);
  const text = signalText(language, signal).replace(/\s+/g, ' ');
  const support = votes.get(signal.id)?.length ?? 0;
  return {
    signalId: signal.id as SignalId,
    reference: `${signal.reference} · ${signalFacts(language, signal)}`,
    text: plain(text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text),
    state: [
      signalState(language, signal.state),
      ...(support === 0 ? [] : [say('signals.signal-list.supported', { count: support })]),
      ...(signal.rule === null ? [] : [say('signals.signal-list.automatic')]),
    ].join(' · '),
  };
}
