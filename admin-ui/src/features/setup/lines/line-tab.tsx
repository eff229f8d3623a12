// What a line is: its address, who is speaking, in which language and by which clock.
import { Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { OPT_OUT_BY, SENDER_KINDS } from "#core/sender-kind";
import { useFlows } from "../../../data/choices.ts";
import { LanguageField } from "../../../ui/language-field.tsx";
import { CHANNEL_OF } from "./line-draft.ts";
import { KEEPER_WORDS, SENDER_WORDS } from "./sender-words.ts";
import type { LineForm } from "./use-line-form.ts";
import { ZoneField } from "../zone-field.tsx";

const KEEPERS = ["twilio", "network", "us"] as const;

export function LineTab({ form }: { readonly form: LineForm }) {
  const { draft, change, isNew, problemAt } = form;
  const kinds = SENDER_KINDS.filter((kind) => isNew || CHANNEL_OF[kind] === draft.channel);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg" verticalSpacing="md">
      <TextInput
        label="Name"
        description="For you and your colleagues."
        required
        maxLength={80}
        value={draft.name}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        error={problemAt("name")}
      />
      <TextInput
        label="Who is speaking"
        description="Stands in what Partyline says about STOP and START."
        required
        maxLength={60}
        value={draft.organisation}
        onChange={({ currentTarget }) => change({ organisation: currentTarget.value })}
        error={problemAt("organisation")}
      />
      <Select
        label="What it is"
        data={kinds.map((value) => ({ value, label: SENDER_WORDS[value].label }))}
        value={draft.sender}
        onChange={(value) => {
          const sender = SENDER_KINDS.find((kind) => kind === value);
          if (sender !== undefined) change({ sender, channel: CHANNEL_OF[sender] });
        }}
        allowDeselect={false}
        error={problemAt("sender") ?? problemAt("channel")}
      />
      <AddressField form={form} />
      <LanguageField
        label="Language"
        description="What a stranger is answered in."
        value={draft.language}
        onChange={(language) => language !== null && change({ language })}
        isRequired
        error={problemAt("language")}
      />
      <ZoneField
        label="Time zone"
        description="Of its days, and of people whose own is not known."
        value={draft.zone}
        onChange={(zone) => change({ zone })}
        error={problemAt("zone")}
      />
      <Stack gap={0}>
        <Select
          label="Who answers STOP, START and HELP"
          description="Change it only where your contract with Twilio differs, as with Advanced Opt-Out."
          data={[
            { value: "", label: `As usual for this kind: ${KEEPER_WORDS[OPT_OUT_BY[draft.sender]]}` },
            ...KEEPERS.map((value) => ({ value, label: KEEPER_WORDS[value] })),
          ]}
          value={draft.optOutBy ?? ""}
          onChange={(value) => change({ optOutBy: KEEPERS.find((keeper) => keeper === value) })}
          allowDeselect={false}
          error={problemAt("optOutBy")}
        />
      </Stack>
    </SimpleGrid>
  );
}

/** A chat has the slug of the flow that answers; everything else a number or what Twilio calls it. */
function AddressField({ form: { draft, change, problemAt } }: { readonly form: LineForm }) {
  const { data: flows = [] } = useFlows();
  const { address: label, placeholder } = SENDER_WORDS[draft.sender];
  if (draft.sender !== "chat") {
    return (
      <TextInput
        label={label}
        placeholder={placeholder}
        required
        value={draft.address}
        onChange={({ currentTarget }) => change({ address: currentTarget.value })}
        error={problemAt("address")}
      />
    );
  }
  const published = flows.filter((flow) => flow.published !== null);
  const slugs = [
    ...new Set([...published.map(({ slug }) => slug), ...(draft.address === "" ? [] : [draft.address])]),
  ];
  return (
    <Select
      label={label}
      description="Everybody who finds its page may talk to it."
      placeholder={placeholder}
      data={slugs.map((slug) => ({
        value: slug,
        label: flows.find((flow) => flow.slug === slug)?.name ?? slug,
      }))}
      value={draft.address === "" ? null : draft.address}
      onChange={(slug) => change({ address: slug ?? "" })}
      searchable
      required
      error={problemAt("address")}
    />
  );
}
