import { randomUUID } from "node:crypto";
import type { Text } from "../../languages/language.ts";
import { RequestProblem } from "../problem.ts";

/** What is wrong, or why nothing can be said, and at which entries. */
export type VerificationFinding = {
  readonly code: string;
  readonly text: Text;
  /** The first wrong entry; with `last` it is one of those up to that. */
  readonly index?: number;
  readonly last?: number;
};

export type SignedSize = {
  readonly size: number;
  /** Base64, as in the checkpoint. */
  readonly root: string;
  readonly cosigners: readonly string[];
};

/** What a verifier that trusts nobody found (docs/spec/verification.md). */
export type VerificationReport = {
  readonly outcome: "holds" | "broken" | "unknown";
  readonly text: Text;
  readonly entries: number;
  readonly signatures: number;
  readonly confirmed: number;
  readonly blobs: number;
  readonly recordedAt?: string;
  /** Leaf hash of the founding, to be compared with the text of the agreement. */
  readonly founding?: string;
  readonly published?: SignedSize;
  /** The checkpoint that was brought along, where it is one of this record. */
  readonly held?: SignedSize;
  /** The first thing that is wrong, or why nothing can be said. */
  readonly finding?: VerificationFinding;
  readonly others: readonly VerificationFinding[];
  /** Proof for others that the log's key signed two histories. */
  readonly evidence?: string;
};

export type VerificationProgress = {
  readonly step: "reading" | "replaying";
  readonly entries: number;
};

/** Verifies the published record, beside a checkpoint if one is given: lent by who serves. */
export type Verify = (
  checkpoint: string | undefined,
  tell: (progress: VerificationProgress) => void,
) => Promise<VerificationReport>;

export type Verification = {
  readonly id: string;
  /** The party of whoever started it. */
  readonly startedBy: string;
  readonly withCheckpoint: boolean;
  /** Entries of the record when it was started. */
  readonly of: number;
  readonly progress: VerificationProgress;
  readonly report?: VerificationReport;
  /** Whether the verifier itself came to grief: that says nothing of the record. */
  readonly failed?: true;
};

/** Verifications that are remembered. */
const KEPT = 20;

/** Verifications that somebody has asked for: one at a time, since each takes a thread or two. */
export class Verifications {
  readonly #verify: Verify;
  readonly #onFailure: (failure: unknown) => void;
  readonly #known = new Map<string, Verification>();
  #running: Promise<void> | undefined;

  constructor(verify: Verify, onFailure: (failure: unknown) => void) {
    this.#verify = verify;
    this.#onFailure = onFailure;
  }

  /** The newest first. */
  get all(): readonly Verification[] {
    return [...this.#known.values()].toReversed();
  }

  find(id: string): Verification | undefined {
    return this.#known.get(id);
  }

  /** Starts one, or throws `verification_running`. */
  start(of: {
    readonly startedBy: string;
    readonly entries: number;
    readonly checkpoint: string | undefined;
  }): Verification {
    if (this.#running !== undefined) throw new RequestProblem("verification_running");
    const started: Verification = {
      ...{ id: randomUUID(), startedBy: of.startedBy, of: of.entries },
      ...{ withCheckpoint: of.checkpoint !== undefined },
      progress: { step: "reading", entries: 0 },
    };
    this.#known.set(started.id, started);
    const [oldest] = this.#known.keys();
    if (this.#known.size > KEPT && oldest !== undefined) this.#known.delete(oldest);
    this.#running = this.#run(started.id, of.checkpoint).finally(() => {
      this.#running = undefined;
    });
    return started;
  }

  /** Settles when nothing is running any more. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #run(id: string, checkpoint: string | undefined): Promise<void> {
    try {
      const report = await this.#verify(checkpoint, (progress) => this.#change(id, { progress }));
      this.#change(id, { report });
    } catch (failure) {
      this.#onFailure(failure);
      this.#change(id, { failed: true });
    }
  }

  #change(id: string, change: Partial<Verification>): void {
    const known = this.#known.get(id);
    if (known !== undefined) this.#known.set(id, { ...known, ...change });
  }
}
