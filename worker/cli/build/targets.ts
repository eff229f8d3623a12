// What is built, and what of. Paths are from the checkout's root.

export interface Target {
  /** The file that is written last. */
  readonly built: string;
  /** Files and folders; what was built and installed in them does not count. */
  readonly sources: readonly string[];
}

/** The admin shows what the core decides, and calls the API by its types. */
export const PAGES: Target = {
  built: "admin-ui/dist/index.html",
  sources: ["admin-ui", "worker/core", "worker/api", "package-lock.json"],
};

const CODE = ["worker", "durable-objects", "package-lock.json"];

/** `main` of wrangler.toml. */
export const WORKER: Target = { built: ".build/worker/index.js", sources: CODE };

/** The API's description: among the static files, at an address that reaches the Worker first, which asks who is there. */
export const DOCUMENT: Target = { built: "admin-ui/dist/api/v1/openapi.json", sources: CODE };
