// A QR code as the outline of its dark squares, to be drawn at any size.
// Its types know the default export alone.
// oxlint-disable-next-line import/no-named-as-default
import qrcode from "qrcode-generator";

/** Quiet space around it, in squares: readers need four (ISO/IEC 18004). */
export const MARGIN = 4;

export interface QrPath {
  /** Of an SVG path, one unit a square. */
  readonly path: string;
  /** Squares along a side, with the margin. */
  readonly size: number;
}

/** Level M: a seventh of it may be dirty or torn. */
export function qrPath(text: string): QrPath {
  const code = qrcode(0, "M");
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const range = Array.from({ length: count }, (_square, place) => place);
  const path = range
    .flatMap((row) =>
      range
        .filter((column) => code.isDark(row, column))
        .map((column) => `M${column + MARGIN} ${row + MARGIN}h1v1h-1z`),
    )
    .join("");
  return { path, size: count + 2 * MARGIN };
}
