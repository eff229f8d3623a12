// In Toronto it is night: the caller chooses a language and leaves a message, which is in the group's mailbox a minute later.
import { makeMp3 } from "../../carrier/voice/sound.ts";
import { GROUPS } from "../../demo/seed/groups.ts";
import type { Scene } from "../stage.ts";
import { expectStory, readMail, tellCall } from "../telephone.ts";

const WORDS =
  "Hello, this is Dana. Our fridge has broken, is there a food box for four? Please call me back.";
const SECONDS = 9;

export const voicemailByEmail: Scene = {
  title: "A message on the machine, and in the mailbox",
  play: async (stage) => {
    const { system, checks, person } = stage;
    const dana = person("+14165550144", "Dana Fox");
    const call = await dana.handset.call(GROUPS.toronto.config.number);
    await checks.expect("both languages are offered", () => call.hears("appuyez sur le 2"));
    await call.press("1");
    await checks.expect("the tone", () => call.hears("beep"));
    await call.speak(WORDS, SECONDS);
    await call.hangUp();
    tellCall(stage, "toronto", "Dana Fox", call);
    // Twilio takes a while to write down what was said.
    await system.carrier.pass(60);
    const mail = await readMail(stage, "toronto@riverside.example", /^Toronto Food Line: voicemail from /);
    checks.same("what was said is in the e-mail", mail.text.replaceAll(/[>\s]+/g, " ").includes(WORDS), true);
    checks.same(
      "the recording is attached, byte for byte",
      mail.attachments.map(({ bytes }) => Buffer.from(bytes).equals(makeMp3(WORDS, SECONDS))),
      [true],
    );
    await expectStory(stage, "toronto", [
      "pressed 1 for a language",
      "went on in en",
      "nobody was on shift",
      "asked for a message",
      "left a message of 9 s",
      "the caller hung up",
    ]);
  },
};
