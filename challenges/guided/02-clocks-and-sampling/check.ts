import { stripPlot } from "@braidyn/plots";
import type { LessonModule } from "../engine/contract.ts";
import { medianOf } from "../engine/mean.ts";
import { nearestFrame } from "../engine/nearest-frame.ts";
import { spansWhere } from "../engine/spans.ts";
import { withSession } from "../engine/with-session.ts";

export const expectations: LessonModule["expectations"] = ({ sessions: [path = ""] }) =>
  withSession(path, async (session) => {
    const raw = (await session.raw.sensor("lever")).time;
    const frames = (await session.dff()).time;
    const { columns } = await session.raw.trials();
    const cues = Array.from(columns["start_time"] as Float64Array);
    const rateHz = 1 / meanStep(frames);
    const steps = Array.from(
      { length: frames.length - 1 },
      (_, i) => (frames[i + 1] as number) - (frames[i] as number),
    );
    return {
      rawRateHz: { value: 1 / meanStep(raw), within: 1, mistakes: { step: meanStep(raw) } },
      imagingRateHz: {
        value: rateHz,
        within: 0.005,
        mistakes: { median: 1 / medianOf(steps), "one-step": 1 / (steps[0] as number), step: 1 / rateHz },
      },
      firstFrameSeconds: { value: frames[0] as number, within: 1e-4, mistakes: { zero: 0 } },
      cueFrames: {
        value: cues.map((cue) => nearestFrame(frames, cue)),
        mistakes: {
          "from-zero": cues.map((cue) => Math.round(cue * 30)),
          "from-zero-down": cues.map((cue) => Math.floor(cue * 30)),
          next: cues.map((cue) => frames.findIndex((time) => time >= cue)),
          "raw-samples": cues.map((cue) => nearestFrame(raw, cue)),
        },
      },
    };
  });

function meanStep(time: Float64Array): number {
  return ((time.at(-1) as number) - (time[0] as number)) / (time.length - 1);
}

const rows = {
  frames: { en: "Frames", ja: "フレーム" },
  raw: { en: "Tone, 5 kHz", ja: "音（5 kHz）" },
  downsampled: { en: "Tone, 30 Hz", ja: "音（30 Hz）" },
} as const;

export const plots: LessonModule["plots"] = ({ sessions: [path = ""] }, _, options) =>
  withSession(path, async (session) => {
    const { columns } = await session.raw.trials();
    const [cue = 0] = columns["start_time"] as Float64Array;
    const time = [cue - 0.1, cue + 0.5] as const;
    const [rawTone, tone, lever] = await Promise.all([
      session.raw.sensor("tone", { time }),
      session.sensor("tone", { time: [time[0] - 0.04, time[1] + 0.04] }),
      session.raw.sensor("lever", { time }),
    ]);
    const shifted = (spans: readonly { from: number; to: number }[]) =>
      spans
        .map(({ from, to }) => ({ from: Math.max(from, time[0]) - cue, to: Math.min(to, time[1]) - cue }))
        .filter(({ from, to }) => to >= from);
    const language = options.language ?? "en";
    const ticks = Array.from(tone.time, (at) => ({ from: at, to: at }));
    const isOn = (value: number): boolean => value > 0.5; // raw tones are 5 V
    const events = [
      { label: rows.frames[language], spans: shifted(ticks) },
      { label: rows.raw[language], spans: shifted(spansWhere(rawTone, isOn)) },
      { label: rows.downsampled[language], spans: shifted(spansWhere(tone, isOn)) },
    ];
    const shown = { time: lever.time.map((at) => at - cue), data: lever.data };
    const strip = { from: time[0] - cue, to: time[1] - cue, events, lever: shown, dff: null };
    return { "first-cue": stripPlot(strip, { source: session.info.session, ...options }) };
  });
