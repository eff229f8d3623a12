// Who is meant: a segment that is kept, a filter of its own, or people chosen by hand.
import { Input, SegmentedControl, Select, Stack, Text } from "@mantine/core";
import { useSegments } from "../../../data/choices.ts";
import { AnchorLink } from "../../../ui/links.tsx";
import type { Audience } from "./draft.ts";
import { FilterAudience } from "./filter-audience.tsx";
import { PeopleField } from "../../../ui/people-field.tsx";

export interface WhoFieldProps {
  readonly audience: Audience;
  readonly onChange: (audience: Audience) => void;
  readonly problem: string | undefined;
}

const KINDS = [
  { value: "segment", label: "A segment" },
  { value: "filter", label: "A filter" },
  { value: "contacts", label: "People by name" },
] as const satisfies readonly { value: Audience["kind"]; label: string }[];

export function WhoField({ audience, onChange, problem }: WhoFieldProps) {
  return (
    <Input.Wrapper label="Who gets it" labelElement="div" error={problem}>
      <Stack gap="xs" mt={4}>
        <SegmentedControl
          aria-label="Who gets it: kind"
          data={[...KINDS]}
          value={audience.kind}
          onChange={(value) => onChange(emptyOf(value))}
        />
        <Choice audience={audience} onChange={onChange} />
      </Stack>
    </Input.Wrapper>
  );
}

function Choice({ audience, onChange }: Pick<WhoFieldProps, "audience" | "onChange">) {
  switch (audience.kind) {
    case "segment":
      return (
        <SegmentChoice
          segment={audience.segment}
          onChange={(segment) => onChange({ kind: "segment", segment })}
        />
      );
    case "filter":
      return (
        <FilterAudience
          filter={audience.filter}
          onChange={(filter) => onChange({ kind: "filter", filter })}
        />
      );
    case "contacts":
      return (
        <PeopleField
          ids={audience.contacts}
          onChange={(contacts) => onChange({ kind: "contacts", contacts: [...contacts] })}
        />
      );
    default:
      return audience satisfies never;
  }
}

function SegmentChoice(props: { readonly segment: string; readonly onChange: (segment: string) => void }) {
  const { segment, onChange } = props;
  const { data: rows = [], isSuccess } = useSegments();
  // By id or by name, as it was given.
  const chosen = rows.find(({ id, name }) => id === segment || name === segment);
  const data = rows.map(({ id, name }) => ({ value: id, label: name }));
  const isUnknown = segment !== "" && chosen === undefined && isSuccess;
  return (
    <Stack gap={4}>
      <Select
        aria-label="Segment"
        placeholder="Choose a segment"
        data={isUnknown ? [...data, { value: segment, label: `${segment} (not in use any more)` }] : data}
        value={(chosen?.id ?? segment) || null}
        onChange={(id) => onChange(id ?? "")}
        searchable
        nothingFoundMessage="No segment of that name"
      />
      {chosen !== undefined && (
        <Text size="sm" c="dimmed">
          {chosen.sentence}
        </Text>
      )}
      {isSuccess && rows.length === 0 && (
        <Text size="sm" c="dimmed">
          There is no segment yet.{" "}
          <AnchorLink to="/segments" underline="always">
            Describe one
          </AnchorLink>
          , or write to everybody by a filter.
        </Text>
      )}
    </Stack>
  );
}

function emptyOf(kind: string): Audience {
  if (kind === "filter") return { kind, filter: { all: [] } };
  return kind === "contacts" ? { kind, contacts: [] } : { kind: "segment", segment: "" };
}
