/** @jsxImportSource hono/jsx/dom */
// Whose mail it is, and how Resend fares today.
import { Avatar } from "../../../phone/browser/avatar.tsx";
import { Picker } from "../../../phone/browser/picker.tsx";
import { usePage } from "../../../phone/browser/use-state.ts";
import type { BoxSummary } from "../wire.ts";
import { setDown } from "./api.ts";
import { chooseBox, getChoice } from "./choice.ts";

export function Boxes() {
  const { mail } = usePage();
  const boxes = mail?.boxes ?? [];
  const { address } = getChoice();
  return (
    <section class="boxes people" aria-label="Mailboxes">
      <h2>Mailboxes</h2>
      <ul>
        {boxes.map((box) => (
          <li key={box.address}>
            <BoxButton box={box} isChosen={box.address === address} />
          </li>
        ))}
      </ul>
      {mail !== undefined && boxes.length === 0 ? (
        <p class="hint">
          No mail yet. What Partyline sends by e-mail arrives here; nothing leaves this machine.
        </p>
      ) : null}
      {mail === undefined ? null : (
        <div class="switches">
          <Picker
            label="Resend"
            alarming
            choices={[
              ["up", "Takes e-mails"],
              ["down", "Down for an hour (503)"],
            ]}
            value={mail.isDown ? "down" : "up"}
            choose={(value) => setDown(value === "down")}
          />
        </div>
      )}
    </section>
  );
}

function BoxButton({ box, isChosen }: { box: BoxSummary; isChosen: boolean }) {
  return (
    <button
      type="button"
      class="person"
      aria-current={isChosen ? "true" : "false"}
      onClick={() => chooseBox(box.address)}
    >
      <Avatar name={box.name} />
      <span class="who">
        <span class="name">{box.name}</span>
        <span class="preview">{box.name === box.address ? countOf(box) : box.address}</span>
      </span>
      {box.unread === 0 ? null : (
        <span class="count">
          {box.unread}
          <span class="unseen"> unread</span>
        </span>
      )}
    </button>
  );
}

function countOf({ mails }: BoxSummary): string {
  return mails.length === 1 ? "1 mail" : `${mails.length} mails`;
}
