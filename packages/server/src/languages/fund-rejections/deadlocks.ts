import type { DEADLOCKS_REJECTIONS } from "@jointfund/core/fund/rejections/deadlocks.ts";
import type { Text } from "../language.ts";

export const DEADLOCKS_REJECTION_TEXTS: Readonly<Record<keyof typeof DEADLOCKS_REJECTIONS, Text>> =
  {
    rounds_too_few: {
      en: "{actual} failed proposals are named; a deadlock takes {required}.",
      ja: "挙げられた不成立の提案は{actual}件ですが、膠着の宣言には{required}件を要します。",
    },
    round_unknown: {
      en: "No act {actual:act} was proposed.",
      ja: "行為{actual:act}は提案されていません。",
    },
    round_not_failed: {
      en:
        "The proposal {actual:act} does not count: it has not failed, no sovereign approved it, " +
        "its own side turned against it, or it counted before.",
      ja: "提案{actual:act}は算入できません。不成立でないか、出資国の承認がないか、提案者の側が反対したか、又は既に算入されています。",
    },
    round_of_other_matter: {
      en: "The proposals are about different matters: {actual}, and {required} before.",
      ja: "提案の案件が異なります。{actual}は、先の{required}と同一ではありません。",
    },
    round_too_early: {
      en:
        "The proposal {act:act} was made on {actual:date}; the one before it ended on " +
        "{required:date}, and the next has to come later.",
      ja: "提案{act:act}は{actual:date}に行われましたが、前の提案の終了日{required:date}より後でなければなりません。",
    },
    matter_not_for_deadlock: {
      en: "There is no deadlock over {actual:actType}: here no side can be overruled.",
      ja: "{actual:actType}については膠着を宣言できません。いずれの側の意思も覆すことのできない事項です。",
    },
    deadlock_declared: {
      en: "The deadlock {actual:act} over this matter has stood since {on:date}.",
      ja: "この案件については、{on:date}に宣言された膠着{actual:act}が継続しています。",
    },
    deadlock_unknown: {
      en: "No deadlock {actual:act} was declared.",
      ja: "膠着{actual:act}は宣言されていません。",
    },
    deadlock_over: {
      en: "The deadlock {actual:act} ended on {on:date}.",
      ja: "膠着{actual:act}は{on:date}に終了しています。",
    },
    not_the_expert: {
      en: "{actual:party} is not the expert of the stage that is reached ({stage}).",
      ja: "{actual:party}は、現在の段階（{stage}）で意見を求められた専門家ではありません。",
    },
  };
