// The check, away from the page: a flow of hundreds of steps takes it longer than a keystroke may.
import type { Channel } from "#core/conversation/run";
import type { Draft } from "../draft/draft.ts";
import { findProblems } from "../draft/find-problems.ts";
import type { Found } from "../draft/place-problem.ts";

export interface ToCheck {
  readonly draft: Draft;
  readonly channels: readonly Channel[];
}

export type Checked = readonly Found[];

self.addEventListener("message", ({ data }: MessageEvent<ToCheck>) => {
  self.postMessage(findProblems(data.draft, data.channels) satisfies Checked, { transfer: [] });
});
