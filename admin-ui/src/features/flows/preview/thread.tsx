// The conversation as it looks on a phone: what was said, what can be tapped, and, on request, what happened underneath.
import { Box, Button, Group, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { Effect, Input } from "#core/conversation/run";
import type { Turn } from "#core/conversation/transcript";
import type { Act, Scene } from "./play.ts";
import { tellTurn } from "./tell.ts";

export interface ThreadProps {
  readonly scene: Extract<Scene, { kind: "played" }>;
  readonly isExplained: boolean;
  readonly onAct: (act: Act) => void;
}

/** Less than this passes without a word about the time. */
const PAUSE_MS = 5 * 60_000;

const clock = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});

export function Thread({ scene, isExplained, onAct }: ThreadProps) {
  const { turns, now } = scene;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [turns, now, isExplained]);
  const lastAt = turns.at(-1)?.at ?? now;
  return (
    <Box ref={box} className="preview-thread" role="log" aria-label="Conversation" tabIndex={0}>
      {turns.map((turn, place) => (
        <TurnLines
          key={place}
          turn={turn}
          isLater={place === 0 || turn.at - (turns[place - 1]?.at ?? turn.at) >= PAUSE_MS}
          isExplained={isExplained}
          onAct={onAct}
        />
      ))}
      {now - lastAt >= PAUSE_MS && <Moment at={now} />}
    </Box>
  );
}

interface TurnLinesProps {
  readonly turn: Turn;
  readonly isLater: boolean;
  readonly isExplained: boolean;
  readonly onAct: (act: Act) => void;
}

function TurnLines({ turn, isLater, isExplained, onAct }: TurnLinesProps) {
  const told = tellTurn(turn);
  const shown = isExplained ? told : told.filter(({ kind }) => kind === "end" || kind === "problem");
  return (
    <>
      {isLater && <Moment at={turn.at} />}
      <Heard input={turn.input} />
      {turn.step.effects.map((effect, place) =>
        effect.kind === "say" ? <Said key={place} said={effect} onAct={onAct} /> : null,
      )}
      {shown.length > 0 && (
        <ul className="preview-told">
          {shown.map(({ kind, text }, place) => (
            <li key={place} data-kind={kind}>
              {text}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Moment({ at }: { readonly at: number }) {
  return (
    <Text size="xs" c="dimmed" ta="center" my={4}>
      <time dateTime={new Date(at).toISOString()}>{clock.format(at)}</time>
    </Text>
  );
}

function Heard({ input }: { readonly input: Input }) {
  const words = wordsOf(input);
  if (words === null) return null;
  if (words.isNote)
    return (
      <Text size="xs" c="dimmed" ta="center">
        {words.text}
      </Text>
    );
  return (
    <p className="preview-bubble" data-from="person" dir="auto">
      <span className="unseen">They: </span>
      {words.text}
    </p>
  );
}

function wordsOf(input: Input): { readonly text: string; readonly isNote?: true } | null {
  switch (input.kind) {
    case "start":
      return input.words === undefined ? null : { text: input.words };
    case "message": {
      const { text, attachments = [], location } = input;
      const things = [
        ...attachments.map(({ type }) => `[${type}]`),
        ...(location === undefined ? [] : [`[${location.label ?? "a place"}]`]),
      ];
      return { text: [...things, text].join(" ").trim() };
    }
    case "choice":
      return { text: input.text };
    case "timeout":
      return null;
    case "opted-out":
      return { text: "They said STOP", isNote: true };
    case "failed":
      return { text: "A message could not be delivered", isNote: true };
    case "take-over":
      return { text: "The staff took over", isNote: true };
    case "release":
      return { text: "The staff gave the conversation back", isNote: true };
    default:
      return input satisfies never;
  }
}

interface SaidProps {
  readonly said: Extract<Effect, { kind: "say" }>;
  readonly onAct: (act: Act) => void;
}

function Said({ said: { text, media = [], options = [] }, onAct }: SaidProps) {
  return (
    <div className="preview-said">
      <p className="preview-bubble" data-from="us" dir="auto">
        <span className="unseen">We: </span>
        {media.map((url) => `[${url}]\n`)}
        {text}
      </p>
      {options.length > 0 && (
        <Group gap={6} role="group" aria-label="Replies to tap">
          {options.map(({ id, label }) => (
            <Button
              key={id}
              size="compact-sm"
              variant="default"
              radius="xl"
              onClick={() => onAct({ kind: "hear", text: label, option: id })}
            >
              {label}
            </Button>
          ))}
        </Group>
      )}
    </div>
  );
}
