import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Rejection } from "@jointfund/core/governance/rejection.ts";
import { rejectionWithClause } from "../languages/rejections.ts";
import { toWire } from "./wire.ts";
import { text } from "./wire-schemas.ts";

const { json, object, string } = Schema;

/** Why the rules refuse something: code, clause and facts, and the same in words. */
export const refusalSchema = Schema.lazy("Refused", () =>
  object({ code: string(), clause: string(), facts: json(), text }),
);

export function refusalOf(rejection: Rejection, charter: Charter): Infer<typeof refusalSchema> {
  const { code, clause, facts } = rejection;
  const said = {
    en: rejectionWithClause(rejection, "en", charter),
    ja: rejectionWithClause(rejection, "ja", charter),
  };
  return { code, clause, facts: toWire(facts), text: said };
}
