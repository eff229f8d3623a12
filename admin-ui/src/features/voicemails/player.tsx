// Plays a message, as slowly or quickly as one likes; the sound comes in parts, so that a long one can be skipped through.
import { Group, SegmentedControl, Stack } from "@mantine/core";
import { useRef, useState } from "react";

const SPEEDS = ["0.75", "1", "1.5", "2"] as const;

export interface PlayerProps {
  /** What it is, for those who do not see it. */
  readonly label: string;
  readonly src: string;
  /** It was played to its end. */
  readonly onEnd: () => void;
}

export function Player({ label, src, onEnd }: PlayerProps) {
  const audio = useRef<HTMLAudioElement>(null);
  const [speed, setSpeed] = useState<string>("1");
  const choose = (chosen: string): void => {
    setSpeed(chosen);
    if (audio.current !== null) audio.current.playbackRate = Number(chosen);
  };
  return (
    <Stack gap="xs">
      {/* What was said stands below, where somebody wrote it down: a telephone call brings no captions. */}
      <audio
        ref={audio}
        controls
        preload="none"
        src={src}
        aria-label={label}
        onEnded={onEnd}
        onLoadedMetadata={() => choose(speed)}
        className="player"
      />
      <Group gap="xs">
        <SegmentedControl
          size="xs"
          aria-label="Speed"
          value={speed}
          onChange={choose}
          data={SPEEDS.map((value) => ({ value, label: `${value}×` }))}
        />
      </Group>
    </Stack>
  );
}
