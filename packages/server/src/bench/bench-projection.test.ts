import assert from "node:assert/strict";
import { test } from "node:test";
import { compileModule } from "@jointfund/projection/kernel/compile-module.ts";
import { compiledKernel } from "@jointfund/projection/kernel/compiled-kernel.ts";
import { momentsCollection, momentsOf } from "@jointfund/projection/kernel/moments.ts";
import { runBlocks } from "@jointfund/projection/kernel/run-blocks.ts";
import { requirePythonModule } from "../../../../tests/support/require-tool.ts";
import { benchedFund, numpyFund } from "./bench-fund.ts";
import { benchProjection } from "./bench-projection.ts";
import { NumpyProcess } from "./numpy-process.ts";
import { REFERENCE, referenceInputs, referenceProgram } from "./reference-kernel.ts";

test("the projection is measured beside numpy", async (context) => {
  if (!requirePythonModule(context, "numpy")) return;
  const notes: string[] = [];
  const small = { paths: 16_384, normals: 819_200, fundPaths: 16_384, turns: 1 };
  const results = await benchProjection((missing) => notes.push(missing), small);
  assert.equal(results.length, 6);
  assert.deepEqual(notes, []);
  // How fast the machine is says nothing here: only that something was measured.
  for (const { ours, reference } of results) assert.ok(ours > 0 && reference > 0);
});

/** V19 of the validation suite: an independent program of other random numbers. */
test("[PJ9] the reference kernel is within four standard errors of numpy's", async (context) => {
  if (!requirePythonModule(context, "numpy")) return;
  const program = referenceProgram();
  const paths = 65_536;
  const total = runBlocks(
    compiledKernel(program, new WebAssembly.Module(compileModule(program))),
    { paths, inputs: referenceInputs(program) },
    momentsCollection(program, { steps: [REFERENCE.quarters - 1] }),
  );
  const ours = momentsOf(total, program, 0);
  const numpy = await NumpyProcess.start();
  try {
    for (const [style, generator] of [
      ["naive", "PCG64"],
      ["tuned", "SFC64"],
    ] as const) {
      const terms = REFERENCE;
      const command = { kind: "reference", style, generator, terms, paths, seed: 19 } as const;
      const { sums } = await numpy.ask(command);
      for (const [index, { mean, squares }] of ours.entries()) {
        const [sum, sumOfSquares] = sums![index]!;
        const theirs = sum / paths;
        const variance = squares / paths + sumOfSquares / paths - theirs * theirs;
        const name = program.outputs[index]!.name;
        const distance = Math.abs(mean - theirs) / Math.sqrt(variance / paths);
        assert.ok(distance < 4, `${style} ${name}: ${mean} and ${theirs} are ${distance} apart`);
      }
    }
  } finally {
    await numpy.close();
  }
});

/** The same program in another language, on other random numbers. */
test("[PJ80] the whole charter is within five standard errors of numpy's", async (context) => {
  if (!requirePythonModule(context, "numpy")) return;
  const model = benchedFund();
  const { program, inputs } = model;
  const paths = 16_384;
  const total = runBlocks(
    compiledKernel(program, new WebAssembly.Module(compileModule(program))),
    { paths, inputs },
    momentsCollection(program, { steps: [inputs.steps - 1] }),
  );
  const numpy = await NumpyProcess.start("fund_program");
  try {
    const { sums } = await numpy.ask(numpyFund(model, paths, 19));
    for (const [index, { mean, squares }] of momentsOf(total, program, 0).entries()) {
      const [sum, sumOfSquares] = sums![index]!;
      const theirs = sum / paths;
      const variance = squares / paths + sumOfSquares / paths - theirs * theirs;
      const { name } = program.outputs[index]!;
      // Rare events have far tails, and there are some thirty outputs: five, not four.
      const distance = variance > 0 ? Math.abs(mean - theirs) / Math.sqrt(variance / paths) : 0;
      assert.ok(distance < 5, `${name}: ${mean} and ${theirs} are ${distance} apart`);
    }
  } finally {
    await numpy.close();
  }
});
