import type { Text } from "./language.ts";

/** What statements as files say besides figures and captions. */
export const REPORT_LABELS = {
  contents: { en: "Contents", ja: "目次" },
  line: { en: "Line", ja: "項目" },
  page: { en: "Page {0} of {1}", ja: "{0} / {1}ページ" },
  exact: { en: "Exact amount", ja: "正確な金額" },
  rounded: {
    en:
      "Some amounts have more than 15 digits, which a spreadsheet rounds. " +
      "They stand exactly, as text, in the column beside them, and are no formulas.",
    ja: "15桁を超える金額は表計算ソフトで丸められるため、隣の列に正確な金額を文字列で示し、計算式は設けていません。",
  },
  source: {
    en: "From the record of {0} entries to {1}, root hash {2}",
    ja: "{1}までの記録（{0}件、ルートハッシュ{2}）に基づく",
  },
  group: { en: "The group, consolidated", ja: "連結" },
  currency: { en: "Book currency: {0}", ja: "表示通貨：{0}" },
} as const satisfies Readonly<Record<string, Text>>;
