// A picture, a sound or a file that came with a message.
import { Anchor, Text } from "@mantine/core";
import { IconFile } from "@tabler/icons-react";

export interface MediaProps {
  /** null while it is fetched from the carrier, and once it is purged. */
  readonly url: string | null;
  readonly type: string | null;
}

export function Media({ url, type }: MediaProps) {
  const what = nameOf(type);
  if (url === null)
    return (
      <Text size="sm" c="dimmed" component="p">
        {what} that is not kept here
      </Text>
    );
  // Only what we keep ourselves is shown: other servers learn nothing of who looks.
  if (url.startsWith("/") && type?.startsWith("image/") === true)
    return (
      <a href={url} download aria-label="Download the picture">
        <img className="bubble-picture" src={url} alt="What they sent" loading="lazy" />
      </a>
    );
  if (url.startsWith("/") && type?.startsWith("audio/") === true)
    return <audio controls preload="none" src={url} aria-label="What they said" />;
  return (
    <Anchor
      size="sm"
      href={url}
      rel="noreferrer"
      {...(url.startsWith("/") ? { download: true } : { target: "_blank" })}
    >
      <IconFile size={14} aria-hidden /> {what}
    </Anchor>
  );
}

function nameOf(type: string | null): string {
  const [kind = ""] = (type ?? "").split("/");
  if (kind === "image") return "A picture";
  if (kind === "audio") return "A recording";
  return kind === "video" ? "A film" : "A file";
}
