import { ok } from "../../base/result.ts";
import { isOpen, wasOpened } from "../../dealing/class-register.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { rejection } from "../../governance/rejection.ts";
import { defineAct } from "../act-definition.ts";
import { classSchema, type ClassBody } from "../bodies/dealing.ts";
import type { FundEvent } from "../effects.ts";
import type { FundState } from "../state.ts";
import { findClass } from "../terms.ts";

const changed = (
  kind: "classOpened" | "classClosed",
  { body, effectiveDate }: ActInHand<ClassBody>,
): FundEvent => ({ kind, unitClass: body.class, on: effectiveDate });

function classIn({ charter }: FundState, { body, clause }: ActInHand<ClassBody>) {
  const unitClass = findClass(charter, body.class);
  return unitClass ?? rejection("class_unknown", clause, { actual: body.class });
}

/** Units of a class that the charter prepared may be bought from now on; its law binds (DL6). */
export const classOpen = defineAct({
  type: "class.open",
  nature: "decision",
  schema: classSchema,
  check(state, inHand) {
    const unitClass = classIn(state, inHand);
    if ("code" in unitClass) return unitClass;
    return wasOpened(state.classes, unitClass)
      ? rejection("class_already_opened", inHand.clause, { actual: unitClass.id })
      : undefined;
  },
  effects: (_state, inHand) => ok([changed("classOpened", inHand)]),
});

/** No new money buys units of the class; those outstanding are priced and paid as before. */
export const classClose = defineAct({
  type: "class.close",
  nature: "decision",
  schema: classSchema,
  check(state, inHand) {
    const unitClass = classIn(state, inHand);
    if ("code" in unitClass) return unitClass;
    return isOpen(state.classes, unitClass)
      ? undefined
      : rejection("class_not_open", inHand.clause, { actual: unitClass.id });
  },
  effects: (_state, inHand) => ok([changed("classClosed", inHand)]),
});
