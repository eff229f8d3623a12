// Making another campaign of one, and putting one away.
import { useNavigate } from "@tanstack/react-router";
import { api, ask } from "../../data/api.ts";
import { useSave } from "../../data/use-save.ts";

export function useDuplicate(id: string) {
  const navigate = useNavigate();
  return useSave({
    save: () => ask(api.v1.campaigns[":id"].duplicate.$post({ param: { id } })),
    touches: ["campaigns", "audit"],
    said: "Here is a draft of the same.",
    onSaved: (copy) => navigate({ to: "/campaigns/$campaignId", params: { campaignId: copy.id } }),
  });
}

export function useArchive(id: string) {
  const navigate = useNavigate();
  return useSave({
    save: () => ask(api.v1.campaigns[":id"].archive.$post({ param: { id } })),
    touches: ["campaigns", "audit"],
    said: "It is put away. You find it in the list under those put away.",
    onSaved: () => navigate({ to: "/campaigns" }),
  });
}
