import { kept } from "./kept.ts";

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** The theme that was chosen; as the system has it unless one was. */
export function keptTheme(): Theme {
  return themes.find((theme) => theme === kept("theme")) ?? "auto";
}
