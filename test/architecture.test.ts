// The layers, held in under a second: who may import whom, what the core may not touch, and that README names what exists.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

interface Source {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** As written; relative ones resolved to paths from the root. */
  readonly imports: readonly string[];
}

/** `import x from "y"`, `export * from "y"`, `import "y"`, `import("y")`. */
const IMPORT =
  /^(?:import\b|export (?:type )?[*{])[^;"]*?\bfrom\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm;

function listSources(folder: string): Source[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts"))
    .filter((entry) => !/node_modules|dist|\.wrangler/.test(entry.parentPath))
    .map((entry) => readSource(join(entry.parentPath, entry.name)));
}

function readSource(file: string): Source {
  const text = readFileSync(file, "utf8");
  const imports = [...text.matchAll(IMPORT)].map((match) => {
    const specifier = match.slice(1).find((part) => part !== undefined) ?? "";
    return specifier.startsWith(".") ? relative(root, resolve(dirname(file), specifier)) : specifier;
  });
  return { path: relative(root, file), text, imports };
}

const worker = listSources("worker").filter(({ path }) => !path.startsWith("worker/cli/"));
const core = worker.filter(({ path }) => path.startsWith("worker/core/"));
const objects = listSources("durable-objects");
const admin = listSources("admin-ui");

/** Who may import what: the first rule that fits a file's path is its layer. */
const LAYERS: readonly { layer: RegExp; may: readonly RegExp[]; why: string }[] = [
  {
    layer: /^worker\/core\//,
    may: [/^#core\//, /^worker\/core\//, /^(zod|libphonenumber-js\/core|liquidjs|uuid)$/],
    why: "the core decides and touches nothing: pure libraries only",
  },
  {
    layer: /^durable-objects\//,
    may: [/^#core\//, /^durable-objects\//, /^cloudflare:workers$/, /^zod$/],
    why: "objects remember: the core and cloudflare:workers, never Hono, Drizzle, Twilio, Resend or D1",
  },
  {
    layer: /^worker\/(db|twilio|email|files)\//,
    may: [
      /^#core\//,
      /^worker\/(db|twilio|email|files)\//,
      /^worker\/(errors|log|settings)\.ts$/,
      /^[a-z@][^#]*$/,
    ],
    why: "adapters each know one outside system and no verb",
  },
  {
    layer: /^worker\/actions\//,
    may: [
      /^#core\//,
      /^worker\/(actions|db|twilio|email|files)\//,
      /^worker\/[a-z0-9-]+\.ts$/,
      /^durable-objects\//,
      /^(zod|uuid|drizzle-orm.*)$/,
    ],
    why: "verbs combine; they know nothing of HTTP",
  },
  {
    layer: /^worker\/(api|webhooks|queues|cron|chat|calendar)\//,
    may: [
      /^#core\//,
      /^worker\/(?!core\/|cli\/)/,
      /^durable-objects\//,
      /^(hono|zod|drizzle-orm|@hono|hono-openapi)/,
    ],
    why: "translators turn HTTP, Twilio, queues and the clock into verbs",
  },
  {
    layer: /^admin-ui\//,
    may: [/^#core\//, /^admin-ui\//, /^worker\/api\/client\.ts$/, /^(?!worker|durable-objects|test)[a-z@]/],
    why: "the admin shows: the core and the API's client",
  },
];

describe("layers", () => {
  test.each(LAYERS)("$layer: $why", ({ layer, may }) => {
    const wrong = [...worker, ...objects, ...admin]
      .filter(({ path }) => layer.test(path))
      .flatMap(({ path, imports }) =>
        imports
          .filter((specifier) => !may.some((allowed) => allowed.test(specifier)))
          .map((specifier) => `${path} imports ${specifier}`),
      );
    expect(wrong).toEqual([]);
  });

  test("nothing of the product imports the tests or the operator's scripts", () => {
    const wrong = [...worker, ...objects, ...admin].flatMap(({ path, imports }) =>
      imports
        .filter((specifier) => /^(test|worker\/cli)\//.test(specifier))
        .map((specifier) => `${path} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  test("an action does not import another layer's translators, and translators do not write SQL", () => {
    const wrong = worker
      .filter(({ path }) => /^worker\/(webhooks|queues|cron|chat|calendar)\//.test(path))
      .filter(({ text }) => /\bINSERT INTO\b|\bUPDATE [a-z]+ SET\b|\bDELETE FROM\b/.test(text))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });
});

describe("the core is pure", () => {
  const FORBIDDEN = [
    /\bDate\.now\b/,
    /\bnew Date\(\)/,
    /\bMath\.random\b/,
    /\bfetch\(/,
    /\bconsole\./,
    /\bcrypto\./,
    /\bprocess\./,
    /\bTemporal\.Now\b/,
  ];

  test.each(FORBIDDEN)("no %s", (forbidden) => {
    const wrong = core.filter(({ text }) => forbidden.test(withoutComments(text))).map(({ path }) => path);
    expect(wrong).toEqual([]);
  });
});

describe("habits", () => {
  const all = [...worker, ...objects, ...admin, ...listSources("test"), ...listSources("worker/cli")];

  test("no file is longer than 300 lines, and half of them at most 80", () => {
    const lengths = all.map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }));
    expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80);
  });

  test("twilio is imported by its parts: the whole of it is 393 KiB", () => {
    expect(all.filter(({ imports }) => imports.includes("twilio")).map(({ path }) => path)).toEqual([]);
  });

  test("file names are kebab-case", () => {
    const wrong = all.map(({ path }) => path).filter((path) => !/^[a-z0-9/.-]+$/.test(path));
    expect(wrong).toEqual([]);
  });
});

test("README names only paths that exist", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const named = [
    ...readme.matchAll(/`((?:worker|durable-objects|migrations|admin-ui|test|\.ci)\/[\w./-]*)`/g),
  ].map(([, path = ""]) => path);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/(^|\s)\/\/.*$/gm, "$1");
}
