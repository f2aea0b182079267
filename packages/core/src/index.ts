/**
 * The words every BraiDyn package shares: one error class, session names, and messages in English and Japanese.
 *
 * ```ts
 * import { BraidynError, parseSessionName } from "@braidyn/core";
 *
 * parseSessionName("VG1GC-105_2024-02-02_task-day8.nwb").day; // 8
 * ```
 */
export { closestName } from "./closest-name.ts";
export { BraidynError, isBraidynError } from "./error.ts";
export { detectLanguage, languages, type Language } from "./language.ts";
export { formatMessage, type Parameters, type Template } from "./messages/format.ts";
export { errorMessages, type BraidynErrorCode, type ErrorParameters } from "./messages/errors.ts";
export { commandTexts } from "./messages/command-texts.ts";
export { controlTexts } from "./messages/control-texts.ts";
export { leakTexts, type LeakCode } from "./messages/leak-texts.ts";
export { plotTexts } from "./messages/plot-texts.ts";
export { plotTooltipTexts } from "./messages/plot-tooltip-texts.ts";
export { reportTexts } from "./messages/report-texts.ts";
export { webTexts } from "./messages/web-texts.ts";
export {
  compareSubjects,
  formatSessionName,
  parseSessionName,
  sessionKey,
  sessionTypes,
  type SessionId,
  type SessionType,
} from "./session-name.ts";
