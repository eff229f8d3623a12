// A few e-mail addresses.
import { TagsInput } from "@mantine/core";

/** A shared mailbox or a few people: whoever needs more has a mailing list. */
const EMAILS_MAX = 20;

export interface EmailsFieldProps {
  readonly label: string;
  readonly description: string;
  readonly value: readonly string[];
  readonly onChange: (emails: string[]) => void;
  readonly error: string | undefined;
}

export function EmailsField({ label, description, value, onChange, error }: EmailsFieldProps) {
  return (
    <TagsInput
      label={label}
      description={`${description}. Enter adds an address.`}
      placeholder={value.length === 0 ? "name@example.org" : ""}
      maxTags={EMAILS_MAX}
      splitChars={[",", " ", ";"]}
      acceptValueOnBlur
      value={[...value]}
      error={error}
      onChange={onChange}
    />
  );
}
