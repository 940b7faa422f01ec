import { DARK, FIGURE_RULES, LIGHT, PAPER, paletteVariables, VARIABLES } from "../figures/palette.ts";

const DARK_PAPER = "#1b1917";

/** The whole style of a report: a quiet page that prints on A4 and Letter, light or dark on a screen, light on paper. */
export const STYLE = `
:root{--paper:${PAPER};${paletteVariables(LIGHT)};color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:root{--paper:${DARK_PAPER};${paletteVariables(DARK)}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.6 "Iowan Old Style","Palatino Linotype","URW Palladio L",Palatino,Georgia,"DejaVu Serif",serif;hyphens:manual}
header,main,footer{max-width:46rem;margin:0 auto;padding:0 1.5rem}
header{padding-top:3.5rem}
.kicker{margin:0;color:var(--quiet);font:600 .75rem/1.4 var(--sans);letter-spacing:.08em;text-transform:uppercase}
:root{--sans:"Source Sans 3","Segoe UI",system-ui,-apple-system,"DejaVu Sans",sans-serif}
h1{margin:.2rem 0 .4rem;font-size:2.1rem;line-height:1.15;font-weight:600;text-wrap:balance;overflow-wrap:anywhere}
h2{margin:0 0 .8rem;font-size:1.35rem;line-height:1.25;font-weight:600}
h3{margin:1.4rem 0 .4rem;font-size:1.05rem;font-weight:600}
p{margin:.6rem 0}
section{margin:2.6rem 0;padding-top:1.6rem;border-top:1px solid var(--rule)}
.facts,.note,figcaption,footer,small,table{font:.85rem/1.5 var(--sans);color:var(--quiet)}
.facts{margin:0}
.notice{margin:1rem 0;padding:.6rem .9rem;border-left:3px solid var(--pulse);font:.9rem/1.5 var(--sans)}
blockquote{margin:1rem 0;padding:0 0 0 1.1rem;border-left:3px solid var(--together);white-space:pre-line;font-style:italic;overflow-wrap:anywhere}
blockquote footer,.said small{display:block;padding:0;font-style:normal}
figure{margin:1.2rem 0}
figcaption{margin-top:.5rem}
svg.figure{display:block;width:100%;height:auto;font-family:var(--sans)}
${FIGURE_RULES(VARIABLES)}
ol,ul{padding-left:1.3rem;margin:.6rem 0}
li{margin:.35rem 0;overflow-wrap:anywhere}
.times{list-style:none;padding:0}
.times li{display:grid;grid-template-columns:6.2rem 1fr;gap:.2rem .9rem;margin:.5rem 0}
.times time,.when{color:var(--quiet);font:.85rem/1.85 var(--sans);font-variant-numeric:tabular-nums}
.ask{display:block;color:var(--quiet);font-style:italic}
table{border-collapse:collapse;width:100%;margin:.8rem 0;font-variant-numeric:tabular-nums}
th,td{padding:.2rem .6rem .2rem 0;text-align:left;border-bottom:1px solid var(--rule)}
th{font-weight:600}
details{margin:1rem 0}
summary{cursor:pointer;font:600 .9rem/1.5 var(--sans);padding:.3rem 0}
summary:focus-visible{outline:2px solid var(--together);outline-offset:3px}
.lines{height:7.5rem;margin:.8rem 0 0;background:repeating-linear-gradient(transparent 0 1.8rem,var(--rule) 1.8rem calc(1.8rem + 1px))}
.person h2{font-size:1.6rem}
footer.made{margin:3rem auto 2.5rem}
@media (max-width:34rem){.times li{grid-template-columns:1fr}h1{font-size:1.7rem}}
@media print{
@page{margin:17mm 18mm 16mm}
body{font-size:10.5pt;line-height:1.5}
header,main,footer{max-width:none;padding:0}
header{padding-top:0}
h1{font-size:22pt}
section{margin:1.5rem 0;padding-top:1rem}
h2,h3{break-after:avoid}
p{orphans:3;widows:3}
figure,li,blockquote,tr,.notice,.lines{break-inside:avoid}
.lines{break-before:avoid}
.person,.person+section{break-before:page;border-top:0;padding-top:0}
.plain-table{display:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`.trim();
