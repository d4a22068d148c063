import type { Text } from "../language.ts";

export const OPERATING_AND_OVERSIGHT: Readonly<Record<string, Text>> = {
  "nav.strike": {
    en: "Fixes net asset value and the price of a unit by the books as they stand.",
    ja: "現在の帳簿に基づき、純資産総額及び基準価額を確定します。",
  },
  "class.open": {
    en: "Opens a class of units to subscriptions.",
    ja: "受益権の募集を開始します。",
  },
  "class.close": {
    en: "Closes a class to new subscriptions.",
    ja: "受益権の新規募集を終了します。",
  },
  "order.place": {
    en: "Reports a holder's order to subscribe or redeem.",
    ja: "保有者の取得又は解約の申込みを報告します。",
  },
  "order.cancel": {
    en: "Reports that a holder withdrew an order in time.",
    ja: "期限内に申込みが取り消されたことを報告します。",
  },
  "order.price": {
    en: "Deals all orders of a dealing day at its struck price.",
    ja: "取引日の申込みを、確定した基準価額で約定します。",
  },
  "dealing.suspend": {
    en: "Suspends dealing in a class on a ground of the charter, until a review.",
    ja: "基本協定の定める事由により、見直しまで取引を停止します。",
  },
  "dealing.resume": {
    en: "Resumes dealing in a class.",
    ja: "取引を再開します。",
  },
  "fee.waive": {
    en: "Gives up a part of a fee that has accrued.",
    ja: "発生した報酬の一部を免除します。",
  },
  "fee.pay": {
    en: "Instructs payment of a fee that has accrued.",
    ja: "発生した報酬の支払を指図します。",
  },
  "expense.book": {
    en: "Books an expense that a vehicle owes.",
    ja: "投資ビークルが負う経費を計上します。",
  },
  "expense.pay": {
    en: "Instructs payment of a booked expense.",
    ja: "計上済みの経費の支払を指図します。",
  },
  "reserve.set": {
    en: "Sets cash aside to a reserve; it cannot be distributed.",
    ja: "資金を準備金に積み立て、分配の対象から除きます。",
  },
  "reserve.release": {
    en: "Releases what was set aside.",
    ja: "積み立てた準備金を取り崩します。",
  },
  "distribution.determine": {
    en: "Works out by the charter's formula what may be distributed, and to whom.",
    ja: "基本協定の算式により、分配可能額及び配分を算定します。",
  },
  "distribution.declare": {
    en: "Declares a determined distribution and instructs its payments.",
    ja: "算定した分配を宣言し、その支払を指図します。",
  },
  "recoupment.interpret": {
    en: "Agrees how a clause on recoupment that can be read in two ways is to be read.",
    ja: "二通りに解しうる回収条項の解釈を合意します。",
  },
  "recoupment.renegotiate": {
    en: "Agrees new shares in the tiers of a waterfall.",
    ja: "分配順位の各段階における配分割合を改めて合意します。",
  },
  "carry.pay": {
    en: "Instructs payment of carried interest.",
    ja: "成功報酬の支払を指図します。",
  },
  "carry.clawback": {
    en: "Tests whether too much carried interest was paid, and asks it back.",
    ja: "成功報酬の過払いを検証し、返還を求めます。",
  },
  "carry.return": {
    en: "Reports that carried interest was paid back.",
    ja: "成功報酬の返還を報告します。",
  },
  "payment.release": {
    en: "Lets an instructed payment leave, once both mirrors have countersigned the record of it.",
    ja: "両国が、各自のミラー（複製記録）に基づき記録に副署した後、指図済みの支払を実行します。",
  },
  "fx.fix": {
    en: "Reports the day's exchange rate from the charter's sources.",
    ja: "基本協定の定める情報源による当日の為替レートを報告します。",
  },
  "fx.convert": {
    en: "Exchanges one currency for another with a bank.",
    ja: "銀行との間で通貨を交換します。",
  },
  "hedge.open": {
    en: "Sells one currency forward for another.",
    ja: "為替予約（通貨の先渡取引）を締結します。",
  },
  "hedge.mark": {
    en: "Reports what a hedge is worth.",
    ja: "ヘッジ取引の評価額を報告します。",
  },
  "hedge.close": {
    en: "Settles a hedge.",
    ja: "ヘッジ取引を終了し、清算します。",
  },
  "hedge.receive": {
    en: "Reports money received on a hedge.",
    ja: "ヘッジ取引に係る入金を報告します。",
  },
  "bank.statement": {
    en: "Records a bank's statement of an account; the books are matched with it.",
    ja: "銀行の取引明細を記録し、帳簿と照合します。",
  },
  "period.close": {
    en: "Closes a vehicle's books through the end of a month.",
    ja: "投資ビークルの帳簿を月末まで締め切ります。",
  },
  "correction.post": {
    en: "Corrects a journal entry by a new one that is linked to it.",
    ja: "元の仕訳に紐付けた新たな仕訳により、帳簿を訂正します。",
  },
  "opening.balances": {
    en: "Takes over balances of a vehicle that had a book before.",
    ja: "既存の帳簿の残高を引き継ぎます。",
  },
  "event.record": {
    en: "Records what comes from outside: a sanction, tax, tariff, new law, disaster or breach.",
    ja: "外部の事象（制裁、課税、関税、法令改正、災害、違反）を記録します。",
  },
  "claim.file": {
    en: "Claims compensation from another party or a vehicle.",
    ja: "他の当事者又は投資ビークルに補償を請求します。",
  },
  "claim.settle": {
    en: "Settles a claim at an agreed sum, or drops it.",
    ja: "合意額により請求を解決し、又は取り下げます。",
  },
  "dispute.open": {
    en: "Opens a dispute with another party or a vehicle.",
    ja: "他の当事者又は投資ビークルとの紛争を申し立てます。",
  },
  "dispute.escalate": {
    en: "Moves a dispute to the next stage of its ladder.",
    ja: "紛争を次の段階へ付託します。",
  },
  "dispute.escrow": {
    en: "Sets disputed money aside until the dispute is over.",
    ja: "紛争の終結まで、対象資金を留保します。",
  },
  "dispute.award": {
    en: "Ends a dispute by an award.",
    ja: "裁定により紛争を終結させます。",
  },
  "deadlock.declare": {
    en: "Declares that the sides cannot agree on a matter, over the proposals that failed.",
    ja: "成立しなかった提案を示し、当事者間の膠着を宣言します。",
  },
  "deadlock.advise": {
    en: "Puts the expert's opinion on record; it binds nobody.",
    ja: "専門家の意見を記録します。拘束力はありません。",
  },
  "deadlock.resolve": {
    en: "The sides agree that a deadlock is over.",
    ja: "当事者の合意により膠着を解消します。",
  },
  "delegation.set": {
    en: "Lets a party approve acts of some types alone, up to an amount and until a day.",
    ja: "期限及び上限額を定め、特定の行為の承認を当事者に委任します。",
  },
  "delegation.revoke": {
    en: "Takes a delegation back.",
    ja: "承認の委任を撤回します。",
  },
  "audit.finding": {
    en: "The auditor puts a finding on record and asks for answers.",
    ja: "監査人が指摘を記録し、回答を求めます。",
  },
  "audit.answer": {
    en: "Answers a finding of the auditor.",
    ja: "監査人の指摘に回答します。",
  },
  "audit.close": {
    en: "The auditor closes a finding.",
    ja: "監査人が指摘を終結させます。",
  },
  "audit.opinion": {
    en: "The auditor's opinion on the books of a period.",
    ja: "期間の帳簿に関する監査人の意見です。",
  },
  "sideletter.grant": {
    en: "Grants a partner terms of its own, open to others by most favoured terms.",
    ja: "組合員に個別の条件を認めます。他の組合員も最恵条件として選択できます。",
  },
  "sideletter.elect": {
    en: "A partner chooses terms that another was granted.",
    ja: "組合員が、他に認められた条件を選択します。",
  },
  "winddown.start": {
    en: "Begins the winding up of the fund.",
    ja: "ファンドの清算を開始します。",
  },
  "winddown.distribute": {
    en: "Works out a distribution of what is left.",
    ja: "残余財産の分配額を算定します。",
  },
  "winddown.close": {
    en: "Closes the fund, once nothing is owned or owed.",
    ja: "資産及び負債がなくなった後、清算を結了します。",
  },
};
