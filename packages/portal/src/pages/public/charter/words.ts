/** Words of the charter's page. */
export const words = {
  lead: {
    en: "The founding agreement in plain language. Each clause leads to the acts under it.",
    ja: "設立の合意を平易な文章で示します。各条項から、これに基づく行為を確認できます。",
  },
  contents: { en: "Contents", ja: "目次" },
  acts: { en: "What may be done, and by whom", ja: "行為の種類及び権限" },
  actsUnder: { en: "acts under {1}: {0}", ja: "第{1}条に基づく行為（{0}件）" },
  both: { en: "Both languages beside each other", ja: "両言語を並べて表示" },
  authoritative: {
    en: "Both texts are authentic; this explanation is made from the charter's data by rule.",
    ja: "両言語とも正文です。この説明は基本協定のデータから規則により作成されます。",
  },
  versions: { en: "Versions and amendments", ja: "版と改正" },
  version: { en: "Version", ja: "版" },
  from: { en: "In force from", ja: "施行日" },
  hash: { en: "Hash of the adopted text", ja: "採択された文書のハッシュ値" },
  byAct: { en: "Adopted by", ja: "採択の行為" },
  adoption: { en: "Adoption", ja: "採択" },
  amendment: { en: "Amendment", ja: "改正" },
  changed: { en: "What changed", ja: "変更箇所" },
  data: { en: "The charter as data", ja: "基本協定のデータ" },
  done: { en: "acts: {0}", ja: "{0}件" },
  never: { en: "never done", ja: "実績なし" },
  seeActs: { en: "See them", ja: "一覧を見る" },
  asked: { en: "Clause {0} is in: {1}", ja: "第{0}条の規定：{1}" },
  notFound: {
    en: "No part of the explanation cites clause {0}.",
    ja: "第{0}条を引用する説明はありません。",
  },
} as const;
