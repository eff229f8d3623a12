// What leaves: messages to the carrier, flows to begin, pictures to fetch. Each job by itself: one that fails holds up no other.
import type { OutboundJob } from "#core/contact/jobs";
import { beginFlow } from "../actions/begin-flow.ts";
import { handOverMessage } from "../actions/hand-over-message.ts";
import { keepMedia } from "../actions/keep-media.ts";
import { Problem } from "../errors.ts";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";

const RETRY_SECONDS = 15;

export async function consumeOutbound(services: Services, batch: MessageBatch<OutboundJob>): Promise<void> {
  for (const message of batch.messages) {
    try {
      const againSeconds = await run(services, message.body);
      if (againSeconds === null) message.ack();
      else message.retry({ delaySeconds: againSeconds });
    } catch (error) {
      services.log.error("outbound-job-failed", {
        kind: message.body.kind,
        attempts: message.attempts,
        error: describeError(error),
      });
      message.retry({ delaySeconds: RETRY_SECONDS });
    }
  }
}

/** Returns in how many seconds the job wants to be run again; null when it is done. */
async function run(services: Services, job: OutboundJob): Promise<number | null> {
  switch (job.kind) {
    case "send":
      return handOverMessage(services, job.addressId, job.id);
    case "enrol":
      await enrol(services, job);
      return null;
    case "media":
      return keepMedia(services, job);
    default:
      return job satisfies never;
  }
}

async function enrol(services: Services, job: Extract<OutboundJob, { kind: "enrol" }>): Promise<void> {
  const { flow, lineId, addressId } = job;
  try {
    const begun = await beginFlow(services, { ...job, address: null, source: "enrol" });
    if (begun.kind === "refused")
      services.log.warn("enrolment-refused", { why: begun.why, flow, lineId, addressId });
  } catch (error) {
    // A flow that was archived meanwhile is nobody's fault, and no later try finds it.
    if (!(error instanceof Problem)) throw error;
    services.log.warn("enrolment-without-flow", { flow, lineId, addressId });
  }
}
