import { fileURLToPath } from "node:url";

/** The repository. */
export const repositoryFolder = fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "");

/** The pages. */
export const docsFolder = `${repositoryFolder}/docs`;

/** Where `vitepress build` puts the site. */
export const siteFolder = `${docsFolder}/.vitepress/dist`;
