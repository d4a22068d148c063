import type { Standing } from "@jointfund/core/charter/comparison.ts";
import type { Language, Text } from "./language.ts";

/** How the clauses of two charters stand beside each other. */
export const STANDING_WORDS: Readonly<Record<Standing, Text>> = {
  same: { en: "the same", ja: "同一" },
  renumbered: { en: "renumbered", ja: "条番号のみ変更" },
  changed: { en: "differs", ja: "相違" },
  onlyFirst: { en: "only in the first", ja: "第一の協定のみ" },
  onlySecond: { en: "only in the second", ja: "第二の協定のみ" },
};

export type ComparisonPhrases = {
  readonly title: (first: string, second: string) => string;
  readonly reading: (name: string, side: string) => string;
  readonly counts: (counts: Readonly<Record<Standing, number>>) => string;
  readonly entrenched: string;
  readonly nothing: string;
};

export const COMPARISON_PHRASES: Readonly<Record<Language, ComparisonPhrases>> = {
  en: {
    title: (first, second) => `${first} and ${second}`,
    reading: (name, side) => `${name}, as ${side} reads it`,
    counts: ({ same, renumbered, changed, onlyFirst, onlySecond }) =>
      `Clauses: ${same} the same, ${renumbered} renumbered, ${changed} differ, ` +
      `${onlyFirst} only in the first, ${onlySecond} only in the second.`,
    entrenched: "entrenched",
    nothing: "none",
  },
  ja: {
    title: (first, second) => `${first}と${second}の対照`,
    reading: (name, side) => `${name}（${side}案）`,
    counts: ({ same, renumbered, changed, onlyFirst, onlySecond }) =>
      `条項数：同一${same}、条番号のみ変更${renumbered}、相違${changed}、` +
      `第一の協定のみ${onlyFirst}、第二の協定のみ${onlySecond}`,
    entrenched: "硬性条項",
    nothing: "なし",
  },
};

/** How the table of coalitions is said. */
export const COALITION_PHRASES: Readonly<
  Record<
    Language,
    {
      readonly introduction: string;
      readonly act: string;
      readonly winning: string;
      readonly blocking: string;
      readonly or: string;
      readonly and: string;
      readonly nobody: string;
      readonly tooMany: string;
    }
  >
> = {
  en: {
    introduction:
      "The least groups of parties that can bring an act about whatever the others do, and the " +
      "least groups without which nobody can. Facts are on record by their reporter's word.",
    act: "Act",
    winning: "Can bring it about",
    blocking: "Can stop it",
    or: " / ",
    and: " + ",
    nobody: "nobody",
    tooMany: "too many to list",
  },
  ja: {
    introduction:
      "他の当事者がいかに反対しても行為を成立させることができる最小の組合せと、それを欠けば誰も" +
      "成立させることができない最小の組合せを示す。事実は報告者の報告により記録される。",
    act: "行為",
    winning: "成立させることができる者",
    blocking: "阻止することができる者",
    or: "／",
    and: "＋",
    nobody: "なし",
    tooMany: "多数につき省略",
  },
};
