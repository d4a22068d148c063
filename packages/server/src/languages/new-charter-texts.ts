/** What `jointfund charter new` asks and says. */
export const NEW_CHARTER_TEXTS = {
  questions: {
    id: { en: "Short name of the fund", ja: "ファンドの略称" },
    origin: { en: "Name of its public record", ja: "公開記録の名称" },
    title: { en: "Title", ja: "正式名称" },
    sideId: { en: "Id of a government", ja: "出資国の識別子" },
    sideName: { en: "Its authority", ja: "所管官庁の名称" },
    sideShort: { en: "Its short name", ja: "出資国の略称" },
    sideCurrency: { en: "Its currency", ja: "出資国の通貨" },
    sideShare: { en: "Its share of the capital", ja: "資本の負担割合" },
    currency: { en: "Currency of the fund", ja: "ファンドの通貨" },
    initial: { en: "Initial capital", ja: "当初資本" },
  },
  made: {
    en: (path: string, findings: number) =>
      `${path} is written. ` +
      (findings === 0
        ? "The linter finds nothing wrong with it."
        : `The linter has ${findings} finding${findings === 1 ? "" : "s"}: ` +
          `jointfund charter lint ${path}`),
    ja: (path: string, findings: number) =>
      `${path}を作成しました。` +
      (findings === 0
        ? "検査の指摘はありません。"
        : `検査の指摘が${findings}件あります：jointfund charter lint ${path}`),
  },
} as const;
