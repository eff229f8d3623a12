// All that was said with a person, and writing to them on a line of one's choice.
import { Paper, Select } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useLines } from "../../../data/choices.ts";
import { callOf } from "../../../data/contact-rows.ts";
import { keyOf, readKey } from "../../../data/conversation-key.ts";
import { useTimeline } from "../../../data/timeline.ts";
import { oneZone } from "../../../data/zone-of.ts";
import { Conversation } from "../../../ui/conversation/conversation.tsx";
import { Thread } from "../../../ui/thread/thread.tsx";
import { findPlaces } from "./places.ts";
import type { Contact } from "./questions.ts";

export function TalkTab({ contact }: { readonly contact: Contact }) {
  const { via } = useSearch({ from: "/contacts/$contactId" });
  const navigate = useNavigate({ from: "/contacts/$contactId" });
  const { data: lines = [] } = useLines();
  const timeline = useTimeline(contact.id);
  const places = findPlaces(contact.addresses, lines, timeline.rows);
  const [first] = places;
  const place = readKey(via) ?? (timeline.isWaiting ? null : (first ?? null));
  const zone = oneZone(contact.zones.names);
  const choice = places.length > 1 && place !== null && (
    <Select
      aria-label="Line to write on"
      size="xs"
      w={150}
      data={places.map((one) => ({ value: keyOf(one), label: one.label }))}
      value={keyOf(place)}
      onChange={(value) => void navigate({ search: (before) => ({ ...before, via: value ?? undefined }) })}
      allowDeselect={false}
    />
  );
  return (
    <Paper withBorder className="contact-thread">
      {place === null ? (
        <Thread contactId={contact.id} label={callOf(contact)} zone={zone} />
      ) : (
        <Conversation key={keyOf(place)} place={place} zone={zone} leading={choice} />
      )}
    </Paper>
  );
}
