// Finds a Chromium to test with: this machine's own, else the one that comes by npm; neither is downloaded here.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import npmChromium, { inflate } from "@sparticuz/chromium";
import { type BrowserServer, chromium as playwright } from "playwright-core";

/** What the distributions call it; CHROME_PATH names any other. */
const COMMANDS = ["google-chrome-stable", "google-chrome", "chrome", "chromium", "chromium-browser"];
const WINDOWS = "Google/Chrome/Application/chrome.exe";

interface Candidate {
  readonly path: string;
  readonly env?: Readonly<Record<string, string>>;
}

export type Launched =
  | { readonly kind: "launched"; readonly server: BrowserServer }
  /** `why` is a sentence for a person. */
  | { readonly kind: "none"; readonly why: string };

/** The first Chromium that starts; tests connect to it by its `wsEndpoint()`. */
export async function launchChromium(): Promise<Launched> {
  const reasons: string[] = [];
  for (const find of [...findInstalled().map((path) => () => ({ path })), unpackFromNpm]) {
    try {
      const { path, env = {} }: Candidate = await find();
      const server = await playwright.launchServer({
        executablePath: path,
        host: "127.0.0.1",
        // Root, as in most containers, cannot have the sandbox; nothing but our own pages is opened.
        args: ["--no-sandbox", "--disable-gpu", "--no-first-run"],
        env: { ...process.env, ...env },
      });
      return { kind: "launched", server };
    } catch (error) {
      reasons.push(error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
    }
  }
  return { kind: "none", why: `no Chrome or Chromium starts here (${reasons.join("; ")})` };
}

function findInstalled(): string[] {
  const { PATH = "", CHROME_PATH, PROGRAMFILES, LOCALAPPDATA } = process.env;
  const onPath = PATH.split(delimiter).flatMap((folder) => COMMANDS.map((name) => join(folder, name)));
  const elsewhere = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ...[PROGRAMFILES, LOCALAPPDATA].flatMap((folder) => (folder ? [join(folder, WINDOWS)] : [])),
  ];
  return [...(CHROME_PATH ? [CHROME_PATH] : []), ...onPath, ...elsewhere].filter((path) => existsSync(path));
}

/** Unpacks it into the temporary folder, once a machine, with the libraries and fonts that it brings along. */
async function unpackFromNpm(): Promise<Candidate> {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error("the npm package has Chromium for Linux on x64 only");
  const [path] = await Promise.all([
    npmChromium.executablePath(),
    inflate(join(binaries(), "al2023.tar.br")),
  ]);
  const libraries = join(tmpdir(), "al2023/lib");
  return {
    path,
    env: {
      LD_LIBRARY_PATH: [libraries, process.env["LD_LIBRARY_PATH"]].filter(Boolean).join(delimiter),
      FONTCONFIG_FILE: fileURLToPath(new URL("fonts.conf", import.meta.url)),
    },
  };
}

function binaries(): string {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  return join(dirname(entry), "../bin");
}
