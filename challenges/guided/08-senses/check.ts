import { cortexMapPlot } from "@braidyn/plots";
import { align, alignFrames, features, type Windows } from "@braidyn/tables";
import type { LessonModule } from "../engine/contract.ts";
import { largest } from "../engine/largest.ts";
import { trialNumbers, withSession } from "../engine/with-session.ts";
import { isRecord } from "../engine/value.ts";

const senses = ["visual", "auditory", "somatosensory"] as const;
const around = { beforeSeconds: 0.5, afterSeconds: 1 } as const;

type Response = Record<string, number>;

export const expectations: LessonModule["expectations"] = ({ sessions: [path = ""] }) =>
  withSession(path, async (session) => {
    const dff = await session.dff();
    const words = (await session.trials()).columns["stim_modality"] as readonly string[];
    const starts = await trialNumbers(session, "start_time");
    const each = <T>(of: (times: number[]) => T) =>
      Object.fromEntries(senses.map((sense) => [sense, of(starts.filter((_, i) => words[i] === sense))]));
    const cut = (times: readonly number[]) => align(dff, times, around);
    const response = each((times) => responseOf(cut(times)));
    const fromZero = (times: readonly number[]) =>
      alignFrames(
        dff,
        times.map((at) => Math.round(30 * at)),
        around,
      );
    const undiminished = each((times) => responseOf(cut(times), { baseline: null }));
    const strongest = (responses: Record<string, Response>) =>
      Object.fromEntries(Object.entries(responses).map(([sense, values]) => [sense, largest(values)]));
    return {
      stimuli: {
        value: each((times) => times.length),
        mistakes: { "all-stimuli": each(() => starts.length) },
      },
      response: {
        value: response,
        within: 1e-5,
        mistakes: {
          "no-baseline": undiminished,
          "all-stimuli": each(() => responseOf(cut(starts))),
          "whole-second": each((times) => responseOf(cut(times), { range: [0, 1] })),
          "from-zero": each((times) => responseOf(fromZero(times))),
          "swapped-sides": Object.fromEntries(
            Object.entries(response).map(([sense, own]) => [sense, mirrored(own)]),
          ),
        },
      },
      strongest: {
        value: strongest(response),
        mistakes: {
          "no-baseline": strongest(undiminished),
          "all-stimuli": strongest(each(() => responseOf(cut(starts)))),
          "from-zero": strongest(each((times) => responseOf(fromZero(times)))),
          "swapped-sides": strongest(
            Object.fromEntries(Object.entries(response).map(([sense, own]) => [sense, mirrored(own)])),
          ),
        },
      },
    };
  });

function responseOf(windows: Windows, options: Parameters<typeof features>[1] = {}): Response {
  const { data, count, columns } = features(windows, { range: [0, 0.5], baseline: [-0.5, 0], ...options });
  const mean = (column: number) => {
    let sum = 0;
    for (let w = 0; w < count; w++) sum += data[w * columns.length + column] as number;
    return sum / count;
  };
  return Object.fromEntries(columns.map((name, column) => [name, mean(column)]));
}

function mirrored(response: Response): Response {
  const other = (name: string) => name.replace(/_[lr]$/, (side) => (side === "_l" ? "_r" : "_l"));
  return Object.fromEntries(Object.keys(response).map((name) => [name, response[other(name)] as number]));
}

const titles = {
  visual: { en: "After a flash from the right", ja: "右からの光の後" },
  auditory: { en: "After a noise from the left", ja: "左からの雑音の後" },
  somatosensory: { en: "After a touch of the right whiskers", ja: "右のひげへの接触の後" },
} as const;

export const plots: LessonModule["plots"] = ({ sessions: [path = ""] }, answer, options) =>
  withSession(path, async (session) => {
    const masks = await session.masks();
    const all = isRecord(answer["response"]) ? answer["response"] : {};
    const drawn = senses.map((sense) => {
      const own = all[sense] as Response;
      const values = { regions: Object.keys(own), values: Object.values(own) };
      const title = titles[sense][options.language ?? "en"];
      return [
        sense,
        cortexMapPlot(masks, values, { title, source: session.info.session, ...options }),
      ] as const;
    });
    return Object.fromEntries(drawn);
  });
