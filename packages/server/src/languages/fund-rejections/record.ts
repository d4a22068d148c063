import type { RECORD_REJECTIONS } from "@jointfund/core/fund/rejections/record.ts";
import type { Text } from "../language.ts";

export const RECORD_REJECTION_TEXTS: Readonly<Record<keyof typeof RECORD_REJECTIONS, Text>> = {
  already_founded: {
    en: "The fund is founded already; there is no second founding.",
    ja: "ファンドは既に設立されています。再度の設立はできません。",
  },
  not_founded: {
    en: "The fund is not founded yet.[[ A record cannot begin with {actual:actType}.]]",
    ja: "ファンドはまだ設立されていません。[[記録を{actual:actType}から始めることはできません。]]",
  },
  blob_missing: {
    en: "The document that the act names is not at hand: {actual}.",
    ja: "行為が指定する文書がありません：{actual}。",
  },
  charter_not_adoptable: {
    en: "The charter cannot be adopted: {actual} faults ({findings}).",
    ja: "この基本協定は採択できません。不備が{actual}件あります（{findings}）。",
  },
  seat_taken: {
    en: "Seat {actual} is given to two officers.",
    ja: "席{actual}に二人の職員が割り当てられています。",
  },
  verifier_key_unusable: {
    en: "The verifier key of {who} cannot be used: {actual}.",
    ja: "{who}の検証鍵は使用できません（{actual}）。",
  },
  founding_incomplete: {
    en:
      "The founding is incomplete.[[ Missing: {missing:party}.]][[ {actual} of {required} " +
      "officers have signed.]]",
    ja: "設立の要件が整っていません。[[不足：{missing:party}。]][[署名は{required}名中{actual}名です。]]",
  },
  recorded_at_decreases: {
    en: "The time of record may not run back: {actual:instant}, after {required:instant}.",
    ja: "記録時刻は遡れません。直前の記録は{required:instant}、今回は{actual:instant}です。",
  },
  day_not_open: {
    en: "{actual:date} is not open; the day that is open is {required:date}.",
    ja: "{actual:date}は開始されていません。現在の業務日は{required:date}です。",
  },
  day_not_later: {
    en: "{actual:date} cannot be opened: {required:date} is open already.",
    ja: "{actual:date}は開始できません。既に{required:date}が開始されています。",
  },
  day_not_today: {
    en: "{actual:date} cannot be opened on {required:date}.",
    ja: "{required:date}に{actual:date}を開始することはできません。",
  },
  refusal_not_reproduced: {
    en: "The refusal on record does not follow from the rules; they give: {actual}.",
    ja: "記録された却下は規則から導かれません。規則による結果：{actual}。",
  },
  checkpoint_malformed: {
    en: "The checkpoint cannot be read ({actual}).",
    ja: "チェックポイントを読み取れません（{actual}）。",
  },
  checkpoint_not_of_this_log: {
    en: "The checkpoint of {actual} entries is not one of this record.",
    ja: "{actual}件のチェックポイントはこの記録のものではありません。",
  },
  cosignature_missing: {
    en: "The checkpoint is cosigned by {actual:party}; needed: {required:party}.",
    ja: "チェックポイントの副署は{actual:party}です。{required:party}の副署を要します。",
  },
  seal_not_reproduced: {
    en: "The seal states {actual}; the record gives {required}.",
    ja: "封印の内容は{actual}ですが、記録からは{required}となります。",
  },
};
