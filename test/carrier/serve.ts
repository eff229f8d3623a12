// Serves a carrier on loopback, where the product and a browser can reach it.
import type { IncomingMessage } from "node:http";
import { serve } from "@hono/node-server";
import type { Carrier } from "./carrier.ts";
import { DroppedConnection } from "./rest/problem.ts";

export type Served = { url: string; close: () => Promise<void> };

/** Port 0 takes any free one. */
export function serveCarrier(carrier: Pick<Carrier, "fetch">, port: number): Promise<Served> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        hostname: "127.0.0.1",
        port,
        fetch: async (request, { incoming }) => {
          try {
            return await carrier.fetch(request);
          } catch (error) {
            if (error instanceof DroppedConnection) breakOff(incoming);
            throw error;
          }
        },
      },
      (info) => {
        resolve({
          url: `http://127.0.0.1:${info.port}`,
          close: () =>
            new Promise((closed) => {
              server.close(() => closed());
              // Phones hold their event streams open.
              if ("closeAllConnections" in server) server.closeAllConnections();
            }),
        });
      },
    );
    server.once("error", reject);
  });
}

function breakOff(incoming: Pick<IncomingMessage, "socket"> | object): void {
  if ("socket" in incoming) incoming.socket.destroy();
}
