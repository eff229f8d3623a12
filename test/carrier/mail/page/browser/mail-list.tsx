/** @jsxImportSource hono/jsx/dom */
// The mails of one mailbox, newest first; arrow keys go from one to the next.
import { useRef } from "hono/jsx/dom";
import { browserZone } from "../../../phone/browser/api.ts";
import { Icon } from "../../../phone/browser/icons.tsx";
import { type Choice as PickerChoice, Picker } from "../../../phone/browser/picker.tsx";
import { productNow, showDay, showTime } from "../../../phone/browser/times.ts";
import { usePage } from "../../../phone/browser/use-state.ts";
import type { BoxSummary, FateKind, MailSummary } from "../wire.ts";
import { setFate } from "./api.ts";
import { chooseMail, getChoice, showPanel } from "./choice.ts";

const FATES: PickerChoice<FateKind>[] = [
  ["delivered", "Takes mail"],
  ["bounced", "Does not exist: bounces"],
  ["complained", "Marks mail as spam"],
  ["delayed", "Puts mail off"],
];

export function MailList({ box }: { box: BoxSummary | undefined }) {
  const list = useRef<HTMLUListElement>(null);
  const { id } = getChoice();
  const mails = box?.mails ?? [];
  const onKeyDown = (event: KeyboardEvent): void => {
    const place = Math.max(
      0,
      mails.findIndex((mail) => mail.id === id),
    );
    const next = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: mails.length - 1 }[event.key];
    const mail = next === undefined ? undefined : mails[next];
    if (next === undefined || mail === undefined) return;
    event.preventDefault();
    void chooseMail(mail.id, "list");
    const button = list.current?.children[next]?.firstElementChild;
    if (button instanceof HTMLElement) button.focus();
  };
  return (
    <section class="list" aria-label="Mails">
      <div class="panel-head">
        <button type="button" class="back" onClick={() => showPanel("boxes")}>
          <Icon name="back" />
          Mailboxes
        </button>
        <h2>{box?.name ?? "Mails"}</h2>
        {box === undefined || box.name === box.address ? null : <p class="hint">{box.address}</p>}
      </div>
      {box?.isSuppressed === true ? (
        <p class="notice">On Resend’s suppression list: nothing more is sent here.</p>
      ) : null}
      {mails.length === 0 ? (
        <p class="hint empty">{box === undefined ? "Choose a mailbox." : "Nothing has arrived here."}</p>
      ) : (
        <ul ref={list} onKeyDown={onKeyDown}>
          {mails.map((mail, place) => (
            <li key={mail.id}>
              <MailButton
                mail={mail}
                isChosen={mail.id === id}
                isFirst={mails.some((each) => each.id === id) ? mail.id === id : place === 0}
              />
            </li>
          ))}
        </ul>
      )}
      {box === undefined ? null : (
        <div class="switches">
          <Picker
            label="This address"
            alarming
            choices={FATES}
            value={box.fate === "failed" ? "delivered" : box.fate}
            choose={(fate) => setFate(box.address, fate)}
          />
        </div>
      )}
    </section>
  );
}

type RowProps = { mail: MailSummary; isChosen: boolean; isFirst: boolean };

function MailButton({ mail, isChosen, isFirst }: RowProps) {
  const state = usePage();
  const zone = browserZone();
  const today = showDay(productNow(state), zone);
  const day = showDay(mail.at, zone);
  return (
    <button
      type="button"
      class={mail.isRead ? "mail-row" : "mail-row unread"}
      aria-current={isChosen ? "true" : "false"}
      tabindex={isFirst ? 0 : -1}
      onClick={() => void chooseMail(mail.id)}
    >
      <span class="sender">
        {mail.isRead ? null : <span class="unseen">Unread: </span>}
        {mail.from.name || mail.from.address}
      </span>
      <span class="when">
        {mail.hasAttachments ? (
          <>
            <Icon name="clip" />
            <span class="unseen">with attachments, </span>
          </>
        ) : null}
        {day === today ? showTime(mail.at, zone) : day.replace(/ \d{4}$/, "")}
      </span>
      <span class="subject">{mail.subject}</span>
      <span class="preview">{mail.preview}</span>
    </button>
  );
}
