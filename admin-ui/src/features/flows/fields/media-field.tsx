// Pictures and files that go out with a text, by their addresses.
import { TagsInput } from "@mantine/core";
import { Problems } from "./problems.tsx";

export interface MediaFieldProps {
  readonly value: readonly string[] | undefined;
  readonly onChange: (value: string[] | undefined) => void;
}

const MEDIA_MAX = 10;

export function MediaField({ value = [], onChange }: MediaFieldProps) {
  return (
    <div>
      <TagsInput
        label="Pictures and files"
        description="Addresses that begin with https://. They go out by MMS, WhatsApp and web chat."
        placeholder="https://example.org/map.png, then Enter"
        value={[...value]}
        onChange={(links) => onChange(links.length === 0 ? undefined : links)}
        maxTags={MEDIA_MAX}
        acceptValueOnBlur
        splitChars={[" "]}
      />
      <Problems of="media" />
    </div>
  );
}
