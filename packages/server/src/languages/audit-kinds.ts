import type { AuditListName } from "@jointfund/core/statements/audit/lists.ts";
import type { Text } from "./language.ts";

/** What one thing of a list is, and what is said of it; the text is a template (template.ts). */
export type AuditKindTexts = { readonly label: Text; readonly text: Text };

/** By list, and within it by kind. Refusals have the text of their rejection instead. */
export const AUDIT_KINDS: Readonly<
  Record<Exclude<AuditListName, "refusals">, Readonly<Record<string, AuditKindTexts>>>
> = {
  waivers: {
    covenant: {
      label: { en: "Covenant", ja: "財務制限条項" },
      text: { en: "{of:covenant} waived", ja: "{of:covenant}の適用を猶予" },
    },
    fee: {
      label: { en: "Fee", ja: "報酬" },
      text: { en: "Fee {of} waived", ja: "報酬「{of}」を免除" },
    },
    deferral: {
      label: { en: "Deferral", ja: "繰延べ" },
      text: { en: "Payment of {of:party} put off", ja: "{of:party}の払込みを繰延べ" },
    },
    excuse: {
      label: { en: "Excuse", ja: "払込みの免除" },
      text: { en: "{of:party} excused from a call", ja: "{of:party}の払込みを免除" },
    },
    optOut: {
      label: { en: "Opt-out", ja: "資金提供の見送り" },
      text: { en: "{of:party} opted out of a call", ja: "{of:party}が資金提供を見送り" },
    },
    lateInterest: {
      label: { en: "Late interest", ja: "遅延利息" },
      text: { en: "Late interest of {of:party} waived", ja: "{of:party}の遅延利息を免除" },
    },
  },
  overrides: {
    concern: {
      label: { en: "Concern of a body", ja: "協議機関の懸念" },
      text: {
        en: "Executed in spite of a concern of the body {body}",
        ja: "機関「{body}」の懸念にかかわらず実行",
      },
    },
    dissent: {
      label: { en: "Vote against", ja: "反対票" },
      text: {
        en: "Executed in spite of a vote against it by {seats}",
        ja: "{seats}の反対票にかかわらず実行",
      },
    },
    objection: {
      label: { en: "Objection", ja: "異議" },
      text: { en: "Executed in spite of an objection", ja: "異議にかかわらず実行" },
    },
    interest: {
      label: { en: "Known interest", ja: "既知の利害関係" },
      text: {
        en: "Approved by {officer}, whose side has an interest in {concern}, and executed",
        ja: "{concern}に利害関係を有する側の{officer}が承認し、実行",
      },
    },
    casting: {
      label: { en: "Casting vote", ja: "決定権の行使" },
      text: {
        en: "Approved by the casting party alone in a deadlock",
        ja: "膠着において決定権を付与された当事者のみが承認",
      },
    },
    recommendation: {
      label: { en: "Recommendation not followed", ja: "推薦の不採用" },
      text: {
        en: "{investment} was recommended; its selection ended: {status:status}",
        ja: "推薦された{investment}の選定は成立せず（{status:status}）",
      },
    },
  },
  "back-dated": {
    overMonthEnd: {
      label: { en: "Over the end of a month", ja: "月末を越える遡及" },
      text: {
        en: "Takes effect {days} days before it was recorded, in an earlier month",
        ja: "記録の{days}日前（前月以前）に効力発生",
      },
    },
    withinMonth: {
      label: { en: "Within the month", ja: "月内の遡及" },
      text: {
        en: "Takes effect {days} days before it was recorded",
        ja: "記録の{days}日前に効力発生",
      },
    },
  },
  "related-parties": {
    affiliate: {
      label: { en: "Affiliate by the charter", ja: "基本協定上の関係会社" },
      text: {
        en: "Concerns {concern}, an affiliate of {holder:party}",
        ja: "{holder:party}の関係会社である{concern}に関する行為",
      },
    },
    declaredInterest: {
      label: { en: "Declared interest", ja: "申告された利害関係" },
      text: {
        en: "Concerns {concern}, in which {holder:party} has declared an interest",
        ja: "{holder:party}が利害関係を申告した{concern}に関する行為",
      },
    },
    partyConcerned: {
      label: { en: "Party itself", ja: "当事者自身" },
      text: {
        en: "Concerns {holder:party} itself",
        ja: "当事者である{holder:party}自身に関する行為",
      },
    },
  },
  "missing-recusals": {
    ownInterest: {
      label: { en: "Own interest", ja: "本人の利害関係" },
      text: {
        en: "{officer} spoke with a declared interest in {concern}",
        ja: "{officer}が{concern}への利害関係を申告しながら意思表示",
      },
    },
    partyInterest: {
      label: { en: "Interest of the side", ja: "所属する側の利害関係" },
      text: {
        en: "{officer} spoke for a side that has an interest in {concern}",
        ja: "{concern}に利害関係を有する側の{officer}が意思表示",
      },
    },
    declaredLater: {
      label: { en: "Declared later", ja: "事後の申告" },
      text: {
        en: "{officer} spoke; the interest in {concern} was declared afterwards",
        ja: "{officer}の意思表示の後に{concern}への利害関係が申告された",
      },
    },
  },
  "same-side": {
    checkedByOwnSide: {
      label: { en: "Own side approved", ja: "同一側が承認" },
      text: {
        en: "Proposed and approved by one side, {approvals} approvals",
        ja: "同一側が提案し承認（承認{approvals}件）",
      },
    },
    uncheckedBySilence: {
      label: { en: "Nobody approved", ja: "承認者なし" },
      text: {
        en: "Took effect because nobody objected",
        ja: "異議がなかったため発効",
      },
    },
  },
  "self-executed": {
    executedByProposer: {
      label: { en: "By the proposer", ja: "提案者が実行" },
      text: { en: "Proposed and executed by one officer", ja: "同一職員が提案し実行" },
    },
  },
  "last-minute": {
    consultation: {
      label: { en: "Consultation", ja: "事前協議" },
      text: {
        en: "Answered {minutesLeft} minutes before the consultation ended",
        ja: "事前協議の期限の{minutesLeft}分前に回答",
      },
    },
    expiry: {
      label: { en: "Expiry", ja: "失効期限" },
      text: {
        en: "Voted {minutesLeft} minutes before the act would have lapsed",
        ja: "失効期限の{minutesLeft}分前に議決",
      },
    },
    objection: {
      label: { en: "Objection", ja: "異議期間" },
      text: {
        en: "Objected {minutesLeft} minutes before the window ended",
        ja: "異議期間の終了{minutesLeft}分前に異議",
      },
    },
  },
  delegated: {
    approvedByDelegate: {
      label: { en: "Delegate", ja: "受任者の承認" },
      text: {
        en: "Approved under the delegation {delegations:act}",
        ja: "委任{delegations:act}に基づき承認",
      },
    },
  },
  "new-keys": {
    keyEnrolled: {
      label: { en: "Key enrolled", ja: "鍵の登録" },
      text: {
        en: "Approved {days} days after the key was enrolled",
        ja: "署名鍵の登録から{days}日後に承認",
      },
    },
    keyRotated: {
      label: { en: "Key rotated", ja: "鍵の更新" },
      text: {
        en: "Approved {days} days after the key was rotated",
        ja: "署名鍵の更新から{days}日後に承認",
      },
    },
    keyRevoked: {
      label: { en: "Key revoked", ja: "鍵の失効" },
      text: {
        en: "Approved {days} days after a key was revoked",
        ja: "署名鍵の失効から{days}日後に承認",
      },
    },
    seated: {
      label: { en: "Seated", ja: "席への任命" },
      text: {
        en: "Approved {days} days after being seated",
        ja: "席への任命から{days}日後に承認",
      },
    },
  },
  "side-letters": {
    granted: {
      label: { en: "Granted", ja: "付与" },
      text: { en: "Granted: {terms}", ja: "付与された条件：{terms}" },
    },
    elected: {
      label: { en: "Chosen", ja: "選択" },
      text: { en: "The same terms chosen", ja: "同一の条件を選択" },
    },
  },
  corrections: {
    corrected: {
      label: { en: "Entry corrected", ja: "仕訳の訂正" },
      text: { en: "Journal entry {journal:act} corrected", ja: "仕訳{journal:act}を訂正" },
    },
    certificateWithdrawn: {
      label: { en: "Certificate withdrawn", ja: "証明の撤回" },
      text: { en: "Certificate[[ {of:act}]] withdrawn", ja: "証明[[{of:act}]]を撤回" },
    },
    interestWithdrawn: {
      label: { en: "Declared interest withdrawn", ja: "利害関係の申告の撤回" },
      text: {
        en: "Declared interest[[ in {of}]] withdrawn",
        ja: "[[{of}への]]利害関係の申告を撤回",
      },
    },
    orderCancelled: {
      label: { en: "Order cancelled", ja: "申込みの取消し" },
      text: { en: "Order[[ {of:act}]] cancelled", ja: "申込み[[{of:act}]]を取消し" },
    },
    valueReviewed: {
      label: { en: "Value reviewed", ja: "評価額の見直し" },
      text: {
        en: "Contested value[[ of {of}]] replaced by the auditor's",
        ja: "[[{of}の]]係争中の評価額を監査人の評価額に差替え",
      },
    },
  },
  "manual-entries": {
    openingBalances: {
      label: { en: "Opening balances", ja: "開始残高" },
      text: {
        en: "Opening balances of {vehicle} on accounts {accounts}",
        ja: "{vehicle}の開始残高（勘定科目{accounts}）",
      },
    },
    correction: {
      label: { en: "Correction", ja: "訂正" },
      text: {
        en: "Correction in the book of {vehicle} on accounts {accounts}",
        ja: "{vehicle}の帳簿の訂正（勘定科目{accounts}）",
      },
    },
  },
  payments: {
    allMirrors: {
      label: { en: "All mirrors", ja: "すべてのミラー" },
      text: {
        en: "Final after {minutesToFinal} min on {mirrors:party}; left after {minutesToRelease}",
        ja: "{mirrors:party}のミラーにより{minutesToFinal}分後に確定、{minutesToRelease}分後に実行",
      },
    },
    oneMirror: {
      label: { en: "One mirror and a witness", ja: "一つのミラー及び証人" },
      text: {
        en: "Owed: left after {minutesToRelease} minutes on {mirrors:party} and {witnesses}",
        ja: "義務的支払：{mirrors:party}のミラー及び{witnesses}により{minutesToRelease}分後に実行",
      },
    },
    notFinal: {
      label: { en: "Not final", ja: "未確定" },
      text: {
        en: "Left after {minutesToRelease} minutes without finality on record",
        ja: "確定の記録がないまま{minutesToRelease}分後に実行",
      },
    },
  },
};
