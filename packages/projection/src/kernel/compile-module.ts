import binaryen from "binaryen";
import { addFillDraws } from "./draw-emitter.ts";
import { layoutOf, PAGE_BYTES } from "./layout.ts";
import type { Program } from "./program.ts";
import { simplifiedProgram } from "./simplified-program.ts";
import { addStep } from "./step-emitter.ts";

/**
 * A program as a WebAssembly module that `compiledKernel` runs. It uses fixed-width SIMD, and
 * nothing of relaxed SIMD, whose results differ between machines (PJ8).
 *
 * This file loads Binaryen, which takes the better part of a second: import it only when a program
 * has to be compiled. Threads are sent the compiled module and need only `compiled-kernel.ts`.
 */
export function compileModule(program: Program): Uint8Array {
  const module = new binaryen.Module();
  try {
    module.setFeatures(binaryen.Features.SIMD128 | binaryen.Features.NontrappingFPToInt);
    const layout = layoutOf(program);
    const simplified = simplifiedProgram(program);
    module.setMemory(Math.ceil(layout.tableRows / PAGE_BYTES) + 1, -1, "memory");
    const used = new Set(
      simplified.nodes.flatMap((node) => (node.op === "draw" ? [node.index] : [])),
    );
    const draws = program.draws.flatMap(({ name }, index) =>
      used.has(index) ? [{ name, index }] : [],
    );
    addFillDraws(module, layout, draws);
    addStep(module, layout, simplified);
    return module.emitBinary();
  } finally {
    module.dispose();
  }
}
