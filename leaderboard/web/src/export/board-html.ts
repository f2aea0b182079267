import { createHash } from "node:crypto";
import { controlTexts, formatMessage, webTexts, type Language } from "@braidyn/core";
import type { Board, BoardEntry, ControlEntry, Progress } from "@braidyn/leaderboard/api";
import { boardRows, type BoardRow } from "../board/board-rows.ts";
import { controlNotes } from "../board/control-notes.ts";
import { intervalScale, type IntervalScale } from "../board/interval-scale.ts";
import { shownScore } from "../board/shown-score.ts";
import { boardCharts } from "./board-charts.ts";
import { escapeHtml } from "./escape-html.ts";
import { exportStyle } from "./export-style.ts";

export interface BoardHtmlOptions {
  readonly board: Board;
  /** Of the challenge. */
  readonly title: Readonly<Record<Language, string>>;
  readonly language: Language;
  /** When the board was read, ISO 8601, and the IANA zone that times are told in. */
  readonly at: string;
  readonly timeZone: string;
  /** Teams over time, as `/progress` gives them; without it, no chart of it. */
  readonly progress?: readonly Progress[];
}

/**
 * A board as one HTML file for any web host: table, intervals and charts, without a script and without anything that is
 * loaded. Its policy forbids both, whatever a team is called.
 */
export async function boardHtml(options: BoardHtmlOptions): Promise<string> {
  const { board, title, language, at, timeZone } = options;
  const name = webTexts[board.board === "public" ? "publicBoard" : "privateBoard"][language];
  const moment = formatMessage(webTexts.updatedAt, { time: inZone(at, timeZone, language) }, language);
  const charts = await boardCharts(options);
  return [
    `<!doctype html>`,
    `<html lang="${language}">`,
    `<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escapeHtml(`${title[language]} – ${name}`)}</title>`,
    `<style>${exportStyle}</style>`,
    `<main>`,
    `<h1>${escapeHtml(title[language])}</h1>`,
    `<p class="quiet">${escapeHtml(`${name} · ${moment}`)}</p>`,
    tableOf(board, language, name),
    notesOf(options),
    ...charts.map(
      ({ heading, svg }) =>
        `<h2>${escapeHtml(heading)}</h2><img alt="${escapeHtml(heading)}" src="data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}">`,
    ),
    `</main>`,
    `</html>\n`,
  ].join("\n");
}

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(exportStyle).digest("base64")}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function inZone(at: string, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    ...{ year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" },
    ...{ timeZoneName: "short", timeZone },
  }).format(new Date(at));
}

function tableOf(board: Board, language: Language, caption: string): string {
  const scale = intervalScale(board);
  const say = (text: keyof typeof webTexts) => escapeHtml(webTexts[text][language]);
  const percent = Math.round(100 * board.level);
  const interval = escapeHtml(formatMessage(webTexts.interval, { percent }, language));
  return [
    `<div class="box" tabindex="0" role="region" aria-label="${escapeHtml(caption)}"><table>`,
    `<caption>${say(board.direction === "maximize" ? "higherIsBetter" : "lowerIsBetter")}</caption>`,
    `<thead><tr><th scope="col" class="number">${say("rank")}</th><th scope="col">${say("team")}</th>`,
    `<th scope="col" class="number">${escapeHtml(board.metric)}</th>`,
    `<th scope="col" class="number">${interval}</th><td class="bar"></td></tr></thead>`,
    `<tbody>`,
    ...boardRows(board).map((row) => rowOf(row, board, scale, language)),
    `</tbody></table></div>`,
  ].join("\n");
}

function rowOf(row: BoardRow, board: Board, scale: IntervalScale | null, language: Language): string {
  const of = row.kind === "entry" ? row.entry : row.control;
  const { score, low, high } = of;
  const number = (value: number) => shownScore(value, board.precision);
  const shown = score === null ? webTexts.noScore[language] : number(score);
  const interval = low === null || high === null ? "" : `${number(low)}–${number(high)}`;
  const kind = row.kind === "entry" ? row.entry.kind : "control";
  const rank =
    row.kind === "entry" && row.entry.rank !== null ? `${row.entry.rank}${row.shared ? "=" : ""}` : "–";
  return [
    `<tr class="${kind}"><td class="number">${rank}</td>`,
    `<th scope="row">${row.kind === "entry" ? entryName(row.entry, language) : controlName(row.control, board, language)}</th>`,
    `<td class="number score">${escapeHtml(shown)}</td><td class="number">${interval}</td>`,
    `<td class="bar">${barOf(of, scale)}</td></tr>`,
  ].join("");
}

const tag = (text: string) => ` <span class="tag">${escapeHtml(text)}</span>`;

function entryName({ name, kind, verified, final }: BoardEntry, language: Language): string {
  return [
    escapeHtml(name),
    kind === "baseline" ? tag(webTexts.baseline[language]) : "",
    verified ? tag(`✓ ${webTexts.verified[language]}`) : "",
    final ? tag(webTexts.final[language]) : "",
  ].join("");
}

function controlName(control: ControlEntry, board: Board, language: Language): string {
  const notes = controlNotes(control, board, language).map(
    (note) => `<span class="why">${escapeHtml(note)}</span>`,
  );
  return `${escapeHtml(controlTexts[control.control][language])}${tag(webTexts.control[language])}${notes.join("")}`;
}

function barOf(
  { score, low, high }: Pick<BoardEntry, "score" | "low" | "high">,
  scale: IntervalScale | null,
): string {
  if (score === null || scale === null) return "";
  const at = (value: number) => `${scale.position(value).toFixed(2)}%`;
  const line =
    low === null || high === null ? "" : `<line x1="${at(low)}" x2="${at(high)}" y1="50%" y2="50%"></line>`;
  return `<svg aria-hidden="true">${line}<circle cx="${at(score)}" cy="50%" r="4"></circle></svg>`;
}

function notesOf({ board, language, timeZone }: BoardHtmlOptions): string {
  const { tie, fewSubjects, frozenAt, rejudged } = board;
  const time = (iso: string) => inZone(iso, timeZone, language);
  const notes = [
    webTexts[tie === "indistinguishable" ? "tieIndistinguishable" : "tieEqual"][language],
    webTexts.controlsMeaning[language],
    ...(fewSubjects === null ? [] : [formatMessage(webTexts.fewSubjects, { count: fewSubjects }, language)]),
    ...(frozenAt === null ? [] : [formatMessage(webTexts.frozenSince, { time: time(frozenAt) }, language)]),
    ...(rejudged === null
      ? []
      : [formatMessage(webTexts.rejudgedAt, { time: time(rejudged.at), reason: rejudged.reason }, language)]),
  ];
  return notes.map((note) => `<p class="quiet">${escapeHtml(note)}</p>`).join("\n");
}
