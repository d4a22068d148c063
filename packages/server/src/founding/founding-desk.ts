import { hash } from "node:crypto";
import { dateOf } from "@jointfund/core/calendar/date.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { encodeCharter } from "@jointfund/core/charter/decode-charter.ts";
import type { Founding } from "@jointfund/core/governance/statement.ts";
import { openFund } from "../application/open-fund.ts";
import type { Receipt } from "../application/receipt.ts";
import { readCharterFile, type CharterFile } from "../charter/charter-file.ts";
import type { Clock, Disk } from "../ports.ts";
import { officersOf } from "../scenario/default-officers.ts";
import { demonstrationMirrors } from "../scenario/demonstration-mirrors.ts";
import { demonstrationOperator, foundingBody } from "../scenario/demonstration.ts";
import type { Officer } from "../scenario/scenario-schema.ts";

export type FoundingDeskOptions = {
  /** Where the fund will lie: a directory that is there and holds no fund. */
  readonly data: string;
  readonly clock: Clock;
  readonly disk: Disk;
};

/** A charter as it was handed in, and what has to be signed to found a fund by it. */
export type FoundingDraft = {
  readonly file: CharterFile;
  /** Absent as long as the charter cannot be adopted. */
  readonly ready?: {
    readonly charter: Charter;
    readonly statement: Founding;
    /** Every one of them has to sign (R7). */
    readonly officers: readonly Officer[];
  };
};

/**
 * Founds a demonstration fund by a charter that somebody hands in. FOR DEMONSTRATION: the keys are
 * those that everybody can derive from the charter's id; the signatures are made by whoever founds.
 */
export class FoundingDesk {
  readonly #options: FoundingDeskOptions;
  #isFounding = false;

  constructor(options: FoundingDeskOptions) {
    this.#options = options;
  }

  /** What is wrong with a charter; if nothing is, the founding that its officers would sign. */
  draft(yaml: Uint8Array, reason: string): FoundingDraft {
    const file = readCharterFile("charter.yaml", yaml);
    const { charter } = file;
    const isWrong = file.findings.some(({ severity }) => severity === "error");
    if (charter === undefined || isWrong) return { file };
    const officers = officersOf(charter);
    const [first] = officers;
    if (first === undefined || demonstrationOperator(charter, { officers }) === undefined) {
      return { file };
    }
    const statement: Founding = {
      kind: "founding",
      fund: charter.id,
      act: {
        type: "charter.adopt",
        body: foundingBody(charter, hash("sha256", encodeCharter(charter), "hex"), { officers }),
        charterVersion: charter.version,
        effectiveDate: dateOf(this.#options.clock.now()),
        proposer: first.id,
        basis: "commercial",
        reason,
        evidence: [],
      },
    };
    return { file, ready: { charter, statement, officers } };
  }

  /**
   * Founds the fund by a signed founding, or says why not. One at a time: while one is being
   * founded, or once one is, there is nothing to found here.
   */
  async found(charter: Charter, signed: Uint8Array): Promise<Receipt | "already"> {
    if (this.#isFounding) return "already";
    this.#isFounding = true;
    const receipt = await this.#record(charter, signed);
    if (receipt.status === "refused") this.#isFounding = false;
    return receipt;
  }

  async #record(charter: Charter, signed: Uint8Array): Promise<Receipt> {
    const { data, clock, disk } = this.#options;
    const operator = demonstrationOperator(charter, { officers: officersOf(charter) });
    if (operator === undefined) throw new Error("a charter without an operator is no draft");
    const mirrors = await demonstrationMirrors(charter, operator, { data, clock, disk });
    const fund = await openFund({ data, operator, clock, mirrors, disk });
    try {
      await fund.putBlob(encodeCharter(charter));
      return await fund.submit(signed);
    } finally {
      await fund.close();
    }
  }
}
