import { element, linearScale, linePath, textElement, ticks, type Scale } from "./svg.ts";

export const WIDTH = 760;
export const HEIGHT = 420;
const LEFT = 72;
const RIGHT = 32;
const TOP = 84;
const BOTTOM = 44;

/** Light and dark, for screens and paper; what is meant is never told by colour alone. */
const STYLE = `
text{font-family:system-ui,"Noto Sans","Noto Sans JP","Hiragino Sans","Yu Gothic",sans-serif;
font-size:12px;fill:#3d4650}
.title{font-size:17px;font-weight:600;fill:#16202a}
.sub{fill:#5b6673}
.paper{fill:#fff}
.grid{stroke:#e1e5ea;stroke-width:1}
.axis{stroke:#8a949f;stroke-width:1}
.wide{fill:#cfdeee}
.half{fill:#8db2d8}
.median{stroke:#174a7c;stroke-width:2.5;fill:none}
.mean{stroke:#a8480f;stroke-width:2;fill:none;stroke-dasharray:6 4}
.dot{fill:#a8480f}
.s0{stroke:#174a7c}.s1{stroke:#a8480f}.s2{stroke:#6b2c86}.s3{stroke:#1b7554}.s4{stroke:#7a6a12}
.series{stroke-width:2.25;fill:none}
.s1{stroke-dasharray:9 4}.s2{stroke-dasharray:2 3}
.s3{stroke-dasharray:12 3 2 3}.s4{stroke-dasharray:5 5}
@media (prefers-color-scheme:dark){text{fill:#c3ccd6}.title{fill:#f2f5f8}.sub{fill:#9aa6b2}
.paper{fill:#12181f}.grid{stroke:#2a333d}.axis{stroke:#77828e}.wide{fill:#22384f}.half{fill:#2f5f8f}
.median{stroke:#9ccbfa}.mean{stroke:#f3a36b}.dot{fill:#f3a36b}
.s0{stroke:#9ccbfa}.s1{stroke:#f3a36b}.s2{stroke:#d9a6ef}.s3{stroke:#7fd8b4}.s4{stroke:#e0cf6b}}
`.replaceAll("\n", "");

export type Legend = readonly {
  readonly mark: (x: number, y: number) => string;
  readonly text: string;
}[];

export type Frame = {
  readonly language: string;
  readonly title: string;
  /** The unit of the values, and what is told. */
  readonly subtitle: string;
  /** In words, for those who do not see the chart. */
  readonly description: string;
  readonly legend: Legend;
  /** The values that have to be on it. */
  readonly values: readonly number[];
  readonly tickText: (value: number) => string;
  /** Below the axis: where and what. */
  readonly marks: readonly { readonly x: number; readonly text: string }[];
  /** From the left side of the plot to the right. */
  readonly plot: (y: Scale) => string;
};

/** Pixels of a place from 0, the left side of the plot, to 1. */
export const placeX = (share: number): number => LEFT + share * (WIDTH - LEFT - RIGHT);

/** A chart with its title, axes and legend as SVG. */
export function framed(frame: Frame): string {
  const low = Math.min(0, ...frame.values);
  const high = Math.max(...frame.values, low);
  const steps = ticks(low, high, 5);
  const y = linearScale([steps[0]!, steps.at(-1)!], [HEIGHT - BOTTOM, TOP]);
  const lines = steps.flatMap((value) => [
    element("path", {
      class: value === 0 ? "axis" : "grid",
      d: linePath([
        [LEFT, y(value)],
        [WIDTH - RIGHT, y(value)],
      ]),
    }),
    textElement(
      { x: LEFT - 8, y: y(value) + 4, "text-anchor": "end", class: "sub" },
      frame.tickText(value),
    ),
  ]);
  const marks = frame.marks.map(({ x, text }) =>
    textElement({ x, y: HEIGHT - BOTTOM + 20, "text-anchor": "middle", class: "sub" }, text),
  );
  const content = [
    element("title", {}, escapedTitle(frame.title)),
    element("desc", {}, escapedTitle(frame.description)),
    element("style", {}, STYLE),
    element("rect", { class: "paper", width: WIDTH, height: HEIGHT }),
    textElement({ x: 20, y: 30, class: "title" }, frame.title),
    textElement({ x: 20, y: 50, class: "sub" }, frame.subtitle),
    ...lines,
    frame.plot(y),
    ...marks,
    ...legendParts(frame.legend),
  ];
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    role: "img",
    lang: frame.language,
  };
  return `${element("svg", attributes, `\n${content.join("\n")}\n`)}\n`;
}

const escapedTitle = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Marks and words beside each other; a wide character takes about twice the room. */
function legendParts(legend: Legend): readonly string[] {
  let x = 20;
  return legend.map(({ mark, text }) => {
    const part = `${mark(x, 66)}${textElement({ x: x + 24, y: 70 }, text)}`;
    x += 24 + 16 + [...text].reduce((sum, char) => sum + (char > "\u2e80" ? 12 : 6.6), 0);
    return part;
  });
}
