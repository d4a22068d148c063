import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { testKey, verifyEd25519 } from "../../test/log-keys.ts";
import { accepted, refusedAs } from "../../test/log-rejections.ts";
import { fromHex, fromUtf8, logVectors, toUtf8 } from "../../test/log-vectors.ts";
import { cosignatureVerifier } from "./cosignature.ts";
import {
  ed25519Signer,
  ed25519Verifier,
  encodeNote,
  NOTE_LIMITS,
  type NoteVerifier,
  parseNote,
  signNote,
  verifyNote,
} from "./note.ts";
import { type LogRejectionCode } from "./rejection.ts";
import { parseVerifierKey, SIGNATURE_TYPES } from "./verifier-key.ts";

type Vectors = {
  notes: ({ why: string; known: string[] } & ({ note: string } | { noteHex: string }) &
    ({ verified: string[] } | { code: LogRejectionCode }))[];
};

const verifierOf = (vkey: string): NoteVerifier => {
  const key = accepted(parseVerifierKey(vkey));
  return key.type === SIGNATURE_TYPES.ed25519
    ? ed25519Verifier(key, verifyEd25519)
    : cosignatureVerifier(key, verifyEd25519);
};

function openNote(bytes: Uint8Array, known: readonly NoteVerifier[]) {
  const note = parseNote(bytes);
  return note.ok ? verifyNote(note.value, known) : note;
}

describe("[L7] [L8] [L11] [L12] [L13] notes of other programs", () => {
  for (const vector of logVectors<Vectors>("notes").notes) {
    test(vector.why, () => {
      const bytes = "note" in vector ? toUtf8(vector.note) : fromHex(vector.noteHex);
      const result = openNote(bytes, vector.known.map(verifierOf));
      if ("code" in vector) {
        refusedAs(result, vector.code);
        return;
      }
      assert.deepEqual(
        accepted(result).map(({ name }) => name),
        vector.verified,
      );
      assert.deepEqual(encodeNote(accepted(parseNote(bytes))), bytes);
    });
  }
});

const seed = (byte: number) => new Uint8Array(32).fill(byte);
const alice = testKey("alice.example/log", seed(11));
const bob = testKey("bob.example/log", seed(12));
const [aliceSigner, bobSigner] = [alice, bob].map(({ key, sign }) => ed25519Signer(key, sign));
const [aliceVerifier, bobVerifier] = [alice, bob].map(({ key }) =>
  ed25519Verifier(key, verifyEd25519),
);

describe("[L7] splitting", () => {
  test("the text ends at the last blank line, not at the first", () => {
    const text = "first\n\nsecond\n\n\nthird\n";
    const note = accepted(signNote(text, [aliceSigner!]));
    const parsed = accepted(parseNote(encodeNote(note)));
    assert.equal(parsed.text, text);
    accepted(verifyNote(parsed, [aliceVerifier!]));
  });

  test("a text that holds a signature block of its own is still only text", () => {
    const inner = fromUtf8(encodeNote(accepted(signNote("inner\n", [aliceSigner!]))));
    const outer = accepted(signNote(inner, [bobSigner!]));
    const parsed = accepted(parseNote(encodeNote(outer)));
    assert.equal(parsed.text, inner);
    refusedAs(verifyNote(parsed, [aliceVerifier!]), "signature_missing");
    accepted(verifyNote(parsed, [bobVerifier!]));
  });

  test("the shortest text is one newline", () => {
    const note = accepted(signNote("\n", [aliceSigner!]));
    assert.equal(accepted(parseNote(encodeNote(note))).text, "\n");
  });
});

