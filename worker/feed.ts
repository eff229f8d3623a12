// Tells the Feed what there is news of. Nothing waits for it: a page that hears late is a smaller harm than a message that does.
import { waitUntil } from "cloudflare:workers";
import type { Topic } from "#core/feed/topic";
import type { Feed as FeedObject } from "../durable-objects/feed/index.ts";
import { within } from "./deadline.ts";
import { describeError } from "./log.ts";
import type { Log } from "./log.ts";

/** Far more than telling takes; a Feed that hangs keeps no invocation alive for longer. */
const LIMIT_MS = 2_000;
/** There is one. */
const NAME = "feed";

export interface Feed {
  /** There is news of these. */
  readonly tell: (topics: readonly Topic[]) => void;
  /** An actor may no longer listen. */
  readonly dismiss: (actorId: string) => void;
  /** Hands over a request for a socket that was checked. */
  readonly listen: (request: Request) => Promise<Response>;
}

export function createFeed(namespace: DurableObjectNamespace<FeedObject>, log: Log): Feed {
  const stub = () => namespace.getByName(NAME);
  const later = (work: () => Promise<unknown>): void => {
    const done = within(LIMIT_MS, (async () => work())()).catch((error: unknown) => {
      log.warn("feed-not-told", { error: describeError(error) });
    });
    waitUntil(done);
  };
  return {
    tell: (topics) => {
      if (topics.length > 0) later(() => stub().tell({ topics }));
    },
    dismiss: (actor) => later(() => stub().dismiss({ actor })),
    listen: (request) => stub().fetch(request),
  };
}
