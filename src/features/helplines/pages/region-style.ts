const screen = `
.phase{padding-top:2.25rem}
.phase h2{font-size:1.4rem;padding-bottom:.25rem}
.lines{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(21rem,100%),1fr));gap:1rem;margin-top:1rem}
.stale{color:var(--mark)}
.without{margin-top:1.25rem}
.without h3{font-size:1rem;color:var(--soft);font-weight:600}
.without dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(21rem,100%),1fr));gap:.35rem 1rem}
.without dt{color:var(--ink);font-weight:600}
.without dd{color:var(--soft);font-size:.9375rem}
.sheet{display:none}
`;

/** One A4 for the wall: what does not fit is left out beforehand (see printed-sheet), so nothing is cut. */
const paper = `
@page{size:A4 portrait;margin:10mm}
@media print{
:root{color-scheme:light;--ink:#000;--soft:#333;--ground:#fff}
.screen{display:none}
body{background:#fff;color:#000;font-size:8.6pt;line-height:1.24}
.sheet{display:flex;flex-direction:column;height:276mm;overflow:hidden}
.sheet p{margin:0}
.head{display:flex;justify-content:space-between;gap:6mm;align-items:flex-start;border-bottom:1.5pt solid #000;padding-bottom:2mm;margin-bottom:2mm}
.title{font-size:17pt;font-weight:700;line-height:1.15;margin-bottom:1mm!important}
.code{display:flex;flex-direction:column;align-items:center;flex:none}
.qr{width:19mm;height:19mm;display:block}
.small{font-size:8.5pt;color:#333}
.columns{flex:1;min-height:0;max-height:100%;columns:2;column-gap:7mm;column-fill:balance;column-rule:.4pt solid #bbb}
.phase-name{font-weight:700;font-size:1.1em;background:#ececf2;padding:.5mm 1.2mm;margin:0 0 .8mm!important;break-after:avoid;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.part+.part .phase-name{margin-top:1.6mm!important}
.line{break-inside:avoid;padding:0 1.2mm;margin-bottom:.9mm}
.ages{white-space:nowrap}
.contacts span{display:inline-block;margin-right:1em}
.contacts span:first-child{font-weight:600}
.also{padding:0 1.2mm;font-style:italic;break-inside:avoid}
.foot{border-top:.4pt solid #999;padding-top:1mm;margin-top:1.5mm!important}
}
`;

export const regionStyle = screen + paper;
