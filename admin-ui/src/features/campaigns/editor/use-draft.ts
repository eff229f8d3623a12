// A draft that keeps itself: a moment after the last change it is saved, over the revision that was looked at.
import { useCallback, useEffect, useRef, useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { ApiProblem } from "../../../data/problem.ts";
import { queries, refresh } from "../../../data/queries.ts";
import { hasExpired, subscribeToSession } from "../../../data/session.ts";
import type { Campaign } from "../questions.ts";
import { campaignQuery, toCampaign } from "../questions.ts";
import { missingIn } from "./draft.ts";
import type { Draft } from "./draft.ts";
import { holdDraft, holdNew, toSave } from "./held.ts";
import type { Held, Kept } from "./held.ts";

/** Long enough to finish a word. */
const PAUSE_MS = 700;

export interface Drafting {
  readonly draft: Draft;
  /** null before the first save. */
  readonly kept: Kept | null;
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  /** Why the last save did not work; `conflict`: somebody else saved it since. */
  readonly problem: unknown;
  readonly edit: (change: (draft: Draft) => Draft) => void;
  /** Saves at once; true when all is kept. */
  readonly flush: () => Promise<boolean>;
  /** After a conflict: what somebody else saved, instead of this. */
  readonly takeTheirs: () => Promise<void>;
  /** After a conflict: this, over what somebody else saved. */
  readonly keepMine: () => Promise<void>;
}

export function useDraft(
  begun: Draft,
  campaign: Campaign | null,
  onCreated: (campaign: Campaign) => unknown,
): Drafting {
  const [held, setHeld] = useState<Held>(() => (campaign === null ? holdNew(begun) : holdDraft(campaign)));
  const [isSaving, setSaving] = useState(false);
  // What a save that is under way has to see, before the page has drawn it; only `set` writes it.
  const latest = useRef(held);
  const running = useRef<Promise<boolean> | null>(null);

  const set = useCallback((change: (held: Held) => Held) => {
    latest.current = change(latest.current);
    setHeld(latest.current);
  }, []);

  const flush = useCallback(async (): Promise<boolean> => {
    if (running.current !== null) await running.current;
    const { draft, saved, kept } = latest.current;
    if (draft === saved) return true;
    if (missingIn(draft).length > 0) return false;
    const save = async (): Promise<boolean> => {
      setSaving(true);
      try {
        const now = await send(draft, kept);
        const next = { id: now.id, revision: now.revision };
        set((before) => ({ ...before, saved: draft, kept: next, problem: null }));
        queries.setQueryData(campaignQuery(now.id).queryKey, now);
        if (kept === null) await onCreated(now);
        void refresh(["audit"]);
        return latest.current.draft === draft;
      } catch (problem) {
        set((before) => ({ ...before, problem }));
        return false;
      } finally {
        setSaving(false);
        running.current = null;
      }
    };
    running.current = save();
    return running.current;
  }, [onCreated, set]);

  // Somebody else saved it while nothing was changed here: theirs is what there is.
  const isDirty = held.draft !== held.saved;
  useEffect(() => {
    if (campaign === null || isSaving || latest.current.kept?.id !== campaign.id) return;
    if (campaign.revision > latest.current.kept.revision && !isDirty) set(() => holdDraft(campaign));
  }, [campaign, isDirty, isSaving, set]);

  const mayTry = isDirty && !isConflict(held.problem);
  useEffect(() => {
    if (!mayTry) return undefined;
    const timer = setTimeout(() => void flush(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [held.draft, mayTry, flush]);

  // What could not be saved without a connection, or a session, is saved with it.
  useEffect(() => {
    const retry = () => {
      if (!hasExpired()) void flush();
    };
    addEventListener("online", retry);
    const unsubscribe = subscribeToSession(retry);
    return () => {
      removeEventListener("online", retry);
      unsubscribe();
    };
  }, [flush]);

  const edit = useCallback<Drafting["edit"]>(
    (change) =>
      set((before) => ({
        ...before,
        draft: change(before.draft),
        problem: isConflict(before.problem) ? before.problem : null,
      })),
    [set],
  );

  return {
    draft: held.draft,
    kept: held.kept,
    isDirty,
    isSaving,
    problem: held.problem,
    edit,
    flush,
    takeTheirs: async () => {
      const theirs = await readTheirs(latest.current.kept);
      if (theirs !== null) set(() => holdDraft(theirs));
    },
    keepMine: async () => {
      const theirs = await readTheirs(latest.current.kept);
      if (theirs === null) return;
      const kept = { id: theirs.id, revision: theirs.revision };
      set((before) => ({ ...before, kept, problem: null }));
      await flush();
    },
  };
}

export function isConflict(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.code === "conflict";
}

async function send(draft: Draft, kept: Kept | null): Promise<Campaign> {
  if (kept === null) return toCampaign(await ask(api.v1.campaigns.$post({ json: draft })));
  const param = { id: kept.id };
  return toCampaign(await ask(api.v1.campaigns[":id"].$put({ param, json: toSave({ draft, kept }) })));
}

async function readTheirs(kept: Kept | null): Promise<Campaign | null> {
  if (kept === null) return null;
  return queries.fetchQuery({ ...campaignQuery(kept.id), staleTime: 0 });
}
