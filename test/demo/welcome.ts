// What the demo says when it is up.
import type { Vars } from "../../worker/cli/secrets/vars-file.ts";
import { GROUPS } from "./seed/groups.ts";
import { LINES } from "./seed/lines.ts";

interface Now {
  readonly isNew: boolean;
  /** Who is called first. */
  readonly rung: string | null;
}

/** The addresses, how to sign in, and what to try first. */
export function welcome(
  { publicUrl, phoneUrl }: { publicUrl: string; phoneUrl: string },
  secrets: Vars,
  { isNew, rung }: Now,
): string {
  const { texts, whatsapp } = LINES;
  const { config } = GROUPS.bristol;
  return `
Partyline is up${isNew ? ", with three days of messages" : "; the data is as you left it"}.

  Phone       ${phoneUrl}/            text REVIEW to ${texts.config.address}
  Mail        ${phoneUrl}/mail        every e-mail that Partyline sends
  Web chat    ${publicUrl}/chat/product-review
  API         ${publicUrl}/api/docs
  Admin       ${publicUrl}/            sign in with the token below

  Token       ${secrets["ADMIN_TOKEN"] ?? ""}

Call ${config.number} in one tab, be ${rung ?? "a volunteer"} in another: pick up and press 1. Or leave a message, and
read it in the mail. Jump to the evening: tomorrow's volunteers are reminded.
Try SURVEY, JOIN or VOLUNTEER as well, or WhatsApp to ${whatsapp.config.address}; on the phone, jump a day ahead.
Ctrl-C ends everything. npm run reset starts afresh.
`;
}
