// Changing something: said when it is done, and when it is not; what was on the page is asked for again.
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import type { Topic } from "#core/feed/topic";
import { toProblem } from "./problem.ts";
import { refresh } from "./queries.ts";

export interface Saving<Input, Output> {
  readonly save: (input: Input) => Promise<Output>;
  /** What it changes: everything on the page about these is read again. */
  readonly touches: readonly Topic[];
  /** Said when it is done; nothing where the page shows it by itself. */
  readonly said?: string | ((output: Output) => string);
  readonly onSaved?: (output: Output, input: Input) => unknown;
  /** The page shows what went wrong itself, beside what is to be changed. */
  readonly isQuiet?: boolean;
  /** Offline it is kept and done later, and the page says so; anything else would be done when nobody thinks of it any more. */
  readonly waitsOffline?: boolean;
}

export function useSave<Input = void, Output = unknown>({
  save,
  touches,
  said,
  onSaved,
  isQuiet = false,
  waitsOffline = false,
}: Saving<Input, Output>) {
  return useMutation({
    mutationFn: save,
    networkMode: waitsOffline ? "online" : "always",
    onSuccess: async (output, input) => {
      if (said !== undefined)
        notifications.show({ message: typeof said === "string" ? said : said(output), color: "teal" });
      await onSaved?.(output, input);
      await refresh(touches);
    },
    onError: (error) => {
      if (!isQuiet) tellProblem(error);
    },
  });
}

/** For what has no place of its own on the page. */
export function tellProblem(error: unknown): void {
  const { message, requestId } = toProblem(error);
  notifications.show({
    color: "red",
    title: "That did not work",
    message: requestId === null ? message : `${message} (Request ${requestId})`,
    autoClose: 12_000,
  });
}
