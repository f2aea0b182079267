import { basename } from "node:path";
import { commandTexts, type Template } from "@braidyn/core";
import { drawFacts, drawTable } from "../draw-table.ts";
import type { Shell } from "../shell.ts";
import type { ClockInspection, ClockLine, Inspection } from "./describe.ts";
import { lacks } from "./lacks.ts";

/** An inspection as text for people. */
export async function renderInspection(inspection: Inspection, size: string, shell: Shell): Promise<string> {
  const { subject, session, path } = inspection.info;
  const heading = shell.colors.bold(subject === "" ? basename(path) : session);
  const parts = [
    [heading, await drawFacts(infoFacts(inspection, size, shell), shell)],
    await clocksSection(inspection.clocks, shell),
    await facts(commandTexts.contentsTitle, contentFacts(inspection, shell), shell),
    await facts(commandTexts.rawTitle, clockFacts(inspection.raw, shell), shell),
    await facts(commandTexts.imagesTitle, imageFacts(inspection, shell), shell),
    [shell.text(commandTexts.lacksTitle, { what: lacksText(inspection, shell) })],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

type Facts = (readonly [string, string])[];

async function facts(title: Template, found: Facts, shell: Shell): Promise<string[]> {
  return found.length === 0 ? [] : section(title, await drawFacts(found, shell), shell);
}

async function clocksSection(clocks: readonly ClockLine[], shell: Shell): Promise<string[]> {
  return clocks.length === 0 ? [] : section(commandTexts.clocksTitle, clocksTable(clocks, shell), shell);
}

async function section(title: Template, body: string | Promise<string>, shell: Shell): Promise<string[]> {
  return [shell.colors.bold(shell.text(title)), await body];
}

function infoFacts({ info }: Inspection, size: string, { text }: Shell): Facts {
  const type =
    info.day === null ? info.type : text(commandTexts.typeAndDay, { type: info.type, day: info.day });
  const animal = [info.subject, info.sex, info.age, info.weight, info.genotype, info.strain, info.species];
  const rows: Facts = [
    [text(commandTexts.file), `${info.path} (${size})`],
    [text(commandTexts.subject), animal.filter((fact) => fact !== "").join(", ")],
    [text(commandTexts.date), info.startTime || info.date],
    [text(commandTexts.type), type],
    [text(commandTexts.description), info.description],
    [text(commandTexts.notes), info.notes],
    ["NWB", info.nwbVersion],
  ];
  return rows.filter(([, fact]) => fact !== "").map(([name, fact]) => [name, oneLine(fact)]);
}

function clocksTable(clocks: readonly ClockLine[], shell: Shell): Promise<string> {
  const { text } = shell;
  const columns = [
    commandTexts.clockOf,
    commandTexts.rate,
    commandTexts.samples,
    commandTexts.from,
    commandTexts.to,
  ];
  const rows = clocks.map(({ of, problem, rateHz, samples, fromSeconds, toSeconds }) => [
    of,
    problem ?? shown(rateHz, 2),
    problem === null ? (samples ?? 0).toLocaleString("en") : "",
    problem === null ? shown(fromSeconds, 2) : "",
    problem === null ? shown(toSeconds, 2) : "",
  ]);
  return drawTable({ title: "", columns: columns.map((column) => text(column)), rows }, shell);
}

function contentFacts({ dff, regions, masks, atlasTransform, downsampled }: Inspection, shell: Shell): Facts {
  const { text } = shell;
  const signals = text(commandTexts.signalsOfRegions, { signals: dff.join(", "), regions: regions.length });
  return [
    ...(dff.length > 0 ? [["dF/F", signals] as const] : []),
    ...(regions.length > 0 ? [[text(commandTexts.regions), regions.join(" ")] as const] : []),
    ...clockFacts(downsampled, shell),
    ...(masks.length > 0 ? [[text(commandTexts.masks), masks.join(", ")] as const] : []),
    ...(atlasTransform ? [[text(commandTexts.atlas), text(commandTexts.present)] as const] : []),
  ];
}

function clockFacts({ sensors, keypoints, pupil, trials }: ClockInspection, { text }: Shell): Facts {
  const outcomes = Object.entries(trials?.outcomes ?? {}).map(([outcome, count]) => `${outcome} ${count}`);
  const named = sensors.map(({ name, unit }) => (unit === "" ? name : `${name} (${unit})`));
  const ofTrials = outcomes.length === 0 ? `${trials?.count}` : `${trials?.count}: ${outcomes.join(", ")}`;
  return [
    ...(trials === null ? [] : [[text(commandTexts.trials), ofTrials] as const]),
    ...(named.length > 0 ? [[text(commandTexts.sensors), named.join(", ")] as const] : []),
    ...Object.entries(keypoints).map(
      ([view, names]) =>
        [text(commandTexts.keypointsOf, { view }), `${names.length}: ${names.join(" ")}`] as const,
    ),
    ...(pupil ? [[text(commandTexts.pupil), text(commandTexts.pupilFacts)] as const] : []),
  ];
}

function imageFacts({ images }: Inspection, { text }: Shell): Facts {
  return images.map(({ name, frames, frameShape, externalFiles }) => {
    const inside = text(commandTexts.framesInside, { frames, shape: frameShape?.join(" x ") ?? "" });
    const outside = text(commandTexts.framesOutside, { frames, files: externalFiles.join(", ") || "-" });
    return [name, frameShape === null ? outside : inside];
  });
}

function lacksText(inspection: Inspection, { text }: Shell): string {
  const found = lacks(inspection).map((template) => text(template));
  return found.join(", ") || text(commandTexts.nothing);
}

function shown(value: number | undefined, digits: number): string {
  return value === undefined || Number.isNaN(value) ? "–" : value.toFixed(digits);
}

function oneLine(value: string): string {
  const plain = value.replace(/\p{Cc}+/gu, " ").trim();
  return plain.length > 200 ? `${plain.slice(0, 199)}…` : plain;
}
