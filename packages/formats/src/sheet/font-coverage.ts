import { assert } from "@jointfund/core/base/assert.ts";

/**
 * The characters that a TrueType font has a glyph for: its cmap in format 4 or 12 (OpenType 1.9,
 * "cmap"). A font without either is a bug of ours, since we bring the fonts along.
 */
export function characterTest(font: Uint8Array): (codePoint: number) => boolean {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableAt(view, "cmap");
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, n) => {
    return cmap + view.getUint32(cmap + 4 + 8 * n + 4);
  });
  const whole = subtables.find((at) => view.getUint16(at) === 12);
  if (whole !== undefined) return groupTest(view, whole);
  const plane = subtables.find((at) => view.getUint16(at) === 4);
  assert(plane !== undefined, "the font has a cmap of format 4 or 12");
  return segmentTest(view, plane);
}

function tableAt(view: DataView, name: string): number {
  for (let n = 0; n < view.getUint16(4); n++) {
    const at = 12 + 16 * n;
    const tag = [0, 1, 2, 3].map((byte) => String.fromCodePoint(view.getUint8(at + byte))).join("");
    if (tag === name) return view.getUint32(at + 8);
  }
  assert(false, `the font has a table ${name}`);
}

function groupTest(view: DataView, at: number): (codePoint: number) => boolean {
  const count = view.getUint32(at + 12);
  return (codePoint) => {
    for (let n = 0; n < count; n++) {
      const group = at + 16 + 12 * n;
      if (codePoint > view.getUint32(group + 4)) continue;
      const first = view.getUint32(group);
      return codePoint >= first && view.getUint32(group + 8) + (codePoint - first) !== 0;
    }
    return false;
  };
}

function segmentTest(view: DataView, at: number): (codePoint: number) => boolean {
  const size = view.getUint16(at + 6);
  const [ends, starts] = [at + 14, at + 16 + size];
  const [deltas, offsets] = [starts + size, starts + 2 * size];
  return (codePoint) => {
    if (codePoint > 0xffff) return false;
    for (let segment = 0; segment < size; segment += 2) {
      if (codePoint > view.getUint16(ends + segment)) continue;
      const start = view.getUint16(starts + segment);
      if (codePoint < start) return false;
      const offset = view.getUint16(offsets + segment);
      const glyph =
        offset === 0
          ? codePoint
          : view.getUint16(offsets + segment + offset + 2 * (codePoint - start));
      const isMissing = offset !== 0 && glyph === 0;
      return !isMissing && ((glyph + view.getUint16(deltas + segment)) & 0xffff) !== 0;
    }
    return false;
  };
}
