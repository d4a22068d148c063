import { assert } from "@jointfund/core/base/assert.ts";
import { base64Encode } from "@jointfund/core/base/bytes.ts";
import { canonicalText, type Json } from "@jointfund/core/base/canonical.ts";
import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import { instant, type Instant } from "@jointfund/core/calendar/date.ts";
import { encodeCharter } from "@jointfund/core/charter/decode-charter.ts";
import { decodeEntry, encodeSigned, type Entry } from "@jointfund/core/fund/entry.ts";
import { replayEntry } from "@jointfund/core/fund/replay.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { keyIdOf, signingBytes } from "@jointfund/core/governance/identity.ts";
import type { SignedStatement, Statement } from "@jointfund/core/governance/statement.ts";
import { signatureChecks } from "../application/signature-checks.ts";
import type { Fund } from "../application/fund.ts";
import type { Receipt } from "../application/receipt.ts";
import type { SimulatedClock } from "../application/simulated-clock.ts";
import type { Signer } from "../ports.ts";
import { BodyFault } from "./act-body.ts";
import { vehicleIn, verbOf } from "./check-scenario.ts";
import { amendedCharter } from "./settings.ts";
import { officerSigner } from "./demonstration.ts";
import type { ScenarioFile, ScenarioFinding } from "./scenario-file.ts";
import type { Step } from "./scenario.ts";
import { openPayments, statementsOf, type Planned, type StepContext } from "./step-statements.ts";

export type PlayOptions = {
  readonly file: ScenarioFile;
  readonly fund: Fund;
  readonly clock: SimulatedClock;
  /** Told after each step: how many are played, of how many, and the day of the last. */
  readonly onProgress?: (played: number, steps: number, on: string) => void;
  /** Asked before each step; a fund that is stopped between steps goes on when played again. */
  readonly isCancelled?: () => boolean;
};

export type Played = {
  readonly steps: number;
  readonly isComplete: boolean;
  /** Ids of the acts by the names that the scenario gives them. */
  readonly names: ReadonlyMap<string, string>;
};

/**
 * Plays a scenario into a fund. Every statement follows from the scenario and from what came before
 * it, so a run that was broken off is played again from the start: what the record already holds is
 * passed over, and the record becomes the same as without the break. The first step that goes
 * otherwise than it says ends the run with a finding; everything before it stands.
 */
export async function playScenario(options: PlayOptions): Promise<Result<Played, ScenarioFinding>> {
  return new Player(options).play();
}

/** An entry that an earlier run recorded. */
type Recorded = { readonly leaf: Uint8Array; readonly statement: Statement };

class Player {
  readonly #options: PlayOptions;
  readonly #signers = new Map<string, Signer>();
  readonly #names = new Map<string, string>();
  /** Entries that the steps so far have led to, whether recorded now or before. */
  #size = 0;
  /** The entries that an earlier run recorded, and the state after those passed over. */
  #recorded: readonly Recorded[] = [];
  #passed: FundState | undefined;

  constructor(options: PlayOptions) {
    this.#options = options;
  }

