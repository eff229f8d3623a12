/** @jsxImportSource hono/jsx/dom */
// What came along: recordings to listen to, everything to save.
import { Icon } from "../../../phone/browser/icons.tsx";
import type { ShownAttachment } from "../wire.ts";

export function Attachments({ attachments }: { attachments: readonly ShownAttachment[] }) {
  if (attachments.length === 0) return null;
  return (
    <ul class="attachments" aria-label="Attachments">
      {attachments.map((attachment) => (
        <li key={attachment.url}>
          <a href={`${attachment.url}?save`} download={attachment.name}>
            <Icon name="save" />
            <span class="name">{attachment.name}</span>
            <span class="hint">{showSize(attachment.sizeBytes)}</span>
          </a>
          {attachment.contentType.startsWith("audio/") ? (
            <audio
              controls
              preload="metadata"
              src={attachment.url}
              aria-label={`Listen to ${attachment.name}`}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function showSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  const kilobytes = bytes / 1_000;
  return kilobytes < 1_000 ? `${Math.round(kilobytes)} KB` : `${(kilobytes / 1_000).toFixed(1)} MB`;
}
