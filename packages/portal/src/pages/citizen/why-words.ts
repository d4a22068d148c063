/** Where the figures of one's own account come from, in plain words. */
export const whyWords = {
  paidIn: {
    en: "What you paid for units, order by order.",
    ja: "購入の申込みごとの払込額の合計です。",
  },
  redeemed: {
    en: "What you got for units that you gave back, order by order.",
    ja: "換金の申込みごとの受取額の合計です。",
  },
  distributed: {
    en: "What the fund has paid out to you, payment by payment.",
    ja: "分配金の受取額の合計です。",
  },
  inAdvance: {
    en: "Money that has come for orders whose dealing day is still to come.",
    ja: "取引日前の申込みのために受領した額です。",
  },
  owed: {
    en: "What has been declared or dealt for you and has not left yet.",
    ja: "支払が決まり、未払いの額です。",
  },
  units: {
    en: "What was bought less what was given back, order by order.",
    ja: "購入口数から換金口数を差し引いた数です。",
  },
  worth: {
    en:
      "Your units times the last price. What they would bring is settled on the next dealing " +
      "day.",
    ja: "保有口数に直近の基準価額を乗じた額です。実際の換金額は次の取引日の価額で決まります。",
  },
  price: {
    en:
      "What the units were worth together on that day, by the fund's books, divided by how " +
      "many there were.",
    ja: "当該日の帳簿上の純資産額を、受益権の総口数で除した価額です。",
  },
  change: {
    en: "What you have and got, less what you paid in.",
    ja: "評価額と受取額の合計から、払込額を差し引いた額です。",
  },
} as const;
