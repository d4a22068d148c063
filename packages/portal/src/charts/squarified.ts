/** A rectangle of a drawing, in its units. */
export type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** The longer side over the shorter one, of the longest rectangle of a row. */
function worstOf(areas: readonly number[], side: number): number {
  const sum = areas.reduce((total, area) => total + area, 0);
  const ratios = areas.map((area) => (side * side * area) / (sum * sum));
  return Math.max(...ratios.map((ratio) => Math.max(ratio, 1 / ratio)));
}

/** How many of the areas stand in the next row: as many as make its rectangles more square. */
function rowLength(areas: readonly number[], side: number): number {
  let length = 1;
  while (
    length < areas.length &&
    worstOf(areas.slice(0, length + 1), side) <= worstOf(areas.slice(0, length), side)
  ) {
    length++;
  }
  return length;
}

/**
 * Rectangles that fill a box, each as large as its size and as square as can be had, in the order
 * of the sizes: positive, from the largest to the smallest. After Bruls, Huizing and van Wijk,
 * “Squarified treemaps” (2000). For drawing only.
 */
export function squarified(sizes: readonly number[], box: Box): readonly Box[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let areas = sizes.map((size) => (size / total) * box.width * box.height);
  let rest = box;
  const boxes: Box[] = [];
  while (areas.length > 0) {
    const isColumn = rest.width >= rest.height;
    const side = isColumn ? rest.height : rest.width;
    const row = areas.slice(0, rowLength(areas, side));
    const depth = row.reduce((sum, area) => sum + area, 0) / side;
    let along = 0;
    for (const area of row) {
      const length = area / depth;
      boxes.push(
        isColumn
          ? { x: rest.x, y: rest.y + along, width: depth, height: length }
          : { x: rest.x + along, y: rest.y, width: length, height: depth },
      );
      along += length;
    }
    rest = isColumn
      ? { ...rest, x: rest.x + depth, width: Math.max(0, rest.width - depth) }
      : { ...rest, y: rest.y + depth, height: Math.max(0, rest.height - depth) };
    areas = areas.slice(row.length);
  }
  return boxes;
}
