import { z } from 'zod';
import { view, type ViewContext } from '../../../contracts/action.js';
import type { Rank } from '../../../contracts/case-lists.js';
import { id } from '../../../contracts/id.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import type { GatheredMessage } from '../../../contracts/read.js';
import { looks } from '../../../contracts/strip.js';
import type { PersonId } from '../../../domain/ids.js';
import type { Organisation, Person } from '../../../domain/organisation.js';
import { moment } from '../../../texts/format.js';
import { textAt, texts } from '../../../texts/index.js';
import { loadWorklist, type Worklist } from '../referral/worklist.js';
import { inquiryGroup } from '../referral/inquiry-group.js';
import { groupsOf } from '../referral/worklist-groups.js';
import { digestKey, digestReference } from './send-digest.job.js';

interface DigestFacts {
  readonly person: Person;
  readonly at: string;
  readonly kept: readonly GatheredMessage[];
  /** What on his or her name is late or to decide; null: works for nobody any more. */
  readonly list: Worklist | null;
}

/** What is told, late first. */
const asks: readonly Rank[] = ['late', 'choose', 'look'];

/**
 * To one person, at the hour that he or she chose: what is late and to decide on his or her name, and everything that the bot
 * kept meanwhile, a row each. A press opens that card. References and states only; to the one person also the CLB's hints.
 */
export const digestCard = view({
  slug: 'digest-card',
  audience: 'stored',
  params: z.object({ personId: id<PersonId>(), at: z.iso.datetime() }),
  async load(read, { personId, at }, { now, actor }): Promise<DigestFacts | null> {
    const person = await read.person(personId);
    if (person === null) return null;
    const list = await ownList(await read.organisationsOf(personId), (of) =>
      loadWorklist(read, of, personId, { now, page: 0 }),
    );
    const trails = (list?.lines ?? []).flatMap((line) => (line.kind === 'referral' ? [line.referral.trailId] : []));
    const isOwn = actor?.person.id === personId;
    const hints = isOwn && list !== null && trails.length > 0 ? await read.hintsOf(trails) : null;
    const told = list === null ? null : { ...list, hints, lines: inOrder(list) };
    return { person, at, kept: await read.gatheredIn(digestKey(personId, at)), list: told };
  },
  may: ({ person }, actor) => (person.id === actor.person.id ? null : { refused: 'not-yours' }),
  fill(facts, context) {
    const t = texts(context.language);
    const { kept, at } = facts;
    const groups = caseGroups(facts, context);
    return {
      refresh: refreshOf(facts, context),
      title: t('digest.digest-card.title', { moment: moment(new Date(at), context.language, context.now) }),
      counted: t('digest.digest-card.counted', { asks: countOf(facts), messages: kept.length }),
      groups: [...groups, keptGroup(facts, context)],
    };
  },
  summary: (facts, { language }) =>
    texts(language)('digest.digest-card.summary', { asks: countOf(facts), messages: facts.kept.length }),
});

/** One's own list is that of one kind of organisation: the CLB's before the provider's; the desk has no cases on its name. */
async function ownList(
  all: readonly Organisation[],
  load: (of: readonly Organisation[]) => Promise<Worklist>,
): Promise<Worklist | null> {
  const of = (kind: Organisation['kind']) => all.filter((one) => one.kind === kind);
  const [clbs, providers] = [of('clb'), of('provider')];
  const own = clbs.length > 0 ? clbs : providers;
  return own.length === 0 ? null : load(own);
}

const inOrder = ({ lines }: Worklist): Worklist['lines'] =>
  lines
    .filter(({ rank }) => asks.includes(rank))
    .toSorted((one, other) => asks.indexOf(one.rank) - asks.indexOf(other.rank));

const countOf = ({ list }: DigestFacts): number =>
  list === null ? 0 : asks.reduce((sum, rank) => sum + list.counts[rank], list.inquiries.asking);

/** Questions before referring that ask something; what one only waits for is no news. */
const asked = (list: Worklist, context: ViewContext) =>
  inquiryGroup(
    {
      ...list,
      inquiries: {
        ...list.inquiries,
        count: list.inquiries.asking,
        rows: list.inquiries.rows.slice(0, list.inquiries.asking),
      },
    },
    context,
  );

const caseGroups = ({ list }: DigestFacts, context: ViewContext) =>
  list === null
    ? []
    : [...asked(list, context), ...groupsOf(list, context)].map(({ rows, ...group }) => ({
        ...group,
        rows: rows.map(({ verb, view: slug, referralId, inquiryId, side, ...row }) => ({
          ...row,
          verb,
          data: inquiryId === null ? { view: slug, referralId } : { view: slug, inquiryId, side },
        })),
      }));

/** What the bot wanted to say meanwhile, as it stands now: a press shows that card. */
function keptGroup({ kept }: DigestFacts, { language, now }: ViewContext) {
  const t = texts(language);
  return {
    style: null,
    icon: looks.new.icon,
    sign: looks.new.sign,
    word: t('digest.digest-card.kept', { count: kept.length }),
    rows: kept.map(({ view: slug, params, at }) => ({
      title: textAt(language, `digest.kinds.${slug}`) ?? t('digest.kinds.other'),
      line: t('digest.digest-card.since', { moment: moment(at, language, now) }),
      badge: null,
      press: t('digest.digest-card.open'),
      verb: builtInVerbs.show,
      data: { view: slug, ...params },
    })),
  };
}

/** In the chat it shows itself anew, with the hints and as things stand now, to the one person. */
function refreshOf({ person, at }: DigestFacts, { actor }: ViewContext): object | null {
  if (actor !== null) return null;
  const data = digestReference.onButton({ personId: person.id, at });
  return { action: { type: 'Action.Execute', verb: builtInVerbs.show, data }, userIds: [person.teamsId] };
}
