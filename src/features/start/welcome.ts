import { z } from 'zod';
import { view, type ViewContext } from '../../contracts/action.js';
import { id as idOf } from '../../contracts/id.js';
import { deskContact } from '../../contracts/desk-contact.js';
import { loadWaiting, listKinds, type Waiting } from '../../contracts/waiting.js';
import type { OrganisationId, PersonId } from '../../domain/ids.js';
import { moment } from '../../texts/format.js';
import { loadGroupWaiting, type GroupWaiting } from '../../contracts/waiting-group.js';
import type { Wording } from '../../texts/appointment-words.js';
import { firstRows, groupTiles, tilesOf, waitingLine } from '../../texts/home-words.js';
import type { Reached } from '../../domain/organisation.js';
import { waysOn } from '../../texts/desk-contact.js';
import { texts } from '../../texts/index.js';
import { audience, doingsFor, refersElsewhere, type Audience } from './audience.js';
import type { Doing } from '../../contracts/doings.js';
import { buttonsFor } from './buttons-for.js';

/** Whose list is told of: of who greets, and works here already. */
const list = z.object({
  of: z.enum([...listKinds, 'workgroup']),
  organisationIds: z.array(idOf<OrganisationId>()).min(1),
  personId: idOf<PersonId>().nullable(),
});

interface Home extends Audience {
  readonly list: z.output<typeof list> | null;
  readonly waiting: Waiting | null;
  readonly group: GroupWaiting | null;
  /** Whom to ask, for who is in no linked team. */
  readonly desk?: Reached | null;
}

/** The first card and the home: what waits, each number one press from its list; what the bot does, and the first thing to press. */
export const welcome = view({
  slug: 'welcome',
  audience: 'stored',
  params: audience.extend({ list: list.nullish().catch(null) }),
  load: async (read, { list: asked, ...who }, { now, calendar }): Promise<Home> => {
    const of = asked ?? null;
    const isGroup = of?.of === 'workgroup';
    return {
      ...who,
      list: of,
      waiting: of === null || of.of === 'workgroup' ? null : await loadWaiting(read, { ...of, of: of.of }, now),
      desk: who.kinds.length === 0 ? await deskContact(read) : null,
      group: isGroup ? await loadGroupWaiting(read, calendar.dayOf(now)) : null,
    };
  },
  may: ({ list: of }, actor) =>
    of === null ||
    (of.organisationIds.every((one) => actor.organisations.some(({ id, kind }) => id === one && kind === of.of)) &&
      (of.personId === null || of.personId === actor.person.id))
      ? null
      : { refused: 'not-yours' },
  fill: (facts, { language, links, now, calendar }) => ({
    ...waitingOf(facts, { language, now, calendar }),
    what: isHome(facts) ? null : texts(language)(`start.welcome.${whichText(facts)}`),
    ways: facts.kinds.length === 0 ? waysOn(facts.desk ?? null, language) : null,
    buttons: buttonsFor([...new Set<Doing>([...onHome(doingsFor(facts)), 'say-help'])], language),
    chat: refersElsewhere(facts) ? links.chat() : null,
  }),
  summary: (_facts: Home, { language }: ViewContext) => texts(language)('start.welcome.title'),
});

/** The likeliest; and for who refers, that one can ask first. */
const onHome = (doings: readonly Doing[]): Doing[] =>
  doings.filter((doing, index) => index < 3 || doing === 'ask-inquiry');

/** What waits, and as of when: a card in a chat is not drawn anew. */
function waitingOf({ waiting, group }: Home, wording: Wording) {
  const { language, now } = wording;
  const say = texts(language);
  const asOf = moment(now, language, now);
  if (group !== null)
    return { line: say('start.welcome.now', { moment: asOf }), tiles: groupTiles(group, language), first: [] };
  if (waiting === null) return { line: null, tiles: [], first: [] };
  return {
    line: say('start.welcome.as-of', { waiting: waitingLine(waiting, language), moment: asOf }),
    tiles: tilesOf(waiting, language),
    first: firstRows(waiting, wording),
  };
}

/** Who works in a channel knows what it is for; in one's own chat stands what to do in danger. */
const isHome = ({ list: of, scope }: Home): boolean => of !== null && scope !== 'personal';

const whichText = ({ scope, kinds }: Audience): 'unlinked' | 'unknown' | 'personal' | 'channel' => {
  if (kinds.length === 0) return scope === 'personal' ? 'unknown' : 'unlinked';
  return scope === 'personal' ? 'personal' : 'channel';
};