  async play(): Promise<Result<Played, ScenarioFinding>> {
    const { file, fund, onProgress, isCancelled } = this.#options;
    const { steps } = file.scenario;
    this.#recorded = await this.#earlierEntries();
    const charterHash = await fund.putBlob(encodeCharter(file.charter));
    for (const [index, step] of steps.entries()) {
      if (isCancelled?.() === true) {
        return ok({ steps: index, isComplete: false, names: this.#names });
      }
      const finding = await this.#step(step, charterHash);
      if (finding !== undefined) return err(finding);
      onProgress?.(index + 1, steps.length, step.on);
    }
    return ok({ steps: steps.length, isComplete: true, names: this.#names });
  }

  async #earlierEntries(): Promise<readonly Recorded[]> {
    const { fund } = this.#options;
    const leaves = await fund.entries(0, fund.size);
    return leaves.map((leaf) => ({ leaf, statement: entryIn(leaf).statement }));
  }

  /** Where the fund stands after the entries that the steps so far have led to. */
  get #state(): FundState | undefined {
    return this.#size < this.#recorded.length ? this.#passed : this.#options.fund.state;
  }

  async #step(step: Step, charterHash: string): Promise<ScenarioFinding | undefined> {
    const { file, clock } = this.#options;
    const { charter, scenario, expressions } = file;
    clock.set(instant(`${step.on}T${scenario.time}Z`) satisfies Instant);
    await this.#openDay(step.on);
    if (step.finalise !== undefined || step.seal !== undefined) {
      return this.#ofTheOperator(step, step.seal === undefined ? "finality.record" : "seal");
    }
    try {
      if (!this.#isWanted(step)) return undefined;
      if (step.pay !== undefined) {
        const fault = await this.#makeFinal(step);
        if (fault !== undefined) return fault;
      }
      const names = this.#names;
      const state = this.#state;
      const amended = await this.#amended(step);
      const context: StepContext = {
        ...{ charter, charterHash, scenario, expressions, names, state },
        ...(amended === undefined ? {} : { amended }),
      };
      return await this.#sayAll(step, context);
    } catch (fault) {
      if (!(fault instanceof BodyFault)) throw fault;
      const { code, path, expected, actual } = fault;
      return file.findingAt([...step.path, ...path], { code, expected, actual, on: step.on });
    }
  }

  async #sayAll(step: Step, context: StepContext): Promise<ScenarioFinding | undefined> {
    const planned = statementsOf(step, context);
    const isMade = step.pay !== undefined || step.receive !== undefined;
    if (isMade && planned.length === 0) {
      return this.#finding(step, "nothing_to_do", verbOf(step) ?? "", undefined);
    }
    for (const [n, statement] of planned.entries()) {
      const isLast = n === planned.length - 1;
      const finding = await this.#say(statement, step, isLast);
      if (finding !== undefined) return finding;
    }
    return undefined;
  }

  /** Whether the step's condition holds; one that cannot be computed is a fault of the scenario. */
  #isWanted(step: Step): boolean {
    const { when, on, body } = step;
    const state = this.#state;
    if (when === undefined || state === undefined) return true;
    const { charter, scenario, expressions } = this.#options.file;
    const moment = { state, on, series: scenario.series, names: this.#names };
    const value = expressions.evaluate(when, "condition", moment, vehicleIn(body, charter));
    if (value.ok) return value.value.kind === "boolean" && value.value.value;
    throw new BodyFault(["when"], { code: "value_unavailable", expected: "", actual: value.error });
  }

  /** The hash of the charter in force as the step amends it, whose text is kept. */
  async #amended({ amends }: Step): Promise<string | undefined> {
    const adopted = this.#state?.adopted;
    if (amends === undefined || adopted === undefined) return undefined;
    const next = amendedCharter(adopted, amends);
    if (next.ok) return this.#options.fund.putBlob(encodeCharter(next.value));
    throw new BodyFault(["amends"], {
      ...{ code: "amendment_malformed", expected: "", actual: next.error },
    });
  }

  /** Money leaves only once both mirrors hold the record of why. */
  async #makeFinal(step: Step): Promise<ScenarioFinding | undefined> {
    const state = this.#state;
    const open = openPayments(step, { state, names: this.#names });
    const finalSize = state?.trust.finalSize ?? 0;
    if (open.every(({ entry }) => entry < finalSize)) return undefined;
    return this.#ofTheOperator(step, "finality.record");
  }

  /** Opens the day of a step, so that its amounts are computed on what that day brings. */
  async #openDay(on: string): Promise<void> {
    const { fund } = this.#options;
    while (this.#size < this.#recorded.length) {
      const { statement } = this.#recorded[this.#size]!;
      if (statement.kind !== "day.open" || statement.date > on) return;
      this.#pass();
    }
    if (fund.state === undefined) return;
    await fund.openDay();
    this.#size = fund.size;
  }

