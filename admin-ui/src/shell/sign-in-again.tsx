// A session ends in mid-sentence: what is on the page stays as it is, and whoever wrote it signs in above it.
import { Button, Divider, Modal, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { FormEvent } from "react";
import { ask, api } from "../data/api.ts";
import { toProblem } from "../data/problem.ts";
import { queries } from "../data/queries.ts";
import type { Key } from "../data/queries.ts";
import { hasExpired, rememberSession, subscribeToSession } from "../data/session.ts";
import type { KnownSession } from "../data/session.ts";

export function SignInAgain() {
  const isExpired = useSyncExternalStore(subscribeToSession, hasExpired);
  const { data: ways } = useQuery({
    queryKey: ["session", "ways"] satisfies Key,
    queryFn: () => ask(api.v1.session.ways.$get()),
    enabled: isExpired,
  });
  return (
    <Modal
      opened={isExpired}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title="Please sign in again"
      centered
    >
      <Stack>
        <Text size="sm">
          Your session has ended. Nothing on this page is lost: once you are signed in, what you were saving
          is saved.
        </Text>
        {ways?.link === true && (
          <>
            <ByLink />
            <Divider label="or" />
          </>
        )}
        <ByToken />
      </Stack>
    </Modal>
  );
}

function goOn(session: KnownSession): void {
  rememberSession(session);
  void queries.invalidateQueries();
}

/** The link signs in in a tab of its own; coming back to this one is enough. */
function ByLink() {
  const [email, setEmail] = useState("");
  const [isSent, setSent] = useState(false);
  const form = useForm(async () => {
    await ask(api.v1.session.link.$post({ json: { email: email.trim() } }));
    setSent(true);
  });
  useEffect(() => {
    if (!isSent) return undefined;
    const look = () => void ask(api.v1.session.$get()).then(goOn, () => undefined);
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  }, [isSent]);
  if (isSent) {
    return (
      <Stack gap="xs" role="status">
        <Text size="sm">
          If {email} is on the staff, a link is on its way. It opens in another tab: then come back to this
          one.
        </Text>
        <Button variant="default" onClick={() => window.dispatchEvent(new Event("focus"))}>
          I have signed in
        </Button>
      </Stack>
    );
  }
  return (
    <form onSubmit={form.send}>
      <Stack gap="xs">
        <TextInput
          label="E-mail"
          type="email"
          value={email}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
          error={form.wrong}
          autoComplete="username"
          required
          data-autofocus
        />
        <Button type="submit" loading={form.isBusy}>
          Send me a link
        </Button>
      </Stack>
    </form>
  );
}

function ByToken() {
  const [token, setToken] = useState("");
  const form = useForm(async () => {
    goOn(await ask(api.v1.session.$post({ json: { token: token.trim() } })));
    setToken("");
  });
  return (
    <form onSubmit={form.send}>
      <Stack gap="xs">
        <PasswordInput
          label="Token"
          value={token}
          onChange={({ currentTarget }) => setToken(currentTarget.value)}
          error={form.wrong}
          autoComplete="current-password"
          required
        />
        <Button type="submit" variant="default" loading={form.isBusy}>
          Sign in
        </Button>
      </Stack>
    </form>
  );
}

function useForm(act: () => Promise<void>) {
  const [wrong, setWrong] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    setBusy(true);
    setWrong(null);
    await act().catch((error: unknown) => setWrong(toProblem(error).message));
    setBusy(false);
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    void run();
  };
  return { wrong, isBusy, send };
}
