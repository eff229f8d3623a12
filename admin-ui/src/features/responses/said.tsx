// The words of a response, in their order.
import { Stack, Text } from "@mantine/core";
import { When } from "../../ui/when.tsx";
import type { WholeResponse } from "./questions.ts";
import "./said.css";

export interface SaidProps {
  readonly messages: WholeResponse["transcript"];
}

export function Said({ messages }: SaidProps) {
  if (messages.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Nothing is kept of this conversation any more.
      </Text>
    );
  return (
    <Stack component="ol" gap="xs" className="said">
      {messages.map(({ id, direction, text, media, at, status }) => (
        <li key={id} data-from={direction === "in" ? "person" : "us"}>
          <span className="unseen">{direction === "in" ? "They: " : "We: "}</span>
          <p dir="auto">{text === "" && media.length > 0 ? "(a file)" : text}</p>
          <Text size="xs" c="dimmed">
            <When at={at} />
            {direction === "out" && `, ${status}`}
          </Text>
        </li>
      ))}
    </Stack>
  );
}
