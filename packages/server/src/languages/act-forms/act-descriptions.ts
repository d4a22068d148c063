import type { Text } from "../language.ts";

/**
 * What each act type does, in a sentence for whoever proposes or weighs it. A charter names the
 * types itself and gives each its rule; what they do is the same under every charter.
 */
export const CAPITAL_AND_PARTIES: Readonly<Record<string, Text>> = {
  "charter.adopt": {
    en: "Founds the fund: both sides adopt the charter and enrol their officers.",
    ja: "基本協定を採択し、職員を登録してファンドを設立します。",
  },
  "charter.amend": {
    en: "Replaces the charter by a new version.",
    ja: "基本協定を新しい版に改めます。",
  },
  "key.enrol": {
    en: "Enrols a key by which an officer signs for a party.",
    ja: "職員が当事者のために署名する鍵を登録します。",
  },
  "key.rotate": {
    en: "Replaces an officer's key by a new one, with proof that the new one is held.",
    ja: "新しい鍵の保有を証明した上で、職員の署名鍵を更新します。",
  },
  "key.revoke": {
    en: "Ends an officer's key at once; nothing signed with it counts from then on.",
    ja: "職員の署名鍵を直ちに失効させます。以後、この鍵による署名は効力を有しません。",
  },
  "appointment.seat": {
    en: "Puts an officer in a seat, or empties the seat.",
    ja: "職員を席に任命し、又は席を空席とします。",
  },
  "conflict.declare": {
    en: "Puts an interest on record; whoever holds it leaves every vote on what it concerns.",
    ja: "利害関係を申告します。関係者は該当する案件の議決から外れます。",
  },
  "conflict.withdraw": {
    en: "Says that a declared interest is no longer there.",
    ja: "申告した利害関係がなくなったことを記録します。",
  },
  "instruction.record": {
    en: "Puts a sovereign's political wish on record. It moves no money.",
    ja: "出資国の政治的要望を記録します。資金は動きません。",
  },
  "emergency.freeze": {
    en: "Stops new outflows for the charter's days. What is owed already goes on.",
    ja: "基本協定の定める期間、新たな資金流出を止めます。既に負う支払は継続します。",
  },
  "emergency.unfreeze": {
    en: "Lifts a freeze before its last day.",
    ja: "期間満了前に凍結を解除します。",
  },
  "party.admit": {
    en: "Admits a further party, with its seats and interests.",
    ja: "新たな当事者を、その席及び利害関係とともに加入させます。",
  },
  "party.withdraw": {
    en: "Takes a party off the schedule; it must owe and hold nothing.",
    ja: "当事者を脱退させます。債務及び持分がないことを要します。",
  },
  "commitment.accept": {
    en: "Records what a party promises to contribute, with its budget authority.",
    ja: "当事者の出資約束を、予算上の権限とともに記録します。",
  },
  "commitment.increase": {
    en: "Raises a commitment, or adds a further budget authority to it.",
    ja: "出資約束を増額し、又は予算上の権限を追加します。",
  },
  "commitment.release": {
    en: "Gives up a part of a commitment that has not been called.",
    ja: "請求されていない出資約束の一部を解除します。",
  },
  "capital.call": {
    en: "Calls committed capital to be paid in by a day, from all who share in it.",
    ja: "出資約束に基づき、期日までの払込みを各出資者に請求します。",
  },
  "capital.receive": {
    en: "Reports that a contribution has come in.",
    ja: "拠出金の入金を報告します。",
  },
  "capital.defer": {
    en: "Gives a party longer to pay its part of a call.",
    ja: "請求に係る当事者の払込期日を繰り延べます。",
  },
  "capital.excuse": {
    en: "Lets a party off its part of a call, for a conflict of interest or by law.",
    ja: "利益相反又は法令を理由に、当事者の払込みを免除します。",
  },
  "capital.optOut": {
    en: "A party stays out of a call, as its charter lets it.",
    ja: "基本協定の定めに従い、当事者が請求に係る資金提供を見送ります。",
  },
  "capital.fundShortfall": {
    en: "Another party pays what one has not paid, drawing on its own commitment.",
    ja: "払い込まれない額を、他の当事者が自らの出資約束から肩代わりします。",
  },
  "capital.remedy": {
    en: "Mends a default: a new due day, and late interest waived if so agreed.",
    ja: "不履行を治癒します。新たな期日を定め、合意により遅延利息を免除します。",
  },
  "capital.return": {
    en: "Gives back capital of a call that is not needed; it may be called again.",
    ja: "不要となった拠出金を返還します。返還額は再び請求できます。",
  },
  "capital.trueUp": {
    en: "Works out what a later partner pays to stand as if it had been there from the start.",
    ja: "後から加入した組合員の払込額を、当初から参加していたものとして算定します。",
  },
  "contribution.appraise": {
    en: "Reports what an asset that is to be contributed is worth.",
    ja: "現物拠出される資産の評価額を報告します。",
  },
  "capital.contributeInKind": {
    en: "Pays a call with an asset, at its appraised value.",
    ja: "評価額により、現物で払込みを行います。",
  },
  "exit.notice": {
    en: "Gives notice that a holder means to leave.",
    ja: "脱退の意思を予告します。",
  },
  "exit.offer": {
    en: "Offers units at the charter's price, to one holder or to all others.",
    ja: "基本協定の定める価格で、受益権の売買を申し出ます。",
  },
  "exit.accept": {
    en: "Accepts an offer of units.",
    ja: "受益権の売買の申出を承諾します。",
  },
  "exit.settle": {
    en: "Reports that the price of units was paid between holders.",
    ja: "保有者間で代金が決済されたことを報告します。",
  },
  "interest.transfer": {
    en: "Transfers units from one holder to another.",
    ja: "保有者間で受益権を移転します。",
  },
};
