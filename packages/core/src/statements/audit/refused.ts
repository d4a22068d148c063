import type { Contested } from "../../fund/chronicle.ts";
import { findAct, type AuditItem } from "./item.ts";
import type { AuditInput } from "./trail.ts";

/** Signed statements that the rules refused (AU24): what of the list one is, is the rule's code. */
export function refusals(input: AuditInput, line: Contested): readonly AuditItem[] {
  if (line.kind !== "refused") return [];
  const { entry, on, clause, code, party, officer, actType, actId, statement } = line;
  const known = actId === undefined ? undefined : findAct(input, actId);
  return [
    {
      ...{ entry, on, kind: code, clause, parties: [party], officers: [officer] },
      ...(actType === undefined ? {} : { actType }),
      ...(actId === undefined ? {} : { act: actId }),
      ...{ facts: { statement }, documents: [] },
      evidence: known === undefined ? [entry] : [known.entry, entry],
    },
  ];
}
