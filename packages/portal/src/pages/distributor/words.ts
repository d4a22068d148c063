/** Words of a distributor's desk. */
export const words = {
  area: { en: "Distributor's desk", ja: "販売会社窓口" },
  title: { en: "Requests for orders", ja: "申込みの依頼" },
  lead: {
    en:
      "What citizens have asked you to order. None of it is an order until you sign; the " +
      "record has " +
      "nothing of it before that.",
    ja: "国民からの申込みの依頼です。署名するまで申込みとして成立せず、記録にも載りません。",
  },
  open: { en: "Waiting for you", ja: "処理待ち" },
  closed: { en: "Answered", ja: "処理済み" },
  none: { en: "Nothing waits for you.", ja: "処理待ちの依頼はありません。" },
  noneClosed: { en: "None has been answered yet.", ja: "処理済みの依頼はありません。" },
  kinds: {
    subscription: { en: "Subscription", ja: "取得申込み" },
    redemption: { en: "Redemption", ja: "解約" },
    cancellation: { en: "Cancellation of an order", ja: "申込みの取消し" },
  },
  kind: { en: "Request", ja: "依頼" },
  holder: { en: "Account", ja: "口座" },
  unitClass: { en: "Class", ja: "受益権の種類" },
  quantity: { en: "Amount", ja: "金額・口数" },
  units: { en: "{0} units", ja: "{0}口" },
  askedAt: { en: "Asked at", ja: "依頼日時" },
  standing: { en: "Standing", ja: "状態" },
  standings: {
    asked: { en: "Asked", ja: "依頼中" },
    withdrawn: { en: "Withdrawn by the holder", ja: "本人による取下げ" },
    declined: { en: "Declined", ja: "謝絶" },
    placed: { en: "On record", ja: "記録済み" },
  },
  receivedAt: { en: "Received at (UTC)", ja: "受付日時（協定世界時）" },
  receivedHint: {
    en:
      "When you had the order and, for a subscription, its money. The dealing day follows " +
      "from it. " +
      "As 2026-03-31T09:00:00Z.",
    ja:
      "申込み（取得の場合は代金）を受領した日時。取引日はこれにより決まります。" +
      "例：2026-03-31T09:00:00Z",
  },
  receivedWrong: {
    en: "Write an instant in UTC, such as 2026-03-31T09:00:00Z.",
    ja: "協定世界時で入力してください（例：2026-03-31T09:00:00Z）。",
  },
  moneyFirst: {
    en: "Sign a subscription only when its money has arrived: the act states that it has.",
    ja:
      "取得申込みには、代金の入金を確認した後に署名してください。" +
      "署名により、入金済みであることを表明することになります。",
  },
  sign: { en: "Sign the order", ja: "申込みに署名" },
  decline: { en: "Decline", ja: "謝絶する" },
  reason: { en: "Reason, as the holder is told it", ja: "謝絶の理由（本人に通知）" },
  act: { en: "Act", ja: "行為" },
  noKey: {
    en: "You need a key that is enrolled with the fund to sign.",
    ja: "署名するには、ファンドに登録された署名鍵が必要です。",
  },
  myKey: { en: "See your key", ja: "署名鍵を確認" },
  differs: { en: "Other than asked", ja: "依頼と相違" },
  summary: {
    en: "Report an order of {0}: {1}, {2}",
    ja: "{0}の申込みを報告：{1}、{2}",
  },
  actReason: {
    en: "Order of a holder, asked for at the office",
    ja: "事務局の画面で依頼を受けた保有者の申込み",
  },
} as const;
