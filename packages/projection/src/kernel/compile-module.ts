import { writeFillDraws } from "./draw-emitter.ts";
import { moduleOf } from "./instructions.ts";
import { layoutOf, PAGE_BYTES } from "./layout.ts";
import { orderedProgram } from "./ordered-program.ts";
import type { Program } from "./program.ts";
import { simplifiedProgram } from "./simplified-program.ts";
import { writeStep } from "./step-emitter.ts";

/**
 * A program as a WebAssembly module that `compiledKernel` runs. It uses fixed-width SIMD, and
 * nothing of relaxed SIMD, whose results differ between machines (PJ8).
 */
export function compileModule(program: Program): Uint8Array {
  const layout = layoutOf(program);
  const simplified = orderedProgram(simplifiedProgram(program));
  const used = new Set(
    simplified.nodes.flatMap((node) => (node.op === "draw" ? [node.index] : [])),
  );
  const draws = program.draws.flatMap(({ name }, index) =>
    used.has(index) ? [{ name, index }] : [],
  );
  const pages = Math.ceil(layout.tableRows / PAGE_BYTES) + 1;
  return moduleOf(pages, [writeFillDraws(layout, draws), ...writeStep(layout, simplified, 1)]);
}
