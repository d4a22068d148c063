import type { DEALING_REJECTIONS } from "@jointfund/core/fund/rejections/dealing.ts";
import type { Text } from "../language.ts";

export const DEALING_REJECTION_TEXTS: Readonly<Record<keyof typeof DEALING_REJECTIONS, Text>> = {
  no_units_outstanding: {
    en: "{actual} has no units outstanding.",
    ja: "「{actual}」には発行済みの受益権がありません。",
  },
  nav_already_struck: {
    en: "The net asset value of {actual:date} is struck already.",
    ja: "{actual:date}の基準価額は既に確定しています。",
  },
  class_already_opened: {
    en: "The class {actual} has been opened already.",
    ja: "受益権「{actual}」の募集は既に開始されています。",
  },
  class_not_open: {
    en: "The class {actual} is not open to new money.",
    ja: "受益権「{actual}」は新たな払込みを受け付けていません。",
  },
};
