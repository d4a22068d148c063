import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { ActDraft, DemonstrationFund } from "./demonstration-fund.ts";
import { TREASURIES } from "./rejection-case.ts";
import { fundAt, idAt } from "./stages.ts";

/** What auditors say, and side letters. */

export const audits = {
  finding: (body: ActDraft["body"] = {}): ActDraft => ({
    type: "audit.finding",
    by: "au-1",
    body: {
      severity: "significant",
      addressees: ["MGR", "CUS"],
      acts: [idAt("call")],
      figures: ["cash"],
      text: "The notice was sent late",
      ...body,
    },
  }),
  answer: (finding: string, by = "m-1"): ActDraft => ({
    type: "audit.answer",
    by,
    body: { finding, text: "It was sent on the day of the act" },
  }),
  closing: (finding: string): ActDraft => ({ type: "audit.close", by: "au-1", body: { finding } }),
  opinion: (to = "2025-09-09"): ActDraft => ({
    type: "audit.opinion",
    by: "au-1",
    body: { from: "2025-06-16", to, opinion: "unqualified", text: "They present fairly" },
  }),
  letter: (body: ActDraft["body"] = {}): ActDraft => ({
    type: "sideletter.grant",
    by: "us-t1",
    body: { party: "ADV", terms: [{ code: "feeRate", value: "3/400" }], ...body },
  }),
  election: (letter: string, by = "m-1"): ActDraft => ({
    type: "sideletter.elect",
    by,
    body: { letter },
  }),
} as const;

export const onlyFinding = ({ state }: DemonstrationFund): string =>
  [...state.oversight.findings.keys()][0]!;
export const onlyLetter = ({ state }: DemonstrationFund): string =>
  [...state.oversight.sideLetters.keys()][0]!;

export function withFinding(): DemonstrationFund {
  const fund = fundAt("funded");
  fund.report(audits.finding());
  return fund;
}

/** A fund with a partner, as which the office has to serve, and a letter granted to the adviser. */
export function withLetter(): DemonstrationFund {
  const fund = fundAt("funded").change((state) => {
    const change = (charter: Charter): Charter => ({
      ...charter,
      parties: charter.parties.map((party) =>
        party.id === "MGR" ? { ...party, kind: "partner" } : party,
      ),
      acts: {
        ...charter.acts,
        "sideletter.elect": { ...charter.acts["sideletter.elect"]!, propose: ["any"] },
      },
    });
    return { ...state, charter: change(state.charter) };
  });
  fund.enact(audits.letter(), ...TREASURIES);
  return fund;
}
