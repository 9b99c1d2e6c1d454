/** The style sheet of every page: light and dark, for phones, desktops and paper. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#f7f8f9;--card:#fff;--ink:#16191d;--muted:#566069;--line:#dfe3e8;--accent:#0a58a8;--on-accent:#fff;--soft:#edf2f8;--cover:#7a4a00;--cover-bg:#fdf3df;--bad:#9b1c13;--bad-bg:#fdecea;--code:#f0f2f5}
@media (prefers-color-scheme:dark){:root{--bg:#121518;--card:#1a1e23;--ink:#e8ebee;--muted:#a2adb8;--line:#2d343c;--accent:#82bcff;--on-accent:#0b1c2e;--soft:#1f2a36;--cover:#f0c274;--cover-bg:#2e2614;--bad:#ff9d94;--bad-bg:#3a1b19;--code:#22272d}}
*{box-sizing:border-box}
html{font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--bg);color:var(--ink);overflow-wrap:break-word}
bdi,code,dd a,.names a{overflow-wrap:anywhere}
a,.person bdi{text-decoration-thickness:1px;text-decoration-color:color-mix(in srgb,currentColor 45%,transparent);text-underline-offset:.18em}
a{color:var(--accent)}
a:hover,a:hover bdi{text-decoration-color:currentColor}
.person{display:inline-flex;gap:.4em;align-items:baseline;max-width:100%;text-decoration:none}
a.person bdi{text-decoration-line:underline}
h1.person,h2.person{display:flex}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
main:focus{outline:none}
.skip{position:absolute;left:-100vw}
.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.3rem .6rem;z-index:1}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.top,main,footer{max-width:76rem;margin:0 auto;padding:0 1.25rem}
.top{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:baseline;padding-top:.9rem;padding-bottom:.6rem}
.top p{margin:0;font-weight:650}
.top nav{display:flex;gap:.25rem}
.top nav a{padding:.4rem .6rem;border-radius:6px;text-decoration:none}
.top nav a[aria-current]{background:var(--soft);font-weight:600}
main{padding-bottom:2.5rem}
footer{border-top:1px solid var(--line);color:var(--muted);font-size:.85rem;padding-top:.75rem;padding-bottom:1.5rem}
footer p{margin:0}
h1{font-size:1.65rem;line-height:1.2;margin:.75rem 0 .35rem;letter-spacing:-.01em}
h2{font-size:1.2rem;line-height:1.3;margin:2rem 0 .6rem}
h3{font-size:1.08rem;margin:1.5rem 0 .4rem}
h4,h5,h6{font-size:1rem;margin:1.1rem 0 .3rem}
p,ul,ol,dl,table{margin:.5rem 0}
.lead,.facts{color:var(--muted);margin:0 0 .75rem}
.note,.muted{color:var(--muted);font-size:.92rem}
.label{color:var(--muted);font-size:.85rem;margin-right:.35rem}
.sep::before{content:"·";margin:0 .45rem;color:var(--muted)}
.anchor{position:absolute;top:0}
.stale{background:var(--cover-bg);color:var(--cover);border-left:4px solid;border-radius:4px;padding:.6rem .9rem;margin:.75rem 0}
.stale.over{background:var(--bad-bg);color:var(--bad);font-weight:600}
.stale.over ul{font-weight:400;margin:.25rem 0 0}
.stale p{margin:0}
.stale a{color:inherit}
[hidden]{display:none!important}
.cards{list-style:none;padding:0;margin:1rem 0;display:grid;gap:1rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,21rem),1fr))}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1rem 1.1rem .9rem}
.card h2{margin:0 0 .75rem;font-size:1.08rem}
.card h2 a{text-decoration:none}
.card h2 a:hover{text-decoration:underline}
.card p{margin:.6rem 0 0;font-size:.92rem}
.duty{margin:.4rem 0;display:grid;gap:.35rem}
.duty div{display:grid;grid-template-columns:4.6rem 1fr;gap:.5rem;align-items:baseline}
dt{color:var(--muted);font-size:.85rem}
dd{margin:0}
.duty strong{display:block;font-size:1.2rem;font-weight:650;line-height:1.35}
.one-duty{display:flex;flex-direction:column}
.one-duty+.one-duty{margin-top:.6rem}
.duty.off{order:1}
.which,.one-duty:has(.duty:not(.off)) .off>:first-child{display:none}
.one-duty:has(.duty:not(.off)) .off .which{display:inline}
.duty.off strong{font-size:1rem;font-weight:400;color:var(--muted)}
.mute{background:var(--cover-bg);color:var(--cover);border-radius:6px;padding:.4rem .75rem;margin:.75rem 0;width:fit-content;max-width:100%;font-size:.92rem}
.mute.past,.mute.running .coming{display:none}
.for{color:var(--cover);font-size:.92rem}
.duty .for{display:block}
.duty .for:empty{display:none}
.rows,.names{list-style:none;padding:0}
.rows li{padding:.45rem 0;border-top:1px solid var(--line)}
.rows li:first-child{border:0}
.rows .muted{margin-left:.4rem}
.names{display:flex;flex-wrap:wrap;gap:.5rem 1.25rem}
.names a{min-height:2rem}
.names a:not(.person){display:inline-block;padding:.15rem 0}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-top:1px solid var(--line)}
thead th{border:0;color:var(--muted);font-size:.85rem;font-weight:500}
tbody th{font-weight:500}
td:last-child,th:last-child{padding-right:0}
td time,.shifts td:nth-child(-n+2){white-space:nowrap}
tr.past{color:var(--muted)}
tr.running td{background:var(--soft)}
tr.running td:first-child{box-shadow:-.5rem 0 var(--soft)}
tr.running td:last-child{box-shadow:.5rem 0 var(--soft)}
tr.clash td{background:var(--bad-bg);color:var(--bad)}
tr.clash .for{color:inherit;font-weight:600}
td .for,td .muted{display:block}
.next tr.past{display:none}
.shifts td:nth-child(-n+2),.shifts th:nth-child(-n+2){width:30%}
.figures td:not(:first-child),.figures th:not(:first-child){text-align:right}
.wide{overflow-x:auto}
.wide table{width:max-content;min-width:100%}
.figures td,.figures th{white-space:nowrap}
.figures th[scope=row]{white-space:normal;max-width:14rem;min-width:6rem}
.rotations{display:grid;gap:0 3rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,26rem),1fr))}
.filter{margin:.75rem 0;padding:.75rem 0;border:solid var(--line);border-width:1px 0}
.filter p{margin:.35rem 0 0}
.filter a,.jump a{display:inline-flex;gap:.4em;align-items:center;min-height:2rem;padding:.15rem .75rem;margin:.15rem .15rem .15rem 0;border-radius:1.4rem;background:var(--soft);text-decoration:none;max-width:100%}
.filter a:hover,.jump a:hover{text-decoration:underline}
.duty time{white-space:nowrap}
.jump .label{display:block}
.jump .more{background:none;border:1px solid var(--line)}
.filter summary{padding:.3rem 0}
.filter .label{display:inline-block;min-width:4rem}
.actions{display:flex;flex-wrap:wrap;gap:.6rem;margin:1rem 0}
.button{display:inline-block;padding:.5rem .9rem;border:1px solid var(--accent);border-radius:8px;text-decoration:none;font-weight:500}
.button:hover{background:var(--soft)}
.jump{margin:.9rem 0}
.card .jump{margin-bottom:0}
.head .one-duty{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.5rem 1.1rem;max-width:44rem}
.alert,.prose,.rule,.ladder,main>p,main>.rows,main>.shifts{max-width:44rem}
.alert{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.2rem 1.25rem 1rem;margin:0 0 1rem;scroll-margin-top:1rem}
.alert:target{border-color:var(--accent);box-shadow:0 0 0 1px var(--accent)}
.alert h3{font-size:1.15rem;margin:.8rem 0 0}
.alert h4{margin:1rem 0 .2rem;font-size:.95rem}
.alert li,.prose li{margin:.3rem 0}
.alert ol,.alert ul{padding-left:1.4rem}
.rule{display:grid;gap:.25rem;margin-top:1rem}
.alert details{border-top:1px solid var(--line);margin-top:1rem;padding-top:.6rem;font-size:.92rem}
summary{cursor:pointer;color:var(--muted)}
.alert .rule{margin-top:.5rem}
.rule div{display:grid;grid-template-columns:7rem 1fr;gap:.5rem;align-items:baseline}
code{font:.9em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--code);border-radius:4px;padding:.1em .3em}
pre{background:var(--code);border-radius:6px;padding:.6rem .8rem;white-space:pre-wrap}
pre code{background:none;padding:0}
blockquote{margin:.75rem 0;padding-left:1rem;border-left:3px solid var(--line);color:var(--muted)}
.ladder{list-style:none;padding:0;margin:.5rem 0}
.ladder li{display:grid;grid-template-columns:7rem 1fr;gap:.5rem;padding:.4rem 0 .4rem 1.1rem;border-left:3px solid var(--line)}
.ladder .when{color:var(--muted)}
.picture{margin:.75rem 0}
.wb-picture{--wb-paper:var(--card)}
.picture svg{display:block;max-width:100%;height:auto}
.image{position:relative;width:fit-content;max-width:100%;margin:.75rem 0}
.image img{display:block;max-width:100%;height:auto}
.image .picture{position:absolute;inset:0;margin:0}
.image .picture svg{width:100%;height:100%}
.picture.phone{display:none}
@media (max-width:40rem){.picture.desk{display:none}.picture.phone{display:block}}
@media (max-width:30rem){h1{font-size:1.4rem}.top,main,footer{padding-left:1rem;padding-right:1rem}th,td{padding-right:.5rem}.shifts td:nth-child(-n+2){width:6.2rem}.shifts time,.shifts td:nth-child(-n+2){white-space:normal}.filter a,.jump a,.names a{min-height:2.75rem}.filter .label{display:block}}
@media (min-width:64rem){.jump .more{display:none}.pipeline{display:grid;grid-template:"alerts head" auto "alerts side" 1fr "rest side" auto/minmax(0,44rem) minmax(0,1fr);gap:0 3rem}.head{grid-area:head}.alerts-part{grid-area:alerts}.side{grid-area:side}.rest{grid-area:rest}.alerts-part>h2{margin-top:0}.duty:first-child{margin-top:.4rem}}
@media print{
:root{--bg:#fff;--card:#fff;--ink:#000;--muted:#444;--line:#bbb;--accent:#000;--soft:#eee;--cover:#000;--cover-bg:#fff;--bad:#000;--bad-bg:#eee}
@page{margin:10mm}
html{font-size:9pt}
.top nav,.skip,.filter,.actions,nav.jump,noscript,.picture.phone{display:none}.picture.desk{display:block}
.top,main,footer{max-width:none;padding:0}
a,a.person bdi{text-decoration:none}
.card,.rotation{break-inside:avoid}
}
`;
