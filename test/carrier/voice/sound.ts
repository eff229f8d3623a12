// The sound of a recording: a voice that nobody would take for one, different for every text and as long as it says.

/** Small enough that two minutes are less than half a megabyte; a telephone's own rate is twice that. */
const SAMPLES_PER_SECOND = 4_000;
/** A letter takes about as long as in speech. */
const LETTER_SECONDS = 0.07;
const LOWEST_HZ = 140;
const STEP_HZ = 11;
const STEPS = 32;
/** 8-bit samples are unsigned: this is silence. */
const SILENCE = 128;
const LOUDNESS = 60;

/** A WAV file (mono, 8 bit) of exactly that many seconds; every letter is a tone, every space a pause. */
export function makeWav(text: string, seconds: number): Uint8Array<ArrayBuffer> {
  const samples = makeSamples(text, Math.round(seconds * SAMPLES_PER_SECOND));
  const file = new Uint8Array(44 + samples.length);
  const view = new DataView(file.buffer);
  writeAscii(file, 0, "RIFF");
  view.setUint32(4, 36 + samples.length, true);
  writeAscii(file, 8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  // PCM, one channel.
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, SAMPLES_PER_SECOND, true);
  view.setUint32(28, SAMPLES_PER_SECOND, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  writeAscii(file, 36, "data");
  view.setUint32(40, samples.length, true);
  file.set(samples, 44);
  return file;
}

function makeSamples(text: string, count: number): Uint8Array {
  const letters = Array.from(text);
  const perLetter = Math.floor(SAMPLES_PER_SECOND * LETTER_SECONDS);
  const samples = new Uint8Array(count).fill(SILENCE);
  for (let at = 0; at < count && letters.length > 0; at += 1) {
    const letter = letters[Math.floor(at / perLetter) % letters.length] ?? " ";
    if (letter.trim() === "") continue;
    const hz = LOWEST_HZ + ((letter.codePointAt(0) ?? 0) % STEPS) * STEP_HZ;
    const place = (at % perLetter) / perLetter;
    // Swells and fades, so that letters do not click.
    const swell = Math.sin(Math.PI * place);
    samples[at] =
      SILENCE + Math.round(LOUDNESS * swell * Math.sin((2 * Math.PI * hz * at) / SAMPLES_PER_SECOND));
  }
  return samples;
}

/** MPEG-2 layer III, 8 kbit/s at 22.05 kHz mono, without CRC. */
const FRAME_HEADER = [0xff, 0xf3, 0x10, 0xc4];
const FRAME_BYTES = 26;
const FRAMES_PER_SECOND = 22_050 / 576;

/** An MP3 file of that many seconds: silence, with the words in its ID3 tag; nobody here can encode a sound. */
export function makeMp3(text: string, seconds: number): Uint8Array<ArrayBuffer> {
  const tag = makeTag(text);
  const frames = Math.ceil(seconds * FRAMES_PER_SECOND);
  const file = new Uint8Array(tag.length + frames * FRAME_BYTES);
  file.set(tag);
  // A frame without side information decodes to silence.
  for (let frame = 0; frame < frames; frame += 1) file.set(FRAME_HEADER, tag.length + frame * FRAME_BYTES);
  return file;
}

/** ID3v2.3 with the text as title, UTF-16 as that version has it. */
function makeTag(text: string): Uint8Array {
  const title = Buffer.concat([Buffer.from([1, 0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  const frame = Buffer.alloc(10 + title.length);
  frame.write("TIT2", 0, "ascii");
  frame.writeUInt32BE(title.length, 4);
  title.copy(frame, 10);
  const head = Buffer.alloc(10);
  head.write("ID3", 0, "ascii");
  head[3] = 3;
  // Seven bits a byte.
  for (const [index, shift] of [21, 14, 7, 0].entries()) head[6 + index] = (frame.length >> shift) & 0x7f;
  return Buffer.concat([head, frame]);
}

function writeAscii(file: Uint8Array, at: number, word: string): void {
  for (const [index, char] of Array.from(word).entries()) file[at + index] = char.codePointAt(0) ?? 0;
}
