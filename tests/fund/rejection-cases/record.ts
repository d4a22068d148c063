import { type Json } from "@jointfund/core/base/canonical.ts";
import { drafts, fundAt } from "../../support/stages.ts";
import { variant } from "../../support/variants.ts";
import { type Case, at, proposing } from "../../support/rejection-case.ts";

export const recordCases: readonly Case[] = [
  {
    code: "already_founded",
    clause: "R7",
    fund: at("founded"),
    statement: (fund) => fund.foundingStatement({ witnesses: [], mirrors: [] }),
  },
  {
    code: "not_founded",
    clause: "R7",
    fund: () => variant(() => ({})),
    statement: (fund) => fund.proposal(drafts.commitment("US")),
  },
  {
    code: "blob_missing",
    clause: "R16",
    fund() {
      const fund = variant(() => ({}));
      fund.blobs.clear();
      return fund;
    },
    statement: (fund) => fund.foundingStatement(),
  },
  {
    code: "charter_not_adoptable",
    clause: "R16",
    fund: () =>
      variant(({ limits }) => ({ limits: [...limits, { ...limits[0]!, holds: "cash <" }] })),
    statement: (fund) => fund.foundingStatement(),
  },
  {
    code: "seat_taken",
    clause: "G2",
    actual: "US-T1",
    fund() {
      const fund = variant(() => ({}));
      const twice = { id: "us-extra", party: "US", seats: ["US-T1"] };
      return fund.withOfficers([...fund.officers, twice]);
    },
    statement: (fund) => fund.foundingStatement(),
  },
  {
    // A mirror's key where the log's should be: it has the other type.
    code: "verifier_key_unusable",
    clause: "R7",
    actual: "verifier_key_type_unsupported",
    fund: () => variant(() => ({})),
    statement: (fund) =>
      fund.foundingStatement({ logKey: fund.vkey("us-japan.example", "log", "cosignature") }),
  },
  {
    code: "verifier_key_unusable",
    clause: "R7",
    actual: "another.example",
    fund: () => variant(() => ({})),
    statement: (fund) =>
      fund.foundingStatement({ logKey: fund.vkey("another.example", "log", "ed25519") }),
  },
  {
    code: "founding_incomplete",
    clause: "R7",
    fund: () => variant(() => ({})),
    statement: (fund) => fund.foundingStatement({ mirrors: [] }),
  },
  {
    code: "founding_incomplete",
    clause: "R7",
    fund() {
      const fund = variant(() => ({}));
      return fund.withOfficers(fund.officers.filter(({ party }) => party !== "JP"));
    },
    statement: (fund) => fund.foundingStatement(),
  },
  {
    code: "recorded_at_decreases",
    clause: "R11",
    fund() {
      const fund = fundAt("committed");
      fund.now = "2025-06-16T08:59:59Z" as typeof fund.now;
      return fund;
    },
    statement: proposing(() => drafts.call()),
  },
  {
    code: "day_not_open",
    clause: "R14",
    actual: "2025-06-17",
    fund() {
      const fund = fundAt("founded");
      fund.now = "2025-06-17T00:00:00Z" as typeof fund.now;
      return fund;
    },
    statement: proposing(() => drafts.commitment("US")),
  },
  {
    code: "day_not_later",
    clause: "R14",
    fund: at("founded"),
    statement: (fund) => fund.dayOpening("2025-06-16"),
  },
  {
    code: "day_not_today",
    clause: "R14",
    fund: at("founded"),
    statement: (fund) => fund.dayOpening("2025-06-18"),
  },
  {
    code: "refusal_not_reproduced",
    clause: "R15",
    actual: "accepted",
    fund: at("founded"),
    statement(fund) {
      const { statement, signatures } = fund.proposal(drafts.commitment("US"));
      const refused = { statement: statement as unknown as Json, signatures };
      const claimed = { code: "commitment_beyond_share", clause: "5.1", facts: {} };
      const officer = fund.operator;
      return fund.signed(
        { kind: "refusal", fund: "us-japan", officer, refused, rejection: claimed },
        officer,
      );
    },
  },
  {
    code: "checkpoint_malformed",
    clause: "R30",
    fund: at("founded"),
    statement: (fund) => fund.finality("us-japan.example\n1\n"),
  },
  {
    code: "checkpoint_not_of_this_log",
    clause: "R30",
    actual: 1,
    fund: at("founded"),
    statement: (fund) => fund.finality(fund.checkpoint(1, new Uint8Array(32), ["US", "JP"])),
  },
  {
    code: "cosignature_missing",
    clause: "13.1",
    fund: at("founded"),
    statement(fund) {
      fund.rootAt = () => new Uint8Array(32);
      return fund.finality(fund.checkpoint(1, new Uint8Array(32), []));
    },
  },
  {
    code: "seal_not_reproduced",
    clause: "R32",
    fund: at("founded"),
    statement(fund) {
      const officer = fund.operator;
      const seal = { size: fund.leaves.length, stateHash: "0".repeat(64) };
      return fund.signed({ kind: "seal", fund: "us-japan", officer, ...seal }, officer);
    },
  },
];
