/**
 * Importing this lets a challenge's folder anywhere on the disk import `@braidyn/*` without being installed: what cannot
 * be found from there is looked for from here, as the catalogue's own challenges do.
 */
import { register } from "node:module";

/** Runs in Node's thread for module hooks, so it is text. */
const hooks = `
export async function resolve(specifier, context, next) {
  if (!specifier.startsWith("@braidyn/")) return next(specifier, context);
  try {
    return await next(specifier, context);
  } catch (error) {
    if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
    return next(specifier, { ...context, parentURL: ${JSON.stringify(import.meta.url)} });
  }
}`;

register(`data:text/javascript,${encodeURIComponent(hooks)}`);
