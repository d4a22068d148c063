import type { PAYMENTS_REJECTIONS } from "@jointfund/core/fund/rejections/payments.ts";
import type { Text } from "../language.ts";

export const PAYMENTS_REJECTION_TEXTS: Readonly<Record<keyof typeof PAYMENTS_REJECTIONS, Text>> = {
  payment_unknown: {
    en: "No payment {actual:act} was instructed.",
    ja: "支払{actual:act}の指図はありません。",
  },
  payment_already_released: {
    en: "The payment {actual:act} was released on {on:date}.",
    ja: "支払{actual:act}は{on:date}に実行済みです。",
  },
  payment_differs: {
    en: "The release says {actual:payeeAmount}; the payment instructed is {required:payeeAmount}.",
    ja: "実行の内容は{actual:payeeAmount}ですが、支払の指図は{required:payeeAmount}です。",
  },
  cash_insufficient: {
    en: "The fund has {actual:money} in cash; the payment is {required:money}.",
    ja: "現金残高は{actual:money}であり、支払額{required:money}に足りません。",
  },
  payment_not_final: {
    en:
      "Payment {payment:act} may not leave yet: the record is final up to {actual} entries, and " +
      "must be up to {required}.",
    ja: "支払{payment:act}はまだ実行できません。記録は{actual}件まで確定しており、{required}件までの確定を要します。",
  },
};
