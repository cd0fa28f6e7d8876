import { ornament, rule, widthOf, write, type Canvas } from './canvas.js';
import { colour, column, page, styles } from './look.js';

/**
 * Writes the foot of every page, when it is known how many there are: the text on the left, 'n / m' on the right. For the
 * eye only. The margin goes away meanwhile: pdfkit would begin a new page below it.
 */
export function drawFeet(canvas: Canvas, text: string): void {
  const { doc } = canvas;
  const { start, count } = doc.bufferedPageRange();
  const y = page.height - page.foot;
  for (let index = start; index < start + count; index++) {
    doc.switchToPage(index);
    doc.page.margins.bottom = 0;
    rule(canvas, y - 9, colour.line);
    const number = `${index - start + 1} / ${count}`;
    const width = widthOf(canvas, number, styles.foot) + 2;
    ornament(canvas, () => {
      write(canvas, text, styles.foot, { y, width: column - width - 20, height: styles.foot.size });
      write(canvas, number, styles.foot, { x: page.side + column - width, y, width, align: 'right' });
    });
  }
}
