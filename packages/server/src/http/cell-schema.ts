import { Schema } from "@jointfund/core/base/schema.ts";
import { count, currency, minor, ratio } from "./wire-schemas.ts";

const { array, boolean, integer, literal, object, oneOf, taggedUnion } = Schema;

/** A number of the page: amounts in minor units of their currency, ratios exact. */
export const cellValueSchema = Schema.lazy("CellValue", () =>
  taggedUnion("kind", [
    object({ kind: literal("money"), currency, minor }),
    object({ kind: literal("units"), microUnits: minor }),
    object({ kind: literal("price"), currency, price: ratio }),
    object({ kind: oneOf(["share", "multiple", "change", "exchangeRate"]), ratio }),
    object({ kind: literal("rate"), ratio, annualised: boolean() }),
    object({ kind: literal("count"), count: integer() }),
    object({ kind: literal("entries"), entries: array(count) }),
  ]),
);
