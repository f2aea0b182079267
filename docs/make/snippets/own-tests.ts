/** Pages whose snippets need more than a folder, such as a server, and the tests that run them. */
export const ownTests: Readonly<Record<string, string>> = {
  "from-dandi.md": "test/fetch/docs.test.ts",
  "submissions.md": "packages/runner/test/examples/docs.test.ts",
};
