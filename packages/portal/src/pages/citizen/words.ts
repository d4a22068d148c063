/** Plain words for people who do not know funds; every term is explained where it stands. */
export const words = {
  area: { en: "My units", ja: "私の保有分" },
  slice: { en: "What I have", ja: "現在の保有" },
  payments: { en: "Payments to me", ja: "お支払い" },
  orders: { en: "My orders", ja: "申込みの状況" },
  order: { en: "Buy or sell", ja: "購入・換金の申込み" },
  statement: { en: "Statement", ja: "残高報告書" },

  sliceLead: {
    en: "You own a part of {0} through “{1}”. Your part is counted in units.",
    ja: "あなたは「{1}」を通じて{0}の一部を保有しています。保有分は口数で数えます。",
  },
  worthTitle: { en: "What your units are worth", ja: "保有分の評価額" },
  worthAt: {
    en: "{0} units, at the price of {1}",
    ja: "{0}口、{1}の価額による",
  },
  noPrice: {
    en: "No price has been worked out yet since you bought. You have {0} units.",
    ja: "購入後、まだ価額が計算されていません。保有口数は{0}口です。",
  },
  nothingHeld: {
    en: "You hold no units now.",
    ja: "現在、保有している口数はありません。",
  },
  priceOfUnit: { en: "Price of one unit: {0}", ja: "一口の価額：{0}" },
  priceOfMany: { en: "Price of 10,000 units: {0}", ja: "一万口当たりの価額：{0}" },
  whatIsUnit: { en: "What is a unit, and how is it priced?", ja: "口数・価額とは" },
  unitExplained: {
    en:
      "A unit is an equal share of the fund for citizens. Its price is all that the fund " +
      "owns, less " +
      "all that it owes, divided by the number of units. It is worked out on certain days " +
      "(people in " +
      "funds say “struck”), and both governments agree to it. Between these days nobody " +
      "knows it.",
    ja:
      "口（くち）は、国民向けファンドの持分を等しく分けた単位です。一口の価額（基準価額）は、" +
      "資産の総額から" +
      "負債を差し引き、総口数で割ったものです。決められた日に計算され、両国政府が承認します。" +
      "その間の価額は誰にも分かりません。",
  },
  inOut: { en: "What you put in and got", ja: "これまでの購入額と受取額" },
  paidIn: { en: "You have put in", ja: "購入額の合計" },
  redeemed: { en: "You got for units given back", ja: "換金額の合計" },
  distributed: { en: "Payments from earnings", ja: "分配金の合計（税引前）" },
  worthNow: { en: "What you have is worth", ja: "現在の評価額" },
  inAdvance: { en: "Put in, waiting for the dealing day", ja: "取引日を待っている申込金" },
  owed: { en: "Of that, not paid out yet", ja: "うち未払いの金額" },
  leaving: { en: "Units you have asked to give back", ja: "換金申込み中の口数" },
  more: {
    en: "Together that is {0} more than you put in.",
    ja: "合計では、購入額を{0}上回っています。",
  },
  less: {
    en: "Together that is {0} less than you put in.",
    ja: "合計では、購入額を{0}下回っています。",
  },
  even: { en: "Together that is what you put in.", ja: "合計では、購入額と同額です。" },
  notForecast: {
    en: "This is how it stands today. It says nothing about tomorrow.",
    ja: "これは現時点の状況であり、将来を示すものではありません。",
  },
  history: { en: "How the price has moved", ja: "価額の推移" },
  price: { en: "Price", ja: "価額" },
  priceOfTenThousand: { en: "Price of 10,000 units", ja: "価額（一万口当たり）" },
  forTenThousand: { en: "{0} for 10,000 units", ja: "一万口当たり{0}" },
  samePrice: {
    en: "The price has been {0} each time so far.",
    ja: "これまでの価額は、いずれも{0}です。",
  },
  onePrice: {
    en: "There has been one price so far: {0} on {1}.",
    ja: "これまでの価額は一回のみです（{1}：{0}）。",
  },

  next: { en: "When you can buy or sell next", ja: "次に購入・換金できる日" },
  dealingDay: { en: "Next dealing day", ja: "次の取引日" },
  dealingDayHint: {
    en: "On this day all orders are carried out, at the price of that day.",
    ja: "この日に、すべての申込みがその日の価額で取り扱われます。",
  },
  cutOff: { en: "Orders must be in before", ja: "申込みの締切" },
  cutOffHint: {
    en: "By your clock. Whoever comes later takes part in the dealing day after it.",
    ja: "お使いの端末の時刻による表示です。締切後の申込みは、次回の取引日の扱いとなります。",
  },
  utc: { en: "(UTC: {0})", ja: "（協定世界時：{0}）" },
  noDay: {
    en: "No calendar reaches to the next dealing day yet.",
    ja: "次の取引日はまだ定まっていません。",
  },
  suspended: {
    en: "Buying and selling is stopped since {0}, at the longest until {1}. Reason: {2}.",
    ja: "{0}から購入・換金を停止しています（最長{1}まで）。理由：{2}。",
  },
  buyOrSell: { en: "Buy or sell units", ja: "購入・換金を申し込む" },
  seeOrders: { en: "See my orders", ja: "申込みの状況を見る" },

  paymentsLead: {
    en: "Every payment that the fund has decided to make to you, the newest first.",
    ja: "あなたへの支払いとして決定されたものの一覧です（新しい順）。",
  },
  noPayments: { en: "Nothing has been paid to you yet.", ja: "お支払いはまだありません。" },
  kindDistribution: { en: "Payment from earnings", ja: "分配金" },
  kindRedemption: { en: "Money for units given back", ja: "換金代金" },
  kindRefund: { en: "Order taken back", ja: "申込取消しによる返金" },
  decidedOn: { en: "Decided on", ja: "決定日" },
  paidOn: { en: "Left the fund on", ja: "支払日" },
  notPaid: {
    en: "Not paid yet. Both governments release it first.",
    ja: "未払い（両国政府の承認後に支払われます）",
  },
  gross: { en: "Before anything was taken off", ja: "控除前の金額" },
  withheld: { en: "Taken off by the fund (tax)", ja: "ファンドによる控除（税）" },
  net: { en: "Sent to your distributor for you", ja: "販売会社への支払額" },
  taxHint: {
    en:
      "The fund itself took off the tax shown here. Your distributor may take off more, as " +
      "the law of " +
      "your country says, and tells you so.",
    ja:
      "ここに示す税は、ファンドが差し引いたものです。このほか、" +
      "販売会社がお住まいの国の法令に従って" +
      "源泉徴収を行い、お知らせすることがあります。",
  },
  madeOf: { en: "What it is made of", ja: "内訳" },
  income: { en: "Earnings, such as interest and dividends", ja: "利息・配当等の収益" },
  gain: { en: "Profit from things that were sold", ja: "売却益" },
  ownMoney: { en: "A part of your own money coming back", ja: "元本払戻金（特別分配金）" },
  inRecord: { en: "In the public record: entry {0}", ja: "公開記録の{0}番" },
  check: { en: "Check that it is in the record", ja: "記録に含まれることを確認する" },
  checked: {
    en:
      "It is in the record. Your device has worked it out itself, from entry {0} to the root " +
      "of the {1} entries that are published.",
    ja:
      "記録に含まれています。記録{0}番から、公開されている全{1}件の根ハッシュまで、" +
      "お使いの端末が自ら計算して確認しました。",
  },
  notYetPublished: {
    en: "This entry is newer than what is published. Try again in a few seconds.",
    ja: "この記録はまだ公開範囲に含まれていません。数秒後にもう一度お試しください。",
  },
  checkFailed: {
    en: "The proof does not hold. Tell the auditor of the fund.",
    ja: "記録に含まれることの証明が一致しません。ファンドの監査人にお知らせください。",
  },
  seeEntry: { en: "See this entry", ja: "この記録を見る" },

  ordersLead: {
    en: "What you have asked for, and where it stands.",
    ja: "ご依頼の内容と現在の状況です。",
  },
  requests: { en: "With your distributor", ja: "販売会社への依頼" },
  onRecord: { en: "Orders on record", ja: "記録済みの申込み" },
  noRequests: { en: "You have asked for nothing.", ja: "依頼はありません。" },
  noOrders: { en: "There is no order of yours on record.", ja: "記録された申込みはありません。" },
  buy: { en: "Buy for {0}", ja: "{0}の購入" },
  sell: { en: "Give back {0} units", ja: "{0}口の換金" },
  cancelOrder: { en: "Take an order back", ja: "申込みの取消し" },
  askedOn: { en: "Asked on", ja: "依頼日時" },
  receivedOn: { en: "Received by {0}", ja: "{0}の受付日時" },
  forDay: { en: "For the dealing day", ja: "取引日" },
  standing: {
    asked: {
      en: "Waiting for {0} to sign it. It is not an order yet.",
      ja: "{0}の署名待ち（まだ申込みとして成立していません）",
    },
    withdrawn: { en: "You took it back.", ja: "取り下げました。" },
    declined: {
      en: "{0} did not take it. Reason: {1}",
      ja: "{0}が受け付けませんでした。理由：{1}",
    },
    placed: { en: "On record as an order.", ja: "申込みとして記録されました。" },
  },
  differs: {
    en: "The order on record says something else than you asked for. Ask {0} why.",
    ja: "記録された申込みは、ご依頼の内容と異なります。{0}にご確認ください。",
  },
  orderStanding: {
    waiting: { en: "Waits for its dealing day", ja: "取引日待ち" },
    partlyDealt: { en: "Carried out in part", ja: "一部成立" },
    dealt: { en: "Carried out", ja: "成立" },
    cancelled: { en: "Taken back", ja: "取消し" },
  },
  dealtLine: {
    en: "{0}: {1} units for {3}, at the price of {2}.",
    ja: "{0}：{1}口、{3}（価額{2}）。",
  },
  payBy: { en: "To be paid by {0}.", ja: "{0}までに支払われます。" },
  gateWaits: {
    en: "{0} units wait for the next dealing day: more was asked for than may leave on one day.",
    ja: "一回の取引日に換金できる上限を超えたため、{0}口は次回の取引日に繰り越されています。",
  },
  withdraw: { en: "Take it back", ja: "取り下げる" },
  askCancel: { en: "Ask to take this order back", ja: "この申込みの取消しを依頼する" },
  askCancelHint: {
    en: "Possible until the cut-off. Your distributor signs that too.",
    ja: "締切まで可能です。取消しにも販売会社の署名が必要です。",
  },

  statementLead: {
    en: "Keep it, print it, or give it to somebody who helps you.",
    ja: "保存、印刷のほか、ご相談の際にもご利用ください。",
  },
  download: { en: "Download", ja: "ダウンロード" },
  pdf: { en: "For paper (PDF)", ja: "印刷用（PDF）" },
  xlsx: { en: "For a spreadsheet (Excel)", ja: "表計算用（Excel）" },
  print: { en: "Print this page", ja: "このページを印刷" },
  statementOf: { en: "As of {0}", ja: "{0}現在" },
  account: { en: "Account", ja: "口座番号" },
  bought: { en: "Bought and given back", ja: "購入・換金の明細" },
  date: { en: "Date", ja: "日付" },
  what: { en: "What", ja: "取引" },
  units: { en: "Units", ja: "口数" },
  amount: { en: "Amount", ja: "金額" },
  boughtWord: { en: "Bought", ja: "購入" },
  givenBack: { en: "Given back", ja: "換金" },
} as const;
