// Three kinds of test: `core` (pure, in Node), `workerd` (inside the runtime), `e2e` (the built Worker with the simulated carrier).
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root,
  test: {
    projects: [
      {
        extends: true,
        test: { name: "core", include: ["test/core/**/*.test.ts", "test/carrier/**/*.test.ts", "test/*.test.ts"] },
      },
    ],
  },
});
