import assert from "node:assert/strict";
import { performance } from "node:perf_hooks";
import { test } from "node:test";
import fc from "fast-check";
import { readCamt053 } from "../src/camt-053.ts";
import { camtXml } from "./camt-file.ts";

const codes = (content: string | Uint8Array): readonly string[] => {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return readCamt053(bytes).findings.map(({ code }) => code);
};

const body = camtXml({ entries: [{ amount: "1.00", side: "CRDT" }] })
  .split("\n")
  .slice(1)
  .join("");

test("[F5] an entity bomb is refused before it is parsed", () => {
  const levels = Array.from(
    { length: 20 },
    (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`,
  );
  const bomb = `<!DOCTYPE b [<!ENTITY a0 "x">${levels.join("")}]>${body.replace("M1", "&a20;")}`;
  const start = performance.now();
  assert.deepEqual(codes(bomb), ["document_type_forbidden"]);
  assert.ok(performance.now() - start < 1000);
});

test("[F5] an external entity is refused", () => {
  const declared = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>';
  assert.deepEqual(codes(declared + body.replace("M1", "&e;")), ["document_type_forbidden"]);
  assert.deepEqual(codes(`<!DOCTYPE x SYSTEM "http://localhost/x.dtd">${body}`), [
    "document_type_forbidden",
  ]);
});

test("[F5] an encoding in which a document type could hide is refused", () => {
  const text = `<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY e "1">]>${body}`;
  const wide = new Uint8Array(text.length * 2 + 2);
  wide.set([0xff, 0xfe]);
  for (let i = 0; i < text.length; i++) wide[2 * i + 2] = text.charCodeAt(i);
  assert.deepEqual(codes(wide), ["document_type_forbidden"]);
});

test("[F5] ten megabytes are refused unread, and a hundred thousand levels as no XML", () => {
  assert.deepEqual(codes(`${body}<!--${" ".repeat(10_000_000)}-->`), ["file_too_large"]);
  assert.deepEqual(codes("<a>".repeat(100_000)), ["not_xml"]);
});

test("[F5] more elements than a bank would send are refused", () => {
  const many = body.replace("<GrpHdr>", `${"<a/>".repeat(1_000_000)}<GrpHdr>`);
  assert.deepEqual(codes(many), ["file_too_large"]);
});

test("[F5] a file that is cut or changed anywhere is read or refused, and never thrown at", () => {
  const whole = new TextEncoder().encode(body);
  fc.assert(
    fc.property(
      fc.nat(whole.length),
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 4 }),
      (end, changes) => {
        const bytes = whole.slice(0, end);
        for (const [at, byte] of changes) if (at < end) bytes[at] = byte;
        const { statements, findings } = readCamt053(bytes);
        const isRefused = findings.some(({ severity }) => severity === "error");
        assert.equal(statements.length === 0, isRefused);
      },
    ),
    { numRuns: 300 },
  );
});
