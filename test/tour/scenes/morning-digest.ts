// The organisers' e-mail about yesterday: once, and worth reading in thirty seconds.
import { ORGANISERS } from "../../demo/seed/groups.ts";
import type { Scene } from "../stage.ts";
import { readMail } from "../telephone.ts";

export const morningDigest: Scene = {
  title: "The morning's e-mail about yesterday",
  play: async (stage) => {
    const { system, checks, note, wait, waitUntil } = stage;
    const box = system.mailbox(ORGANISERS);
    await waitUntil("06:30");
    const before = box.mails().length;
    // Those of the mornings before are read.
    while (box.unclaimed().length > 0) await box.expect(/./);
    await waitUntil("07:01");
    const mail = await readMail(stage, ORGANISERS, /need/);
    for (const line of mail.text
      .split("\n")
      .filter((text) => text.trim() !== "")
      .slice(0, 14))
      note(line);
    checks.same(
      "it says what is missing",
      mail.text.includes("Bristol Neighbour Line: nobody on shift"),
      true,
    );
    await wait(3);
    checks.same("it comes once", box.mails().length - before, 1);
  },
};
