/** Words of the page that explains a refusal. */
export const words = {
  area: { en: "What a refusal means", ja: "却下理由の説明" },
  rejection: {
    en: "The rules of the fund refused it. Words in braces stand for what each refusal says.",
    ja: "ファンドの規則により却下されたものです。波括弧の語には個々の却下の内容が入ります。",
  },
  request: {
    en:
      "The request could not be taken as it was. Words in braces stand for what each answer " +
      "says.",
    ja: "要求をそのまま受け付けられなかったものです。波括弧の語には個々の応答の内容が入ります。",
  },
  code: { en: "Code", ja: "コード" },
  onRecord: { en: "On record", ja: "記録にある却下" },
  when: { en: "When", ja: "日時" },
  who: { en: "Who", ja: "署名者" },
  what: { en: "What was said", ja: "内容" },
  entry: { en: "Entry", ja: "記録" },
} as const;
