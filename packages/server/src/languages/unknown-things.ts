import type { HttpProblemCode } from "./http-problems.ts";
import type { Text } from "./language.ts";

/** What there may be none of, by the word that the problem `unknown_id` is raised with. */
const UNKNOWN_THINGS: Readonly<Record<string, Text>> = {
  act: { en: "act", ja: "行為" },
  "act type": { en: "act type", ja: "行為の種類" },
  cell: { en: "cell", ja: "数値" },
  charter: { en: "charter", ja: "基本協定" },
  code: { en: "code", ja: "コード" },
  covenant: { en: "covenant", ja: "財務制限条項" },
  entry: { en: "entry", ja: "記録番号" },
  experiment: { en: "experiment", ja: "条件変更の試行" },
  feeder: { en: "feeder", ja: "フィーダー" },
  figures: { en: "figure", ja: "数値" },
  investment: { en: "investment", ja: "投資" },
  journal: { en: "journal", ja: "仕訳" },
  moved: { en: "figure to move", ja: "変更対象の数値" },
  notice: { en: "notice", ja: "通知" },
  order: { en: "order", ja: "申込み" },
  party: { en: "party", ja: "当事者" },
  policy: { en: "policy", ja: "政策" },
  request: { en: "request", ja: "依頼" },
  scenario: { en: "scenario", ja: "シナリオ" },
  stresses: { en: "stress", ja: "ストレス" },
  vehicle: { en: "vehicle", ja: "投資ビークル" },
  verification: { en: "verification", ja: "検証" },
};

const ROLES: Readonly<Record<string, Text>> = {
  officer: { en: "officer", ja: "職員" },
  auditor: { en: "auditor", ja: "監査人" },
  partner: { en: "partner", ja: "組合員" },
  citizen: { en: "citizen", ja: "国民" },
};

/** Most characters that a message repeats of what was asked for. */
const REPEATED_MAX = 100;

/** What fills a problem's sentence: a word of ours in its language, or what was asked for. */
export function partsOfProblem(
  code: HttpProblemCode,
  [first = "", ...others]: readonly string[],
  language: "en" | "ja",
): readonly string[] {
  if (code === "not_allowed") return [ROLES[first]?.[language] ?? first];
  if (code !== "unknown_id") return [first, ...others];
  return [UNKNOWN_THINGS[first]?.[language] ?? first, ...others.map(repeated)];
}

const repeated = (text: string): string =>
  text.length <= REPEATED_MAX ? text : `${text.slice(0, REPEATED_MAX).toWellFormed()}…`;
