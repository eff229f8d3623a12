// What a text counts as when it goes out by SMS.
import { Text } from "@mantine/core";
import { segments } from "#core/text";
import { countOf } from "../draft/say-step.ts";

const ENCODINGS = { gsm7: "GSM-7", ucs2: "UCS-2" } as const;

export function SegmentCount({ text }: { readonly text: string }) {
  if (text.trim() === "") return null;
  const { encoding, units, count, costly } = segments(text.trim());
  // What stands for a placeholder may be longer or shorter.
  const about = /\{[{%]/.test(text) ? "about " : "";
  return (
    <Text size="xs" c="dimmed" mt={2}>
      {countOf(units, "character")}, {about}
      {countOf(count, "SMS segment")} ({ENCODINGS[encoding]}
      {costly !== null && `, because of “${costly}”`})
    </Text>
  );
}
