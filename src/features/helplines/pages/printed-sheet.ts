import type { Language } from '../../../domain/language.js';
import { day } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { html, type Html } from '../../../lib/html/html.js';
import { siteText } from '../../../lib/html/links.js';
import { alertText, agesText, emailOf, hoursText, siteOf, staleText } from './line-words.js';
import type { Around, ShownLine, ShownPhase, ShownRegion } from './region-lines.js';

/** How much a sheet tells of each line; the further, the less. */
export const densities = ['full', 'without-way', 'without-hours', 'contact-only'] as const;
export type Density = (typeof densities)[number];

/** The sizes of the letters in points, the largest first: few lines are printed large, many small, never below 8.6. */
export const sizes = [11.5, 10.6, 9.8, 9.2, 8.6] as const;

/** The room in a column: its width and its height, in points, a little less than they are. */
const columnWidth = 250;
const columnHeight = 664;
/** How wide a sign is and how high a row, as part of the size of the letters; a little more than they are. */
const signWidth = 0.5;
const rowHeight = 1.25;

/** One line as it is printed: its name with ages, and the rows below it. */
interface Printed {
  readonly name: string;
  readonly ages: string | null;
  readonly stale: boolean;
  /** Phone, mail, site: never broken, as many on a row as fit. */
  readonly contacts: readonly string[];
  readonly rows: readonly string[];
}

/** How wide a text is, counted in small letters: capitals and m, w, @ are wider. */
const widthOf = (text: string): number => text.length + 0.3 * (text.match(/[\p{Lu}mw@]/gu)?.length ?? 0);

/** So many rows these words take: a word is not broken, and goes to the next row when it does not fit. */
function rowsOfWords(words: readonly string[], between: number, size: number): number {
  const room = columnWidth / (signWidth * size);
  return words.map(widthOf).reduce(
    ({ rows, used }, width) => {
      const beside = used + between + width;
      return rows > 0 && beside <= room
        ? { rows, used: beside }
        : { rows: rows + Math.ceil(width / room), used: width % room };
    },
    { rows: 0, used: 0 },
  ).rows;
}

const rowsOf = (text: string, size: number): number => Math.max(1, rowsOfWords(text.split(' '), 1, size));

/** A text that would fill the sheet by itself ends in an ellipsis. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
const cutOrNull = (text: string | null): string | null => (text === null ? null : cut(text, 140));

function printed(one: ShownLine, density: Density, language: Language, today: string): Printed {
  const { line } = one;
  const site = siteOf(one);
  const ways = [line.phone, emailOf(one), site === null ? null : siteText(site)].filter((way) => way !== null);
  const contacts = density === 'contact-only' ? ways.slice(0, 1) : ways.slice(0, density === 'full' ? 3 : 2);
  const rows = [
    density === 'full' || density === 'without-way' ? hoursText(line, language) : null,
    density === 'full' ? line.howToRefer : null,
    cutOrNull(alertText(line, language)),
  ];
  return {
    name: cut(line.name, 90),
    ages: density === 'contact-only' ? null : agesText(line, language),
    stale: staleText(line, language, today) !== null,
    contacts,
    rows: rows.filter((row): row is string => row !== null && row !== ''),
  };
}

/** How many rows it takes; the gap below it counts for a quarter. */
const heightOf = ({ name, ages, contacts, rows }: Printed, size: number): number =>
  [`${name} ${ages ?? ''}   `, ...rows].reduce((sum, row) => sum + rowsOf(row, size), 0.25) +
  rowsOfWords(contacts, 3, size);

const alsoText = ({ without }: ShownPhase, language: Language): string | null => {
  const say = texts(language);
  const names = without.map((kind) => say(`helplines.kinds.${kind}.name`));
  return names.length === 0 ? null : `${say('help-pages.page.without-short')} ${names.join(', ')}`;
};

interface Plan {
  readonly density: Density;
  readonly size: number;
  /** How many lines of each phase are printed. */
  readonly counts: readonly number[];
}

