import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// The custom condition makes every @braidyn/* import resolve to its TypeScript source, so tests need no build.
const conditions = ["@braidyn/source"];

export default defineConfig({
  resolve: { conditions: [...conditions, "module", "node", "development|production"] },
  ssr: { resolve: { conditions: [...conditions, "module", "node", "development|production"] } },
  test: {
    include: ["packages/*/test/**/*.test.ts", "challenges/**/test/**/*.test.ts", "test/**/*.test.ts"],
    testTimeout: 180_000,
    hookTimeout: 240_000,
    pool: "forks",
    // All cores: the runner itself has little to do.
    maxWorkers: availableParallelism(),
    reporters: ["default", "./test/closing-line.ts"],
  },
});
