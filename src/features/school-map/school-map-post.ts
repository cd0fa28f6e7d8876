import { z } from 'zod';
import { view, type ViewContext } from '../../contracts/action.js';
import { carePhases } from '../../domain/helpline/kinds.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { linesIn, loadMap, type LoadedMap } from './told/loaded-map.js';
import { lineId, mapId } from './map-access.js';
import { mapLink } from './told/map-link.js';
import { kindWord, mapLine } from './told/map-words.js';

interface PostFacts extends LoadedMap {
  readonly why: 'check' | 'changed' | null;
  readonly changed: readonly string[];
  /** It stands where the bot may not be: nothing to press. */
  readonly apart: boolean;
}

/** A school's map as a channel may read it: the lines of the region, no contact persons, no notes. */
export const schoolMapPost = view({
  slug: 'school-map-post',
  audience: 'stored',
  params: z.object({
    mapId,
    why: z.enum(['check', 'changed']).optional(),
    lines: z.array(lineId).optional(),
    apart: z.literal('yes').optional(),
  }),
  async load(read, { mapId: id, why, lines = [], apart }): Promise<PostFacts | null> {
    const loaded = await loadMap(read, id);
    if (loaded === null) return null;
    const changed = loaded.lines.filter(({ line }) => lines.includes(line.id)).map(({ line }) => line.name);
    return { ...loaded, why: why ?? null, changed, apart: apart === 'yes' };
  },
  fill(facts, context) {
    const { map, lines, why, apart } = facts;
    const { language } = context;
    const t = texts(language);
    const phases = carePhases.flatMap((phase) => {
      const names = linesIn(lines, phase).map(({ line }) => plain(line.name));
      return names.length === 0 ? [] : [{ name: t(`helplines.phases.${phase}.name`), lines: names.join(', ') }];
    });
    return {
      mapId: map.id,
      ...stripOf(facts, context),
      title: plain(map.name),
      line: mapLine(map, context),
      empty: phases.length === 0 ? t('school-map.school-map-post.empty') : null,
      phases,
      seeks:
        map.seeks.length === 0
          ? null
          : t('school-map.school-map-post.seeks', {
              kinds: map.seeks.map((kind) => kindWord(kind, language)).join(', '),
            }),
      paper: mapLink(map.id, context),
      paperTitle: t('school-map.school-map-post.paper'),
      open: apart ? null : 'yes',
      check: why === 'check' && !apart ? 'yes' : null,
    };
  },
  summary: ({ map, why }, { language }) =>
    texts(language)(`school-map.school-map-post.summary.${why ?? 'plain'}`, { name: map.name }),
});

function stripOf({ map, why, changed }: PostFacts, { language, calendar, now }: ViewContext) {
  const t = texts(language);
  const isDone = why === 'check' && map.checkedOn >= calendar.dayOf(now);
  if (why === null || isDone) return { state: null, next: null };
  const names = changed.map((name) => plain(name)).join(', ');
  return {
    state: t(`school-map.school-map-post.states.${why}`),
    next: why === 'check' ? t('school-map.school-map-post.check-next') : names,
  };
}
