import type { CharterFindingCode } from "@jointfund/core/charter/finding.ts";
import type { YamlFindingCode } from "../charter/yaml-document.ts";
import { MANDATE_FINDING_TEXTS } from "./charter-findings/mandate.ts";
import { OVERSIGHT_FINDING_TEXTS } from "./charter-findings/oversight.ts";
import { WATERFALL_FINDING_TEXTS } from "./charter-findings/waterfalls.ts";
import { CALL_FINDING_TEXTS } from "./charter-findings/calls.ts";
import { YAML_FINDING_TEXTS } from "./charter-findings/yaml.ts";
import { COVENANT_FINDING_TEXTS } from "./covenant-findings.ts";
import type { Text } from "./language.ts";

/** Everything that a charter file may be found to have wrong. */
export type CharterFileFindingCode = CharterFindingCode | YamlFindingCode;

/** What each finding on a charter says; the templates are those of template.ts. */
export const CHARTER_FINDING_TEXTS: Readonly<Record<CharterFileFindingCode, Text>> = {
  // The file
  file_too_large: {
    en: "The file has {actual} bytes; a charter has at most {required}.",
    ja: "ファイルが{actual}バイトあります。基本協定は{required}バイト以下でなければなりません。",
  },
  too_large: {
    en: "The document is too large.",
    ja: "文書が大きすぎます。",
  },
  not_utf8: {
    en: "The file is not UTF-8 text.",
    ja: "ファイルがUTF-8の文字列ではありません。",
  },
  not_json: {
    en: "This is not JSON.",
    ja: "JSONではありません。",
  },
  not_canonical: {
    en: "This is not the canonical form of its JSON.",
    ja: "JSONの正規形ではありません。",
  },
  too_deep: {
    en: "This is nested too deeply[[; at most {required} levels]].",
    ja: "入れ子が深すぎます[[（上限{required}段）]]。",
  },
  ...YAML_FINDING_TEXTS,
  duplicate_key: {
    en: "The field {actual} is given twice; it stands in line {line} already.",
    ja: "項目「{actual}」が重複しています。既に{line}行目にあります。",
  },
  forbidden_key: {
    en: "A field cannot be named __proto__.",
    ja: "項目名に __proto__ は使えません。",
  },
  number_not_safe_integer: {
    en:
      "The number[[ {actual}]] is beyond 2^53 and would be rounded; write it as text in " +
      "quotation marks.",
    ja: "数値[[{actual}]]は2の53乗を超え、丸められてしまいます。引用符で囲んだ文字列で書いてください。",
  },
  number_not_plain: {
    en: 'The number {actual} is not a plain whole number; write it as text: "{actual}".',
    ja: '数値{actual}は通常の整数ではありません。引用符で囲み「"{actual}"」と書いてください。',
  },
  lone_surrogate: {
    en: "The text has half of a character (a lone surrogate).",
    ja: "文字が途中で切れています（孤立サロゲート）。",
  },
  unassigned_character: {
    en: "The text has a character that Unicode 15.0 does not know.",
    ja: "Unicode 15.0にない文字が含まれています。",
  },
  not_nfc: {
    en: "The text is not in Unicode's normal form C; the same text would have two spellings.",
    ja: "文字列がUnicodeの正規形Cではありません（見た目が同じでも別の文字列になります）。",
  },
  // The form
  unknown_field: {
    en: "There is no field {actual} here; expected: {expected}.",
    ja: "ここに項目「{actual}」はありません。使える項目：{expected}。",
  },
  missing_field: {
    en: "The field {field} is missing; expected: {expected}.",
    ja: "項目「{field}」がありません。必要なもの：{expected}。",
  },
  wrong_type: {
    en: "This must be {expected}; it is {actual}.",
    ja: "{expected}でなければなりませんが、{actual}です。",
  },
  out_of_range: {
    en: "This must be {expected}; it is {actual}.",
    ja: "{expected}でなければなりませんが、{actual}です。",
  },
  bad_format: {
    en: 'This must be {expected}; it is "{actual}".',
    ja: "{expected}でなければなりませんが、「{actual}」です。",
  },
  not_one_of: {
    en: "This must be {expected}; it is {actual}.",
    ja: "{expected}でなければなりませんが、{actual}です。",
  },
  too_long: {
    en: "The text has {actual} characters; expected: {expected}.",
    ja: "文字数が{actual}です。必要なもの：{expected}。",
  },
  too_short: {
    en: "This has a length of {actual}; expected: {expected}.",
    ja: "長さが{actual}です。必要なもの：{expected}。",
  },
  duplicate_item: {
    en: "{actual} is listed twice.",
    ja: "{actual}が重複しています。",
  },
  too_many: {
    en: "There are {actual} of these; expected: {expected}.",
    ja: "{actual}個あります。必要なもの：{expected}。",
  },
  // Brackets
  bracket_open: {
    en: "The sides have not agreed here yet ({sides}); a charter is adopted without brackets.",
    ja: "ここは未合意です（{sides}）。括弧が残ったままでは採択できません。",
  },
  bracket_nested: {
    en: "These brackets stand within brackets; give each side one whole text.",
    ja: "括弧の中に括弧があります。各当事者の案を一つの文としてまとめてください。",
  },
  bracket_empty: {
    en: "These brackets hold no side's text.",
    ja: "括弧の中にどの当事者の案もありません。",
  },
  bracket_side_unknown: {
    en: "{actual} is no sovereign of this charter; the sides are {required}.",
    ja: "{actual}はこの基本協定の出資国ではありません。当事者：{required}。",
  },
  bracket_side_missing: {
    en: "{side} has no text in these brackets; there are texts of {sides}.",
    ja: "この括弧に{side}の案がありません。案を出しているのは{sides}です。",
  },
  // Names and clauses
  bracket_unpriced: {
    en: "Nobody can put a price on the alternatives of {part}: no figure depends on them.",
    ja: "{part}の選択肢は、どの金額にも影響しないため、価額に換算できません。",
  },
  indemnity_uncapped: {
    en: "The indemnity has no cap: nobody can say what it may cost.",
    ja: "補償に上限がないため、負担し得る額を算定できません。",
  },
  reference_unknown: {
    en: 'There is no {kind} "{actual}".[[ Did you mean "{suggestion}"?]]',
    ja: "{kind}「{actual}」はありません。[[「{suggestion}」のことですか。]]",
  },
  id_duplicate: {
    en: 'The {kind} "{actual}" is there already or has a meaning of its own.',
    ja: "{kind}「{actual}」は既にあるか、別の意味で使われています。",
  },
  clause_duplicate: {
    en: "Clause {actual} is {first} already; a clause has one subject.",
    ja: "条項{actual}は既に{first}に使われています。一つの条項は一つの事項を定めます。",
  },
  term_name_taken: {
    en: 'The name "{actual}" has a meaning of its own in expressions; choose another.',
    ja: "「{actual}」は条件式で別の意味を持つ名称です。別の名称にしてください。",
  },
  // Languages
  calendar_unusable: {
    en: "The charter's own calendar cannot be used: {reason}.",
    ja: "協定独自の暦は使用できません（{reason}）。",
  },
  text_missing: {
    en: "The text is missing in the language {language}.",
    ja: "言語{language}の本文がありません。",
  },
  text_language_unknown: {
    en: "{actual} is no language of this charter; its languages are {required}.",
    ja: "{actual}はこの基本協定の言語ではありません。使える言語：{required}。",
  },
  // Parties, seats, bodies
  sovereign_missing: {
    en: "The charter has no sovereign.",
    ja: "出資国がありません。",
  },
  operator_missing: {
    en: "The charter has no operator, so that nobody could open a day.",
    ja: "記録運営者がないため、業務日を開始できる者がいません。",
  },
  seat_of_other_party: {
    en: "A party speaks through its own seats: this one is of {actual}, not of {required}.",
    ja: "当事者は自らの席を通じて意思を示します。この席は{required}ではなく{actual}のものです。",
  },
  threshold_unreachable: {
    en: "{actual} seats must agree, but the party has {required}.",
    ja: "{actual}席の賛成が必要ですが、この当事者の席は{required}席です。",
  },
  quorum_unreachable: {
    en: "The quorum asks for {actual} seats[[ of {party}]], but there are {required}.",
    ja: "定足数は[[{party}の]]{actual}席ですが、席は{required}席しかありません。",
  },
  alternate_of_other_party: {
    en: "The alternate {seat} is of {actual}; it must be of {required}.",
    ja: "代理席{seat}は{actual}のものですが、{required}のものでなければなりません。",
  },
  alternate_shared: {
    en: "{seat} is the alternate of {first} already.",
    ja: "{seat}は既に{first}の代理席です。",
  },
  alternate_chained: {
    en: "The alternate {seat} names an alternate of its own, {alternate}, which never counts.",
    ja: "代理席{seat}が更に代理席{alternate}を指定していますが、これが議決に加わることはありません。",
  },
  alternate_cyclic: {
    en: "These seats are each other's alternates: {seats}.",
    ja: "代理席の指定が循環しています：{seats}。",
  },
  // Money
  amount_too_precise: {
    en: "The amount has {actual} decimals; at most {required} are possible[[ in {currency}]].",
    ja: "小数が{actual}桁あります。[[{currency}では]]{required}桁までです。",
  },
  amount_not_positive: {
    en: "The amount must be above zero; it is {actual}.",
    ja: "金額は零より大きくなければなりませんが、{actual}です。",
  },
  capital_currency_differs: {
    en: "The capital is in {actual}, but the vehicle that distributes has its book in {required}.",
    ja: "資本の通貨は{actual}ですが、分配を行う投資ビークルの帳簿は{required}で記帳されます。",
  },
  shares_not_one: {
    en: "The shares sum to {actual}, not to {required}.",
    ja: "負担割合の合計が{actual}です。{required}でなければなりません。",
  },
  share_not_positive: {
    en: "The share must be above zero; it is {actual}.",
    ja: "負担割合は零より大きくなければなりませんが、{actual}です。",
  },
  share_missing: {
    en: "The sovereign {party} has no share of the capital.",
    ja: "出資国{party}に負担割合がありません。",
  },
  tie_break_incomplete: {
    en: "{party} has a share but no place in the order for odd cents (tieBreak).",
    ja: "{party}には負担割合がありますが、端数の配分順（tieBreak）にありません。",
  },
  ...MANDATE_FINDING_TEXTS,
  ...OVERSIGHT_FINDING_TEXTS,
  ...WATERFALL_FINDING_TEXTS,
  account_missing: {
    en: "The account {account} is missing; the fund's acts post to it (kind: {required}).",
    ja: "勘定科目{account}がありません。ファンドの記帳に必要です（種別：{required}）。",
  },
  account_kind_wrong: {
    en: "The account {account} is of kind {required}, not {actual}.",
    ja: "勘定科目{account}の種別は{actual}ではなく{required}です。",
  },
  // Vehicles
  ...CALL_FINDING_TEXTS,
  ownership_cyclic: {
    en: "These vehicles own themselves in a circle: {vehicles}.",
    ja: "投資ビークルの所有関係が循環しています：{vehicles}。",
  },
  ...COVENANT_FINDING_TEXTS,
  // Acts
  act_rule_missing: {
    en: "There is no rule for the act {type}.",
    ja: "行為{type}の規定がありません。",
  },
  act_unused_with_rule: {
    en: "The act {type} is listed as unused and has a rule all the same.",
    ja: "行為{type}は用いない行為とされていますが、規定があります。",
  },
  act_indispensable: {
    en: "No fund can do without the act {type}.",
    ja: "行為{type}を用いないことはできません。",
  },
  act_type_unknown: {
    en: 'The fund knows no act {actual}.[[ Did you mean "{suggestion}"?]]',
    ja: "行為{actual}はありません。[[「{suggestion}」のことですか。]]",
  },
  act_nature_wrong: {
    en: "This act is a {required}, not a {actual}.",
    ja: "この行為の性質は{actual}ではなく{required}です。",
  },
  tier_missing: {
    en: "Nobody approves this decision: it has no approval tier.",
    ja: "この決定には承認の規定がなく、誰も承認できません。",
  },
  tier_condition_missing: {
    en: "Tier {tier} has no condition, so that the tiers after it never decide.",
    ja: "第{tier}段階に条件がないため、後の段階が適用されることはありません。",
  },
  tier_condition_on_last: {
    en: "The last tier must have no condition; where this one fails, no tier would decide.",
    ja: "最後の段階に条件を付けることはできません。条件を満たさない場合に適用される段階がなくなります。",
  },
  fact_with_approval: {
    en: "A fact is recorded on its reporter's word; it has no approval.",
    ja: "事実は報告者の申告により記録され、承認の対象になりません。",
  },
  fact_with_control: {
    en: "A fact is never refused, so it has no {control}.",
    ja: "事実の記録は拒まれないため、{control}を定めることはできません。",
  },
  approvals_too_complex: {
    en: "The approval rules are too many to be examined ({actual} steps, at most {required}).",
    ja: "承認の規定が多すぎるため検査できません（{actual}段階、上限{required}段階）。",
  },
  rule_never_met: {
    en: "This rule can never be met, even if every seat approves.",
    ja: "すべての席が賛成しても、この規定が満たされることはありません。",
  },
  rule_never_met_for_proposer: {
    en: "{party} may propose this act, but its proposal can never be approved.",
    ja: "{party}は提案できますが、その提案が承認されることはありません。",
  },
  rule_fails_after_recusal: {
    en: "If the seat {seat} is recused, this rule can never be met.",
    ja: "席{seat}が回避すると、この規定が満たされることはなくなります。",
  },
  unilateral_not_shown: {
    en:
      "{party} alone can decide this act, which moves money; show it openly as unilateral or let " +
      "another side approve too.",
    ja:
      "資金を動かすこの行為を{party}が単独で決定できます。単独の権利（unilateral）と明示するか、" +
      "他の当事者の承認を要することとしてください。",
  },
  carved_out_and_stoppable: {
    en: "What is agreed or owed goes on: an act that is carved out has no {control}.",
    ja: "合意済みの債務は履行されます。除外された行為に{control}を定めることはできません。",
  },
  expiry_too_short: {
    en:
      "The act lapses after {actual} days, before its waiting times are over (at least " +
      "{required}).",
    ja: "待機期間が終わる前に、{actual}日で失効します（少なくとも{required}日が必要です）。",
  },
  // Expressions
  expression_invalid: {
    en: "{message}",
    ja: "{message}",
  },
  expression_doubtful: {
    en: "{message}",
    ja: "{message}",
  },
  // Freeze, finality, amendment
  freeze_outlasts_cooling_off: {
    en:
      "A freeze of {actual} days with {required} days between freezes lets one side stop the " +
      "fund for most of the time.",
    ja: "凍結期間{actual}日に対し再凍結までの期間が{required}日であるため、一方の国が大半の期間ファンドを停止できます。",
  },
  mirror_missing: {
    en: "The sovereign {party} has no mirror: money could leave without its countersignature.",
    ja: "出資国{party}のミラー（複製記録）がなく、その副署なしに資金が支払われるおそれがあります。",
  },
  passkey_origin_foreign: {
    en: "The page {actual} is not of the site {required}: no browser offers its passkeys there.",
    ja: "{actual}はサイト{required}に属さないため、ブラウザは同サイトのパスキーを提示しません。",
  },
  entrenched_path_unknown: {
    en: "There is nothing at {actual} in this charter.",
    ja: "この基本協定に{actual}はありません。",
  },
  entrenchment_incomplete: {
    en: "{required} must be entrenched: else one ordinary amendment could undo the agreement.",
    ja: "{required}は硬性条項としなければなりません。通常の改正で合意が覆るおそれがあります。",
  },
  entrenchment_not_ratified: {
    en: "An entrenched amendment could pass here without ratification by {party}.",
    ja: "{party}の批准なしに硬性条項を改正できてしまいます。",
  },
  // Left unused
  limit_unused: {
    en: 'No act names the limit "{actual}".',
    ja: "制限「{actual}」を適用する行為がありません。",
  },
  term_unused: {
    en: 'No condition uses the term "{actual}".',
    ja: "協定数値「{actual}」を使う条件式がありません。",
  },
};
