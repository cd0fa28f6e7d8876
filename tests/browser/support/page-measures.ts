/** Measures that are taken inside a page, as scripts: the browser's own types are not ours. */

/** How far, in pixels, something of the sheet's columns sticks out of them; below zero it all fits. */
export const sticksOut = `(() => {
  const columns = document.querySelector('.columns');
  const room = columns.getBoundingClientRect();
  const inner = [...columns.querySelectorAll('p')].map((one) => one.getBoundingClientRect());
  return Math.max(...inner.map(({ bottom, right }) => Math.max(bottom - room.bottom, right - room.right - 1)));
})()`;

/** The size of the letters on the sheet, in points. */
export const pointsOnSheet = `parseFloat(getComputedStyle(document.querySelector('.columns')).fontSize) * 72 / 96`;

/** The lowest contrast between letters and the ground behind them on the page (WCAG 2.2; 4.5 is asked). */
export const lowestContrast = `(() => {
  const parts = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const linear = (part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = (colour) => {
    const [r, g, b] = parts(colour).map(linear);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const groundOf = (element) => {
    if (element === null) return getComputedStyle(document.body).backgroundColor;
    const colour = getComputedStyle(element).backgroundColor;
    return parts(colour)[3] === 0 ? groundOf(element.parentElement) : colour;
  };
  const speaks = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
  const shown = [...document.querySelectorAll('body *')].filter((element) => element.checkVisibility() && speaks(element));
  return Math.min(...shown.map((element) => {
    const both = [luminance(getComputedStyle(element).color), luminance(groundOf(element))].sort((a, b) => b - a);
    return (both[0] + 0.05) / (both[1] + 0.05);
  }));
})()`;

/** How many pages a PDF has. */
export const pagesIn = (pdf: Buffer): number => (pdf.toString('latin1').match(/\/Type\s*\/Page(?!s)/g) ?? []).length;
