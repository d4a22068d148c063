import type { CHARGES_REJECTIONS } from "@jointfund/core/fund/rejections/charges.ts";
import type { Text } from "../language.ts";

export const CHARGES_REJECTION_TEXTS: Readonly<Record<keyof typeof CHARGES_REJECTIONS, Text>> = {
  fee_unknown: {
    en: "The charter has no fee {actual}.",
    ja: "基本協定に報酬「{actual}」はありません。",
  },
  fee_not_owed: {
    en: "{actual:money} is more than has accrued and is still owed, {required:money}.",
    ja: "{actual:money}は、発生済みで未払の報酬{required:money}を超えます。",
  },
  expenses_not_in_charter: {
    en: "The charter has no terms for expenses.",
    ja: "基本協定に経費の定めがありません。",
  },
  expense_charge_wrong: {
    en:
      "The charge is {actual}, but by its payee {required}: parties of the fund charge " +
      "internally.",
    ja: "請求の区分が{actual}ですが、支払先によれば{required}です（当事者による請求は内部請求とします。）。",
  },
  internal_cap_exceeded: {
    en:
      "Parties of the fund would charge {actual:money} in {year}; the charter allows " +
      "{required:money}.",
    ja: "当事者による請求は{year}に{actual:money}となり、上限{required:money}を超えます。",
  },
  expense_unknown: {
    en: "There is no expense {actual:act}.",
    ja: "経費{actual:act}はありません。",
  },
  expense_already_paid: {
    en: "The expense {actual:act} was instructed to be paid on {on:date}.",
    ja: "経費{actual:act}は{on:date}に支払が指示されています。",
  },
  reserve_unknown: {
    en: "The charter has no reserve {actual}.",
    ja: "基本協定に準備金「{actual}」はありません。",
  },
  reserve_beyond_target: {
    en: "The reserve would hold {actual:money}; its target is {required:money}.",
    ja: "準備金は{actual:money}となり、目標額{required:money}を超えます。",
  },
  reserve_insufficient: {
    en: "The reserve holds {required:money}, less than {actual:money}.",
    ja: "準備金の残高{required:money}が{actual:money}に足りません。",
  },
};
