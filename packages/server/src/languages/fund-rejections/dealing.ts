import type { DEALING_REJECTIONS } from "@jointfund/core/fund/rejections/dealing.ts";
import type { Text } from "../language.ts";

export const DEALING_REJECTION_TEXTS: Readonly<Record<keyof typeof DEALING_REJECTIONS, Text>> = {
  no_units_outstanding: {
    en: "The class {actual} has no units yet.",
    ja: "受益権「{actual}」はまだ発行されていません。",
  },
  nav_already_struck: {
    en: "The net asset value of {actual:date} is struck already.",
    ja: "{actual:date}の基準価額は既に確定しています。",
  },
};
