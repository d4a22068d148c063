import { readFileSync } from "node:fs";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Assumptions } from "@jointfund/projection/assumptions/assumptions.ts";
import { readAssumptions } from "@jointfund/projection/assumptions/read-assumptions.ts";
import { BLOCK_PATHS, type Kernel } from "@jointfund/projection/kernel/program.ts";
import type { FundModel } from "@jointfund/projection/charter/fund-model.ts";
import { readYaml } from "../../packages/server/src/charter/yaml-document.ts";

/** Assumptions of the repository, by their file's name. */
export function exampleAssumptions(name: string, charter: Charter): Assumptions {
  const file = new URL(`../../assumptions/${name}.yaml`, import.meta.url);
  const { json, findings } = readYaml(readFileSync(file));
  if (json === undefined) throw new Error(`${file.pathname}: ${JSON.stringify(findings)}`);
  const assumptions = readAssumptions(json, charter);
  if (!assumptions.ok) throw new Error(`${file.pathname}: ${JSON.stringify(assumptions.error)}`);
  return assumptions.value;
}

/** What one path of a block tells, by step and by the output's name. */
export function pathOf(
  { program, inputs }: FundModel,
  kernel: Kernel,
  path: number,
): ReadonlyMap<string, number>[] {
  const steps: ReadonlyMap<string, number>[] = [];
  const lane = path % BLOCK_PATHS;
  kernel.run(inputs, Math.floor(path / BLOCK_PATHS), (_, outputs) => {
    steps.push(
      new Map(
        program.outputs.map(({ name }, index) => [name, outputs[index * BLOCK_PATHS + lane]!]),
      ),
    );
  });
  return steps;
}
