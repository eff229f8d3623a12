// A session ends in mid-sentence: what is on the page stays as it is, and whoever wrote it signs in above it.
import { Button, Modal, PasswordInput, Stack, Text } from "@mantine/core";
import { useState, useSyncExternalStore } from "react";
import type { FormEvent } from "react";
import { ask, api } from "../data/api.ts";
import { toProblem } from "../data/problem.ts";
import { queries } from "../data/queries.ts";
import { hasExpired, rememberCsrf, subscribeToSession } from "../data/session.ts";

export function SignInAgain() {
  const isExpired = useSyncExternalStore(subscribeToSession, hasExpired);
  const [token, setToken] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const enter = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    try {
      const { csrf } = await ask(api.v1.session.$post({ json: { token: token.trim() } }));
      rememberCsrf(csrf);
      setToken("");
      setWrong(null);
      void queries.invalidateQueries();
    } catch (error) {
      setWrong(toProblem(error).message);
    } finally {
      setBusy(false);
    }
  };
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
      <form onSubmit={(event) => void enter(event)}>
        <Stack>
          <Text size="sm">Your session has ended. Nothing on this page is lost: sign in and go on.</Text>
          <PasswordInput
            label="Token"
            value={token}
            onChange={({ currentTarget }) => setToken(currentTarget.value)}
            error={wrong}
            autoComplete="current-password"
            required
            data-autofocus
          />
          <Button type="submit" loading={isBusy}>
            Sign in
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
