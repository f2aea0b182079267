import { defineConfig } from "vitest/config";

// The custom condition makes every @braidyn/* import resolve to its TypeScript source, so tests need no build.
const conditions = ["@braidyn/source"];

export default defineConfig({
  resolve: { conditions: [...conditions, "module", "node", "development|production"] },
  ssr: { resolve: { conditions: [...conditions, "module", "node", "development|production"] } },
  test: {
    include: [
      "packages/*/test/**/*.test.ts",
      "challenges/**/test/**/*.test.ts",
      "leaderboard/*/test/**/*.test.ts",
      "test/**/*.test.ts",
    ],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: "forks",
    reporters: ["default", "./test/closing-line.ts"],
  },
});
