const screen = `
main{padding-top:1.5rem}
.contents a[aria-current]{color:var(--ink);text-decoration:none;border-left:4px solid var(--accent);padding-left:.6rem}
.filter{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:end;margin-bottom:1.5rem}
.filter label{display:block;font-size:.9375rem;color:var(--soft)}
.filter input,.filter select{font:inherit;color:var(--ink);background:var(--ground);border:1px solid var(--soft);border-radius:6px;padding:.45rem .6rem;min-height:2.75rem}
.filter input[type=number]{width:6rem}
.filter select:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
main h2{font-size:1.25rem}
main h2 span{font-size:1rem;font-weight:400}
.services{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(22rem,100%),1fr));gap:1rem;margin-top:1rem}
.stands{background:var(--wash);border-left:4px solid var(--line);padding:.4rem .75rem;border-radius:0 4px 4px 0;margin:.5rem 0}
.stands strong{display:block}
.stands strong::first-letter{text-transform:uppercase}
.stands span{display:block;color:var(--soft);font-size:.9375rem}
.stands.place{border-color:var(--good)}
.stands.waitlist{border-color:var(--mark)}
`;

/** On paper: what one would press is left out, nothing is broken over two pages, no colour is needed. */
const paper = `
@media print{
:root{color-scheme:light;--ink:#000;--soft:#333;--ground:#fff;--wash:#fff;--line:#888}
html{font-size:9.5pt}
body{background:#fff;font-size:1rem;line-height:1.35}
.skip,.contents,.on-screen{display:none}
.body{display:block}
header.top{padding:0 0 3mm;background:#fff}
main{padding-top:3mm}
.services{display:block;columns:2;column-gap:8mm}
article{break-inside:avoid;border:0;border-top:.5pt solid #888;border-radius:0;padding:2mm 0;margin:0}
.stands{padding:0;border:0}
a{color:#000;text-decoration:none}
footer{margin-top:4mm;padding:2mm 0 0}
}
`;

export const catalogueStyle = screen + paper;
