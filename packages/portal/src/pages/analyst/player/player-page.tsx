import "./player.css";
import { type ReactNode, useEffect, useMemo } from "react";
import { useChoice } from "../../../app/place.ts";
import { ActLink } from "../../../elements/act-link.tsx";
import { Day } from "../../../elements/day.tsx";
import { Notice } from "../../../elements/notice.tsx";
import { PageHeading } from "../../../elements/page-heading.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { Said } from "../../../elements/said.tsx";
import { useText } from "../../../language/language-context.tsx";
import { words as shared } from "../words.ts";
import { BalancePanel } from "./balance-panel.tsx";
import { CourseChart } from "./course-chart.tsx";
import { LeveragePanel } from "./leverage-panel.tsx";
import { PlaybackControls } from "./playback-controls.tsx";
import { SharesPanel } from "./shares-panel.tsx";
import { type Frame, useFrames } from "./use-frames.ts";
import { usePlayback } from "./use-playback.ts";
import { words } from "./words.ts";

/** The address follows a while after the place has stopped moving. */
const SETTLED_MS = 400;

/** The fund's years, moment by moment: balance sheet, leverage, shares. */
export function PlayerPage(): ReactNode {
  const t = useText();
  const { frames, currency, sides, covenants } = useFrames();
  const [entry, setEntry] = useChoice("entry");
  const contested = useMemo(
    () => frames.flatMap((frame, index) => (frame.contested.length > 0 ? [index] : [])),
    [frames],
  );
  const start = /^\d+$/.test(entry)
    ? frames.findLastIndex((frame) => frame.entry <= Number(entry))
    : frames.length - 1;
  const playback = usePlayback(frames.length, contested, Math.max(0, start));
  const { at, isPlaying } = playback;
  const frame = frames[at];
  useEffect(() => {
    if (isPlaying || frame === undefined || String(frame.entry) === entry) return undefined;
    const timer = setTimeout(() => setEntry(String(frame.entry)), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, frame?.entry]);
  if (frame === undefined) return null;
  const before = frames[at - 1];
  return (
    <>
      <PageHeading title={shared.player}>{t(words.lead)}</PageHeading>
      {/* Keys work wherever the focus is among the controls and figures. */}
      <div className="player" onKeyDown={playback.onKeyDown}>
        <Panel title={words.controls} wide>
          <PlaybackControls playback={playback} count={frames.length} />
          <div className="player-now">
            <Moment frame={frame} at={at} count={frames.length} />
            <CourseChart frames={frames} currency={currency} at={at} onGo={playback.go} />
          </div>
        </Panel>
        <div className="grid">
          <BalancePanel frames={frames} frame={frame} before={before} currency={currency} />
          <LeveragePanel covenants={covenants} frame={frame} />
          <SharesPanel sides={sides} frame={frame} />
        </div>
      </div>
    </>
  );
}

/** What the entry is. */
function Moment({
  frame,
  at,
  count,
}: {
  readonly frame: Frame;
  readonly at: number;
  readonly count: number;
}): ReactNode {
  const t = useText();
  const { on, name, act, entry, contested } = frame;
  return (
    <div className="moment">
      <p className="moment-date">
        <Day date={on} />
      </p>
      <p className="moment-name">
        {act === undefined ? <Said text={t(name)} /> : <ActLink id={act} name={name} />}
      </p>
      <p className="moment-place">
        {t(words.step, (at + 1).toLocaleString("en"), count.toLocaleString("en"))} ·{" "}
        {t(words.entry, entry.toLocaleString("en"))}
      </p>
      {contested.map((text) => (
        <Notice key={text.en} kind="caution">
          <strong>{t(words.contested)}</strong> <Said text={t(text)} />
        </Notice>
      ))}
    </div>
  );
}
