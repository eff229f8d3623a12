// The page's script, bundled from its TypeScript when it is first asked for.
import { fileURLToPath } from "node:url";

const entry = fileURLToPath(new URL("browser/main.tsx", import.meta.url));

let bundled: Promise<string> | undefined;

export function bundlePhone(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<string> {
  // Only a carrier that is looked at needs the bundler.
  const { build } = await import("vite");
  const built = await build({
    configFile: false,
    logLevel: "warn",
    root: fileURLToPath(new URL("browser", import.meta.url)),
    build: {
      write: false,
      target: "es2023",
      modulePreload: false,
      rollupOptions: { input: entry, output: { entryFileNames: "phone.js" } },
    },
  });
  const output = Array.isArray(built) ? built[0] : built;
  const chunk = output !== undefined && "output" in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error("the phone page was not bundled");
  return chunk.code;
}