describe("[L8] limits", () => {
  const lines = (count: number) => {
    const [line] = accepted(signNote("a\n", [aliceSigner!])).signatures;
    return Array.from({ length: count }, (_, i) => ({ ...line!, name: `key-${i}` }));
  };

  test("64 signatures are read, 65 are not", () => {
    const bytes = (count: number) => encodeNote({ text: "a\n", signatures: lines(count) });
    assert.equal(accepted(parseNote(bytes(NOTE_LIMITS.signatures))).signatures.length, 64);
    const facts = refusedAs(parseNote(bytes(65)), "note_too_many_signatures");
    assert.deepEqual(facts, { actual: 65, required: 64 });
    const signed = signNote("a\n", [aliceSigner!], lines(64));
    refusedAs(signed, "note_too_many_signatures");
  });

  test("64 KiB are read, one byte more is not", () => {
    const shell = encodeNote(accepted(signNote("\n", [aliceSigner!]))).length;
    const text = `${"x".repeat(NOTE_LIMITS.bytes - shell)}\n`;
    const note = accepted(signNote(text, [aliceSigner!]));
    assert.equal(encodeNote(note).length, 65_536);
    accepted(parseNote(encodeNote(note)));
    const longer = encodeNote({ ...note, text: `x${text}` });
    assert.deepEqual(refusedAs(parseNote(longer), "note_too_long"), {
      actual: 65_537,
      required: 65_536,
    });
    refusedAs(signNote(`x${text}`, [aliceSigner!]), "note_too_long");
  });

  test("every control character but the newline is refused, in text and in lines", () => {
    const bytes = encodeNote(accepted(signNote("text\n", [aliceSigner!])));
    for (let code = 0; code < 0x20; code++) {
      if (code === 0x0a) continue;
      for (const at of [0, 2, bytes.length - 4]) {
        const changed = Uint8Array.from([...bytes.slice(0, at), code, ...bytes.slice(at)]);
        refusedAs(parseNote(changed), "note_control_character");
      }
      refusedAs(
        signNote(`a${String.fromCharCode(code)}\n`, [aliceSigner!]),
        "note_control_character",
      );
    }
    accepted(signNote("delete \u007f and next line \u0085 are none\n", [aliceSigner!]));
  });

  test("a byte order mark is part of the text", () => {
    const note = accepted(signNote("\ufefftext\n", [aliceSigner!]));
    const parsed = accepted(parseNote(encodeNote(note)));
    assert.equal(parsed.text, "\ufefftext\n");
    accepted(verifyNote(parsed, [aliceVerifier!]));
  });
});

describe("[L7] signing", () => {
  test("a text without a newline at its end, or with a lone surrogate, is refused", () => {
    refusedAs(signNote("abc", [aliceSigner!]), "note_text_malformed");
    refusedAs(signNote("", [aliceSigner!]), "note_text_malformed");
    refusedAs(signNote("a\ud800\n", [aliceSigner!]), "note_text_malformed");
    refusedAs(signNote("abc\n", []), "note_without_signatures");
  });

  test("existing lines stay in front, a line by the same key is replaced", () => {
    const first = accepted(signNote("text\n", [aliceSigner!]));
    const stale = [{ ...first.signatures[0]!, signature: new Uint8Array(64) }];
    const both = accepted(signNote("text\n", [bobSigner!], first.signatures));
    assert.deepEqual(
      both.signatures.map(({ name }) => name),
      ["alice.example/log", "bob.example/log"],
    );
    assert.deepEqual(accepted(signNote("text\n", [aliceSigner!], stale)), first);
    const verified = accepted(verifyNote(both, [bobVerifier!, aliceVerifier!]));
    assert.deepEqual(verified, both.signatures);
  });
});

describe("[L12] verifying", () => {
  test("a wrong line by one known key spoils the note for all", () => {
    const note = accepted(signNote("text\n", [aliceSigner!, bobSigner!]));
    const [first, second] = note.signatures;
    const broken = { ...second!, signature: first!.signature };
    const spoilt = { ...note, signatures: [first!, broken] };
    assert.deepEqual(
      refusedAs(verifyNote(spoilt, [aliceVerifier!, bobVerifier!]), "signature_invalid").name,
      "bob.example/log",
    );
    assert.deepEqual(accepted(verifyNote(spoilt, [aliceVerifier!])), [first]);
  });

  test("a signature of 63 or 65 bytes is not handed to the verification of Ed25519", () => {
    const always = ed25519Verifier(alice.key, () => true);
    const [line] = accepted(signNote("text\n", [aliceSigner!])).signatures;
    for (const length of [1, 63, 65, 72]) {
      const signatures = [{ ...line!, signature: new Uint8Array(length) }];
      refusedAs(verifyNote({ text: "text\n", signatures }, [always]), "signature_invalid");
    }
    accepted(verifyNote({ text: "text\n", signatures: [line!] }, [always]));
  });
});

test("[L7] any text survives signing, encoding and reading", () => {
  const line = fc.string({ unit: "binary" }).filter((text) => !/\p{Cc}/u.test(text));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (texts) => {
      const text = texts.map((part) => `${part}\n`).join("") || "\n";
      const bytes = encodeNote(accepted(signNote(text, [aliceSigner!])));
      assert.equal(accepted(parseNote(bytes)).text, text);
      accepted(openNote(bytes, [aliceVerifier!]));
    }),
    { numRuns: 200 },
  );
});

test("[L12] any one changed bit of a note is noticed", () => {
  const bytes = encodeNote(accepted(signNote("a text\n\nof lines\n", [aliceSigner!])));
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = bytes.slice();
    changed[bit >> 3]! ^= 1 << (bit & 7);
    assert.ok(!openNote(changed, [aliceVerifier!]).ok, `bit ${bit}`);
  }
  accepted(openNote(bytes, [aliceVerifier!]));
});
