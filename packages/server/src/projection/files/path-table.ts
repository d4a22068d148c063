import { setImmediate } from "node:timers/promises";
import type { FundModel } from "@jointfund/projection/charter/fund-model.ts";
import { DISTRIBUTED_PARTS, outputOf } from "@jointfund/projection/charter/fund-outputs.ts";
import { compileModule } from "@jointfund/projection/kernel/compile-module.ts";
import { compiledKernel } from "@jointfund/projection/kernel/compiled-kernel.ts";
import { BLOCK_PATHS } from "@jointfund/projection/kernel/program.ts";
import { keyOfSeed } from "@jointfund/projection/outcomes/seed-key.ts";
import { fileWriter, ParquetWriter, type ColumnSource, type SchemaElement } from "hyparquet-writer";

/** Which paths go into a table: the first so many. */
export type PathsAsked = {
  readonly seed: string;
  readonly paths: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, asked: number) => void;
};

/**
 * Writes every output of the first paths by step as Parquet, and what is distributed by where it
 * came from, a block of paths at a time [PJ72]: amounts in minor units of the base currency. Gives
 * how many paths are in it.
 */
export async function writePathTable(
  file: string,
  model: FundModel,
  { seed, paths, signal, onProgress }: PathsAsked,
): Promise<number> {
  const { program, inputs, dates } = model;
  const kernel = compiledKernel(program, new WebAssembly.Module(compileModule(program)));
  const keyed = { ...inputs, key: keyOfSeed(seed) };
  const names = program.outputs.map(({ name }) => name);
  const parts = partsOf(model);
  const writer = new ParquetWriter({
    ...{
      writer: fileWriter(file),
      schema: schemaOf([...names, ...parts.map(({ name }) => name)]),
      createdBy: "jointfund",
    },
  });
  let done = 0;
  for (let block = 0; done < paths && signal?.aborted !== true; block++) {
    const lanes = Math.min(BLOCK_PATHS, paths - done);
    const rows = lanes * inputs.steps;
    const columns = names.map(() => new Float64Array(rows));
    kernel.run(keyed, block, (step, outputs) => {
      for (const [index, column] of columns.entries()) {
        const from = index * BLOCK_PATHS;
        for (let lane = 0; lane < lanes; lane++) {
          column[lane * inputs.steps + step] = outputs[from + lane]!;
        }
      }
    });
    const at = (row: number): number => row % inputs.steps;
    const first = done;
    const path = Int32Array.from(
      { length: rows },
      (_, row) => first + Math.floor(row / inputs.steps),
    );
    const step = Int32Array.from({ length: rows }, (_, row) => at(row));
    const ends = Array.from({ length: rows }, (_, row) => dates[at(row)]!);
    const columnData: ColumnSource[] = [
      ...[
        { name: "path", data: path },
        { name: "step", data: step },
        { name: "ends", data: ends },
      ],
      ...columns.map((data, index) => ({ name: names[index]!, data })),
      ...parts.map(({ name, distributed, share }) => ({
        name,
        data: columns[distributed]!.map((all, row) => all * columns[share]![row]!),
      })),
    ];
    await writer.write({ columnData, rowGroupSize: rows });
    done += lanes;
    onProgress?.(done, paths);
    // So that somebody can end it.
    await setImmediate();
  }
  await writer.finish();
  return done;
}

/** What each sovereign and partner is distributed by where it came from: products of outputs. */
function partsOf({ program, parties }: FundModel) {
  const place = (name: string): number =>
    program.outputs.findIndex((output) => output.name === name);
  return parties
    .filter(({ kind }) => kind !== "class")
    .flatMap(({ id }) =>
      DISTRIBUTED_PARTS.map((part) => ({
        name: `${part}Distributed:${id}`,
        distributed: place(outputOf("distributed", id)),
        share: place(`${part}Share`),
      })),
    );
}

function schemaOf(names: readonly string[]): SchemaElement[] {
  const required = { repetition_type: "REQUIRED" } as const;
  return [
    { name: "root", num_children: names.length + 3 },
    { name: "path", type: "INT32", ...required },
    { name: "step", type: "INT32", ...required },
    { name: "ends", type: "BYTE_ARRAY", converted_type: "UTF8", ...required },
    ...names.map((name): SchemaElement => ({ name, type: "DOUBLE", ...required })),
  ];
}
