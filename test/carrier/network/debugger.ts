// Twilio's debugger: what its console shows as an error or warning is posted to the account's debugger URL, if it has one.
import type { Exchange } from "../exchange.ts";
import { type Form, makeForm } from "../form.ts";
import { mintToken } from "../sid.ts";
import { callProduct } from "./call-product.ts";

export type Report = {
  code: number;
  /** Twilio's own words. */
  message: string;
  level?: "ERROR" | "WARNING";
  /** Of the message or call it is about. */
  sid?: string;
  /** Of ours that Twilio called. */
  url?: string;
};

export type Debugger = {
  /** As set in Twilio's console; undefined ends it. */
  setUrl: (url: string | undefined) => void;
  /** Reports something that nothing here went wrong for; resolves when the product has answered. */
  report: (report: Report) => Promise<void>;
};

/** TwiML that is taken all the same. */
const WARNINGS: ReadonlySet<number> = new Set([12_200]);

/** Follows the carrier's log: whatever it complains of is reported. */
export function createDebugger(exchange: Exchange): Debugger {
  let address: string | undefined;
  const report = async (given: Report): Promise<void> => {
    if (address === undefined) return;
    const sid = exchange.mint("NO");
    const token = mintToken(exchange.random);
    const form = reportForm(exchange, sid, given);
    // What becomes of it stands in the log; Twilio reports no reports.
    await callProduct({
      address,
      method: "POST",
      form,
      token,
      authToken: exchange.account.authToken,
      deliver: exchange.deliver,
      onAttempt: (attempt, outcome, url) =>
        exchange.log.add({ kind: "webhook", sid, url, form, token, attempt, outcome }),
    });
  };
  exchange.log.listen((entry) => {
    if (entry.kind === "debugger") void exchange.outstanding.track(report(entry));
  });
  return {
    setUrl: (url) => {
      address = url;
    },
    report: (given) => exchange.outstanding.track(report(given)),
  };
}

/** `ParentAccountSid` stands in reports of subaccounts only. */
function reportForm(
  exchange: Exchange,
  sid: string,
  { code, message, level, sid: about, url }: Report,
): Form {
  const payload = {
    resource_sid: about ?? exchange.account.sid,
    service_sid: null,
    error_code: String(code),
    more_info: { Msg: message, ErrorCode: String(code), LogLevel: level ?? levelOf(code) },
    ...(url !== undefined && {
      webhook: { type: "application/json", request: { url, method: "POST", headers: {}, parameters: {} } },
    }),
  };
  return makeForm({
    AccountSid: exchange.account.sid,
    Sid: sid,
    Timestamp: new Date(exchange.clock.now()).toISOString(),
    Level: level ?? levelOf(code),
    PayloadType: "application/json",
    Payload: JSON.stringify(payload),
  });
}

function levelOf(code: number): "ERROR" | "WARNING" {
  return WARNINGS.has(code) ? "WARNING" : "ERROR";
}
