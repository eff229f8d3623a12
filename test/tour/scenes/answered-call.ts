// A mailbox picks up the first volunteer's telephone, and nobody there presses 1; the second does.
import { GROUPS } from "../../demo/seed/groups.ts";
import type { Scene } from "../stage.ts";
import { expectStory, setTelephones, tellCall } from "../telephone.ts";

export const answeredCall: Scene = {
  title: "A call, answered by the second after a mailbox",
  play: async (stage) => {
    const { checks, person, waitUntil } = stage;
    await waitUntil("10:30");
    setTelephones(stage, "bristol", {
      "Maya Clarke": { kind: "mailbox" },
      "Tom Hughes": { kind: "answers", presses: "1", pressAfterSeconds: 7, talksSeconds: 360 },
    });
    const nell = person("+447700900431", "Nell Archer");
    const call = await nell.handset.call(GROUPS.bristol.config.number);
    await checks.expect("the call ends", () => call.ended());
    tellCall(stage, "bristol", "Nell Archer", call);
    checks.same(
      "who talked with Nell",
      call.bridges().map(({ with: number, seconds }) => [number, seconds]),
      [[phoneOf("Tom Hughes"), 360]],
    );
    await expectStory(stage, "bristol", [
      "rang Maya Clarke 15 s: picked up, and nobody pressed 1 (a mailbox?)",
      "rang Tom Hughes 4 s: pressed 1, talked 6 min",
      "the volunteer hung up",
    ]);
    setTelephones(stage, "bristol", {});
  },
};

function phoneOf(name: string): string {
  return GROUPS.bristol.volunteers.find((volunteer) => volunteer.name === name)?.phone ?? "";
}
