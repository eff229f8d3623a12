// One message: who left it, what they said, what became of it, and what is to be done.
import { Badge, Blockquote, Button, Group, Paper, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { sayDuration } from "#core/helpline/duration";
import { useActorName } from "../../data/actors.ts";
import { useSave } from "../../data/use-save.ts";
import { useMay } from "../../data/use-session.ts";
import { AnchorLink } from "../../ui/links.tsx";
import { nameOf, PersonName } from "../../ui/person-name.tsx";
import { When } from "../../ui/when.tsx";
import { DeleteMessage } from "./delete-message.tsx";
import { Player } from "./player.tsx";
import { keepingQuery, mark } from "./questions.ts";
import type { Mark, Voicemail } from "./questions.ts";
import { keptUntil, tellState } from "./words.ts";

export function Message({ voicemail }: { readonly voicemail: Voicemail }) {
  const { id, audio, transcript, heardAt, doneAt, seconds, recordedAt, calledAt, state } = voicemail;
  const mayEdit = useMay("editor");
  const [isDeleting, deleting] = useDisclosure();
  const saving = useSave({ save: (as: Mark) => mark(id, as), touches: ["voicemails"] });
  const who = nameOf(voicemail.caller);
  const toggle = (as: Mark, label: string) => (
    <Button
      variant="default"
      size="compact-sm"
      loading={saving.isPending && saving.variables === as}
      onClick={() => saving.mutate(as)}
    >
      {label}
    </Button>
  );
  return (
    <Paper withBorder p="md" component="article" aria-label={`Message from ${who}`}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="xs">
          <PersonName person={voicemail.caller} />
          <Group gap="xs">
            {doneAt !== null && (
              <Badge variant="light" color="gray" tt="none">
                Dealt with
              </Badge>
            )}
            {heardAt === null && (
              <Badge variant="light" color="orange" tt="none">
                Not heard
              </Badge>
            )}
          </Group>
        </Group>
        <Text size="sm" c="dimmed" component="div">
          {voicemail.helplineName ?? "A group that is gone"} · <When at={recordedAt ?? calledAt} />
          {seconds !== null && ` · ${sayDuration(seconds)}`} ·{" "}
          <AnchorLink to="/calls/$callId" params={{ callId: voicemail.callId }} size="sm" underline="always">
            The call
          </AnchorLink>
        </Text>
        {audio !== null && (
          <Player
            label={`Message from ${who}`}
            src={audio.path}
            onEnd={() => heardAt === null && saving.mutate("heard")}
          />
        )}
        {transcript !== null && (
          <Blockquote p="sm" color="gray" className="wrap-anywhere">
            {transcript.text === "" ? <Text c="dimmed">Nothing could be understood.</Text> : transcript.text}
          </Blockquote>
        )}
        <Text size="sm" c={state === "failed" || state === "unaddressed" ? "orange" : "dimmed"}>
          {tellState(voicemail)} {recordedAt !== null && <Kept recordedAt={recordedAt} />}
        </Text>
        <Deeds voicemail={voicemail} />
        {mayEdit && (
          <Group gap="xs">
            {heardAt === null ? toggle("heard", "Mark as heard") : toggle("not-heard", "Not heard after all")}
            {doneAt === null ? toggle("done", "Dealt with") : toggle("not-done", "Not dealt with after all")}
            <Button variant="subtle" color="red" size="compact-sm" onClick={deleting.open}>
              Delete…
            </Button>
          </Group>
        )}
      </Stack>
      <DeleteMessage id={id} isOpen={isDeleting} onClose={deleting.close} />
    </Paper>
  );
}

/** Who heard it and who dealt with it, for whoever would do so again. */
function Deeds({ voicemail: { heardAt, heardBy, doneAt, doneBy } }: { readonly voicemail: Voicemail }) {
  const nameOfActor = useActorName();
  if (heardAt === null && doneAt === null) return null;
  return (
    <Text size="sm" c="dimmed" component="div">
      {heardAt !== null && (
        <>
          Heard by {heardBy === null ? "somebody" : nameOfActor(heardBy)}, <When at={heardAt} />.{" "}
        </>
      )}
      {doneAt !== null && (
        <>
          Dealt with by {doneBy === null ? "somebody" : nameOfActor(doneBy)}, <When at={doneAt} />.
        </>
      )}
    </Text>
  );
}

function Kept({ recordedAt }: { readonly recordedAt: string }) {
  const { data: days } = useQuery(keepingQuery);
  if (days === undefined) return null;
  return (
    <>
      Kept until <When at={keptUntil(recordedAt, days)} show="day" />.
    </>
  );
}
