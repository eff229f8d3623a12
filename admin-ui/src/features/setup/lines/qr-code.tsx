// A QR code to be printed or shown, and saved as a picture.
import { Anchor, Stack } from "@mantine/core";
import { qrPath } from "./qr-path.ts";

export interface QrCodeProps {
  readonly text: string;
  readonly label: string;
  /** Of the file it is saved as, without its end. */
  readonly name: string;
}

const SIDE_PX = 240;

/** Always dark on light, also in dark mode: many readers see nothing else. */
export default function QrCode({ text, label, name }: QrCodeProps) {
  const { path, size } = qrPath(text);
  const file = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
  return (
    <Stack align="center" gap="xs">
      <svg
        viewBox={`0 0 ${size} ${size}`}
        width={SIDE_PX}
        height={SIDE_PX}
        role="img"
        aria-label={label}
        shapeRendering="crispEdges"
      >
        <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
        <path fill="#000" d={path} />
      </svg>
      <Anchor size="sm" href={`data:image/svg+xml,${encodeURIComponent(file)}`} download={`${name}.svg`}>
        Save as a picture
      </Anchor>
    </Stack>
  );
}
