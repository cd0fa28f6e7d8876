/** Colours in both themes: text on its ground always well above 4.5 to 1. */
const colours = `
:root{color-scheme:light dark;--ink:#1f1f1f;--soft:#565656;--ground:#fff;--wash:#f5f5f8;--line:#d8d8e0;--accent:#4f52b2;--on:#fff;--mark:#7a4b00;--good:#0e700e}
@media (prefers-color-scheme:dark){:root{--ink:#f2f2f2;--soft:#b9b9c3;--ground:#1c1c20;--wash:#27272d;--line:#44444e;--accent:#aeb0f5;--on:#16161a;--mark:#f1c27d;--good:#9fd89f}}
`;

/** What all our pages share: quiet letters, one column that stays readable, focus that is seen. */
export const look = `${colours}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.55 'Segoe UI',system-ui,-apple-system,'Open Sans',sans-serif;overflow-wrap:break-word}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible,button:focus-visible,input:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
h1,h2,h3{line-height:1.25;margin:0;text-wrap:balance}
h1{font-size:clamp(1.6rem,1.2rem + 2vw,2.25rem)}
p{margin:.4rem 0}
.skip{position:absolute;left:-999px}
.skip:focus{left:1rem;top:.5rem;background:var(--ground);padding:.4rem .8rem;z-index:2}
.wide{max-width:78rem;margin:0 auto;padding:0 1.25rem}
header.top{background:var(--wash);border-bottom:1px solid var(--line);padding:1.75rem 0 1.5rem}
.sender{color:var(--soft);font-size:.9375rem;margin:0 0 .35rem}
.soft{color:var(--soft)}
footer{border-top:1px solid var(--line);margin-top:3rem;padding:1.25rem 0 2.5rem;color:var(--soft);font-size:.9375rem}
footer ul,nav ul{list-style:none;padding:0;margin:.5rem 0 0;display:flex;flex-wrap:wrap;gap:.3rem 1.25rem}
footer a{display:inline-block;padding:.3rem 0}
nav li{padding:.3rem 0}
main:focus{outline:none}
.body{display:grid;grid-template-columns:minmax(0,1fr);gap:0 3rem;align-items:start}
.contents{padding:1rem 0 0}
.contents a{font-weight:600}
.note{background:var(--wash);border-left:4px solid var(--mark);padding:.45rem .75rem;border-radius:0 4px 4px 0}
.regions{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(18rem,100%),1fr));gap:1rem;margin:1.5rem 0}
.regions a{display:block;border:1px solid var(--line);border-radius:8px;padding:1.1rem 1.25rem;text-decoration:none}
.regions a:hover{border-color:var(--accent)}
.regions strong{display:block;font-size:1.2rem;text-decoration:underline;text-underline-offset:.15em}
.regions span{color:var(--soft)}
article{overflow-wrap:anywhere;border:1px solid var(--line);border-radius:8px;padding:1rem 1.1rem .8rem}
article h3{font-size:1.125rem}
.kind{margin:0 0 .1rem;color:var(--soft);font-size:.875rem}
.of{margin:.1rem 0}
dl{margin:.5rem 0}
article dl>div{display:grid;grid-template-columns:6.2rem 1fr;gap:.1rem .6rem;padding:.16rem 0}
dt{color:var(--soft)}
dd{margin:0;min-width:0}
article dd a{font-weight:600}
.checked{font-size:.875rem;color:var(--soft);margin:.35rem 0 0}
button{font:inherit;font-weight:600;color:var(--on);background:var(--accent);border:1px solid transparent;border-radius:6px;padding:.6rem 1.4rem;cursor:pointer}
@media (min-width:62rem){.body{grid-template-columns:15rem minmax(0,1fr)}.contents{position:sticky;top:1rem;padding-top:2.4rem}.contents ul{flex-direction:column}}
@media (max-width:26rem){article dl>div{grid-template-columns:1fr}article dd{padding-bottom:.2rem}}
`;
