/** How an exported board looks; no font is brought along, so that the file stays small. */
export const exportStyle = `
:root{color-scheme:light dark;--paper:light-dark(#fbfbfa,#14171b);--ink:light-dark(#1b1f24,#e6e8eb);--quiet:light-dark(#56606b,#a4acb6);--line:light-dark(#e0e3e7,#2f363f);--edge:light-dark(#868f99,#76808c);--accent:light-dark(#005a8f,#7cc3f2)}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.6 "Noto Sans JP","Hiragino Sans","Yu Gothic UI",system-ui,sans-serif}
main{max-width:1000px;margin:0 auto;padding:2rem 1.25rem}
h1{font-size:1.6rem;line-height:1.3;margin:0}
h2{font-size:1.1rem;margin:2rem 0 .5rem}
p{margin:.25rem 0 1rem}
.quiet,.why{color:var(--quiet)}
.why,.tag{display:block;font-size:.8rem;font-weight:400}
.tag{display:inline-block;border:1px solid currentcolor;border-radius:99px;padding:0 .45rem;font-size:.75rem;color:var(--quiet);white-space:nowrap}
.box{overflow-x:auto}
table{border-collapse:collapse;width:100%}
caption{text-align:left;color:var(--quiet);padding:.5rem 0}
th,td{padding:.5rem .75rem;text-align:left;border-bottom:1px solid var(--line);font-weight:400;overflow-wrap:anywhere}
thead th{color:var(--quiet);font-size:.8rem;border-color:var(--edge)}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.team th,.team .score{font-weight:600}
.baseline,.control{color:var(--quiet)}
.bar{width:30%;min-width:110px}
.bar svg{display:block;width:100%;height:18px;overflow:visible}
line{stroke:var(--accent);stroke-width:2;opacity:.65}
circle{fill:var(--accent)}
.baseline line,.control line{stroke:var(--edge)}
.baseline circle,.control circle{fill:var(--edge)}
img{display:block;max-width:100%;background:#fff;border-radius:6px}
`.trim();
