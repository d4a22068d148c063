import type { WIND_UP_REJECTIONS } from "@jointfund/core/fund/rejections/wind-up.ts";
import type { Text } from "../language.ts";

export const WIND_UP_REJECTION_TEXTS: Readonly<Record<keyof typeof WIND_UP_REJECTIONS, Text>> = {
  fund_closed: {
    en: "The fund was closed on {on:date}: {actual:actType} is over.",
    ja: "ファンドは{on:date}に終了しており、{actual:actType}はできません。",
  },
  winding_up: {
    en: "The fund has been wound up since {since:date}, and {actual:actType} begins something new.",
    ja: "ファンドは{since:date}から清算中であり、新たな{actual:actType}はできません。",
  },
  call_beyond_obligations: {
    en: "{actual:money} is called; what is owed beyond the cash in hand is {required:money}.",
    ja: "請求額{actual:money}は、手元の現金で賄えない債務の額{required:money}を超えます。",
  },
  not_winding_up: {
    en: "The fund is not being wound up: {actual:actType} has to wait for that.",
    ja: "ファンドは清算中ではないため、{actual:actType}はできません。",
  },
  claims_before: {
    en: "Payment {actual:act} comes before {payment:act}: {required} are paid first.",
    ja: "支払{actual:act}が{payment:act}に優先します（優先順位：{required}）。",
  },
  wind_up_open: {
    en: "This is still open: {actual}.",
    ja: "未了の事項があります：{actual}。",
  },
};
