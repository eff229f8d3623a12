// The tour's scenes in the order they are played. Each has people of its own, but for the last five: they tell of one list.
import { answeredCall } from "./scenes/answered-call.ts";
import { campaignInTheMaking } from "./scenes/campaign-in-the-making.ts";
import { cancelledCampaign } from "./scenes/cancelled-campaign.ts";
import { csvImport } from "./scenes/csv-import.ts";
import { energyFunnel } from "./scenes/energy-funnel.ts";
import { eveningCampaign } from "./scenes/evening-campaign.ts";
import { doubleOptIn } from "./scenes/double-opt-in.ts";
import { exported } from "./scenes/exported.ts";
import { lateCallback } from "./scenes/late-callback.ts";
import { morningDigest } from "./scenes/morning-digest.ts";
import { oneMessage } from "./scenes/one-message.ts";
import { quickReplies } from "./scenes/quick-replies.ts";
import { reminder } from "./scenes/reminder.ts";
import { reviewByWhatsapp } from "./scenes/review-by-whatsapp.ts";
import { rightToLeft } from "./scenes/right-to-left.ts";
import { shiftGivenBack } from "./scenes/shift-given-back.ts";
import { stopAndStart } from "./scenes/stop-and-start.ts";
import { surveyInTwoLanguages } from "./scenes/survey-in-two-languages.ts";
import { unknownWord } from "./scenes/unknown-word.ts";
import { voicemailByEmail } from "./scenes/voicemail-by-email.ts";
import { webChat } from "./scenes/web-chat.ts";
import { webhookTwice } from "./scenes/webhook-twice.ts";
import type { Scene } from "./stage.ts";

export const SCENES: readonly Scene[] = [
  reviewByWhatsapp,
  surveyInTwoLanguages,
  quickReplies,
  rightToLeft,
  doubleOptIn,
  stopAndStart,
  webhookTwice,
  lateCallback,
  webChat,
  unknownWord,
  reminder,
  answeredCall,
  voicemailByEmail,
  shiftGivenBack,
  morningDigest,
  csvImport,
  oneMessage,
  campaignInTheMaking,
  eveningCampaign,
  cancelledCampaign,
  energyFunnel,
  exported,
];
