/** About how wide the letters of an axis are, px: a kanji is as wide as it is high. */
const [KANJI, LETTER] = [12.5, 7.2] as const;
/** What is free between two names, px. */
const GAP = 12;

/** About how wide a name on an axis is with what is free beside it, px. */
export const nameWidth = (name: string): number =>
  [...name].reduce((sum, each) => sum + (each > "\u2e7f" ? KANJI : LETTER), GAP);

/**
 * In which row a name stands: a half where one row has room for all of them, else 0, next to what
 * is drawn, or 1 beneath it, by turns.
 */
export function nameRow(names: readonly string[], step: number, index: number): number {
  const widest = Math.max(...names.map(nameWidth));
  return widest > step ? index % 2 : 0.5;
}

/** How far above the foot of a chart a row of names stands, px. */
export const rowRise = (row: number): number => 18 - row * 15;
