// One digest: what is set, and what it says.
import { Button, SimpleGrid, Skeleton, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useSave } from "../../data/use-save.ts";
import { useMay, useSession } from "../../data/use-session.ts";
import { Confirm } from "../../ui/confirm.tsx";
import { BackLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { When } from "../../ui/when.tsx";
import { DigestForm } from "./digest-form.tsx";
import { DigestPreview } from "./digest-preview.tsx";
import {
  changeDigest,
  createDigest,
  digestQuery,
  removeDigest,
  resubscribe,
  sendDigest,
} from "./questions.ts";
import type { Digest, DigestInput } from "./questions.ts";
import { tellSchedule, tellSections } from "./words.ts";

const back = (
  <BackLink to="/digests" search={{}}>
    Digests
  </BackLink>
);

export function NewDigest() {
  const navigate = useNavigate({ from: "/digests" });
  const zone = useSession().data?.zone ?? "UTC";
  const adding = useSave({
    save: createDigest,
    touches: ["digests"],
    said: "They get the digest from now on.",
    onSaved: ({ id }) => navigate({ search: { open: id } }),
    isQuiet: true,
  });
  return (
    <Page title="New digest" back={back}>
      <DigestForm
        zone={zone}
        problem={adding.error}
        isSaving={adding.isPending}
        onSave={(input) => adding.mutateAsync(input)}
      />
    </Page>
  );
}

export function DigestPage({ id }: { readonly id: string }) {
  const { data, error, refetch } = useQuery(digestQuery(id));
  if (data === undefined)
    return (
      <Page title="Digest" back={back}>
        {error === null ? <Skeleton h={320} /> : <ProblemNote problem={error} retry={refetch} />}
      </Page>
    );
  return <OneDigest digest={data} />;
}

function OneDigest({ digest }: { readonly digest: Digest }) {
  const { id, email, nextAt, unsubscribedAt, zone } = digest;
  const mayEdit = useMay("editor");
  const navigate = useNavigate({ from: "/digests" });
  const [isEnding, ending] = useDisclosure();
  const sending = useSave({
    save: () => sendDigest(id),
    touches: ["emails"],
    said: "It is on its way; E-mails says when it has arrived.",
  });
  const resuming = useSave({ save: () => resubscribe(id), touches: ["digests"], said: "They get it again." });
  const removing = useSave({
    save: () => removeDigest(id),
    touches: ["digests"],
    said: "The digest has ended.",
    onSaved: () => navigate({ search: {} }),
  });
  const changing = useSave({
    save: ({ input, changedAt }: { input: DigestInput; changedAt: string }) =>
      changeDigest(id, changedAt, input),
    touches: ["digests"],
    said: "Saved.",
    isQuiet: true,
  });
  return (
    <Page
      title={email}
      lead={
        unsubscribedAt === null ? (
          <>Next {nextAt !== null && <When at={nextAt} zone={zone} />}</>
        ) : (
          <>
            Unsubscribed by themselves <When at={unsubscribedAt} zone={zone} />
          </>
        )
      }
      back={back}
      actions={
        mayEdit && (
          <>
            {unsubscribedAt !== null && (
              <Button variant="default" loading={resuming.isPending} onClick={() => resuming.mutate()}>
                Send it again from now on
              </Button>
            )}
            <Button variant="default" loading={sending.isPending} onClick={() => sending.mutate()}>
              Send it now
            </Button>
            <Button variant="default" onClick={ending.open}>
              End it…
            </Button>
          </>
        )
      }
    >
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl">
        {mayEdit ? (
          <DigestForm
            digest={digest}
            zone={zone}
            problem={changing.error}
            isSaving={changing.isPending}
            onSave={(input, changedAt = digest.changedAt) => changing.mutateAsync({ input, changedAt })}
          />
        ) : (
          <Stack gap="xs">
            <Text>{tellSchedule(digest)}</Text>
            <Text c="dimmed">{tellSections(digest)}</Text>
          </Stack>
        )}
        <DigestPreview digest={digest} />
      </SimpleGrid>
      <Confirm
        isOpen={isEnding}
        onClose={ending.close}
        title="End this digest?"
        action="End it"
        keep="Keep it"
        isBusy={removing.isPending}
        onConfirm={() => removing.mutate()}
      >
        {email} gets no more of it. What has gone stays in their mailbox.
      </Confirm>
    </Page>
  );
}
