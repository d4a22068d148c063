import { stageOf } from "@jointfund/core/governance/deadlock.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { openClaims } from "@jointfund/core/oversight/claims.ts";
import { openDisputes } from "@jointfund/core/oversight/disputes.ts";
import { publicInstructions } from "@jointfund/core/oversight/instructions.ts";
import type { ContestedTrouble } from "@jointfund/core/fund/contested/contested-trouble.ts";
import type { Text } from "../languages/language.ts";
import { troubleText } from "../page/trouble-text.ts";

/**
 * What stands of trouble: the winding up, claims, disputes and deadlocks at their stage, findings
 * that are open, and the instructions that are public. Each in the words of the fund's page.
 */
export function troubleLines(state: FundState): readonly Text[] {
  const { charter, oversight, deadlocks } = state;
  const troubles: Omit<ContestedTrouble, "kind">[] = [];
  const { windUp } = oversight;
  if (windUp !== undefined) {
    const isClosed = windUp.closedOn !== undefined;
    troubles.push(isClosed ? { what: "closed" } : { what: "windUp", stage: windUp.cause });
  }
  for (const { claimant, against, currency, minor } of openClaims(oversight)) {
    troubles.push({ what: "claim", party: claimant, against, sum: { currency, minor } });
  }
  for (const { claimant, against, stage } of openDisputes(oversight.disputes)) {
    const at = charter.oversight?.disputes?.ladder[stage]?.id ?? "";
    troubles.push({ what: "disputeMoved", party: claimant, against, stage: at });
  }
  for (const deadlock of deadlocks.values()) {
    if (deadlock.ended !== undefined) continue;
    const stage = stageOf(charter, deadlock)?.remedy ?? "";
    troubles.push({ what: "deadlockMoved", actType: deadlock.actType, stage });
  }
  for (const { closedOn, severity } of oversight.findings.values()) {
    if (closedOn === undefined) troubles.push({ what: "finding", stage: severity });
  }
  const said = troubles.map((trouble) => troubleText(charter, { kind: "trouble", ...trouble }));
  const instructions = publicInstructions(state).map(({ party, text, on }): Text => {
    const line = `${party} ${on}: ${text}`;
    return { en: line, ja: line };
  });
  return [...said, ...instructions];
}
