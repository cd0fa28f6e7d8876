import { view, type ViewContext } from '../../contracts/action.js';
import { carePhases, phaseOfKind, type CarePhase, type HelpLineKind } from '../../domain/helpline/kinds.js';
import type { ToldEntry } from '../../domain/timeline/entries.js';
import { entryHistory } from '../../texts/entry-history.js';
import { day } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { linesIn, loadWhole, type MapLine, type WholeMap } from './told/loaded-map.js';
import { ofMap, teamOnly } from './map-access.js';
import { mapLink } from './told/map-link.js';
import { contactWords, kindWord, mapLine, sinceWord } from './told/map-words.js';

/** More rows than this do not fit in a card of Teams; all of them stand on paper. */
const mostRows = 20;
/** So many lines of other schools are shown: those that most of them use. */
const mostNearby = 5;

interface WholeFacts extends WholeMap {
  readonly told: readonly ToldEntry<'school-map'>[];
}

/** The whole map, for somebody of its team: contact persons and notes too. Never a message that stays. */
export const schoolMap = view({
  slug: 'school-map',
  audience: 'one-person',
  params: ofMap,
  async load(read, { mapId }): Promise<WholeFacts | null> {
    const whole = await loadWhole(read, mapId);
    return whole === null ? null : { ...whole, told: await read.timeline('school-map', mapId) };
  },
  may: ({ map }, actor) => teamOnly(map, actor),
  fill(facts, context) {
    const { map, lines, notes, nearby, told } = facts;
    const { language } = context;
    const t = texts(language);
    const shown = lines.slice(0, mostRows);
    return {
      mapId: map.id,
      title: plain(map.name),
      line: mapLine(map, context),
      phases: carePhases.map((phase) => ({
        name: t(`helplines.phases.${phase}.name`),
        empty: linesIn(lines, phase).length === 0 ? t('school-map.school-map.nobody') : null,
        rows: linesIn(shown, phase).map((one) => lineRow(one, facts, context)),
        ...missingRows(phase, facts, context),
      })),
      more: lines.length <= mostRows ? null : t('school-map.school-map.more', { count: lines.length - mostRows }),
      seeks: map.seeks.length === 0 ? null : map.seeks.map((kind) => kindWord(kind, language)).join(', '),
      nearby: nearby.slice(0, mostNearby).map(({ line, schools }) => ({
        lineId: line.id,
        title: plain(line.name),
        line: t('school-map.school-map.nearby-line', { schools }),
        badge: null,
      })),
      nearbyMore:
        nearby.length <= mostNearby
          ? null
          : t('school-map.school-map.nearby-more', { count: nearby.length - mostNearby }),
      notes: notes === '' ? null : plain(notes),
      history: entryHistory(told, [], context),
      paper: mapLink(map.id, context),
      paperTitle: t('school-map.school-map-post.paper'),
    };
  },
  summary: ({ map }, { language }) => texts(language)('school-map.school-map-post.summary.plain', { name: map.name }),
});

function lineRow(one: MapLine, { contacts }: WholeMap, { language }: ViewContext) {
  const { entry, line } = one;
  const contact = contactWords(contacts.get(entry.id));
  const parts = [kindWord(line.kind, language), sinceWord(one, language), contact === null ? line.phone : contact];
  return {
    entryId: entry.id,
    title: plain(line.name),
    line: parts
      .filter((part) => part !== null)
      .map((part) => plain(part ?? ''))
      .join(' · '),
    badge: null,
  };
}

/** What a phase lacks in the region, in one row: told in one press, and each kind once. */
function missingRows(phase: CarePhase, { map, missing }: WholeMap, { language, calendar, now }: ViewContext) {
  const t = texts(language);
  const kinds = missing.filter((kind) => phaseOfKind[kind] === phase);
  const [toTell, told] = [false, true].map((isTold) =>
    kinds.filter((kind) => (map.askedFor[kind] !== undefined) === isTold),
  );
  const namesOf = (some: readonly HelpLineKind[] = []) => some.map((kind) => kindWord(kind, language)).join(', ');
  const lastOn = Object.values(map.askedFor).toSorted().at(-1);
  const on = lastOn === undefined ? '' : day(calendar.dayOf(new Date(lastOn)), language, calendar.dayOf(now));
  return {
    toTell:
      toTell?.length === 0
        ? []
        : [{ phase, title: t('school-map.school-map.missing'), line: namesOf(toTell), badge: null }],
    told: told?.length === 0 ? null : t('school-map.school-map.told', { kinds: namesOf(told), day: on }),
  };
}
