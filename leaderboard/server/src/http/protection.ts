import type { FastifyInstance } from "fastify";

/**
 * What pages may load and run: files of this server only. No inline script or style, no eval: charts use Vega's
 * expression interpreter.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

export const securityHeaders = {
  "content-security-policy": contentSecurityPolicy,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "cache-control": "no-store",
} as const;

const jsonMilliseconds = 10_000;
const lingerMilliseconds = 5000;

/** Headers on every answer; an end for requests that never come whole. */
export function protect(app: FastifyInstance, { isUpload }: { isUpload: (url: string) => boolean }): void {
  app.addHook("onRequest", async (request, reply) => {
    for (const [name, value] of Object.entries(securityHeaders)) void reply.header(name, value);
    if (isUpload(request.routeOptions.url ?? "")) return;
    const late = setTimeout(() => request.raw.destroy(), jsonMilliseconds);
    request.raw.once("end", () => clearTimeout(late));
    request.raw.once("close", () => clearTimeout(late));
    // a request without a body has ended before it is read
    if (request.method === "GET" || request.method === "HEAD") clearTimeout(late);
  });
  // An answer before the body has come whole (too large, too late) would be lost if the connection were cut at once.
  app.addHook("onResponse", async (request) => {
    if (request.raw.complete) return;
    request.raw.resume();
    const late = setTimeout(() => request.raw.destroy(), lingerMilliseconds);
    request.raw.once("close", () => clearTimeout(late));
  });
}
