import type { Schemas } from "../api/client.ts";
import type { Text } from "../language/text.ts";

export type ActStatus = Schemas["ActSummary"]["status"];

/** Where an act stands (glossary: Acts and approvals). */
export const statusWords: { readonly [status in ActStatus]: Text } = {
  proposed: { en: "Proposed", ja: "提案済み" },
  consulted: { en: "Consulted", ja: "事前協議済み" },
  approved: { en: "Approved", ja: "承認済み" },
  standing: { en: "Standing still", ja: "待機期間中" },
  effective: { en: "Effective", ja: "発効" },
  executed: { en: "Executed", ja: "実行済み" },
  lapsed: { en: "Lapsed", ja: "失効" },
  refused: { en: "Refused", ja: "否決" },
  vetoed: { en: "Vetoed", ja: "拒否権により不成立" },
  recorded: { en: "Recorded", ja: "記録済み" },
};
