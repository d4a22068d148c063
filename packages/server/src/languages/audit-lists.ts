import type { AuditListName } from "@jointfund/core/statements/audit/lists.ts";
import type { Text } from "./language.ts";

/** What a list is called, and what it holds. */
export type AuditListTexts = { readonly title: Text; readonly holds: Text };

export const AUDIT_LISTS: Readonly<Record<AuditListName, AuditListTexts>> = {
  waivers: {
    title: { en: "Waivers", ja: "猶予及び免除" },
    holds: {
      en: "Acts by which somebody was let off what the charter or a contract asks",
      ja: "基本協定又は契約上の義務を猶予し又は免除した行為",
    },
  },
  overrides: {
    title: { en: "Overrides", ja: "意見に反する決定" },
    holds: {
      en: "Decisions against concerns, votes or known interests; recommendations not followed",
      ja: "懸念、反対票又は利害関係にかかわらず行われた決定、及び採用されなかった推薦",
    },
  },
  "back-dated": {
    title: { en: "Back-dated acts", ja: "遡及した行為" },
    holds: {
      en: "Acts that take effect before the day on which they were recorded",
      ja: "記録された日より前に効力を生ずる行為",
    },
  },
  "related-parties": {
    title: { en: "Related parties", ja: "関連当事者" },
    holds: {
      en: "Acts that concern what a party or an officer has an interest in",
      ja: "当事者又は職員が利害関係を有する者に関する行為",
    },
  },
  "missing-recusals": {
    title: { en: "Recusals missing", ja: "回避の欠如" },
    holds: {
      en: "Votes and opinions of those who had an interest and did not step back",
      ja: "利害関係を有しながら回避せずに示された議決及び意見",
    },
  },
  "same-side": {
    title: { en: "Made and checked by one side", ja: "同一側による起案と確認" },
    holds: {
      en: "Executed decisions that nobody but the maker's own side has approved",
      ja: "起案した側のみの承認により実行された決定",
    },
  },
  "self-executed": {
    title: { en: "Executed by the proposer", ja: "提案者による実行" },
    holds: {
      en: "Decisions that the officer who proposed them executed",
      ja: "提案した職員自身が実行した決定",
    },
  },
  "last-minute": {
    title: { en: "Last minutes of a window", ja: "期限直前の意思表示" },
    holds: {
      en: "Votes, opinions and objections shortly before their window ended",
      ja: "期限の直前になされた議決、意見及び異議",
    },
  },
  delegated: {
    title: { en: "Approved by delegation", ja: "委任による承認" },
    holds: {
      en: "Decisions that a delegate's assent alone has carried",
      ja: "受任者の承認のみにより成立した決定",
    },
  },
  "new-keys": {
    title: { en: "New keys and seats", ja: "変更直後の鍵及び席" },
    holds: {
      en: "Approvals soon after the officer's key or seat was changed",
      ja: "職員の署名鍵又は席の変更から間もない承認",
    },
  },
  refusals: {
    title: { en: "Refusals", ja: "却下" },
    holds: {
      en: "Signed statements that the rules refused",
      ja: "署名されたが規則により却下された意思表示",
    },
  },
  "side-letters": {
    title: { en: "Side letters", ja: "附属書簡" },
    holds: {
      en: "Terms granted to one party beside the charter, and choices of the same",
      ja: "基本協定のほかに一当事者に認められた条件及びその選択",
    },
  },
  corrections: {
    title: { en: "Corrections and reversals", ja: "訂正及び取消し" },
    holds: {
      en: "Entries put right, and facts taken back or replaced",
      ja: "訂正された仕訳、及び撤回又は差し替えられた事実",
    },
  },
  "manual-entries": {
    title: { en: "Manual journal entries", ja: "手作業による仕訳" },
    holds: {
      en: "Journal entries whose accounts somebody chose and no rule made",
      ja: "規則によらず勘定科目を指定して作成された仕訳",
    },
  },
  payments: {
    title: { en: "Payments released", ja: "実行された支払" },
    holds: {
      en: "Money that left, and how it had become final",
      ja: "実行された支払及びその確定の経過",
    },
  },
};
