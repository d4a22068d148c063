import type { Text } from "../language.ts";

export const INVESTING_AND_BORROWING: Readonly<Record<string, Text>> = {
  "investment.recommend": {
    en: "Puts an investment forward, with its parties, milestones and owners.",
    ja: "投資案件を、関係者、段階及び持分権者とともに推薦します。",
  },
  "investment.select": {
    en: "Selects a recommended investment and promises money to it.",
    ja: "推薦された案件を選定し、資金の交付を約束します。",
  },
  "investment.close": {
    en: "Closes the contract and pays the first milestone.",
    ja: "投資契約を締結し、最初の段階の資金を支払います。",
  },
  "investment.advance": {
    en: "Pays a further milestone that a closed investment is owed.",
    ja: "締結済みの案件に、次の段階の資金を交付します。",
  },
  "investment.followOn": {
    en: "Promises further milestones to an investment that is held.",
    ja: "保有する投資に、追加の段階を約束します。",
  },
  "vehicle.create": {
    en: "Makes a vehicle with a book of its own.",
    ja: "独立した帳簿を有する投資ビークルを設立します。",
  },
  "vehicle.dissolve": {
    en: "Ends a vehicle that owns and owes nothing.",
    ja: "資産及び負債のない投資ビークルを解散します。",
  },
  "milestone.certify": {
    en: "The engineer certifies that a milestone is reached, and for how much.",
    ja: "独立技術者が、段階への到達及びその金額を証明します。",
  },
  "certificate.withdraw": {
    en: "The engineer withdraws a certificate.",
    ja: "独立技術者が証明を撤回します。",
  },
  "investment.sponsorFunded": {
    en: "Reports what another owner has put into an investment.",
    ja: "他の持分権者による拠出を報告します。",
  },
  "investment.overrun": {
    en: "Reports that an investment costs more than was planned.",
    ja: "費用が計画を超過したことを報告します。",
  },
  "investment.fundOverrun": {
    en: "Pays the vehicle's share of an overrun.",
    ja: "超過費用のうち投資ビークルの負担分を支払います。",
  },
  "investment.income": {
    en: "Reports a dividend or interest received.",
    ja: "配当又は利息の受入れを報告します。",
  },
  "incentive.receive": {
    en: "Reports a tax credit, grant or abatement received.",
    ja: "税額控除、補助金又は減免の受入れを報告します。",
  },
  "investment.capitalReturned": {
    en: "Reports capital that an investment has given back.",
    ja: "投資先から返還された元本を報告します。",
  },
  "investment.dispose": {
    en: "Sells a part or all of an investment at agreed proceeds.",
    ja: "合意した代金で、投資の全部又は一部を売却します。",
  },
  "investment.proceeds": {
    en: "Reports the proceeds of a sale received.",
    ja: "売却代金の入金を報告します。",
  },
  "investment.writeOff": {
    en: "Writes off a part or all of an investment.",
    ja: "投資の全部又は一部を償却します。",
  },
  "valuation.submit": {
    en: "The valuer reports what an investment is worth, with inputs and range.",
    ja: "評価機関が、投資の評価額を入力値及び範囲とともに報告します。",
  },
  "valuation.challenge": {
    en: "A sovereign contests a valuation; it is to be reviewed within the charter's days.",
    ja: "出資国が評価額に異議を述べ、期間内の再評価を求めます。",
  },
  "valuation.review": {
    en: "Reports the reviewed value of a contested investment.",
    ja: "係争中の評価額について、再評価の結果を報告します。",
  },
  "obligation.record": {
    en: "Registers something that a party owes in kind: land, power, permits.",
    ja: "当事者が現物で負う義務（土地、電力、許認可等）を登録します。",
  },
  "obligation.fulfil": {
    en: "Reports that an obligation in kind has been met.",
    ja: "現物の義務の履行を報告します。",
  },
  "pipeline.apply": {
    en: "Registers a company's application for an investment.",
    ja: "企業からの投資の申請を登録します。",
  },
  "rate.fix": {
    en: "Reports the day's fixing of a reference rate.",
    ja: "指標金利の当日の水準を報告します。",
  },
  "facility.enter": {
    en: "Enters into a loan facility with a lender, at stated terms.",
    ja: "定めた条件で、貸し手と融資枠の契約を結びます。",
  },
  "facility.amend": {
    en: "Changes the terms of a facility.",
    ja: "融資枠の条件を変更します。",
  },
  "facility.draw": {
    en: "Asks a lender for money under a facility, within its limit and the covenants.",
    ja: "融資枠及び財務制限条項の範囲内で、貸し手に借入れを求めます。",
  },
  "facility.receive": {
    en: "Reports that borrowed money has come in.",
    ja: "借入金の入金を報告します。",
  },
  "facility.repay": {
    en: "Pays principal, interest or fees that are due.",
    ja: "期日の到来した元本、利息又は手数料を支払います。",
  },
  "facility.prepay": {
    en: "Repays principal before it has to be repaid.",
    ja: "期日前に元本を返済します。",
  },
  "facility.refinance": {
    en: "Draws on one facility to repay as much of another.",
    ja: "ある融資枠から借り入れ、他の借入金を同額返済します。",
  },
  "facility.close": {
    en: "Ends a facility on which nothing is owed.",
    ja: "残高のない融資枠を終了します。",
  },
  "facility.accelerate": {
    en: "The lender calls in everything that is owed, as a covenant in default lets it.",
    ja: "財務制限条項の違反に基づき、貸し手が残債務全額の返済を求めます。",
  },
  "guarantee.grant": {
    en: "A party guarantees a facility up to an amount, with its budget authority.",
    ja: "当事者が、予算上の権限を付して、一定額まで融資枠を保証します。",
  },
  "guarantee.call": {
    en: "Reports what was paid under a guarantee.",
    ja: "保証の履行としての支払を報告します。",
  },
  "covenant.waive": {
    en: "The lenders let a covenant go no further than a step, until a day.",
    ja: "貸し手が、期日まで財務制限条項の段階の進行を猶予します。",
  },
  "covenant.cure": {
    en: "Says how and by when a covenant will be cured.",
    ja: "財務制限条項の是正の方法及び期限を定めます。",
  },
  "deleverage.plan": {
    en: "Says which investments will be sold to bring a covenant back.",
    ja: "財務制限条項の回復のために売却する投資を定めます。",
  },
};
