/** The parts of a chart as SVG text: the same bytes for the same figures, wherever it is made. */

export type Attributes = { readonly [name: string]: string | number };

/** A number as SVG has it: to a tenth of a pixel, without a minus before nothing. */
const coordinate = (value: number): string => {
  const text = value.toFixed(1).replace(/\.0$/, "");
  return text === "-0" ? "0" : text;
};

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

export function element(name: string, attributes: Attributes, content?: string): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === "number" ? coordinate(value) : escaped(value)}"`,
  );
  return `<${name}${written.join("")}${content === undefined ? "/>" : `>${content}</${name}>`}`;
}

export const textElement = (attributes: Attributes, text: string): string =>
  element("text", attributes, escaped(text));

export type Point = readonly [x: number, y: number];

/** A line through points. */
export const linePath = (points: readonly Point[]): string =>
  points
    .map(([x, y], index) => `${index === 0 ? "M" : "L"}${coordinate(x)} ${coordinate(y)}`)
    .join("");

/** The area between two lines of the same length. */
export const areaPath = (upper: readonly Point[], lower: readonly Point[]): string =>
  `${linePath([...upper, ...lower.toReversed()])}Z`;

/** A scale from values to pixels. */
export type Scale = (value: number) => number;

export function linearScale(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): Scale {
  return (value) => start + ((value - from) / (to - from)) * (end - start);
}

/** Round steps from the lowest to the highest value, ends outside or on them. */
export function ticks(low: number, high: number, wanted: number): readonly number[] {
  if (!(high > low)) return [low, low + 1];
  const step = roundStep((high - low) / wanted);
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** 1, 2 or 5 times a power of ten, the least that is not below the size. */
function roundStep(size: number): number {
  let power = 1;
  while (power * 10 <= size) power *= 10;
  while (power > size) power /= 10;
  const found = [1, 2, 5, 10].find((times) => times * power >= size);
  return (found ?? 10) * power;
}
