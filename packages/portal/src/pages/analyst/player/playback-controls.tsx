import type { ReactNode } from "react";
import { Button } from "../../../elements/button.tsx";
import { ChoiceField } from "../../../elements/choice-field.tsx";
import { useText } from "../../../language/language-context.tsx";
import { type Playback, SPEEDS } from "./use-playback.ts";
import { words } from "./words.ts";

/** Buttons and the slider: all of it can be done by keys too. */
export function PlaybackControls({
  playback,
  count,
}: {
  readonly playback: Playback;
  readonly count: number;
}): ReactNode {
  const t = useText();
  const { at, isPlaying, go, toggle, jump, speed, setSpeed } = playback;
  return (
    <div className="playback">
      <div className="playback-buttons">
        <Button look="main" onPress={toggle}>
          {t(isPlaying ? words.pause : words.play)}
        </Button>
        <Button onPress={() => go(0)}>{t(words.firstStep)}</Button>
        <Button onPress={() => go(at - 1)}>{t(words.back)}</Button>
        <Button onPress={() => go(at + 1)}>{t(words.on)}</Button>
        <Button onPress={() => go(count - 1)}>{t(words.lastStep)}</Button>
        <Button onPress={() => jump(-1)}>{t(words.backContested)}</Button>
        <Button onPress={() => jump(1)}>{t(words.onContested)}</Button>
        <ChoiceField
          label={words.speed}
          value={String(speed)}
          onChange={(next) => setSpeed(Number(next))}
          options={SPEEDS.map((each) => ({
            id: String(each),
            name: { en: t(words.perSecond, String(each)), ja: t(words.perSecond, String(each)) },
          }))}
        />
      </div>
      <input
        className="scrub"
        type="range"
        min={0}
        max={count - 1}
        value={at}
        aria-label={t(words.position)}
        aria-valuetext={t(words.step, String(at + 1), String(count))}
        onChange={({ target }) => go(Number(target.value))}
      />
      <p className="playback-keys">{t(words.keys)}</p>
    </div>
  );
}
