// A yes and a no: where each leads, and other words for them.
import { SimpleGrid } from "@mantine/core";
import { put } from "../../draft/draft.ts";
import { GotoField } from "../../fields/goto-field.tsx";
import { More } from "../../fields/more.tsx";
import { WordsField } from "../../fields/words-field.tsx";
import type { RuleForm } from "./rule-form.ts";

export function YesNoRule({ answer, change }: RuleForm<"yes-no">) {
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <GotoField
          label="After a yes"
          value={answer.yes}
          onChange={(yes) => change(put(answer, "yes", yes))}
          otherwise="As below"
        />
        <GotoField
          label="After a no"
          value={answer.no}
          onChange={(no) => change(put(answer, "no", no))}
          otherwise="As below"
        />
      </SimpleGrid>
      <More
        label="Other words for yes and no"
        isInUse={answer.yesWords !== undefined || answer.noWords !== undefined}
      >
        <WordsField
          label="Also mean yes"
          value={answer.yesWords}
          onChange={(words) => change(put(answer, "yesWords", words))}
          isOptional
        />
        <WordsField
          label="Also mean no"
          value={answer.noWords}
          onChange={(words) => change(put(answer, "noWords", words))}
          isOptional
        />
      </More>
    </>
  );
}
