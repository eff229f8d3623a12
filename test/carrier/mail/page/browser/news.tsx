/** @jsxImportSource hono/jsx/dom */
// Says that a mail came, to whoever does not see the list; and counts the unread ones in the tab's title.
import { useEffect, useRef } from "hono/jsx/dom";
import { usePage } from "../../../phone/browser/use-state.ts";
import type { BoxSummary } from "../wire.ts";

export function News() {
  const { mail } = usePage();
  const boxes = mail?.boxes ?? [];
  const unread = boxes.reduce((sum, box) => sum + box.unread, 0);
  const latest = findLatest(boxes);
  const first = useRef<string | undefined>(undefined);
  if (mail !== undefined && first.current === undefined) first.current = latest?.id ?? "";
  useEffect(() => {
    document.title = unread === 0 ? "Partyline mail" : `(${unread}) Partyline mail`;
  }, [unread]);
  const isNew = latest !== undefined && latest.id !== first.current;
  return (
    <p class="unseen" role="status">
      {isNew ? `New mail for ${latest.name}: ${latest.subject}` : ""}
    </p>
  );
}

function findLatest(boxes: readonly BoxSummary[]) {
  const newest = boxes.flatMap(({ name, mails }) => mails.slice(0, 1).map((mail) => ({ name, ...mail })));
  return newest.sort((a, b) => b.at - a.at)[0];
}
