import { ENGLISH } from "./charter-explanation/english.ts";
import { JAPANESE } from "./charter-explanation/japanese.ts";
import type { CharterPhrases } from "./charter-explanation/phrases.ts";
import type { Language, Text } from "./language.ts";

/** Business calendars by the id of their data: whose business days they count. */
export const CALENDAR_PLACES: Readonly<Record<string, Text>> = {
  "us-federal-reserve": { en: "US", ja: "米国" },
  "japan-banks": { en: "Japan", ja: "日本" },
};

/** Parts of a charter by the first step of their path. */
export const PART_NAMES: Readonly<Record<string, Text>> = {
  purpose: { en: "purpose", ja: "目的" },
  parties: { en: "parties, their seats and thresholds", ja: "当事者並びにその席及び必要賛成数" },
  bodies: { en: "bodies, their seats and quorums", ja: "機関並びにその席及び定足数" },
  rounding: { en: "rounding", ja: "端数処理" },
  capital: { en: "capital and shares", ja: "資本及び負担割合" },
  waterfalls: { en: "waterfalls", ja: "分配順位" },
  distributions: { en: "distribution", ja: "分配" },
  recoupment: { en: "recoupment", ja: "投資元本等の回収" },
  carry: { en: "carried interest", ja: "成功報酬" },
  freeze: { en: "freeze", ja: "凍結" },
  deadlock: { en: "deadlock", ja: "膠着" },
  exit: { en: "leaving", ja: "脱退" },
  windUp: { en: "winding up", ja: "清算" },
  finality: { en: "finality of payments", ja: "支払の確定" },
  passkeys: { en: "officers' passkeys", ja: "職員のパスキー" },
  amendment: { en: "amendment", ja: "改正手続" },
  currencies: { en: "currencies", ja: "通貨" },
  calendars: { en: "calendars", ja: "暦" },
  vehicles: { en: "vehicles", ja: "投資ビークル" },
  classes: { en: "classes of units", ja: "受益権の種類" },
  accounts: { en: "chart of accounts", ja: "勘定科目" },
  mandate: { en: "mandate", ja: "投資対象" },
  conflicts: { en: "conflicts of interest", ja: "利益相反" },
  terms: { en: "terms", ja: "協定数値" },
  limits: { en: "limits", ja: "制限" },
  leverage: { en: "borrowing and covenants", ja: "借入れ及び財務制限条項" },
  acts: { en: "rules of acts", ja: "行為の規定" },
};

export const CHARTER_PHRASES: Readonly<Record<Language, CharterPhrases>> = {
  en: ENGLISH,
  ja: JAPANESE,
};
