// An e-mail as it was or would be sent: in a frame of its own, where no script runs and no link leads anywhere.

export interface MailFrameProps {
  /** What it is, for those who do not see it. */
  readonly title: string;
  readonly html: string;
}

export function MailFrame({ title, html }: MailFrameProps) {
  return <iframe className="mail-frame" title={title} srcDoc={html} sandbox="" />;
}
