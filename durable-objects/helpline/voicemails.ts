// The messages left with a Helpline: what the carrier says of each, in any order.
import { noteRecording } from "#core/helpline/route";
import type { VoicemailRecord } from "#core/helpline/call";
import { hear, newVoicemail } from "#core/helpline/voicemail";
import type { RecordingNews } from "#core/helpline/voicemail";
import type { Calls } from "./calls.ts";
import type { Keeper } from "./keeper.ts";

/** As long as calls are, and a day. */
const REMEMBERED_MS = 8 * 24 * 3_600_000;

export class Voicemails {
  readonly #keeper: Keeper;
  readonly #calls: Calls;

  constructor(keeper: Keeper, calls: Calls) {
    this.#keeper = keeper;
    this.#calls = calls;
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
    const after = hear(before, news, now);
    if (after === before) return true;
    const write = () =>
      this.#keeper.store.write(
        "INSERT OR REPLACE INTO voicemails (sid, at, body) VALUES (?, ?, ?)",
        sid,
        now,
        JSON.stringify(after),
      );
    this.#keeper.keep({ write, records: [after], now });
    return true;
  }

  tick(now: number): void {
    this.#keeper.store.write("DELETE FROM voicemails WHERE at < ?", now - REMEMBERED_MS);
  }

  #find(sid: string): VoicemailRecord | null {
    const [row] = this.#keeper.store.read<{ body: string }>("SELECT body FROM voicemails WHERE sid = ?", sid);
    return row === undefined ? null : (JSON.parse(row.body) as VoicemailRecord);
  }
}
