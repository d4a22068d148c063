import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { accepted, refusedAs } from "../../test/log-rejections.ts";
import { logVectors, toUtf8 } from "../../test/log-vectors.ts";
import { parsePolicy, type PolicyGroup } from "./policy.ts";
import { type LogRejectionCode } from "./rejection.ts";
import { formatVerifierKey } from "./verifier-key.ts";

type Keyed = { name?: string; vkey: string; url?: string };
type Vectors = {
  accepted: {
    why: string;
    policy: string;
    logs: Keyed[];
    witnesses: Keyed[];
    groups: PolicyGroup[];
    quorum: string;
  }[];
  refused: { why: string; policy: string; code: LogRejectionCode; line: number | null }[];
};

const vectors = logVectors<Vectors>("policies");

describe("[L28] [L29] policies", () => {
  for (const { why, policy, ...expected } of vectors.accepted) {
    test(`are read: ${why}`, () => {
      const { logs, witnesses, groups, quorum } = accepted(parsePolicy(toUtf8(policy)));
      const keyed = ({ key, ...rest }: (typeof witnesses)[number] | (typeof logs)[number]) => ({
        ...rest,
        vkey: formatVerifierKey(key),
      });
      assert.deepEqual(
        { logs: logs.map(keyed), witnesses: witnesses.map(keyed), groups, quorum },
        expected,
      );
    });
  }

  for (const { why, policy, code, line } of vectors.refused) {
    test(`are refused: ${why}`, () => {
      const facts = refusedAs(parsePolicy(toUtf8(policy)), code);
      assert.equal(facts.line ?? null, line);
    });
  }

  test("in another encoding than UTF-8 are refused", () => {
    const latin1 = Uint8Array.from(Buffer.from("# Zürich\nquorum none\n", "latin1"));
    assert.deepEqual(refusedAs(parsePolicy(latin1), "policy_encoding"), { offset: 3 });
  });

  test("are at most 64 KiB long", () => {
    const filled = (length: number) => `#${"x".repeat(length - 14)}\nquorum none\n`;
    accepted(parsePolicy(toUtf8(filled(65_536))));
    refusedAs(parsePolicy(toUtf8(filled(65_537))), "policy_too_long");
  });
});
