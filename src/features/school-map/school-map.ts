import { view, type ViewContext } from '../../contracts/action.js';
import { carePhases, phaseOfKind, type CarePhase } from '../../domain/helpline/kinds.js';
import type { ToldEntry } from '../../domain/timeline/entries.js';
import { entryHistory } from '../../texts/entry-history.js';
import { day } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { linesIn, loadWhole, type MapLine, type WholeMap } from './loaded-map.js';
import { ofMap, teamOnly } from './map-access.js';
import { mapLink } from './map-link.js';
import { contactWords, kindWord, mapLine, sinceWord } from './map-words.js';

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
    return {
      mapId: map.id,
      title: plain(map.name),
      line: mapLine(map, context),
      phases: carePhases.map((phase) => ({
        name: t(`helplines.phases.${phase}.name`),
        empty: linesIn(lines, phase).length === 0 ? t('school-map.school-map.nobody') : null,
        rows: linesIn(lines, phase).map((one) => lineRow(one, facts, context)),
        missing: missingRows(phase, facts, context),
      })),
      seeks: map.seeks.length === 0 ? null : map.seeks.map((kind) => kindWord(kind, language)).join(', '),
      nearby: nearby.map(({ line, schools }) => ({
        lineId: line.id,
        title: plain(line.name),
        line: t('school-map.school-map.nearby-line', { schools }),
        badge: null,
      })),
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

/** Of what is not there in the region: asked for in one press, and once. */
function missingRows(phase: CarePhase, { map, missing }: WholeMap, { language, calendar, now }: ViewContext) {
  const t = texts(language);
  return missing
    .filter((kind) => phaseOfKind[kind] === phase)
    .map((kind) => {
      const asked = map.askedFor[kind];
      const on = asked === undefined ? null : day(calendar.dayOf(new Date(asked)), language, calendar.dayOf(now));
      return {
        kind,
        title: kindWord(kind, language),
        line:
          on === null ? t('school-map.school-map.missing-line') : t('school-map.school-map.asked-line', { day: on }),
        badge: null,
      };
    });
}
