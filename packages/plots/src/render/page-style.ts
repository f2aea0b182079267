/** How the page around a plot looks. */
export const pageStyle = `
body{margin:0;background:#fff;color:#222;font-family:"Noto Sans JP",sans-serif}
main{padding:16px;display:inline-block}
#player{display:flex;gap:10px;align-items:center;padding:4px 12px;font-size:12px}
#player[hidden]{display:none}
#player input{flex:1;max-width:420px}
#player button{font:inherit;padding:2px 12px;min-width:6em}
`;
