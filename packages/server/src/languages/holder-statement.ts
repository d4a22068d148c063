import type { Text } from "./language.ts";

type Words = { readonly [id: string]: Text };

/** The statement of a citizen's account. */
export const HOLDER_STATEMENT = {
  title: { en: "Statement of your units", ja: "受益権の残高及び取引の報告書" },
  tables: {
    summary: { en: "What you have", ja: "現在の残高" },
    deals: { en: "Bought and given back", ja: "購入・換金の明細" },
    payments: { en: "Payments to you", ja: "お支払いの明細" },
  },
  columns: {
    value: { en: "Value", ja: "内容" },
    on: { en: "Date", ja: "日付" },
    units: { en: "Units", ja: "口数" },
    price: { en: "Price of a unit", ja: "一口の価額" },
    amount: { en: "Amount", ja: "金額" },
    gross: { en: "Before tax", ja: "税引前" },
    income: { en: "Income", ja: "収益分" },
    gain: { en: "Gain", ja: "売却益分" },
    capital: { en: "Your own money back", ja: "元本払戻し分" },
    withheld: { en: "Kept back", ja: "控除額" },
    net: { en: "Paid out", ja: "支払額" },
    paidOn: { en: "Paid on", ja: "支払日" },
  },
  lines: {
    units: { en: "Units", ja: "保有口数" },
    price: { en: "Last price of a unit", ja: "直近の一口の価額" },
    struckOn: { en: "Price of", ja: "価額の日付" },
    worth: { en: "Worth at that price", ja: "その価額による評価額" },
    paidIn: { en: "Put in so far", ja: "これまでの購入額" },
    inAdvance: { en: "Put in, waiting for the dealing day", ja: "取引日待ちの申込金" },
    redeemed: { en: "Got for units given back", ja: "これまでの換金額" },
    distributed: { en: "Distributions so far", ja: "これまでの分配金" },
    owed: { en: "Owed to you and not paid yet", ja: "未払いの金額" },
  },
  orders: {
    subscription: { en: "Bought", ja: "購入" },
    redemption: { en: "Given back", ja: "換金" },
  },
  payments: {
    distribution: { en: "Distribution", ja: "分配金" },
    redemption: { en: "For units given back", ja: "換金代金" },
    refund: { en: "Order taken back", ja: "申込取消しによる返金" },
  },
} as const satisfies {
  readonly title: Text;
  readonly tables: Words;
  readonly columns: Words;
  readonly lines: Words;
  readonly orders: Words;
  readonly payments: Words;
};
