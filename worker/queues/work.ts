// Long work in short steps: audiences, imports, exports, funnels.
import type { WorkJob } from "#core/work";
import { advanceVoicemail } from "../actions/advance-voicemail.ts";
import { askVolunteer } from "../actions/ask-volunteer.ts";
import { importPage } from "../actions/import-page.ts";
import { exportPage } from "../actions/export-page.ts";
import { freezeAudience } from "../actions/freeze-audience.ts";
import { runFunnelSlot } from "../actions/run-funnel-slot.ts";
import { undoImportPage } from "../actions/undo-import-page.ts";
import { tellLine } from "../actions/tell-line.ts";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";

const RETRY_SECONDS = 15;

export async function consumeWork(services: Services, batch: MessageBatch<WorkJob>): Promise<void> {
  for (const message of batch.messages) {
    try {
      await run(services, message.body);
      message.ack();
    } catch (error) {
      const { kind } = message.body;
      services.log.error("work-failed", { kind, attempts: message.attempts, error: describeError(error) });
      message.retry({ delaySeconds: RETRY_SECONDS });
    }
  }
}

/** Each step leaves behind that it was done, so that one delivered twice is done once. */
async function run(services: Services, job: WorkJob): Promise<void> {
  switch (job.kind) {
    case "import":
      return importPage(services, job.importId);
    case "undo-import":
      return undoImportPage(services, job.importId);
    case "freeze":
      return freezeAudience(services, job.campaignId);
    case "export":
      return exportPage(services, job.exportId);
    case "funnel-slot":
      return runFunnelSlot(services, job.funnelId, job.at);
    case "tell-line":
      return tellLine(services, job.lineId, job.cursor);
    case "ask-volunteer":
      return askVolunteer(services, job.batchId);
    case "voicemail":
      return advanceVoicemail(services, job.voicemailId);
    default:
      return job satisfies never;
  }
}
