/**
 * What the page may do, for `Content-Security-Policy`: scripts, styles and fonts are the server's own files, nothing is
 * evaluated, nothing is framed, and no form goes anywhere.
 */
export const webPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");
