/** Words of the way from a wish to a request. */
export const words = {
  title: { en: "Buy or sell units", ja: "購入・換金の申込み" },
  lead: {
    en: "Three steps: read what can go wrong, say what you want, look at it once more.",
    ja: "リスクの説明の確認、内容の入力、最終確認の三つの手順で進みます。",
  },
  steps: { en: "Steps", ja: "手順" },
  step: { en: "Step {0} of 3", ja: "手順{0}／3" },
  risks: { en: "What can go wrong", ja: "リスクの説明" },
  risksLead: {
    en: "Read all of it. You can only go on once every point has been on your screen.",
    ja: "すべてお読みください。全項目を画面に表示すると次に進めます。",
  },
  seen: { en: "{0} of {1} points shown", ja: "{1}項目中{0}項目を表示" },
  leverageNow: {
    en: "Today the fund owes {0}, and what is left after all debts is {1}.",
    ja: "現在の借入れは{0}、負債を差し引いた純資産は{1}です。",
  },
  understood: {
    en: "I have read all of this. I can bear to lose what I put in.",
    ja: "すべて読み、内容を理解しました。投資した資金を失っても生活に支障はありません。",
  },
  notSeen: {
    en: "{0} points have not been on your screen yet. We take you to the first.",
    ja: "まだ表示されていない項目が{0}件あります。最初の項目へ移動します。",
  },
  confirmFirst: {
    en: "Tick the box to go on.",
    ja: "次に進むには、確認の欄にチェックを入れてください。",
  },
  goOn: { en: "Go on", ja: "次へ" },
  back: { en: "Back", ja: "戻る" },
  wish: { en: "What do you want?", ja: "申込みの内容" },
  buy: { en: "Buy units", ja: "購入する" },
  sell: { en: "Give units back for money", ja: "換金する" },
  amount: { en: "For how much? ({0})", ja: "購入金額（{0}）" },
  amountHint: {
    en: "At least {0}. Write only digits.",
    ja: "{0}以上の金額を数字で入力してください。",
  },
  units: { en: "How many units?", ja: "換金する口数" },
  unitsHint: { en: "You can give back up to {0}.", ja: "最大{0}口まで換金できます。" },
  all: { en: "All of them", ja: "全部" },
  amountWrong: {
    en: "Write an amount in digits, such as {0}.",
    ja: "金額を数字で入力してください（例：{0}）。",
  },
  belowLeast: { en: "The least is {0}.", ja: "最低金額は{0}です。" },
  unitsWrong: {
    en: "Write a number of units, such as 100 or 12.5.",
    ja: "口数を数字で入力してください（例：100、12.5）。",
  },
  tooMany: { en: "You have {0} units that can be given back.", ja: "換金できる口数は{0}口です。" },
  distributor: { en: "Through which distributor?", ja: "取り次ぐ販売会社" },
  mayNotBuy: {
    en: "New units are not sold at present.",
    ja: "現在、購入の受付は行っていません。",
  },
  noUnits: {
    en: "You have no units that could be given back.",
    ja: "換金できる口数がありません。",
  },
  review: { en: "Look at it once more", ja: "内容の確認" },
  reviewBuy: { en: "You want to buy units for {0}.", ja: "{0}分の購入を依頼します。" },
  reviewSell: { en: "You want to give back {0} units.", ja: "{0}口の換金を依頼します。" },
  atPrice: {
    en: "The price is not known. It will be that of the dealing day, {0}.",
    ja: "価額は未定です。取引日（{0}）の価額によります。",
  },
  atLast: {
    en: "At the last price ({0}) that would be about {1}.",
    ja: "直近の価額（{0}）で計算すると、約{1}です。",
  },
  unitsWord: { en: "{0} units", ja: "{0}口" },
  notOrder: {
    en:
      "What you send is a request to {0}. It becomes an order only when {0} signs it. Only " +
      "orders are in " +
      "the fund's record.",
    ja:
      "送信するのは{0}への依頼です。{0}が署名したときに初めて申込みとして成立し、" +
      "ファンドの記録に載ります。",
  },
  payFirst: {
    en: "{0} signs once your money has arrived there. Pay it as you have agreed with {0}.",
    ja: "{0}は、代金の入金を確認した後に署名します。{0}と取り決めた方法でお支払いください。",
  },
  send: { en: "Send the request", ja: "依頼を送信する" },
  sending: { en: "Sending …", ja: "送信中…" },
  done: { en: "Your request has been sent", ja: "依頼を送信しました" },
  doneText: {
    en: "It waits for {0} to sign it. You can take it back until then.",
    ja: "{0}の署名を待っています。署名前であれば取り下げることができます。",
  },
  reference: { en: "Number of your request", ja: "依頼番号" },
  toOrders: { en: "See my orders", ja: "申込みの状況を見る" },
  another: { en: "Ask for something else", ja: "続けて依頼する" },
  unsent: {
    en:
      "The office does not answer. Your request is kept here: send it again, it will not " +
      "count twice.",
    ja: "サーバーから応答がありません。内容は保持されています。再送信しても二重にはなりません。",
  },
} as const;