/** Each phase as blocks that are not broken over columns, in rows: its heading with the first line, the other lines, the rest. */
function blocksOf({ phases, today }: ShownRegion, { density, size, counts }: Plan, language: Language): number[] {
  return phases.flatMap((phase, index) => {
    const shown = phase.lines.slice(0, counts[index]);
    const [first = 0, ...others] = shown.map((one) => heightOf(printed(one, density, language, today), size));
    const also = alsoText(phase, language);
    const left = shown.length < phase.lines.length ? 1.1 : 0;
    return [2.1 + first, ...others, left + (also === null ? 0 : rowsOf(also, size) + 0.1)];
  });
}

/** Whether the blocks fit below each other in two columns. */
function fits(blocks: readonly number[], size: number): boolean {
  const room = columnHeight / (size * rowHeight);
  const end = blocks.reduce(
    ({ column, used }, block) =>
      used + block <= room ? { column, used: used + block } : { column: column + 1, used: block },
    { column: 1, used: 0 },
  );
  return end.column <= 2 && blocks.every((block) => block <= room);
}

/**
 * What goes on the sheet. First the letters become smaller; then the way to ask for help gives way, then the hours, then
 * everything but one contact; when even that does not fit, the last lines of the longest phases stay on the web page.
 */
export function planSheet(shown: ShownRegion, language: Language): Plan {
  const counts = shown.phases.map(({ lines }) => lines.length);
  const plans = densities.flatMap((density) => sizes.map((size): Plan => ({ density, size, counts })));
  const whole = plans.find((plan) => fits(blocksOf(shown, plan, language), plan.size));
  return whole ?? shortened(shown, { density: 'contact-only', size: 8.6, counts }, language);
}

/** More lines of one phase than this fit on no sheet. */
const mostInPhase = 70;

const oneLess = (counts: readonly number[]): number[] => {
  const longest = counts.indexOf(Math.max(...counts));
  return counts.map((count, index) => (index === longest ? count - 1 : count));
};

/** Takes away the last line of the longest phase until it fits. */
function shortened(shown: ShownRegion, plan: Plan, language: Language): Plan {
  let counts = plan.counts.map((count) => Math.min(count, mostInPhase));
  while (Math.max(...counts) > 0 && !fits(blocksOf(shown, { ...plan, counts }, language), plan.size))
    counts = oneLess(counts);
  return { ...plan, counts };
}

/** The sheet for the staff room: one A4 in two columns, with a code that leads to the page. Not there on a screen. */
export function printedSheet(shown: ShownRegion, { language, code }: Around): Html {
  const say = texts(language);
  const region = say(`common.common.region.${shown.region}`);
  const { density, size, counts } = planSheet(shown, language);
  return html`<div class="sheet" aria-hidden="true">
    <div class="head">
      <div>
        <p class="title">${say('help-pages.page.title', { region })}</p>
        <p>${say('help-pages.page.intro')} <strong>${say('help-pages.page.danger')}</strong></p>
        <p class="small">
          ${say('help-pages.page.sender')} · ${say('help-pages.page.made', { day: day(shown.today, language) })}
          ${shown.today.slice(0, 4)}
        </p>
      </div>
      <div class="code">
        ${code}
        <p class="small">${say('help-pages.page.qr')}</p>
      </div>
    </div>
    <div class="columns" style="font-size:${size}pt">
      ${shown.phases.map((phase, index) => printedPhase(phase, counts[index] ?? 0, density, shown.today, language))}
    </div>
    <p class="foot small">${say('help-pages.page.stale-about')}</p>
  </div>`;
}

function printedPhase(phase: ShownPhase, count: number, density: Density, today: string, language: Language): Html {
  const say = texts(language);
  const also = alsoText(phase, language);
  const left = phase.lines.length - count;
  return html`<div class="part">
    <p class="phase-name">${say(`helplines.phases.${phase.phase}.name`)}</p>
    ${phase.lines.slice(0, count).map((one) => printedLine(printed(one, density, language, today)))}
    ${left > 0 && html`<p class="also">${say('help-pages.page.more', { count: left })}</p>`}
    ${also !== null && html`<p class="also">${also}</p>`}
  </div>`;
}

const printedLine = ({ name, ages, stale, contacts, rows }: Printed): Html =>
  html`<div class="line">
    <p><b>${name}</b>${stale && ' ◔'}${ages !== null && html` <span class="ages">${ages}</span>`}</p>
    <p class="contacts">${contacts.map((contact) => html`<span>${contact}</span> `)}</p>
    ${rows.map((row) => html`<p>${row}</p>`)}
  </div>`;
