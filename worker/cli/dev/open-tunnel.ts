// Opens a tunnel from the internet to a port of this machine, by wrangler's own cloudflared.
import type { ChildProcess } from "node:child_process";
import { Refusal } from "../script.ts";
import { startTool } from "../tool.ts";
import { findTunnelUrl } from "./tunnel-url.ts";

/** Asking for a tunnel takes a few seconds; the first time cloudflared is downloaded before it. */
const TUNNEL_WITHIN_MS = 120_000;

/** Resolves with the public address once there is one; `child` runs until it is ended. */
export function openTunnel(port: number): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const child = startTool(
    "wrangler",
    ["tunnel", "quick-start", `http://127.0.0.1:${port}`],
    ["inherit", "pipe", "pipe"],
  );
  return new Promise((resolve, reject) => {
    let output = "";
    const fail = (why: string): void => {
      clearTimeout(timer);
      child.kill("SIGTERM");
      reject(new Refusal(`No tunnel: ${why}\n${output.trim()}`));
    };
    const timer = setTimeout(() => fail("it did not open in two minutes."), TUNNEL_WITHIN_MS);
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
      const url = findTunnelUrl(output);
      if (url === null) return;
      clearTimeout(timer);
      resolve({ url, child });
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("error", (error) => fail(error.message));
    child.once("exit", (code) => fail(`cloudflared ended with code ${code}.`));
  });
}
