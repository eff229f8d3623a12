// A port nobody listens on.
import { createServer } from "node:net";

/** Tries the one that was asked for and those after it: somebody with that many servers knows how to free one. */
const TRIES_MAX = 20;

/** The first free port from `wanted` on; 0 takes any. */
export async function findFreePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + TRIES_MAX; port += 1) {
    const free = await tryPort(port);
    if (free !== null) return free;
  }
  throw new Error(`no port from ${wanted} to ${wanted + TRIES_MAX - 1} is free`);
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : null));
    });
  });
}
