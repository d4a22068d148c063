/** What is typed into the form of an act, as the office takes it. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { groupOf, wholeFrom } from "../src/pages/officer/draft-value.ts";
import type { FormSchema } from "../src/elements/act-form-schema.ts";

const around = { top: "USD", book: "USD" };

describe("what is typed into a form", () => {
  test("an amount becomes minor units exactly, or stays as it was typed", () => {
    const cases = [
      ["1,234.50", 2, "123450"],
      ["１２３", 2, "12300"],
      ["0.01", 2, "1"],
      ["4,000,000,000.00", 2, "400000000000"],
      ["1.005", 2, "1.005"],
      ["twelve", 2, "twelve"],
      ["-3", 0, "-3"],
      ["9007199254740993.37", 2, "900719925474099337"],
    ] as const;
    for (const [typed, decimals, expected] of cases) {
      assert.equal(wholeFrom(typed, decimals), expected, typed);
    }
  });

  test("what was left empty is left out, and amounts are in the currency beside them", () => {
    const schema: FormSchema = {
      required: ["currency", "amount"],
      properties: {
        currency: { form: "currency" },
        amount: { form: "money", currency: "here" },
        text: { form: "text" },
        final: { form: "boolean" },
      },
    };
    const yen = groupOf(schema, { currency: "JPY", amount: "1,500", text: "" }, around);
    assert.deepEqual(yen, { currency: "JPY", amount: "1500", final: false });
  });

  test("of several variants the chosen one is filled in, the first where none was chosen", () => {
    const kind = (name: string): FormSchema => ({ form: "choice", const: name });
    const schema: FormSchema = {
      oneOf: [
        { required: ["kind"], properties: { kind: kind("in"), a: { form: "text" } } },
        { required: ["kind"], properties: { kind: kind("out"), b: { form: "text" } } },
      ],
    };
    assert.deepEqual(groupOf(schema, { a: "x" }, around), { kind: "in", a: "x" });
    assert.deepEqual(groupOf(schema, { kind: "out", b: "y" }, around), { kind: "out", b: "y" });
  });
});
