import "./treemap.css";
import type { CSSProperties, ReactNode } from "react";
import { PageLink } from "../elements/page-link.tsx";
import { useText } from "../language/language-context.tsx";
import type { LocalizedText, Text } from "../language/text.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { seriesColour } from "./colours.ts";
import { type Box, squarified } from "./squarified.ts";
import { useWidth } from "./use-width.ts";

/** What an area stands for, and the page that it leads to. */
export type Area = {
  readonly id: string;
  readonly name: Text | LocalizedText;
  readonly value: number;
  /** The value in words: "USD 17.56 billion". */
  readonly text: string;
  readonly to: string;
};

/** Areas that have one colour and stand together. */
export type AreaGroup = {
  readonly id: string;
  readonly name: Text | LocalizedText;
  readonly areas: readonly Area[];
};

const HEIGHT = 380;
/** On a phone there is less beside each other, and more below. */
const NARROW = { upTo: 520, height: 520 } as const;
/** Smaller than this on a side, an area cannot be hit: the table leads there. */
const LINK_MIN = 24;
/** Of the labels: the width of a letter, the height of a line, and what stays free around them. */
const TYPE = { latin: 7.8, wide: 13.5, line: 19, across: 18, down: 14 } as const;

const sumOf = (areas: readonly Area[]): number => areas.reduce((sum, { value }) => sum + value, 0);

const byValue = (a: { readonly value: number }, b: { readonly value: number }): number =>
  b.value - a.value;

const isWide = (letter: string): boolean => letter > "\u2e80";

/** How wide a text is at about. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (isWide(letter) ? TYPE.wide : TYPE.latin), 0);

/** In how many lines such parts can be read, with a gap between them; none where one is cut. */
function linesOf(parts: readonly string[], gap: number, room: number): number {
  let [lines, used] = [1, -gap];
  for (const part of parts) {
    const width = widthOf(part);
    if (width > room) return Infinity;
    if (used + gap + width > room) {
      lines++;
      used = width;
    } else used += gap + width;
  }
  return lines;
}

/** What of an area's words can be read in it, with no word cut and no amount of Japanese broken. */
function readable(name: string, amount: string, { width, height }: Box): "both" | "name" | "none" {
  const room = width - TYPE.across;
  const lines = Math.floor((height - TYPE.down) / TYPE.line);
  const ofName = [...name].some(isWide)
    ? linesOf([...name], 0, room)
    : linesOf(name.split(" "), TYPE.latin, room);
  if (ofName + linesOf(amount.split(" "), TYPE.latin, room) <= lines) return "both";
  return ofName <= lines ? "name" : "none";
}

/**
 * Parts of a whole as areas, by group and one by one. Each leads to its page; where an area is too
 * small for words, they are its name for who points at it or hears it, and stand in the table.
 */
export function Treemap({
  title,
  groups,
  table,
}: {
  readonly title: Text | LocalizedText;
  readonly groups: readonly AreaGroup[];
  readonly table: ReactNode;
}): ReactNode {
  const [frame, width] = useWidth();
  const height = width <= NARROW.upTo ? NARROW.height : HEIGHT;
  const shown = groups
    .map((group) => ({ ...group, value: sumOf(group.areas) }))
    .filter(({ value }) => value > 0)
    .toSorted(byValue);
  if (shown.length === 0) return null;
  const whole = { x: 0, y: 0, width, height };
  const boxes = squarified(
    shown.map(({ value }) => value),
    whole,
  );
  const legend = shown.map(({ id, name }, index) => ({ id, name, colour: seriesColour(index) }));
  return (
    <ChartFrame title={title} legend={legend} table={table}>
      <div ref={frame}>
        <ul className="treemap" style={{ aspectRatio: `${width} / ${height}` }}>
          {shown.map(({ id, areas }, index) => (
            <GroupShown
              key={id}
              areas={areas}
              whole={whole}
              box={boxes[index]!}
              colour={seriesColour(index)}
            />
          ))}
        </ul>
      </div>
    </ChartFrame>
  );
}

function GroupShown({
  areas,
  whole,
  box,
  colour,
}: {
  readonly areas: readonly Area[];
  readonly whole: Box;
  readonly box: Box;
  readonly colour: string;
}): ReactNode {
  const shown = areas.filter(({ value }) => value > 0).toSorted(byValue);
  const boxes = squarified(
    shown.map(({ value }) => value),
    box,
  );
  return shown.map((area, index) => (
    <AreaShown key={area.id} area={area} whole={whole} box={boxes[index]!} colour={colour} />
  ));
}

function AreaShown({
  area: { name, text, to },
  whole,
  box,
  colour,
}: {
  readonly area: Area;
  readonly whole: Box;
  readonly box: Box;
  readonly colour: string;
}): ReactNode {
  const t = useText();
  const percent = (part: number, of: number): string => `${(100 * part) / of}%`;
  // In parts of the whole: on paper it is as wide as the sheet.
  const style: CSSProperties = {
    left: percent(box.x, whole.width),
    top: percent(box.y, whole.height),
    width: percent(box.width, whole.width),
    height: percent(box.height, whole.height),
    background: `color-mix(in oklab, ${colour} 26%, var(--surface))`,
  };
  const said = `${t(name)}: ${text}`;
  const words = readable(t(name), text, box);
  const isLink = Math.min(box.width, box.height) >= LINK_MIN;
  return (
    <li className="treemap-area" style={style} title={said}>
      {isLink ? (
        <PageLink to={to}>
          {words !== "none" && <span className="treemap-name">{t(name)}</span>}{" "}
          <span className={words === "both" ? "treemap-amount" : "only-read"}>
            {words === "none" ? said : text}
          </span>
        </PageLink>
      ) : (
        <span className="only-read">{said}</span>
      )}
    </li>
  );
}
