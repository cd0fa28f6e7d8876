const screen = `
.phase{padding-top:1.5rem}
.phase h2{font-size:1.3rem}
.lines{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(21rem,100%),1fr));gap:1rem;margin-top:.75rem}
.sheet{display:none}
`;

/** One A4 for the wall, in two columns; what is longer goes on a second sheet, nothing is cut. */
const paper = `
@page{size:A4 portrait;margin:10mm}
@media print{
:root{color-scheme:light;--ink:#000;--soft:#333;--ground:#fff}
.screen{display:none}
body{background:#fff;color:#000;font-size:10.5pt;line-height:1.3}
.sheet{display:block}
.sheet p{margin:0}
.head{display:flex;justify-content:space-between;gap:6mm;align-items:flex-start;border-bottom:1.5pt solid #000;padding-bottom:2mm;margin-bottom:3mm}
.big{font-size:19pt;font-weight:700;line-height:1.15;margin-bottom:1mm!important}
.code{display:flex;flex-direction:column;align-items:center;flex:none}
.qr{width:24mm;height:24mm;display:block}
.small{font-size:8.5pt;color:#333}
.columns{columns:2;column-gap:8mm;column-rule:.4pt solid #bbb}
.phase-name,.columns h2{font-weight:700;font-size:1.1em;background:#ececf2;padding:.7mm 1.5mm;margin:0 0 1mm!important;break-after:avoid;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.part+.part .phase-name{margin-top:3mm!important}
.columns .phase{margin-top:3mm;padding:0}
.line{break-inside:avoid;padding:0 1.5mm;margin-bottom:2mm}
.also{padding:0 1.5mm;font-style:italic}
}
`;

export const mapStyle = screen + paper;
