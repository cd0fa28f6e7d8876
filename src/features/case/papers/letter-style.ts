const screen = `
.letter{max-width:38rem;padding-top:1.5rem;font-size:1.125rem;line-height:1.6}
.letter p{margin:0 0 1rem}
.call{border-inline-start:4px solid var(--accent);padding-inline-start:.9rem}
.open-line{display:inline-block;min-width:14rem;border-bottom:1px solid currentColor}
.regards{margin-top:2rem!important}
`;

/** One sheet of paper. Without a margin of the browser: there it would print the address of the page. */
const paper = `
@page{size:A4 portrait;margin:0}
@media print{
:root{color-scheme:light;--ink:#000;--soft:#333;--ground:#fff;--wash:#fff;--line:#000;--accent:#000}
body{background:#fff;color:#000;padding:18mm 20mm}
.wide{max-width:none;padding:0}
header.top{background:none;padding:0 0 5mm}
.letter{max-width:none;font-size:13pt;padding-top:7mm}
.letter a{color:#000;text-decoration:none}
footer{display:none}
}
`;

export const letterStyle = screen + paper;
