// Starts the product and the carrier on this machine, in one process: the demo's way and the tour's.
import { unstable_startWorker as startWorker } from "wrangler";
import { serveCarrier } from "../carrier/serve.ts";
import { buildStale } from "../../worker/cli/build/build-stale.ts";
import { migrateLocally } from "../../worker/cli/migrate.ts";
import type { Vars } from "../../worker/cli/secrets/vars-file.ts";
import { makeMailSettings } from "../system/mail-settings.ts";
import { createSystem, type Secrets, type System } from "../system/system.ts";
import { findFreePort } from "./free-port.ts";

export interface StartOptions {
  /** Where the product keeps its data. */
  readonly folder: string;
  /** Taken if free, else the next one that is; 0 takes any. */
  readonly productPort: number;
  readonly carrierPort: number;
  readonly secrets: Secrets & Vars;
  /** Whether an edit of the sources is served at once. */
  readonly watch: boolean;
  readonly random: () => number;
}

export interface LocalSystem extends System {
  /** The phone in the browser. */
  readonly phoneUrl: string;
  readonly stop: () => Promise<void>;
}

/** Where the demo's people live. */
export const ZONE = "Europe/London";

/** Builds and migrates what needs it; the demo's clock goes with loopback addresses only. */
export async function startLocally(options: StartOptions): Promise<LocalSystem> {
  const [productPort, carrierPort] = await takePorts(options);
  await Promise.all([buildStale(), migrateLocally(options.folder)]);

  const publicUrl = `http://127.0.0.1:${productPort}`;
  const phoneUrl = `http://127.0.0.1:${carrierPort}`;
  const mail = makeMailSettings(phoneUrl);
  const system = createSystem(
    {
      publicUrl,
      socketUrl: `ws://127.0.0.1:${productPort}`,
      deliver: (request) => fetch(request),
      secrets: options.secrets,
      mail,
    },
    options.random,
  );
  const phone = await serveCarrier(system.carrier, carrierPort);
  const worker = await startWorker({
    config: "wrangler.toml",
    dev: {
      server: { hostname: "127.0.0.1", port: productPort },
      inspector: false,
      watch: options.watch,
      persist: options.folder,
      logLevel: "warn",
    },
    bindings: {
      ...bind("secret_text", options.secrets),
      ...bind("plain_text", {
        ...mail,
        PUBLIC_URL: publicUrl,
        TWILIO_API_URL: phoneUrl,
        TIME_ZONE: ZONE,
        DEMO: "1",
      }),
    },
  });
  await worker.ready;
  system.carrier.debugger.setUrl(`${publicUrl}/webhooks/twilio/debugger`);
  return {
    ...system,
    phoneUrl,
    stop: async () => {
      await system.carrier.settled();
      await Promise.all([phone.close(), worker.dispose()]);
    },
  };
}

async function takePorts({ productPort, carrierPort }: StartOptions): Promise<[number, number]> {
  const first = await findFreePort(productPort);
  const second = await findFreePort(carrierPort === 0 ? 0 : Math.max(carrierPort, first + 1));
  return [first, second];
}

function bind(
  type: "plain_text" | "secret_text",
  values: Vars,
): Record<string, { type: string; value: string }> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { type, value }]));
}
