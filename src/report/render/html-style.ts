/** The style of the page: one column, light and dark, readable on a phone and on paper. */
export const style = `
:root{color-scheme:light dark;--page:#fdfdfc;--ink:#1f2328;--soft:#59636e;--line:#d9dde2;--fill:#f3f4f2;--link:#0b57a4;
--accent:#2f6fb5;--good:#1a7f5a;--bad:#b3392f;--open:#6e7781}
@media (prefers-color-scheme:dark){:root{--page:#15181c;--ink:#e3e6ea;--soft:#9aa4af;--line:#343b43;--fill:#1e2329;--link:#7db7f0;
--accent:#5b9bdc;--good:#4cc38a;--bad:#f0837a;--open:#8b949e}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:17px/1.75 system-ui,-apple-system,"PingFang SC","Microsoft YaHei",
"Noto Sans CJK SC","Noto Sans SC",sans-serif;overflow-wrap:anywhere}
main{max-width:44rem;margin:0 auto;padding:2rem 1.1rem 4rem}
h1,h2,h3,h4{line-height:1.35;text-wrap:balance}
h1{font-size:1.85rem;margin:.2rem 0 .5rem}
h2{font-size:1.4rem;margin:3rem 0 1rem;padding-bottom:.35rem;border-bottom:2px solid var(--line)}
h3{font-size:1.15rem;margin:2.2rem 0 .7rem}
h4{font-size:1rem;margin:1.6rem 0 .5rem}
p{margin:.7rem 0}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.15em}
.kicker,.note,figcaption,footer{color:var(--soft);font-size:.88rem}
.kicker{margin:0}
nav ul{columns:2;column-gap:2rem;padding-left:1.2rem;margin:.5rem 0 0;font-size:.93rem}
nav details{border:1px solid var(--line);border-radius:8px;padding:.6rem 1rem;margin:1.4rem 0}
summary{cursor:pointer;color:var(--soft);font-size:.9rem}
ol,ul{padding-left:1.5rem}
li{margin:.55rem 0}
li::marker{color:var(--soft)}
.quote{color:var(--ink);border-bottom:1px dotted var(--open)}
sup{line-height:0;font-size:.72em;margin-left:.1em}
sup a{text-decoration:none;padding:.25em .15em}
.scroll{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;width:100%;font-size:.92rem;font-variant-numeric:tabular-nums}
th,td{padding:.4rem .6rem;border-bottom:1px solid var(--line);text-align:left;white-space:nowrap}
th{color:var(--soft);font-weight:600}
.right{text-align:right}
figure{margin:1.6rem 0}
figure img{max-width:100%;height:auto;border-radius:8px;display:block}
figcaption{margin:0 0 .6rem}
.chart{display:block;width:100%;max-width:34rem;height:auto;font:13px/1 system-ui,-apple-system,"PingFang SC","Microsoft YaHei",
"Noto Sans CJK SC","Noto Sans SC",sans-serif}
.chart text{fill:var(--ink);stroke:var(--page);stroke-width:3px;paint-order:stroke;stroke-linejoin:round}
.chart .tick,.chart .figure{fill:var(--soft);font-size:11.5px;font-variant-numeric:tabular-nums}
.chart .accent{fill:var(--accent)}
.chart .grid{stroke:var(--line)}
.chart .axis{stroke:var(--open)}
.chart .mark{stroke:var(--ink);stroke-width:2}
.chart .interval{stroke-width:2.5;stroke-linecap:round}
.chart .good{fill:var(--good);stroke:var(--good)}
.chart .bad{fill:var(--bad);stroke:var(--bad)}
.chart .open{fill:var(--open);stroke:var(--open)}
figure details{margin-top:.6rem}
.sources{font-size:.88rem;line-height:1.6;padding-left:2.2rem}
.sources li:target,sup:target{background:var(--fill);outline:.3rem solid var(--fill)}
.sources p{margin:.2rem 0;color:var(--soft)}
.sources b{color:var(--ink);font-weight:600}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:1rem}
@media print{nav,summary{display:none}body{font-size:11pt}main{max-width:none;padding:0}a{color:inherit}}
`.trim();
