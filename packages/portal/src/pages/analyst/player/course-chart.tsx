import { scaleLinear, scaleTime } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";
import { type ReactNode, useMemo } from "react";
import { ChartFrame } from "../../../charts/chart-frame.tsx";
import { useWidth } from "../../../charts/use-width.ts";
import { DataTable } from "../../../elements/data-table.tsx";
import { Day } from "../../../elements/day.tsx";
import { drawn, inUnit, tableUnit } from "../../../format/money.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import { words as shared } from "../words.ts";
import { StepFigure } from "./step-figure.tsx";
import type { Frame } from "./use-frames.ts";
import { words } from "./words.ts";

const BOX = { height: 150, left: 8, right: 8, top: 12, bottom: 24 } as const;

const time = ({ on }: Frame): number => Date.parse(`${on}T00:00:00Z`);

/** Net assets over all the years, the contested moments, and where one is. */
export function CourseChart({
  frames,
  currency,
  at,
  onGo,
}: {
  readonly frames: readonly Frame[];
  readonly currency: string;
  readonly at: number;
  readonly onGo: (to: number) => void;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const [frame, width] = useWidth();
  const unit = tableUnit(
    frames.map(({ figures }) => figures.netAssets),
    currency,
    language,
  );
  const drawing = useMemo(() => draw(frames, currency, width), [frames, currency, width]);
  const here = frames[at];
  const table = useMemo(
    () => <MonthTable currency={currency} frames={frames} text={(minor) => inUnit(minor, unit)} />,
    [frames, unit.word],
  );
  if (here === undefined) return null;
  const { x, y, path, marks, years } = drawing;
  return (
    <ChartFrame title={words.course} unit={unit.word} table={table}>
      <div ref={frame}>
        <svg
          viewBox={`0 0 ${width} ${BOX.height}`}
          height={BOX.height}
          role="img"
          aria-label={t(words.course)}
          className="course"
          onClick={({ clientX, currentTarget }) => {
            const { left, width: shown } = currentTarget.getBoundingClientRect();
            const day = x.invert(((clientX - left) / shown) * width).getTime();
            onGo(frames.findLastIndex((each) => time(each) <= day));
          }}
        >
          <Marks marks={marks} years={years} />
          <path className="line" d={path} stroke="var(--series-1)" />
          <line
            className="cursor"
            x1={x(time(here))}
            x2={x(time(here))}
            y1={4}
            y2={BOX.height - BOX.bottom}
          />
          <circle
            className="cursor-point"
            cx={x(time(here))}
            cy={y(drawn(here.figures.netAssets, currency))}
            r={4.5}
          />
        </svg>
      </div>
    </ChartFrame>
  );
}

/** The years along the foot, and a mark for each contested moment. */
function Marks({ marks, years }: Pick<ReturnType<typeof draw>, "marks" | "years">): ReactNode {
  return (
    <>
      {years.map(({ place, name }) => (
        <text key={name} className="axis-text" x={place} y={BOX.height - 6} textAnchor="middle">
          {name}
        </text>
      ))}
      {marks.map((place) => (
        <line
          key={place}
          className="contested-mark"
          x1={place}
          x2={place}
          y1={BOX.height - BOX.bottom}
          y2={BOX.height - BOX.bottom - 12}
        />
      ))}
    </>
  );
}

function draw(frames: readonly Frame[], currency: string, width: number) {
  const times = frames.map(time);
  const values = frames.map(({ figures }) => drawn(figures.netAssets, currency));
  const x = scaleTime([times[0] ?? 0, times.at(-1) ?? 1], [BOX.left, width - BOX.right]);
  const low = Math.min(0, ...values);
  const high = Math.max(1, ...values);
  const y = scaleLinear([low, high], [BOX.height - BOX.bottom, BOX.top]);
  const path = line<number>(
    (index) => x(times[index]!),
    (index) => y(values[index]!),
  ).curve(curveStepAfter)(frames.map((_frame, index) => index));
  const places = frames.flatMap((frame) =>
    frame.contested.length > 0 ? [Math.round(x(time(frame)))] : [],
  );
  const years = x.ticks(Math.max(2, Math.floor(width / 90))).flatMap((tick) => {
    const place = x(tick);
    const isWithin = place > 24 && place < width - 24;
    return isWithin ? [{ place, name: tick.toISOString().slice(0, 7).replace("-01", "") }] : [];
  });
  return { x, y, path: path ?? "", marks: [...new Set(places)], years };
}

/** The twin: where each month ended. */
function MonthTable({
  frames,
  currency,
  text,
}: {
  readonly frames: readonly Frame[];
  readonly currency: string;
  readonly text: (minor: string) => string;
}): ReactNode {
  const ends = frames.filter(({ on }, index) => {
    return on.slice(0, 7) !== frames[index + 1]?.on.slice(0, 7);
  });
  const column = (id: "netAssets" | "investments" | "cash" | "debt") => ({
    ...{ id, title: shared[id], isNumber: true as const },
    cell: (frame: Frame) => (
      <StepFigure {...{ frame, item: id, currency }} text={text(frame.figures[id])} />
    ),
  });
  return (
    <DataTable
      caption={words.course}
      keepsShape
      keyOf={({ entry }) => String(entry)}
      rows={ends}
      columns={[
        { id: "on", title: shared.date, isHead: true, cell: ({ on }) => <Day date={on} /> },
        column("netAssets"),
        column("investments"),
        column("cash"),
        column("debt"),
      ]}
    />
  );
}
