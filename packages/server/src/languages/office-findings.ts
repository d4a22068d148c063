import type { Text } from "./language.ts";

/** What is wrong with an office file, beside what may be wrong with any file of YAML. */
export const OFFICE_FINDING_TEXTS: Readonly<Record<string, Text>> = {
  unknown_enrolled_officer: {
    en: "the record has no such officer",
    ja: "該当する職員が記録にありません",
  },
  officer_of_other_party: {
    en: "the officer acts for another party",
    ja: "この職員は別の当事者に属しています",
  },
  role_of_other_kind: {
    en: "a party of this kind has another role",
    ja: "この種類の当事者には別の役割が割り当てられます",
  },
  unknown_feeder: { en: "there is no such feeder", ja: "該当する投資ビークルがありません" },
  environment_not_set: {
    en: "the environment has no variable of this name",
    ja: "この名称の環境変数が設定されていません",
  },
  secret_file_missing: {
    en: "the file is not there or cannot be read",
    ja: "ファイルが存在しないか、読み取れません",
  },
  secret_file_open: {
    en: "others may read the file: its mode has to be 0600",
    ja: "他の利用者も読み取れるファイルです。権限を0600としてください",
  },
  key_malformed: {
    en: "this is no private key in PKCS #8 (PEM) for the algorithm",
    ja: "指定のアルゴリズムに対応する秘密鍵（PKCS #8、PEM形式）ではありません",
  },
};
