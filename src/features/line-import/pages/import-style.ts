export const importStyle = `
main{padding-top:1.5rem;padding-bottom:1rem}
main>p,main form{max-width:44rem}
h2{font-size:1.25rem;margin:1.75rem 0 .5rem}
.mark{color:var(--mark);font-size:.9375rem}
label{display:block;padding:.25rem 0}
input[type=file]{font:inherit;display:block;margin-top:.35rem;max-width:100%}
input[type=radio],input[type=checkbox]{width:1.1rem;height:1.1rem;vertical-align:-.15rem;margin:0 .35rem 0 0;accent-color:var(--accent)}
fieldset{border:1px solid var(--line);border-radius:6px;margin:1rem 0;padding:.6rem 1rem}
legend{font-weight:600;padding:0 .3rem}
ul{padding-left:1.2rem}
main section>ul>li{margin:.5rem 0}
.changed,.kept{list-style:none;padding:0}
table{border-collapse:collapse;margin:.4rem 0 .8rem;width:100%;table-layout:fixed}
th,td{text-align:left;vertical-align:top;border:1px solid var(--line);padding:.35rem .6rem;overflow-wrap:anywhere}
thead th{background:var(--wash)}
th:first-child{width:24%}
tbody th{font-weight:600}
code{font-size:.9em;background:var(--wash);padding:.05em .3em;border-radius:3px;overflow-wrap:anywhere}
summary{cursor:pointer;font-weight:600;margin-top:1.25rem}
.apply{border-top:1px solid var(--line);margin-top:1.5rem;padding-top:.5rem}
`;
