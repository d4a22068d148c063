import { setImmediate as turn } from "node:timers/promises";
import { assert } from "@jointfund/core/base/assert.ts";
import { comparisonSteps } from "@jointfund/projection/policy/compare-policies.ts";
import type { PricedFutures } from "@jointfund/projection/policy/fund-futures.ts";
import { keptDraws } from "@jointfund/projection/policy/kept-draws.ts";
import { philoxDraws } from "@jointfund/projection/policy/philox-draws.ts";
import type { Policy } from "@jointfund/projection/policy/policy-schema.ts";
import type { Draws } from "@jointfund/projection/policy/uncertainty.ts";
import { keyOfSeed } from "@jointfund/projection/outcomes/seed-key.ts";
import type { DeskAnswer } from "../analysis/desk-messages.ts";
import { KernelThreads } from "../projection/kernel-threads.ts";
import { charterFutures } from "./charter-futures.ts";
import { movedPolicy } from "./moved-policy.ts";
import { answerOf } from "./policy-answer.ts";
import type { PolicyQuestion } from "./policy-question.ts";

type Drawn = { readonly futures: PricedFutures; readonly draws: Draws };

/** Futures that are kept: some ten kilobytes for each. */
const KEPT_MAX = 3;

const CANCELLED: DeskAnswer = { kind: "cancelled" };

/**
 * Answers questions about policy files, one after the other. The futures of the charter are kept:
 * of the figures that may be moved, only the host's cost of funds is part of them (PO9).
 */
export class PolicyWork {
  readonly #threads: KernelThreads;
  readonly #kept = new Map<string, Drawn>();
  readonly #modules = new Map<string, WebAssembly.Module>();

  constructor(threads: number) {
    this.#threads = new KernelThreads(threads);
  }

  /** The signal calls it off between blocks of paths, and between policies. */
  async answer(question: PolicyQuestion, signal: AbortSignal): Promise<DeskAnswer> {
    const start = performance.now();
    const moved = movedPolicy(question);
    if (!moved.ok) return moved.error;
    const drawn = await this.#drawn(question, moved.value, signal);
    if (drawn === undefined) return CANCELLED;
    const { paths, seed } = question;
    const run = { paths, seed, draws: drawn.draws };
    const steps = comparisonSteps(moved.value, drawn.futures, run);
    for (;;) {
      await turn();
      if (signal.aborted) return CANCELLED;
      const step = steps.next();
      if (step.done !== true) continue;
      assert(step.value.ok, "a policy file that is shipped fits its charter");
      const answer = answerOf(step.value.value, Math.round(performance.now() - start));
      return { kind: "done", json: JSON.stringify(answer) };
    }
  }

  /** The futures that the policy is compared in; undefined if nobody waits for them any more. */
  async #drawn(
    { file, paths, seed }: PolicyQuestion,
    policy: Policy,
    signal: AbortSignal,
  ): Promise<Drawn | undefined> {
    const key = JSON.stringify([file, paths, seed, policy.host.treasury.fundingRate.value]);
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const of = { paths, seed, signal, threads: this.#threads, modules: this.#modules };
    const futures = await charterFutures(file, policy, of);
    if (signal.aborted) return undefined;
    assert(futures.ok, "the charter of a policy file that is shipped can be projected");
    const draws = keptDraws(philoxDraws(keyOfSeed(seed)), paths);
    const drawn = { futures: futures.value, draws };
    this.#kept.set(key, drawn);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT_MAX && oldest !== undefined) this.#kept.delete(oldest);
    return drawn;
  }
}
