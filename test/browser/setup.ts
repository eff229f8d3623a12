// Before the browser's stories: the whole system on free ports with data of its own.
import "../../worker/cli/quiet.ts";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { configure } from "../demo/seed/configure.ts";
import { LINES } from "../demo/seed/lines.ts";
import { type LocalSystem, startLocally } from "../demo/start.ts";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { addGroup } from "../system/group.ts";
import { seeded } from "../system/seeded.ts";

/** Where everything is. */
export interface Place {
  readonly product: string;
  readonly phone: string;
}

declare module "vitest" {
  interface ProvidedContext {
    place: Place;
  }
}

/** Called and answered from the phone's page; Ann is rung before Ben, and long enough for a busy machine. */
const GROUP = { name: "Helpline", number: "+447700900200", zone: "Europe/London", ringSeconds: 60 };
const VOLUNTEERS = [
  { name: "Ann Volunteer", phone: "+447700900401" },
  { name: "Ben Volunteer", phone: "+447700900402" },
];

/** A group that has a volunteer and no shift yet. */
const EMPTY = { name: "Night line", number: "+447700900210", zone: "UTC" };
const EMPTY_VOLUNTEERS = [{ name: "Dora Volunteer", phone: "+447700900410" }];

/** Chats beside the demo's own. */
const CHATS = ["centre-survey", "clinic-feedback"];

export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "partyline-browser-"));
  const system = await startLocally({
    folder,
    secrets: TEST_SECRETS,
    productPort: 0,
    carrierPort: 0,
    watch: false,
    random: seeded(20261121),
  });
  await furnish(system);
  provide("place", { product: system.publicUrl, phone: system.phoneUrl });
  return async () => {
    await system.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function furnish(system: LocalSystem): Promise<void> {
  await configure(system);
  await addGroup(system, GROUP, VOLUNTEERS);
  await addGroup(system, EMPTY, EMPTY_VOLUNTEERS, []);
  for (const address of CHATS) {
    await system.addLine({ ...LINES.chat.config, name: `Chat: ${address}`, address });
  }
}
