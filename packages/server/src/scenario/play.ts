import { base64Encode } from "@jointfund/core/base/bytes.ts";
import { canonicalText, type Json } from "@jointfund/core/base/canonical.ts";
import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import { instant, type Instant } from "@jointfund/core/calendar/date.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { encodeCharter } from "@jointfund/core/charter/decode-charter.ts";
import { decodeEntry, encodeSigned } from "@jointfund/core/fund/entry.ts";
import { keyIdOf, signingBytes } from "@jointfund/core/governance/identity.ts";
import type { SignedStatement, Statement } from "@jointfund/core/governance/statement.ts";
import type { Fund } from "../application/fund.ts";
import type { Receipt } from "../application/receipt.ts";
import type { SimulatedClock } from "../application/simulated-clock.ts";
import type { Signer } from "../ports.ts";
import { officerSigner } from "./demonstration.ts";
import type { ScenarioFile, ScenarioFinding } from "./scenario-file.ts";
import type { ScenarioStep } from "./scenario-schema.ts";
import { statementsOf, type Planned, type StepContext } from "./step-statements.ts";

export type PlayOptions = {
  readonly file: ScenarioFile;
  readonly charter: Charter;
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
 * Plays a scenario into a fund. Every statement follows from the scenario alone, so a run that was
 * broken off is played again from the start: what the record already holds is passed over, and the
 * record becomes the same as without the break. The first step that goes otherwise than it says
 * ends the run with a finding; everything before it stands.
 */
export async function playScenario(options: PlayOptions): Promise<Result<Played, ScenarioFinding>> {
  return new Player(options).play();
}

class Player {
  readonly #options: PlayOptions;
  readonly #signers = new Map<string, Signer>();
  readonly #names = new Map<string, string>();
  /** Entries that the steps so far have led to, whether recorded now or before. */
  #size = 0;
  /** The statements that an earlier run recorded. */
  #recorded: readonly Statement[] = [];

  constructor(options: PlayOptions) {
    this.#options = options;
  }

  async play(): Promise<Result<Played, ScenarioFinding>> {
    const { file, charter, fund, onProgress, isCancelled } = this.#options;
    const { steps } = file.scenario;
    this.#recorded = await this.#earlierStatements();
    const charterHash = await fund.putBlob(encodeCharter(charter));
    for (const [index, step] of steps.entries()) {
      if (isCancelled?.() === true) {
        return ok({ steps: index, isComplete: false, names: this.#names });
      }
      const finding = await this.#step(step, index, charterHash);
      if (finding !== undefined) return err(finding);
      onProgress?.(index + 1, steps.length, step.on);
    }
    return ok({ steps: steps.length, isComplete: true, names: this.#names });
  }

  async #earlierStatements(): Promise<readonly Statement[]> {
    const { fund } = this.#options;
    const leaves = await fund.entries(0, fund.size);
    return leaves.map((leaf) => {
      const entry = decodeEntry(leaf);
      if (!entry.ok)
        throw new Error(`an entry of the journal does not decode: ${entry.error.code}`);
      return entry.value.statement;
    });
  }

  async #step(
    step: ScenarioStep,
    index: number,
    charterHash: string,
  ): Promise<ScenarioFinding | undefined> {
    const { file, charter, clock } = this.#options;
    clock.set(instant(`${step.on}T${file.scenario.time}Z`) satisfies Instant);
    if (step.finalise !== undefined || step.seal !== undefined)
      return this.#ofTheOperator(step, index);
    const context: StepContext = {
      charter,
      charterHash,
      charterVersion: this.#versionInForce(),
      scenario: file.scenario,
      names: this.#names,
    };
    const planned = statementsOf(step, context);
    for (const [n, statement] of planned.entries()) {
      const isLast = n === planned.length - 1;
      const finding = await this.#say(statement, step, index, isLast);
      if (finding !== undefined) return finding;
    }
    return undefined;
  }

  /** The charter's version when the next statement is or was made. */
  #versionInForce(): number {
    this.#passDayOpening();
    const earlier = this.#recorded[this.#size];
    const said = earlier?.kind === "refusal" ? earlier.refused.statement : earlier;
    const { act } = (said ?? {}) as { act?: { charterVersion?: number } };
    const { fund, charter } = this.#options;
    return act?.charterVersion ?? fund.state?.charter.version ?? charter.version;
  }

  /** What the operator records on its own: cosigned checkpoints, seals. */
  async #ofTheOperator(step: ScenarioStep, index: number): Promise<ScenarioFinding | undefined> {
    const { fund } = this.#options;
    const kind = step.seal === undefined ? "finality.record" : "seal";
    if (this.#skipRecorded((statement) => statement.kind === kind)) return undefined;
    await fund.openDay();
    const receipt = kind === "seal" ? await fund.seal() : (await fund.finalise()).receipt;
    this.#size = fund.size;
    if (receipt?.status === "accepted") return undefined;
    return this.#finding(index, "step_not_accepted", kind, receipt);
  }

  async #say(
    planned: Planned,
    step: ScenarioStep,
    index: number,
    isLast: boolean,
  ): Promise<ScenarioFinding | undefined> {
    const { fund } = this.#options;
    this.#passDayOpening();
    const openings = this.#willOpenDay(step) ? 1 : 0;
    const statement = planned.statement(fund.state, this.#size + openings);
    const text = canonicalText(statement);
    const expected = isLast ? step.expect : undefined;
    const wasRecorded = this.#skipRecorded((earlier) => isSame(earlier, text));
    if (wasRecorded) return undefined;
    if (this.#size < this.#recorded.length) {
      const actual = this.#recorded[this.#size]!.kind;
      return this.#finding(index, "record_of_other_scenario", statement.kind, actual);
    }
    const receipt = await fund.submit(encodeSigned(this.#sign(statement, planned.officers)));
    this.#size = fund.size;
    if (expected === undefined) {
      if (receipt.status === "accepted") return undefined;
      return this.#finding(index, "step_not_accepted", statement.kind, receipt);
    }
    if (receipt.status === "refused" && receipt.rejection.code === expected) return undefined;
    return this.#finding(index, "step_not_refused", expected, receipt);
  }

  /**
   * Day openings are the fund's own: an earlier run has recorded them before what came that day.
   */
  #passDayOpening(): void {
    while (this.#recorded[this.#size]?.kind === "day.open") this.#size++;
  }

  #willOpenDay({ on }: ScenarioStep): boolean {
    const { state } = this.#options.fund;
    return this.#size >= this.#recorded.length && state !== undefined && state.today < on;
  }

  #skipRecorded(isIt: (statement: Statement) => boolean): boolean {
    this.#passDayOpening();
    const earlier = this.#recorded[this.#size];
    if (earlier === undefined || !isIt(earlier)) return false;
    this.#size++;
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
      signer = officerSigner(this.#options.charter, officer);
      this.#signers.set(officer, signer);
    }
    return signer;
  }

  #finding(
    index: number,
    code: string,
    expected: string,
    came: Receipt | string | undefined,
  ): ScenarioFinding {
    const receipt = typeof came === "object" ? came : undefined;
    const actual = typeof came === "string" ? came : (receipt?.status ?? "nothing");
    const why = receipt?.status === "refused" ? { rejection: receipt.rejection } : {};
    return this.#options.file.findingAt(["steps", index], { code, expected, actual, ...why });
  }
}

/** The same statement, or the record that it was refused. */
function isSame(earlier: Statement, text: string): boolean {
  const said = earlier.kind === "refusal" ? earlier.refused.statement : (earlier as Json);
  return canonicalText(said) === text;
}