  /** Passes over an entry that an earlier run recorded. */
  #pass(): void {
    const { fund } = this.#options;
    const index = this.#size;
    const replayed = replayEntry(this.#passed, this.#recorded[index]!.leaf, {
      index,
      ...signatureChecks,
      blob: (name) => fund.blob(name),
      rootAt: (size) => (size <= index ? fund.rootAt(size) : undefined),
    });
    assert(replayed.ok, "a fund that was opened has replayed its record");
    this.#passed = replayed.value.state;
    this.#size++;
  }

  /** What the operator records on its own: cosigned checkpoints, seals. */
  async #ofTheOperator(
    step: Step,
    kind: "finality.record" | "seal",
  ): Promise<ScenarioFinding | undefined> {
    const { fund } = this.#options;
    if (this.#skipRecorded((statement) => statement.kind === kind)) return undefined;
    const receipt = kind === "seal" ? await fund.seal() : (await fund.finalise()).receipt;
    this.#size = fund.size;
    if (receipt?.status === "accepted") return undefined;
    return this.#finding(step, "step_not_accepted", kind, receipt);
  }

  async #say(planned: Planned, step: Step, isLast: boolean): Promise<ScenarioFinding | undefined> {
    const { fund } = this.#options;
    const statement = planned.statement(this.#state, this.#size);
    const text = canonicalText(statement);
    const expected = isLast ? step.expect : undefined;
    const wasRecorded = this.#skipRecorded((earlier) => isSame(earlier, text));
    if (wasRecorded) return undefined;
    if (this.#size < this.#recorded.length) {
      const actual = this.#recorded[this.#size]!.statement.kind;
      return this.#finding(step, "record_of_other_scenario", statement.kind, actual);
    }
    const receipt = await fund.submit(encodeSigned(this.#sign(statement, planned.officers)));
    this.#size = fund.size;
    if (expected === undefined) {
      if (receipt.status === "accepted") return undefined;
      return this.#finding(step, "step_not_accepted", statement.kind, receipt);
    }
    if (receipt.status === "refused" && receipt.rejection.code === expected) return undefined;
    return this.#finding(step, "step_not_refused", expected, receipt);
  }

  #skipRecorded(isIt: (statement: Statement) => boolean): boolean {
    const earlier = this.#recorded[this.#size];
    if (earlier === undefined || !isIt(earlier.statement)) return false;
    this.#pass();
    return true;
  }

  #sign(statement: Statement, officers: readonly string[]): SignedStatement {
    const message = signingBytes(statement);
    const signatures = officers.map((officer) => {
      const signer = this.#signerOf(officer);
      return { key: keyIdOf(signer.publicKey), signature: base64Encode(signer.sign(message)) };
    });
    return { statement, signatures };
  }

  #signerOf(officer: string): Signer {
    let signer = this.#signers.get(officer);
    if (signer === undefined) {
      signer = officerSigner(this.#options.file.charter, officer);
      this.#signers.set(officer, signer);
    }
    return signer;
  }

  #finding(
    step: Step,
    code: string,
    expected: string,
    came: Receipt | string | undefined,
  ): ScenarioFinding {
    const receipt = typeof came === "object" ? came : undefined;
    const actual = typeof came === "string" ? came : (receipt?.status ?? "nothing");
    const why = receipt?.status === "refused" ? { rejection: receipt.rejection } : {};
    const { path, on } = step;
    return this.#options.file.findingAt(path, { code, expected, actual, on, ...why });
  }
}

function entryIn(leaf: Uint8Array): Entry {
  const entry = decodeEntry(leaf);
  if (!entry.ok) throw new Error(`an entry of the journal does not decode: ${entry.error.code}`);
  return entry.value;
}

/** The same statement, or the record that it was refused. */
function isSame(earlier: Statement, text: string): boolean {
  const said = earlier.kind === "refusal" ? earlier.refused.statement : (earlier as Json);
  return canonicalText(said) === text;
}
