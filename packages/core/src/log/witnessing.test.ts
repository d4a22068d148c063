import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { testKey, verifyEd25519 } from "../../test/log-keys.ts";
import { accepted, refusedAs } from "../../test/log-rejections.ts";
import { logVectors, toUtf8 } from "../../test/log-vectors.ts";
import { encodeCheckpoint, signCheckpoint } from "./checkpoint.ts";
import { cosign } from "./cosignature.ts";
import { leafHash } from "./merkle.ts";
import { ed25519Signer, encodeNote, type NoteSignature, signNote } from "./note.ts";
import { parsePolicy } from "./policy.ts";
import { formatVerifierKey, parseVerifierKey, SIGNATURE_TYPES } from "./verifier-key.ts";
import { evaluatePolicy } from "./witnessing.ts";

type Published = {
  checkpoint: string;
  size: number;
  log: string;
  witnesses: { name: string; vkey: string; time?: number }[];
  policies: { why: string; policy: string; met: boolean }[];
};

const published = logVectors<Published>("cosigned-checkpoint");
const options = { verify: verifyEd25519 };

describe("[L30] policies over a published checkpoint", () => {
  const bytes = toUtf8(published.checkpoint);
  for (const { why, policy, met } of published.policies) {
    test(`${met ? "met" : "not met"}: ${why}`, () => {
      const parsed = accepted(parsePolicy(toUtf8(policy)));
      const result = evaluatePolicy(parsed, bytes, options);
      if (!met) {
        const facts = refusedAs(result, "quorum_not_met");
        assert.deepEqual(facts.required, parsed.quorum);
        assert.deepEqual(facts.actual, ["garden", "smartit", "remora", "stagemole"]);
        return;
      }
      const { checkpoint, witnesses, log } = accepted(result);
      assert.equal(checkpoint.size, published.size);
      assert.equal(formatVerifierKey(log), published.log);
      const expected = published.witnesses
        .filter(({ time }) => time !== undefined)
        .map(({ name, time }) => ({ name, time }));
      assert.deepEqual(witnesses, expected);
    });
  }

  test("a verifier with an earlier clock does not accept the cosignatures", () => {
    const policy = accepted(parsePolicy(toUtf8(published.policies[1]!.policy)));
    const time = published.witnesses[0]!.time!;
    accepted(evaluatePolicy(policy, bytes, { ...options, notAfter: time }));
    const early = evaluatePolicy(policy, bytes, { ...options, notAfter: time - 1 });
    refusedAs(early, "signature_invalid");
  });

  test("where the policy lists no log, the caller names it", () => {
    const policy = accepted(parsePolicy(toUtf8("quorum none\n")));
    refusedAs(evaluatePolicy(policy, bytes, options), "policy_without_log");
    const log = accepted(parseVerifierKey(published.log));
    accepted(evaluatePolicy(policy, bytes, { ...options, logs: [log] }));
    const witness = accepted(parseVerifierKey(published.witnesses[0]!.vkey));
    const wrong = evaluatePolicy(policy, bytes, { ...options, logs: [witness] });
    refusedAs(wrong, "policy_key_type");
  });
});

const origin = "fund.example/log";
const log = testKey(origin, new Uint8Array(32).fill(41));
const witnesses = ["A", "B", "C", "D", "E"].map((name, i) => ({
  name,
  ...testKey(`${name}.example`, new Uint8Array(32).fill(50 + i), SIGNATURE_TYPES.cosignature),
}));
const root = leafHash(toUtf8("a"));
const note = accepted(signCheckpoint({ origin, size: 1, root }, ed25519Signer(log.key, log.sign)));
const head = `log ${formatVerifierKey(log.key)}\n${witnesses
  .map(({ name, key }) => `witness ${name} ${formatVerifierKey(key)}\n`)
  .join("")}`;
const lines = witnesses.map(({ key, sign }) => cosign(note.text, 1_790_000_000, key, sign));
const evaluate = (quorum: string, signatures: readonly NoteSignature[]) =>
  evaluatePolicy(
    accepted(parsePolicy(toUtf8(head + quorum))),
    encodeNote({ ...note, signatures }),
    options,
  );

test("[L30] every set of five witnesses, against a count by hand", () => {
  const rule = fc.record({ inner: fc.integer({ min: 1, max: 3 }), outer: fc.constantFrom(1, 2) });
  fc.assert(
    fc.property(rule, ({ inner, outer }) => {
      const quorum =
        `group sovereigns all A B\ngroup outsiders ${inner} C D E\n` +
        `group both ${outer} sovereigns outsiders\nquorum both\n`;
      for (let set = 0; set < 32; set++) {
        const has = (i: number) => Math.floor(set / 2 ** i) % 2 === 1;
        const sovereigns = has(0) && has(1);
        const outsiders = Number(has(2)) + Number(has(3)) + Number(has(4)) >= inner;
        const expected = outer === 1 ? sovereigns || outsiders : sovereigns && outsiders;
        const result = evaluate(quorum, [...note.signatures, ...lines.filter((_, i) => has(i))]);
        assert.equal(result.ok, expected, `set ${set}, ${inner}, ${outer}`);
      }
    }),
    { numRuns: 12 },
  );
});

describe("[L30] what does not count", () => {
  test("witnesses without the log", () => {
    const facts = refusedAs(evaluate("quorum A\n", lines), "log_signature_missing");
    assert.deepEqual(facts, { required: [origin] });
  });

  test("a cosignature of another checkpoint, which also spoils the right ones", () => {
    const other = accepted(encodeCheckpoint({ origin, size: 2, root }));
    const stray = cosign(other, 1_790_000_000, witnesses[1]!.key, witnesses[1]!.sign);
    const signatures = [...note.signatures, lines[0]!, stray];
    refusedAs(evaluate("quorum A\n", signatures), "signature_invalid");
  });

  test("a cosignature twice, which is still one witness", () => {
    const signatures = [...note.signatures, lines[0]!, lines[0]!];
    refusedAs(evaluate("group g 2 A B\nquorum g\n", signatures), "quorum_not_met");
    accepted(evaluate("group g 1 A B\nquorum g\n", signatures));
  });

  test("the log's key under a checkpoint of another origin", () => {
    const text = accepted(encodeCheckpoint({ origin: "other.example/log", size: 1, root }));
    const signed = accepted(signNote(text, [ed25519Signer(log.key, log.sign)]));
    const policy = accepted(parsePolicy(toUtf8(`${head}quorum none\n`)));
    refusedAs(evaluatePolicy(policy, encodeNote(signed), options), "origin_mismatch");
  });

  test("a checkpoint that no key of the policy signed", () => {
    const stranger = testKey(origin, new Uint8Array(32).fill(42));
    const strange = accepted(
      signCheckpoint({ origin, size: 1, root }, ed25519Signer(stranger.key, stranger.sign)),
    );
    refusedAs(evaluate("quorum none\n", strange.signatures), "signature_missing");
  });
});
