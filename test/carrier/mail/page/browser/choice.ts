// Which mailbox and which mail are open: kept in the address, so that a link leads to one and a reload finds it again.
import { setState } from "../../../phone/browser/store.ts";
import type { MailDetail } from "../wire.ts";
import { markRead, readDetail } from "./api.ts";
import { focusIn } from "./focus.ts";

/** On a narrow screen one panel at a time. */
export type Panel = "boxes" | "list" | "reading";

export interface Choice {
  readonly address: string;
  readonly id: string;
  readonly panel: Panel;
  readonly detail: MailDetail | undefined;
}

let choice: Choice = { ...readAddress(), detail: undefined };

export function getChoice(): Choice {
  return choice;
}

/** `#ann@example.org` or `#ann@example.org/<id>`. */
function readAddress(): Pick<Choice, "address" | "id" | "panel"> {
  const [address = "", id = ""] = decodeURIComponent(location.hash.slice(1)).split("/");
  return { address, id, panel: id === "" ? (address === "" ? "boxes" : "list") : "reading" };
}

function change(to: Partial<Choice>): void {
  choice = { ...choice, ...to };
  const { address, id } = choice;
  const hash = address === "" ? "" : `#${encodeURIComponent(address)}${id === "" ? "" : `/${id}`}`;
  history.replaceState(null, "", location.pathname + hash);
  // Renders again whoever follows the page's state.
  setState({});
}

export function showPanel(panel: Panel): void {
  change({ panel });
  focusIn(panel);
}

export function chooseBox(address: string): void {
  change({ address, id: "", detail: undefined, panel: "list" });
  focusIn("list");
}

/** Opens a mail, which makes it a read one. */
export async function chooseMail(id: string, panel: Panel = "reading"): Promise<void> {
  change({ id, panel });
  focusIn(panel);
  const detail = await readDetail(id);
  // Somebody may have gone on to another by now.
  if (choice.id !== id) return;
  change({ detail });
  await markRead(choice.address, id, true);
}

/** What the address names, when the page opens. */
export async function openChosen(): Promise<void> {
  if (choice.id !== "") await chooseMail(choice.id);
}

/** Somebody else's link to a mail, while the page is open. */
export async function followAddress(): Promise<void> {
  const wanted = readAddress();
  if (wanted.address === choice.address && wanted.id === choice.id) return;
  change({ ...wanted, detail: undefined });
  await openChosen();
}
