// The newest conversations of a flow with all that was said, and the versions they were held on.
import type { Flow } from "#core/conversation/flow";
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../../data/api.ts";
import type { Key } from "../../../data/queries.ts";

/** As many as are read in a moment: each is a request of its own. */
export const CONVERSATIONS = 20;

export function usePast(flowId: string) {
  return useQuery({
    queryKey: ["responses", "past", flowId] satisfies Key,
    queryFn: () => readPast(flowId),
    // A comparison that changes while it is read confuses.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

async function readPast(flowId: string) {
  const { data } = await ask(
    api.v1.responses.$get({ query: { flow: flowId, limit: String(CONVERSATIONS) } }),
  );
  const param = { id: flowId };
  const versions = await ask(api.v1.flows[":id"].versions.$get({ param, query: { limit: "200" } }));
  const numbers = new Map(versions.data.map(({ id, number }) => [id, number]));
  const conversations = await Promise.all(
    data.map(({ id }) => ask(api.v1.responses[":id"].$get({ param: { id } }))),
  );
  const held = new Set(conversations.map(({ versionId }) => versionId));
  const documents = await Promise.all(
    [...held].map(async (versionId): Promise<readonly [string, Flow] | null> => {
      const number = numbers.get(versionId);
      if (number === undefined) return null;
      const where = { ...param, number: String(number) };
      const { document } = await ask(api.v1.flows[":id"].versions[":number"].$get({ param: where }));
      // What was published has been parsed; on its way its types became those of JSON.
      return [versionId, document as unknown as Flow];
    }),
  );
  return { conversations, documents: new Map(documents.filter((found) => found !== null)) };
}
