// A recording to attach: a tone, as the simplest of sound files.

const RATE = 8_000;
const HEADER_BYTES = 44;

/** A WAV file of so many seconds, 8 bits at 8 kHz. */
export function makeRecording(seconds: number): Uint8Array<ArrayBuffer> {
  const samples = RATE * seconds;
  const bytes = new Uint8Array(HEADER_BYTES + samples);
  const view = new DataView(bytes.buffer);
  const write = (at: number, text: string): void => bytes.set(new TextEncoder().encode(text), at);
  write(0, "RIFF");
  view.setUint32(4, 36 + samples, true);
  write(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  write(36, "data");
  view.setUint32(40, samples, true);
  for (let place = 0; place < samples; place += 1)
    bytes[HEADER_BYTES + place] = 128 + Math.round(60 * Math.sin(place / 4));
  return bytes;
}
