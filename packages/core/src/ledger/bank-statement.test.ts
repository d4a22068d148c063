import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { localDate } from "../calendar/date.ts";
import { statementParts, unexplainedBy, type BankStatement } from "./bank-statement.ts";

const on = localDate("2026-04-01");

const statement: fc.Arbitrary<BankStatement> = fc
  .record({
    opening: fc.bigInt(-(10n ** 20n), 10n ** 20n),
    lines: fc.array(
      fc.bigInt(-(10n ** 20n), 10n ** 20n).filter((minor) => minor !== 0n),
      { maxLength: 25 },
    ),
    missing: fc.constantFrom(0n, 0n, 17n),
  })
  .map(({ opening, lines, missing }) => ({
    id: "2026-04",
    currency: "USD",
    opening: { on, minor: opening },
    closing: { on, minor: lines.reduce((sum, minor) => sum + minor, opening) + missing },
    lines: lines.map((minor) => ({ bookedOn: on, valueOn: on, minor, reference: "" })),
  }));

test("[LG18] parts of a statement follow on each other and are the whole of it", () => {
  fc.assert(
    fc.property(statement, fc.integer({ min: 1, max: 30 }), (whole, linesMax) => {
      const parts = statementParts(whole, linesMax);
      assert.deepEqual(
        parts.flatMap(({ lines }) => lines),
        whole.lines,
      );
      assert.deepEqual(parts[0]!.opening, whole.opening);
      assert.deepEqual(parts.at(-1)!.closing, whole.closing);
      for (const [n, part] of parts.entries()) {
        assert.ok(part.lines.length <= linesMax);
        const isLast = n === parts.length - 1;
        assert.equal(unexplainedBy(part), isLast ? unexplainedBy(whole) : 0n);
        if (!isLast) assert.deepEqual(parts[n + 1]!.opening, part.closing);
      }
      assert.equal(new Set(parts.map(({ id }) => id)).size, parts.length);
    }),
  );
});

test("[LG18] what a statement does not explain is closing less opening less lines", () => {
  const lines = [{ bookedOn: on, valueOn: on, minor: 30n, reference: "" }];
  const whole: BankStatement = {
    id: "1",
    currency: "USD",
    opening: { on, minor: 100n },
    closing: { on, minor: 125n },
    lines,
  };
  assert.equal(unexplainedBy(whole), -5n);
});
