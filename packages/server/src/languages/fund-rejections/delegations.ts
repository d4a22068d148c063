import type { DELEGATIONS_REJECTIONS } from "@jointfund/core/fund/rejections/delegations.ts";
import type { Text } from "../language.ts";

type Code = keyof typeof DELEGATIONS_REJECTIONS;

export const DELEGATIONS_REJECTION_TEXTS: Readonly<Record<Code, Text>> = {
  delegate_unknown: {
    en: "{actual} is no party of the charter.",
    ja: "{actual}は基本協定の当事者ではありません。",
  },
  act_not_delegable: {
    en: "{actual:actType} cannot be delegated.",
    ja: "{actual:actType}の承認は委任できません。",
  },
  delegation_unknown: {
    en: "No delegation {actual:act} was given.",
    ja: "委任{actual:act}はありません。",
  },
  delegation_over: {
    en: "The delegation ends on {actual:date}; it is {required:date}.",
    ja: "委任は{actual:date}に終了しています（本日{required:date}）。",
  },
};
