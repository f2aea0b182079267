/** The version that bundles and reports carry; a test holds it equal to package.json's. */
export const harnessVersion = "0.0.0";
