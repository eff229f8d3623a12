// The script of a page, bundled from its TypeScript when it is first asked for.
import { dirname } from "node:path";

const bundled = new Map<string, Promise<string>>();

/** `entry` is the path of its main file. */
export function bundlePage(entry: string): Promise<string> {
  const known = bundled.get(entry) ?? bundle(entry);
  bundled.set(entry, known);
  return known;
}

async function bundle(entry: string): Promise<string> {
  // Only a carrier that is looked at needs the bundler.
  const { build } = await import("vite");
  const built = await build({
    configFile: false,
    logLevel: "warn",
    root: dirname(entry),
    build: {
      write: false,
      target: "es2023",
      modulePreload: false,
      rollupOptions: { input: entry, output: { entryFileNames: "page.js" } },
    },
  });
  const output = Array.isArray(built) ? built[0] : built;
  const chunk = output !== undefined && "output" in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error(`${entry} was not bundled`);
  return chunk.code;
}
