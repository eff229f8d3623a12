// What the staff were told about consent: dated, with its proof. A person's own STOP is not lifted by it.
import { Button, Group, Radio, Select, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { addressOf } from "../../../data/contact-rows.ts";
import { fieldProblems } from "../../../data/field-problems.ts";
import { useSave } from "../../../data/use-save.ts";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { REACH_WORDS, REACHES } from "../contact-draft.ts";
import type { Contact } from "./questions.ts";

const KINDS = [
  { value: "grant", label: "They agreed to hear from us" },
  { value: "suppression", label: "They want to be left alone" },
  { value: "lift-suppression", label: "They may be written to again" },
  { value: "lift-grant", label: "They no longer agree" },
] as const;
type Kind = (typeof KINDS)[number]["value"];

export function Told({ contact, onDone }: { readonly contact: Contact; readonly onDone: () => void }) {
  const [kind, setKind] = useState<Kind>("grant");
  const [channel, setChannel] = useState<(typeof REACHES)[number]>("*");
  const [addressId, setAddressId] = useState<string | null>(null);
  const [proof, setProof] = useState("");
  const { mutate, isPending, error } = useSave({
    save: () =>
      ask(
        api.v1.contacts[":id"].permissions.$post({
          param: { id: contact.id },
          json: {
            kind,
            channel,
            source: "staff",
            proof: proof.trim(),
            ...(addressId !== null && { addressId }),
          },
        }),
      ),
    touches: ["contacts", "conversations", "segments"],
    said: "It is written down.",
    isQuiet: true,
    onSaved: onDone,
  });
  const problem = fieldProblems(error)("proof");
  const hasStopped = contact.addresses.some(({ consent }) => consent === "opted-out");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        mutate();
      }}
    >
      <Stack>
        <Radio.Group
          label="What was said"
          value={kind}
          onChange={(value) => setKind(KINDS.find((one) => one.value === value)?.value ?? "grant")}
        >
          <Stack gap="xs" mt={6}>
            {KINDS.map(({ value, label }) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </Stack>
        </Radio.Group>
        {hasStopped && (
          <Text size="sm" c="dimmed">
            They said STOP themselves. Only they can take that back, by texting START.
          </Text>
        )}
        <Group grow preventGrowOverflow={false}>
          <Select
            label="On"
            data={REACHES.map((value) => ({ value, label: REACH_WORDS[value] }))}
            value={channel}
            onChange={(value) => setChannel(REACHES.find((one) => one === value) ?? "*")}
            allowDeselect={false}
          />
          {contact.addresses.length > 1 && (
            <Select
              label="At"
              placeholder="All their addresses"
              data={contact.addresses.map((address) => ({
                value: address.id,
                label: addressOf(address) ?? "Forgotten",
              }))}
              value={addressId}
              onChange={setAddressId}
              clearable
            />
          )}
        </Group>
        <Textarea
          label="How we know"
          description="In whatever words we were given: it is the proof."
          placeholder="Told Maya on the phone"
          required
          autosize
          minRows={2}
          maxLength={1_000}
          dir="auto"
          value={proof}
          onChange={({ currentTarget }) => setProof(currentTarget.value)}
          error={problem}
        />
        {error !== null && problem === undefined && <ProblemNote problem={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending} disabled={proof.trim() === ""}>
            Write it down
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
