import type { Charter } from "@jointfund/core/charter/charter.ts";
import { localized, type Text } from "../../languages/language.ts";

/** The name that the charter gives an act type; none where it has no rule for it. */
export function actNameIn(charter: Charter, type: string | undefined): Text | undefined {
  const has = type !== undefined && Object.hasOwn(charter.acts, type);
  const rule = has ? charter.acts[type] : undefined;
  return rule && localized(rule.name);
}
