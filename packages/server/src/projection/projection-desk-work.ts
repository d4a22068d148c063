import { compileModule } from "@jointfund/projection/kernel/compile-module.ts";
import { changedModel } from "@jointfund/projection/charter/changed-model.ts";
import { compileFund } from "@jointfund/projection/charter/compile-fund.ts";
import type { FundModel } from "@jointfund/projection/charter/fund-model.ts";
import { keyOfSeed } from "@jointfund/projection/outcomes/seed-key.ts";
import { KernelThreads } from "./kernel-threads.ts";
import type { DeskAnswer, DeskRequest } from "./projection-desk-messages.ts";
import { assumptionsFor } from "./projection-terms.ts";
import { runProjection } from "./run-projection.ts";
import { slidersOf, type Projected } from "./sliders.ts";

type Compiled = { readonly model: FundModel; readonly module: WebAssembly.Module };

/**
 * Answers a page's requests, one after the other. A charter is compiled once for each number of
 * years; what a slider moves are inputs of the same program (PJ95).
 */
export class DeskWork {
  readonly #threads: KernelThreads;
  readonly #compiled = new Map<string, Compiled | readonly string[]>();

  constructor(threads: number) {
    this.#threads = new KernelThreads(threads);
  }

  async answer(request: DeskRequest): Promise<DeskAnswer> {
    const { charter, years, moved, stresses, paths, seed } = request;
    const base: Projected = { charter, assumptions: assumptionsFor(charter) };
    const compiled = this.#compile(base, years);
    if (!("model" in compiled)) return { kind: "inexpressible", clauses: compiled };
    const start = performance.now();
    let projected = base;
    for (const slider of slidersOf(base)) {
      const value = moved[slider.id];
      if (value !== undefined) projected = slider.move(projected, value);
    }
    const { charter: split, assumptions } = projected;
    const model = changedModel(compiled.model, split, assumptions, stresses);
    const projection = await runProjection(model, {
      ...{ paths, seed, threads: this.#threads, module: compiled.module },
    });
    const milliseconds = Math.round(performance.now() - start);
    return { kind: "projection", milliseconds, projection };
  }

  #compile({ charter, assumptions }: Projected, years: number): Compiled | readonly string[] {
    const key = `${charter.id} ${charter.version} ${years}`;
    const known = this.#compiled.get(key);
    if (known !== undefined) return known;
    const steps = (years * 12) / assumptions.stepMonths;
    const model = compileFund(charter, assumptions, { steps, stresses: [], key: keyOfSeed("1") });
    const compiled = model.ok
      ? { model: model.value, module: new WebAssembly.Module(compileModule(model.value.program)) }
      : [...new Set(model.error.map(({ clause }) => clause))];
    this.#compiled.set(key, compiled);
    return compiled;
  }
}
