/** @jsxImportSource hono/jsx/dom */
// The mailboxes: whose, which mails, and the one that is open; side by side, or one at a time on a narrow screen.
import { render } from "hono/jsx/dom";
import { ClockStrip } from "../../../phone/browser/clock-strip.tsx";
import { listen } from "../../../phone/browser/store.ts";
import { usePage } from "../../../phone/browser/use-state.ts";
import { Boxes } from "./boxes.tsx";
import { followAddress, getChoice, openChosen } from "./choice.ts";
import { MailList } from "./mail-list.tsx";
import { News } from "./news.tsx";
import { Reading } from "./reading.tsx";

function MailPage() {
  const { mail } = usePage();
  const choice = getChoice();
  const box = mail?.boxes.find(({ address }) => address === choice.address);
  return (
    <div class={`mail-page shows-${choice.panel}`}>
      <ClockStrip here="mail" />
      <main>
        <Boxes />
        <MailList key={choice.address} box={box} />
        <Reading key={choice.id} />
      </main>
      <News />
    </div>
  );
}

const root = document.querySelector("#mail");
if (root instanceof HTMLElement) {
  // Of no phone: nobody's texts belong here.
  listen("");
  render(<MailPage />, root);
  void openChosen();
  addEventListener("hashchange", () => void followAddress());
}
