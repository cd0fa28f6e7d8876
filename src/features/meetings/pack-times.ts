import type { ViewContext } from '../../contracts/action.js';
import type { Block } from '../../contracts/document.js';
import { everyRegion, figureRegions, type ShownTime } from '../../domain/figures/index.js';
import { duration } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import type { PackFacts } from './pack-facts.js';

/**
 * How long it took until the first contact, per region, beside the period before; told from 5 cases on only. Of how many
 * is not told: nearly the same number stands in other tables, and may be kept back there.
 */
export function regionTimes({ now, then }: PackFacts, { language }: ViewContext): Block[] {
  const say = texts(language);
  const rows = [...figureRegions, everyRegion].flatMap((region) => {
    const time = now?.times.find((one) => one.region === region);
    if (time === undefined || time.cases === 0) return [];
    const name = region === everyRegion ? say('meetings.pack.all') : say(`common.common.region.${region as 'VBO'}`);
    const before = then?.times.find((one) => one.region === region);
    const told = [hours(time, 'median', language), hours(time, 'p90', language)];
    return [[name, ...told, ...(then === null ? [] : [hours(before, 'median', language)])]];
  });
  if (rows.length === 0) return [];
  const head = [
    '',
    ...(['median', 'p90'] as const).map((measure) => say(`figures.values.measure.${measure}`)),
    ...(then === null ? [] : [say('meetings.pack.median-before')]),
  ];
  return [
    { heading: say('figures.time-to-contact.name') },
    { table: { head, rows } },
    { remark: say('figures.time-to-contact.definition') },
  ];
}

/** `7 uur`, `3 dagen`; `–` when too few cases stand behind it. */
function hours(time: ShownTime | undefined, measure: 'median' | 'p90', language: ViewContext['language']): string {
  const value = time?.[measure] ?? null;
  if (value === null) return '–';
  return value < 48
    ? texts(language)('figures.shown.hours', { hours: value })
    : duration(Math.round(value / 24), language);
}
