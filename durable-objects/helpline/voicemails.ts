// The messages left with a Helpline: what is said of each, in any order, and which still waits for a transcript.
import { noteRecording } from "#core/helpline/route";
import type { VoicemailRecord } from "#core/helpline/call";
import { hear, newVoicemail, wait, waitsUntil } from "#core/helpline/voicemail";
import type { RecordingNews } from "#core/helpline/voicemail";
import type { Calls } from "./calls.ts";
import type { Keeper } from "./keeper.ts";

/** As long as calls are, and a day. */
const REMEMBERED_MS = 8 * 24 * 3_600_000;

export class Voicemails {
  readonly #keeper: Keeper;
  readonly #calls: Calls;
  /** Until when the e-mail of each waits, by the carrier's id of its call. */
  readonly #waiting: Map<string, number>;

  constructor(keeper: Keeper, calls: Calls) {
    this.#keeper = keeper;
    this.#calls = calls;
    const rows = keeper.store.read<{ sid: string; waits_until: number }>(
      "SELECT sid, waits_until FROM voicemails WHERE waits_until IS NOT NULL",
    );
    this.#waiting = new Map(rows.map(({ sid, waits_until }) => [sid, waits_until]));
    keeper.dues.push(() => (this.#waiting.size === 0 ? null : Math.min(...this.#waiting.values())));
  }

  /** False for a call that is not known. */
  hear(sid: string, news: RecordingNews, now: number): boolean {
    const position = this.#calls.find(sid);
    if (position === null) return false;
    if (news.kind === "recorded") {
      const noted = noteRecording(position, news.seconds, now);
      if (noted !== position) this.#calls.keep(noted, now);
    }
    const before = this.#find(sid) ?? newVoicemail(position.call);
    const after = hear(before, news, position.pinned.config.voicemail, now);
    if (after !== before) this.#keep(sid, after, now);
    return true;
  }

  /** An empty transcript stays: one that comes late is not taken any more. */
  forget({ addressId, until }: { readonly addressId: string; readonly until: number }): void {
    const { store } = this.#keeper;
    const rows = store.read<{ sid: string; body: string }>(
      "SELECT sid, body FROM voicemails WHERE instr(body, ?) > 0",
      addressId,
    );
    for (const { sid, body } of rows) {
      const voicemail = JSON.parse(body) as VoicemailRecord;
      if (voicemail.addressId !== addressId || voicemail.calledAt > until) continue;
      const { by = "twilio", at = until } = voicemail.transcript ?? {};
      const forgotten = { ...voicemail, address: { kind: "nobody" }, transcript: { text: "", by, at } };
      store.write("UPDATE voicemails SET body = ? WHERE sid = ?", JSON.stringify(forgotten), sid);
    }
  }

  /** E-mails that waited long enough go without a transcript. */
  tick(now: number): void {
    for (const [sid, at] of this.#waiting) {
      if (at > now) continue;
      const before = this.#find(sid);
      if (before === null) this.#waiting.delete(sid);
      else this.#keep(sid, wait(before, now), now);
    }
    this.#keeper.store.write("DELETE FROM voicemails WHERE at < ?", now - REMEMBERED_MS);
  }

  #keep(sid: string, voicemail: VoicemailRecord, now: number): void {
    const until = waitsUntil(voicemail);
    if (until === null) this.#waiting.delete(sid);
    else this.#waiting.set(sid, until);
    const write = () =>
      this.#keeper.store.write(
        "INSERT OR REPLACE INTO voicemails (sid, at, body, waits_until) VALUES (?, ?, ?, ?)",
        sid,
        now,
        JSON.stringify(voicemail),
        until,
      );
    this.#keeper.keep({ write, records: [voicemail], now });
  }

  #find(sid: string): VoicemailRecord | null {
    const [row] = this.#keeper.store.read<{ body: string }>("SELECT body FROM voicemails WHERE sid = ?", sid);
    return row === undefined ? null : (JSON.parse(row.body) as VoicemailRecord);
  }
}
