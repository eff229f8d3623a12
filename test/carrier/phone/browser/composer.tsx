/** @jsxImportSource hono/jsx/dom */
// The typing box, with pictures and places.
import { useRef, useState } from "hono/jsx/dom";
import type { PhoneLine } from "../wire.ts";
import { send } from "./api.ts";
import { Icon } from "./icons.tsx";
import { LocationDialog } from "./location-dialog.tsx";
import { readPicture } from "./read-picture.ts";

/** Twilio's limit for MMS. */
const PICTURE_BYTES_MAX = 5 * 1024 * 1024;

export function Composer({ number, line }: { number: string; line: PhoneLine }) {
  const [body, setBody] = useState("");
  const [problem, setProblem] = useState("");
  const [placing, setPlacing] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
      setProblem("");
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const clear = (): void => {
    setBody("");
    if (box.current !== null) box.current.value = "";
    box.current?.focus();
  };
  const submit = (): Promise<void> =>
    attempt(async () => {
      if (body.trim() === "") return;
      await send({ kind: "text", number, line: line.address, body });
      clear();
    });
  const attach = (file: File | undefined): Promise<void> =>
    attempt(async () => {
      if (file === undefined) return;
      if (file.size > PICTURE_BYTES_MAX) throw new Error("The picture is larger than 5 MB.");
      await send({ kind: "picture", number, line: line.address, body, ...(await readPicture(file)) });
      clear();
    });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void submit();
  };
  const onFile = (event: Event): void => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    void attach(input.files?.[0]).then(() => (input.value = ""));
  };

  return (
    <form
      class="composer"
      onSubmit={(event: Event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label class="icon-button" title="Attach a picture">
        <Icon name="clip" />
        <span class="unseen">Attach a picture</span>
        <input type="file" accept="image/*,audio/*,application/pdf" class="unseen" onChange={onFile} />
      </label>
      {line.channel === "whatsapp" ? (
        <button type="button" class="icon-button" title="Send a location" onClick={() => setPlacing(true)}>
          <Icon name="pin" />
          <span class="unseen">Send a location</span>
        </button>
      ) : null}
      <textarea
        ref={box}
        rows={1}
        dir="auto"
        aria-label={`Message to ${line.name}`}
        placeholder={line.channel === "whatsapp" ? "Message" : "Text message"}
        maxlength={1600}
        value={body}
        onInput={(event: Event) => event.target instanceof HTMLTextAreaElement && setBody(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" class="send" disabled={body.trim() === ""}>
        <Icon name="send" />
        <span class="unseen">Send</span>
      </button>
      <p class="problem" role="alert">
        {problem}
      </p>
      {placing ? (
        <LocationDialog
          close={() => setPlacing(false)}
          choose={(location) =>
            attempt(() => send({ kind: "location", number, line: line.address, location }))
          }
        />
      ) : null}
    </form>
  );
}
