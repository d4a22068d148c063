import { assert } from "@jointfund/core/base/assert.ts";
import { RequestProblem } from "../http/problem.ts";
import type { Setting } from "../scenario/settings.ts";
import { nameOfWork } from "./analyses.ts";
import { Kept } from "./kept.ts";
import type { Outcome, Progress } from "./work.ts";
import { startWork, WorkEnded, type Bounds, type UnderWay } from "./working-thread.ts";

/** Experiments that wait for the one that runs, and those that are remembered. */
const QUEUE_MAX = 6;
const REMEMBERED = 64;
const BOUNDS: Bounds = { processorMs: 300_000, memoryMb: 768 };

/** A scenario as it stands beside the same with some terms set otherwise. */
export type ExperimentAsked = {
  readonly scenario: string;
  /** Where the scenario lies. */
  readonly file: string;
  readonly settings: readonly Setting[];
};

export type ExperimentStatus = "queued" | "running" | "done" | "refused" | "cancelled" | "failed";

type Which = "first" | "changed";

export type Experiment = {
  readonly id: string;
  readonly asked: ExperimentAsked;
  /** Who waits for it; without anybody left it is called off. */
  readonly clients: Set<string>;
  status: ExperimentStatus;
  progress: (Progress & { readonly run: Which }) | undefined;
  /** JSON of the facts for which it was refused. */
  facts: string | undefined;
  /** JSON of the two runs, of one that is done. */
  result: { readonly first: string; readonly changed: string } | undefined;
};

/**
 * Runs of scenarios with changed terms, one after the other, each client one at a time (H73). A run
 * is played once for its terms, and the one without changes is everybody's.
 */
export class Experiments {
  readonly #bounds: Bounds;
  readonly #all = new Map<string, Experiment>();
  readonly #runs = new Kept<Outcome>();
  readonly #queue: Experiment[] = [];
  #current: { readonly experiment: Experiment; underWay?: UnderWay } | undefined;

  constructor(bounds: Bounds = BOUNDS) {
    this.#bounds = bounds;
  }

  get(id: string): Experiment | undefined {
    return this.#all.get(id);
  }

  /** How many are before it. */
  ahead(experiment: Experiment): number {
    const place = this.#queue.indexOf(experiment);
    return place === -1 ? 0 : place + 1;
  }

  /** The experiment, started or queued; throws `RequestProblem` where that is too many. */
  ask(asked: ExperimentAsked, client: string): Experiment {
    const { scenario, settings } = asked;
    const id = nameOfWork([scenario, settings.map(({ path, value }) => [path, value])]);
    const known = this.#all.get(id);
    if (known !== undefined && !["cancelled", "failed"].includes(known.status)) {
      if (isOpen(known)) this.#join(known, client);
      return known;
    }
    if (this.#queue.length >= QUEUE_MAX) throw new RequestProblem("analysis_busy");
    const experiment: Experiment = {
      ...{ id, asked, clients: new Set<string>(), status: "queued" },
      ...{ progress: undefined, facts: undefined, result: undefined },
    };
    this.#join(experiment, client);
    this.#remember(experiment);
    this.#queue.push(experiment);
    this.#next();
    return experiment;
  }

  /** Takes a client off; what nobody waits for any more ends. */
  cancel(experiment: Experiment, client: string): void {
    experiment.clients.delete(client);
    if (experiment.clients.size > 0 || !isOpen(experiment)) return;
    experiment.status = "cancelled";
    const place = this.#queue.indexOf(experiment);
    if (place >= 0) this.#queue.splice(place, 1);
    if (this.#current?.experiment === experiment) this.#current.underWay?.cancel();
  }

  #join(experiment: Experiment, client: string): void {
    const isElsewhere = [...this.#all.values()].some(
      (other) => other !== experiment && isOpen(other) && other.clients.has(client),
    );
    if (isElsewhere) throw new RequestProblem("experiment_running", ["10"]);
    experiment.clients.add(client);
  }

  #remember(experiment: Experiment): void {
    this.#all.set(experiment.id, experiment);
    for (const [id, each] of this.#all) {
      if (this.#all.size <= REMEMBERED) return;
      if (!isOpen(each)) this.#all.delete(id);
    }
  }

  #next(): void {
    if (this.#current !== undefined) return;
    const experiment = this.#queue.shift();
    if (experiment === undefined) return;
    this.#current = { experiment };
    experiment.status = "running";
    void this.#play(experiment).finally(() => {
      this.#current = undefined;
      this.#next();
    });
  }

  async #play(experiment: Experiment): Promise<void> {
    const { settings } = experiment.asked;
    try {
      const first = await this.#run(experiment, "first", []);
      if (experiment.status !== "running") return;
      const changed = await this.#run(experiment, "changed", settings);
      if (first.kind === "done" && changed.kind === "done") {
        experiment.result = { first: first.json, changed: changed.json };
        experiment.status = "done";
      } else {
        const refused = changed.kind === "refused" ? changed : first;
        assert(refused.kind === "refused", "a run is done or refused");
        experiment.facts = refused.facts;
        experiment.status = "refused";
      }
    } catch (failure) {
      if (experiment.status === "cancelled") return;
      experiment.status = "failed";
      // A fault of ours: whoever asked is told that it failed, whoever serves sees why.
      if (!(failure instanceof WorkEnded)) process.emitWarning(failure as Error);
    }
  }

  async #run(experiment: Experiment, run: Which, settings: readonly Setting[]): Promise<Outcome> {
    const { scenario, file } = experiment.asked;
    const name = nameOfWork([scenario, settings.map(({ path, value }) => [path, value])]);
    const known = this.#runs.get(name);
    if (known !== undefined) return known;
    const work = { kind: "run", scenario: file, settings } as const;
    const underWay = startWork(work, this.#bounds, (progress) => {
      experiment.progress = { ...progress, run };
    });
    if (this.#current !== undefined) this.#current.underWay = underWay;
    const outcome = await underWay.outcome;
    if (outcome.kind === "done") this.#runs.set(name, outcome, outcome.json.length);
    return outcome;
  }
}

const isOpen = ({ status }: Experiment): boolean => status === "queued" || status === "running";
