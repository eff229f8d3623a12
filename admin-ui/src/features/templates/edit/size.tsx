// What an SMS counts as, and the characters that make it dear.
import { Text } from "@mantine/core";
import type { TextSize } from "#core/message-template/check";

/** Characters a segment holds: alone, and as one of several (3GPP TS 23.038 and 23.040, as #core/text/segments counts). */
const HOLDS = { gsm7: [160, 153], ucs2: [70, 67] } as const;
const SHOWN_MAX = 8;

export function Size({ size }: { readonly size: TextSize | undefined }) {
  if (size === undefined) return null;
  const { units, count, encoding, costlyCharacters } = size;
  const [single, several] = HOLDS[encoding];
  const room = count === 1 ? single : count * several;
  return (
    <div role="status">
      <Text size="xs" c="dimmed">
        {`${count} ${count === 1 ? "segment" : "segments"}, ${units} of ${room} characters, before people’s names come in.`}
      </Text>
      {costlyCharacters.length > 0 && (
        <Text size="xs" c="orange" className="wrap-anywhere">
          {`${costlyCharacters.slice(0, SHOWN_MAX).map(nameOf).join(" ")} ${costlyCharacters.length === 1 ? "makes" : "make"} it dearer: a segment holds 70 characters instead of 160.`}
        </Text>
      )}
    </div>
  );
}

/** One that cannot be seen is called by its code. */
function nameOf(character: string): string {
  return /[\s\p{C}]/u.test(character)
    ? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`
    : `“${character}”`;
}
