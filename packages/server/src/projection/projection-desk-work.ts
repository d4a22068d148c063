import { setImmediate as turn } from "node:timers/promises";
import type { Json } from "@jointfund/core/base/json.ts";
import { encode } from "@jointfund/core/base/schema.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { compileModule } from "@jointfund/projection/kernel/compile-module.ts";
import { changedModel } from "@jointfund/projection/charter/changed-model.ts";
import { compileFund } from "@jointfund/projection/charter/compile-fund.ts";
import type { FundModel } from "@jointfund/projection/charter/fund-model.ts";
import type { Program } from "@jointfund/projection/kernel/program.ts";
import { programText } from "@jointfund/projection/kernel/program-text.ts";
import { keyOfSeed } from "@jointfund/projection/outcomes/seed-key.ts";
import type { DeskAnswer, Wrong } from "../analysis/desk-messages.ts";
import { pathAnswer, projectionAnswer, rankedAnswer } from "../http/projection-schemas.ts";
import { KernelThreads } from "./kernel-threads.ts";
import { readNamed } from "./named-charter.ts";
import type { DeskQuestion } from "./desk-question.ts";
import { pathInFull } from "./path-in-full.ts";
import { rankedPaths } from "./ranked-paths.ts";
import { runProjection } from "./run-projection.ts";
import { slidersOf, type Projected } from "./sliders.ts";
import { toldPath } from "./told-path.ts";

type Compiled = { readonly model: FundModel; readonly module: WebAssembly.Module };

/** Programs that are kept, a megabyte or so each. */
const COMPILED_MAX = 24;

/**
 * Answers questions, one after the other. A charter is read once for each number of years; what a
 * slider moves are inputs of the same program (PJ95).
 */
export class DeskWork {
  readonly #threads: KernelThreads;
  readonly #compiled = new Map<string, Compiled | Wrong>();
  /** By the text of their programs. */
  readonly #modules = new Map<string, WebAssembly.Module>();

  constructor(threads: number) {
    this.#threads = new KernelThreads(threads);
  }

  /** The signal calls it off at the next stop: before or between blocks of paths. */
  async answer(question: DeskQuestion, signal?: AbortSignal): Promise<DeskAnswer> {
    const { charter: of, years, moved, stresses } = question;
    const start = performance.now();
    const read = readNamed(of);
    if (!read.ok) return read.error;
    const base = read.value;
    const wrong = wrongOf(base, question);
    if (wrong !== undefined) return wrong;
    const compiled = this.#compile(of.name, base, years);
    if ("kind" in compiled) return compiled;
    // That it was called off while it was compiled is heard now.
    await turn();
    const isOff = (): boolean => signal?.aborted === true;
    if (isOff()) return { kind: "cancelled" };
    let projected = base;
    for (const slider of slidersOf(base)) {
      const value = moved[slider.id];
      if (value !== undefined) projected = slider.move(projected, value);
    }
    const { charter, assumptions } = projected;
    const model = changedModel(compiled.model, charter, assumptions, stresses);
    const run: Run = {
      module: compiled.module,
      start,
      ...(signal === undefined ? {} : { signal }),
    };
    const json = await this.#told({ model, charter }, question, run);
    if (isOff()) return { kind: "cancelled" };
    return { kind: "done", json: JSON.stringify(json) };
  }

  /** What is wanted of a model, as its route tells it. */
  async #told(
    { model, charter }: { readonly model: FundModel; readonly charter: Charter },
    { seed, of }: DeskQuestion,
    { start, ...run }: Run,
  ): Promise<Json> {
    const threads = this.#threads;
    const since = (): number => Math.round(performance.now() - start);
    switch (of.kind) {
      case "projection": {
        const projection = await runProjection(model, { ...run, paths: of.paths, seed, threads });
        return encode(projectionAnswer, { milliseconds: since(), projection });
      }
      case "ranked": {
        const ranked = await rankedPaths(model, { paths: of.paths, seed }, { ...run, threads });
        return encode(rankedAnswer, { milliseconds: since(), ...ranked });
      }
      case "path": {
        const path = pathInFull(model, { seed, path: of.path }, run.module);
        return encode(pathAnswer, { ...toldPath(path, model, charter), milliseconds: since() });
      }
    }
  }

  #compile(name: string, { charter, assumptions }: Projected, years: number): Compiled | Wrong {
    const key = `${name} ${years}`;
    const known = this.#compiled.get(key);
    if (known !== undefined) return known;
    const steps = (years * 12) / assumptions.stepMonths;
    const model = compileFund(charter, assumptions, { steps, stresses: [], key: keyOfSeed("1") });
    const compiled = model.ok
      ? { model: model.value, module: this.#moduleOf(model.value.program) }
      : notProjected(model.error.map(({ clause }) => clause));
    return keep(this.#compiled, key, compiled);
  }

  /** Most charters have the same program for any number of years. */
  #moduleOf(program: Program): WebAssembly.Module {
    const text = programText(program);
    const known = this.#modules.get(text);
    return known ?? keep(this.#modules, text, new WebAssembly.Module(compileModule(program)));
  }
}

/** Puts a value among those that are kept, in the place of the oldest if they are too many. */
function keep<Value>(values: Map<string, Value>, key: string, value: Value): Value {
  values.set(key, value);
  const [oldest] = values.keys();
  if (values.size > COMPILED_MAX && oldest !== undefined) values.delete(oldest);
  return value;
}

/** How a question is computed: with what, since when, and until when. */
type Run = {
  readonly module: WebAssembly.Module;
  readonly start: number;
  readonly signal?: AbortSignal;
};

const notProjected = (clauses: readonly string[]): Wrong => ({
  ...{ kind: "wrong", code: "charter_not_projected", parts: [[...new Set(clauses)].join(", ")] },
});

/** What the charter's terms do not have, or have other bounds for. */
function wrongOf(projected: Projected, { moved, stresses }: DeskQuestion): Wrong | undefined {
  const sliders = slidersOf(projected);
  for (const [id, value] of Object.entries(moved)) {
    const slider = sliders.find((each) => each.id === id);
    if (slider === undefined) return { kind: "wrong", code: "unknown_id", parts: ["moved", id] };
    if (value >= slider.least && value <= slider.most) continue;
    const finding = {
      ...({ code: "out_of_range", path: ["moved", id] } as const),
      ...{ expected: `${slider.least}..${slider.most}`, actual: `${value}` },
    };
    return { kind: "wrong", code: "body_wrong", parts: [], findings: [finding] };
  }
  const known = projected.assumptions.stresses;
  const unknown = stresses.find((id) => !known.some((each) => each.id === id));
  if (unknown === undefined) return undefined;
  return { kind: "wrong", code: "unknown_id", parts: ["stresses", unknown] };
}
