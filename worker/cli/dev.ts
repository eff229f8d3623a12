// npm run dev: the Worker on this machine with the secrets of .dev.vars; with --tunnel, for a real phone.
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { buildStale } from "./build/build-stale.ts";
import { ROOT } from "./checkout.ts";
import { openTunnel } from "./dev/open-tunnel.ts";
import { type DevOptions, readOptions } from "./dev/read-options.ts";
import { TUNNEL_ENV, wranglerArguments } from "./dev/wrangler-arguments.ts";
import { occupy } from "./in-use.ts";
import { migrateLocally } from "./migrate.ts";
import { Refusal, runScript } from "./script.ts";
import { readLocalSecrets } from "./secrets.ts";
import { objectTo } from "./secrets/judge.ts";
import type { Vars } from "./secrets/vars-file.ts";
import { startTool } from "./tool.ts";

const running: ChildProcess[] = [];
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stopAll);

await runScript(async () => {
  const options = readOptions(process.argv.slice(2));
  const secrets = readLocalSecrets();
  weigh(options, secrets);
  const leave = occupy(join(ROOT, ".wrangler/state"));
  try {
    await buildStale();
    await migrateLocally();
    await serve(options, secrets);
  } finally {
    stopAll();
    leave();
  }
});

function weigh({ tunnel }: DevOptions, secrets: Vars): void {
  const objections = objectTo(secrets);
  if (objections.length === 0) return;
  const text = `${objections.join("\n")}\nPut your own values into .dev.vars (see .dev.vars.example).`;
  if (tunnel) throw new Refusal(`Not through a tunnel:\n${text}`);
  console.log(`${text}\nUntil then nothing can be sent. To try Partyline without an account: npm run demo\n`);
}

async function serve({ tunnel, port }: DevOptions, secrets: Vars): Promise<void> {
  let publicUrl = `http://127.0.0.1:${port}`;
  if (tunnel) {
    const opened = await openTunnel(port);
    running.push(opened.child);
    publicUrl = opened.url;
  }
  console.log(`\nPartyline at ${publicUrl}`);
  console.log(`  for Twilio, "a message comes in" (HTTP POST)  ${publicUrl}/webhooks/twilio/messages`);
  console.log(`  sign in with the admin token  ${secrets["ADMIN_TOKEN"]}\n`);
  const server = startTool(
    "wrangler",
    wranglerArguments(port, publicUrl),
    "inherit",
    tunnel ? TUNNEL_ENV : {},
  );
  running.push(server);
  await once(server, "close");
}

function stopAll(): void {
  for (const child of running.splice(0)) child.kill("SIGTERM");
}
