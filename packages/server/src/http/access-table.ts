import type { Charter } from "@jointfund/core/charter/charter.ts";
import { powersOf, type Powers } from "@jointfund/core/charter/powers.ts";
import type { StatementKind } from "@jointfund/core/governance/statement.ts";
import type { Text } from "../languages/language.ts";
import { ROLES, type Person } from "./person.ts";
import type { Access } from "./route.ts";

/** Whoever asks: somebody who has signed in in a role, or nobody. */
export const ASKERS = ["nobody", ...ROLES] as const;
export type Asker = (typeof ASKERS)[number];

/** What comes of asking in a role: an answer, or a problem with this status (H4). */
export function statusFor(access: Access, asker: Asker): 200 | 401 | 403 {
  if (access === "anyone" || access === "signer") return 200;
  if (asker === "nobody") return 401;
  return access.includes(asker) ? 200 : 403;
}

/** Who may say a statement of a kind (docs/spec/governance.md, record.md). */
export const SPEAKERS: Readonly<Record<StatementKind, Text>> = {
  founding: {
    en: "the officers whom it enrols, together",
    ja: "設立により登録される職員全員（連署）",
  },
  proposal: {
    en: "officers of the parties that the act's rule lets propose",
    ja: "当該行為の提案権を有する当事者の職員",
  },
  fact: {
    en: "officers of the parties that the act's rule lets report",
    ja: "当該事実の報告権を有する当事者の職員",
  },
  approval: {
    en: "officers in seats that count for the act, if they are not recused",
    ja: "当該行為の議決に算入される席の職員（回避中を除く）",
  },
  objection: {
    en: "officers of the parties with a veto or a right to object",
    ja: "拒否権又は異議申立権を有する当事者の職員",
  },
  recusal: { en: "officers in seats that count for the act", ja: "議決に算入される席の職員" },
  consultation: {
    en: "officers in seats of the body that is consulted",
    ja: "事前協議を受ける機関に席を有する職員",
  },
  execution: { en: "every officer", ja: "すべての職員" },
  refusal: { en: "the operator's officers", ja: "記録運営者の職員" },
  "day.open": { en: "the operator's officers", ja: "記録運営者の職員" },
  seal: { en: "the operator's officers", ja: "記録運営者の職員" },
  "finality.record": { en: "the operator's officers", ja: "記録運営者の職員" },
};

/** An act type of a charter, and what one party can do on it alone. */
export type ActPowers = { readonly type: string; readonly powers: Powers };

/** What somebody may do on each act type: nothing, unless they have a key and act for a party. */
export function actPowersOf(
  charter: Charter,
  person: Pick<Person, "party" | "officer">,
): readonly ActPowers[] {
  const { party, officer } = person;
  if (party === undefined || officer === undefined) return [];
  return Object.entries(charter.acts).map(([type, rule]) => ({
    type,
    powers: powersOf(charter, rule, party),
  }));
}
