import { createLog, predictionsScorer, runWorker, type Scorer } from "@braidyn/leaderboard";

// A worker in a process of its own whose scoring takes a while, so that it can be killed in the middle.
const [url = "", milliseconds = "0", fate = "lives"] = process.argv.slice(2);

const slow: Scorer = {
  ...predictionsScorer,
  score: async (task) => {
    process.send?.("at work");
    await new Promise((resolve) => setTimeout(resolve, Number(milliseconds)));
    if (fate === "throws") throw new Error("this machine is broken");
    return predictionsScorer.score(task);
  },
};

const worker = await runWorker({ url, log: createLog("silent"), scorer: slow });
process.send?.("ready");
process.on("message", () => void worker.stop().then(() => process.exit()));
process.on("disconnect", () => process.exit());
