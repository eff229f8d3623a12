// What happens shows in an open page by itself: at once by WebSocket, after a gap, and in the end where no socket gets through.
import { expect, test } from "vitest";
import * as z from "zod";
import { listens, signIn } from "./admin-page.ts";
import { PATIENCE_MS, stories } from "./browse.ts";
import { organiser } from "./organiser.ts";
import { takePhone } from "./phone-page.ts";

/** What is promised. */
const SOON_MS = 2_000;

stories("an open page", (arrive) => {
  test("shows who writes within two seconds, without being touched", async () => {
    const { page } = await arrive();
    await signIn(page, "/contacts");
    await listens(page);
    const waits: number[] = [];
    for (const number of ["+447700900341", "+447700900342", "+447700900343"]) {
      const guest = await arrive();
      const phone = await takePhone(guest.page, `Guest ${number}`, number);
      await phone.chooseLine("Texts");
      await phone.text("hello");
      const sentAt = performance.now();
      await page.getByText(number).first().waitFor();
      waits.push(performance.now() - sentAt);
    }
    // The quickest of three: two cores may be busy with everything else.
    expect(Math.min(...waits)).toBeLessThan(SOON_MS);
  });

  test("that was offline shows what it missed when it is back", async () => {
    const { page, context, forgive } = await arrive();
    forgive(/ERR_INTERNET_DISCONNECTED|WebSocket/);
    await signIn(page, "/contacts");
    await listens(page);
    await context.setOffline(true);
    await page
      .getByRole("status")
      .getByText("Offline", { exact: true })
      .waitFor({ state: "attached", timeout: 60_000 });
    const name = "Came while we were away";
    await organiser().send("POST", "/api/v1/contacts", { name, number: "+447700900344" }, z.unknown());
    await context.setOffline(false);
    await page
      .getByText(name)
      .first()
      .waitFor({ timeout: PATIENCE_MS * 2 });
    await listens(page);
  });
});
