/** @jsxImportSource hono/jsx/dom */
// The mail that is open: who to whom, what is attached, and its HTML, text and headers.
import { useState } from "hono/jsx/dom";
import { browserZone } from "../../../phone/browser/api.ts";
import { Avatar } from "../../../phone/browser/avatar.tsx";
import { Icon } from "../../../phone/browser/icons.tsx";
import { showLongDay, showSeconds, showTime } from "../../../phone/browser/times.ts";
import { usePage } from "../../../phone/browser/use-state.ts";
import type { MailDetail } from "../wire.ts";
import { Attachments } from "./attachments.tsx";
import { getChoice, showPanel } from "./choice.ts";
import { Tabs } from "./tabs.tsx";
import { Unsubscribe } from "./unsubscribe.tsx";

type View = "html" | "text" | "details";

export function Reading() {
  usePage();
  const { detail, id } = getChoice();
  const isOpen = detail !== undefined && detail.id === id;
  return (
    <section class="reading" aria-label="Mail">
      <div class="panel-head narrow-only">
        <button type="button" class="back" onClick={() => showPanel("list")}>
          <Icon name="back" />
          Mails
        </button>
      </div>
      {isOpen ? <OpenMail detail={detail} /> : <p class="hint empty">Choose a mail to read it.</p>}
    </section>
  );
}

function OpenMail({ detail }: { detail: MailDetail }) {
  const [view, setView] = useState<View>(detail.htmlUrl === null ? "text" : "html");
  const views: [View, string][] = [
    ...(detail.htmlUrl === null ? [] : ([["html", "HTML"]] satisfies [View, string][])),
    ["text", "Text"],
    ["details", "Headers"],
  ];
  return (
    <article>
      <Head detail={detail} />
      <Attachments attachments={detail.attachments} />
      <Tabs label="Show as" choices={views} chosen={view} choose={setView} />
      <div
        class={`body as-${view}`}
        role="tabpanel"
        aria-label={views.find(([each]) => each === view)?.[1] ?? ""}
        tabindex={view === "html" ? -1 : 0}
      >
        <Body detail={detail} view={view} />
      </div>
    </article>
  );
}

function Head({ detail }: { detail: MailDetail }) {
  const zone = browserZone();
  const { name, address } = detail.from;
  return (
    <header class="mail-head">
      <h2>{detail.subject}</h2>
      <div class="from">
        <Avatar name={name || address} />
        <p>
          <strong>{name || address}</strong> {name === "" ? null : <span class="hint">{address}</span>}{" "}
          {detail.canUnsubscribe ? <Unsubscribe id={detail.id} /> : null}
          <br />
          <span class="hint">to {[...detail.to, ...detail.cc].join(", ")}</span>
        </p>
        <time class="hint" datetime={new Date(detail.at).toISOString()}>
          {showLongDay(detail.at, zone)}, {showTime(detail.at, zone)}
        </time>
      </div>
    </header>
  );
}

function Body({ detail, view }: { detail: MailDetail; view: View }) {
  switch (view) {
    case "html":
      // No script runs in it, and it has no origin; its links open beside the page.
      return (
        <iframe
          title={detail.subject}
          src={detail.htmlUrl ?? "about:blank"}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
        />
      );
    case "text":
      return <pre>{detail.text || "There is no text part."}</pre>;
    case "details":
      return <Details detail={detail} />;
    default:
      return view satisfies never;
  }
}

function Details({ detail }: { detail: MailDetail }) {
  return (
    <>
      <dl>
        {detail.headers.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>What happened</h3>
      <ol>
        {detail.story.map(({ at, text }) => (
          <li key={`${at} ${text}`}>
            <time>{showSeconds(at, browserZone())}</time> {text}
          </li>
        ))}
      </ol>
    </>
  );
}
