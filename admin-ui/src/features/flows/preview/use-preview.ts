// The state of a preview: who talks and what they did. What came of it is played anew whenever the draft changes.
import { useDeferredValue, useMemo, useState } from "react";
import { toFlow } from "../draft/to-flow.ts";
import type { Draft } from "../draft/draft.ts";
import { playScene } from "./play.ts";
import type { Act, Cast, Scene } from "./play.ts";

export interface Trial {
  readonly cast: Cast;
  readonly scene: Scene;
  readonly act: (act: Act) => void;
  readonly undo: () => void;
  readonly canUndo: boolean;
  /** From the beginning, perhaps with somebody else. */
  readonly restart: (cast?: Cast) => void;
}

const HERE = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const MINUTE_MS = 60_000;

const SOMEBODY: Cast = {
  channel: "sms",
  language: null,
  zone: HERE,
  fields: {},
  tags: [],
  draw: 0,
  opening: null,
};

export function usePreview(flow: Draft, slug: string): Trial {
  const [cast, setCast] = useState(SOMEBODY);
  const [acts, setActs] = useState<readonly Act[]>([]);
  const [startedAt, setStartedAt] = useState(thisMinute);
  // Whoever types in the editor must not wait for the conversation.
  const draft = useDeferredValue(flow);
  const scene = useMemo(
    () => playScene(toFlow(draft), { slug, cast, startedAt }, acts),
    [draft, slug, cast, startedAt, acts],
  );
  return {
    cast,
    scene,
    act: (act) => setActs((before) => [...before, act]),
    undo: () => setActs((before) => before.slice(0, -1)),
    canUndo: acts.length > 0,
    restart: (next = cast) => {
      setCast(next);
      setActs([]);
      setStartedAt(thisMinute());
    },
  };
}

function thisMinute(): number {
  return Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
}
