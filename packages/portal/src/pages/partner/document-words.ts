/** Words of the page of documents. */
export const documentWords = {
  title: { en: "Documents", ja: "書類" },
  lead: {
    en:
      "The fund's statements as files, the auditor's opinions on them and the charter. All of it " +
      "is made from the record, for the day on which you ask.",
    ja: "ファンドの計算書（ファイル）、監査意見及び基本協定です。いずれも記録に基づき、閲覧時点で作成されます。",
  },
  own: { en: "Your own papers", ja: "所属当事者の書類" },
  notices: { en: "Notices of calls, distributions and returns", ja: "通知書（請求・分配・返還）" },
  account: { en: "Capital account, with files", ja: "資本勘定計算書（ファイルを含む）" },
  letters: { en: "Side letters and terms", ja: "附属書簡及び条件" },
  statements: { en: "Statements of the fund", ja: "ファンドの計算書" },
  statement: { en: "Statement", ja: "計算書" },
  files: { en: "Files", ja: "ファイル" },
  fileOf: { en: "{0} as {1}", ja: "{0}（{1}形式）" },
  opinions: { en: "The auditor's opinions", ja: "監査意見" },
  noOpinions: {
    en: "The auditor has given none so far.",
    ja: "監査意見はまだ表明されていません。",
  },
  opinion: { en: "Opinion", ja: "意見の種類" },
  said: { en: "In words", ja: "意見の本文" },
  givenOn: { en: "Given on", ja: "表明日" },
  act: { en: "The opinion", ja: "監査意見" },
  charter: { en: "Charter", ja: "基本協定" },
  readCharter: {
    en: "Read the charter, with the acts under each of its terms",
    ja: "基本協定の全文及び各条項に基づく行為を見る",
  },
  charterData: { en: "As data (JSON)", ja: "データ（JSON）" },
  version: { en: "Version", ja: "版" },
  inForce: { en: "In force from", ja: "施行日" },
  adoption: { en: "Adoption", ja: "採択" },
  amendment: { en: "Amendment", ja: "改正" },
  hash: { en: "Fingerprint (SHA-256)", ja: "ハッシュ値（SHA-256）" },
} as const;
