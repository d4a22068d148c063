import { addSeconds, instant, type Instant } from "@jointfund/core/calendar/date.ts";
import type {
  Act,
  Approval,
  ConsultationResponse,
  Execution,
  Fact,
  Objection,
  Proposal,
  Recusal,
} from "@jointfund/core/governance/statement.ts";

/** Statements as officers make them, for `SigningRequest`. Whoever signs is named in each. */

export function proposal(fund: string, act: Act): Proposal {
  return { kind: "proposal", fund, act };
}

export function fact(fund: string, act: Act): Fact {
  return { kind: "fact", fund, act };
}

/** What somebody says of an act. */
type Said = { readonly fund: string; readonly actId: string; readonly officer: string };

/** How long an approval may wait for its entry after it was signed. */
const APPROVAL_SECONDS = 7 * 86_400;

export type ApprovalParts = Said & {
  readonly decision: "approve" | "reject";
  /** As the office states it of the act (G13). */
  readonly boundsDigest: string;
  /** Size of the record that the officer has looked at. */
  readonly logSize: number;
  /** The office's clock, as it states it; approvals count for a week from then. */
  readonly now: string;
  /** SHA-256 of documents, for a ratification. */
  readonly evidence?: readonly string[];
};

export function approval(parts: ApprovalParts): Approval {
  const { fund, actId, officer, decision, boundsDigest, logSize, now, evidence = [] } = parts;
  const notAfter: Instant = endOf(now);
  const said = { fund, actId, officer, decision, boundsDigest, logSize, notAfter, evidence };
  return { kind: "approval", ...said };
}

function endOf(now: string): Instant {
  const end = addSeconds(instant(now), APPROVAL_SECONDS);
  if (!end.ok) throw new RangeError(`no approval can be given at ${now}`);
  return end.value;
}

export function objection(
  said: Said & { readonly power: "objection" | "veto"; readonly reason: string },
): Objection {
  return { kind: "objection", ...said };
}

export function recusal(said: Said & { readonly reason: string }): Recusal {
  return { kind: "recusal", ...said };
}

export function consultation(
  said: Said & Pick<ConsultationResponse, "body" | "opinion" | "text">,
): ConsultationResponse {
  return { kind: "consultation", ...said };
}

export function execution(said: Said): Execution {
  return { kind: "execution", ...said };
}
