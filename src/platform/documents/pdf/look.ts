/** How a document looks. Lengths are in points: 72 to an inch, A4 is 595 by 842. */
export const page = { width: 595.28, height: 841.89, side: 62, top: 62, bottom: 76, foot: 44 } as const;

export const column = page.width - 2 * page.side;
/** As high as a page can be filled. */
export const fullHeight = page.height - page.top - page.bottom;

export const colour = {
  ink: '#1d2830',
  grey: '#5b6770',
  accent: '#17566f',
  bar: '#2b7594',
  barBefore: '#b4d0dc',
  line: '#d3dade',
} as const;

export interface TextStyle {
  readonly font: 'Helvetica' | 'Helvetica-Bold';
  readonly size: number;
  readonly colour: string;
  /** Between two lines. */
  readonly lead: number;
}

const style = (
  size: number,
  lead: number,
  ink: string = colour.ink,
  font: TextStyle['font'] = 'Helvetica',
): TextStyle => ({
  font,
  size,
  lead,
  colour: ink,
});

export const styles = {
  title: style(23, 3, colour.ink, 'Helvetica-Bold'),
  subtitle: style(12, 3, colour.grey),
  heading: style(13.5, 3, colour.accent, 'Helvetica-Bold'),
  text: style(10, 3.6),
  remark: style(8.5, 2.8, colour.grey),
  label: style(10, 3, colour.grey),
  cell: style(9.5, 2.4),
  head: style(8.5, 2, colour.grey, 'Helvetica-Bold'),
  chartTitle: style(10.5, 3, colour.ink, 'Helvetica-Bold'),
  bar: style(9.5, 2),
  hidden: style(9.5, 2, colour.grey),
  foot: style(8, 2, colour.grey),
} as const;

/** Empty space above each kind of block, when it does not stand at the top of a page. */
export const above = { heading: 22, text: 8, remark: 10, list: 7, facts: 12, table: 10, bars: 14 } as const;
