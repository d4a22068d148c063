import type { GovernanceRejectionCode } from "@jointfund/core/governance/rejections.ts";
import type { Text } from "./language.ts";

/** What each rejection of governance says; the templates are those of template.ts. */
export const GOVERNANCE_REJECTION_TEXTS: Readonly<Record<GovernanceRejectionCode, Text>> = {
  // Who signs
  wrong_fund: {
    en: "The statement is for {actual}, not for {required}.",
    ja: "この意思表示は「{actual}」宛てであり、「{required}」のものではありません。",
  },
  unexpected_signature: {
    en: "The statement carries {actual} signatures; it must carry {required}.",
    ja: "署名が{actual}個あります。{required}個でなければなりません。",
  },
  unknown_key: {
    en: "No enrolled key is named {key}.",
    ja: "署名鍵{key}は登録されていません。",
  },
  key_not_in_force: {
    en: "The key {key} is no longer in force ({actual:status}).",
    ja: "署名鍵{key}は現在有効ではありません（{actual:status}）。",
  },
  key_of_other_officer: {
    en: "The key {key} is that of {actual}; the statement names {required}.",
    ja: "署名鍵{key}は{actual}のものですが、意思表示は{required}の名義です。",
  },
  passkey_site_not_allowed: {
    en: "The charter names no site {actual} for passkeys; it names: {required}.",
    ja: "パスキーのサイト{actual}は基本協定に定めがありません。定められたサイト：{required}。",
  },
  assertion_malformed: {
    en: "What the passkey {key} of {officer} gave has not the form of a signature ({part}).",
    ja: "{officer}のパスキー{key}の応答（{part}）が、署名としての形式を満たしていません。",
  },
  assertion_not_for_signing: {
    en: "The passkey {key} of {officer} was not asked to sign, but for {actual}.",
    ja: "{officer}のパスキー{key}の応答は、署名のためのものではありません（{actual}）。",
  },
  challenge_differs: {
    en: "The passkey {key} of {officer} has signed something else: {actual}, not {required}.",
    ja: "{officer}のパスキー{key}が署名した内容が異なります（{actual}。正しくは{required}）。",
  },
  origin_not_allowed: {
    en: "{officer} has signed with the passkey {key} on {actual}. The charter allows {required}.",
    ja: "{officer}はパスキー{key}により{actual}で署名しました。基本協定が認めるのは{required}です。",
  },
  signed_in_foreign_page: {
    en: "{officer} has signed with the passkey {key} within a page of another site.",
    ja: "{officer}のパスキー{key}による署名は、他サイトのページに埋め込まれた画面で行われました。",
  },
  assertion_of_other_site: {
    en: "The passkey {key} of {officer} answered for another site than {required}.",
    ja: "{officer}のパスキー{key}の応答は、{required}以外のサイトに対するものです。",
  },
  user_not_verified: {
    en: "The passkey {key} of {officer} did not ask who uses it (fingerprint, face or PIN).",
    ja: "{officer}のパスキー{key}が本人確認（指紋、顔又は暗証番号）を行っていません。",
  },
  passkey_is_synced: {
    en: "The passkey {key} of {officer} may be copied to other devices. The charter excludes that.",
    ja: "{officer}のパスキー{key}は他の端末に同期され得ます。基本協定はこれを認めていません。",
  },
  bad_signature: {
    en: "The signature by the key {key} of {officer} is not valid.",
    ja: "{officer}の署名鍵{key}による署名が正しくありません。",
  },
  not_the_operator: {
    en: "Only the operator of the record may say this; {officer} is of {actual:party}.",
    ja: "これは記録運営者のみが行えます。{officer}は{actual:party}の職員です。",
  },
  officer_unknown: {
    en: "There is no officer {officer}.",
    ja: "職員「{officer}」は登録されていません。",
  },
  // What is known already
  already_recorded: {
    en: "This is on record already, as entry {entry}.",
    ja: "これは既に記録{entry}番として記録されています。",
  },
  idempotency_key_reused: {
    en: "The key {idempotencyKey} stands for another act already: {act:act}.",
    ja: "識別鍵{idempotencyKey}は既に別の行為{act:act}に使われています。",
  },
  act_unknown: {
    en: "There is no act {actual:act}.",
    ja: "行為{actual:act}はありません。",
  },
  // Proposing
  charter_version_not_in_force: {
    en: "The act is made under version {actual} of the charter; version {required} is in force.",
    ja: "この行為は基本協定第{actual}版に基づいていますが、現在有効なのは第{required}版です。",
  },
  not_entitled_to_propose: {
    en: "{actual:party} may not propose this; entitled: {required:party}.",
    ja: "{actual:party}にはこの提案の権限がありません。権限を有する者：{required:party}。",
  },
  proposer_conflicted: {
    en:
      "{party:party} has an interest in what the act concerns ({concerns}), so {officer} may not " +
      "propose it.",
    ja: "{party:party}は案件の関係者（{concerns}）に利害を有するため、{officer}はこれを提案できません。",
  },
  calendar_horizon_exceeded: {
    en:
      "The calendar {calendar} reaches from {first:date} to {last:date}: it cannot count {days} " +
      "days from {from:date}.",
    ja: "暦「{calendar}」は{first:date}から{last:date}までであり、{from:date}から{days}日を数えられません。",
  },
  // Deciding
  act_not_open: {
    en: "Act {act:act} is no longer open ({actual:status}).",
    ja: "行為{act:act}は既に終了しています（{actual:status}）。",
  },
  approval_expired: {
    en: "The decision was valid until {required:instant}; it arrived at {actual:instant}.",
    ja: "この決定の有効期限は{required:instant}でしたが、到着は{actual:instant}でした。",
  },
  bounds_digest_mismatch: {
    en: "The decision is signed for other amounts or bounds than those of the act.",
    ja: "決定の署名対象の金額又は範囲が、行為のものと一致しません。",
  },
  log_size_implausible: {
    en: "The decision says that {actual} entries had been seen; it must be from {least} to {most}.",
    ja: "確認済みの記録数が{actual}件とされていますが、{least}件から{most}件まででなければなりません。",
  },
  consultation_open: {
    en: "Act {act:act} is still under consultation.",
    ja: "行為{act:act}は協議中です。",
  },
  already_decided: {
    en: "{officer} has decided already: {required:status} (entry {entry}).",
    ja: "{officer}は既に「{required:status}」と決定しています（記録{entry}番）。",
  },
  maker_may_not_check: {
    en: "{party:party} made the proposal, so {officer} may not check it.",
    ja: "{party:party}が起案したため、{officer}がこれを確認することはできません。",
  },
  seat_recused: {
    en: "{officer} takes no part in this act: {cause:status}.",
    ja: "{officer}はこの議決に加わりません（{cause:status}）。",
  },
  no_seat_for_this_act: {
    en: "{officer} has no seat that counts for this act (seats held: {seats}).",
    ja: "{officer}にはこの行為について議決権のある席がありません（保有する席：{seats}）。",
  },
  // Consulting
  body_not_consulted: {
    en: "The body {actual} is not consulted on this act; consulted: {required}.",
    ja: "機関「{actual}」はこの行為の協議先ではありません（協議先：{required}）。",
  },
  consultation_closed: {
    en: "The consultation of {body} on act {act:act} is closed.",
    ja: "行為{act:act}に関する「{body}」の協議は終了しています。",
  },
  already_answered: {
    en: "{officer} has answered already: {required:status} (entry {entry}).",
    ja: "{officer}は既に「{required:status}」と回答しています（記録{entry}番）。",
  },
  // Stopping
  no_veto_right: {
    en: "{actual:party} has no veto here; entitled: {required:party}.",
    ja: "{actual:party}にはこの行為の拒否権がありません（権利を有する者：{required:party}）。",
  },
  no_objection_right: {
    en: "{actual:party} has no right to object here; entitled: {required:party}.",
    ja: "{actual:party}にはこの行為への異議申立権がありません（権利を有する者：{required:party}）。",
  },
  objection_window_closed: {
    en: "On {actual:date} no time to object is open[[ (it ended on {ends:date})]].",
    ja: "{actual:date}は異議申立期間外です[[（終了日：{ends:date}）]]。",
  },
  carved_out: {
    en: "The act is owed already: {party:party} can neither veto nor stop it.",
    ja: "この行為は既に義務となっているため、{party:party}は拒否も停止もできません。",
  },
  // Executing
  act_not_effective: {
    en: "Act {act:act} cannot be executed: it is {actual:status}[[, until {until:date}]].",
    ja: "行為{act:act}はまだ実行できません（状態：{actual:status}[[、{until:date}まで]]）。",
  },
  frozen: {
    en: "Act {act:act} is frozen by {by:party} until {until:date}.",
    ja: "行為{act:act}は{by:party}により{until:date}まで凍結されています。",
  },
  freeze_cooling_off: {
    en: "{party:party} has frozen before and may do so again only after {required:date}.",
    ja: "{party:party}は既に凍結を行っており、再度の凍結は{required:date}より後に限られます。",
  },
  freeze_unknown: {
    en: "There is no freeze {actual:act}.",
    ja: "凍結{actual:act}はありません。",
  },
  freeze_over: {
    en: "The freeze ended on {required:date}.",
    ja: "この凍結は{required:date}に終了しています。",
  },
  // Officers, keys, seats
  party_unknown: {
    en: "The charter has no party {actual}.",
    ja: "基本協定に当事者「{actual}」はありません。",
  },
  seat_unknown: {
    en: "The charter has no seat {actual}.",
    ja: "基本協定に席「{actual}」はありません。",
  },
  seat_unchanged: {
    en: "Seat {seat} is held so already: {actual}.",
    ja: "席{seat}は既にその状態です（{actual}）。",
  },
  officer_of_other_party: {
    en: "{officer} is of {actual:party}; it must be an officer of {required:party}.",
    ja: "{officer}は{actual:party}の職員です。{required:party}の職員でなければなりません。",
  },
  officer_without_key: {
    en: "{officer} has no key in force.",
    ja: "{officer}には有効な署名鍵がありません。",
  },
  officer_already_enrolled: {
    en: "{officer} is enrolled already, with the key {key}.",
    ja: "{officer}は既に署名鍵{key}で登録されています。",
  },
  officer_named_as_party: {
    en: "An officer may not have the name of a party: {actual}.",
    ja: "職員の名称を当事者の名称「{actual}」と同じにすることはできません。",
  },
  key_already_enrolled: {
    en: "The key {key} is enrolled already, for {officer} ({status:status}).",
    ja: "署名鍵{key}は既に{officer}の署名鍵として登録されています（{status:status}）。",
  },
  key_proof_invalid: {
    en: "{officer} has not shown to hold the new key {key}.",
    ja: "{officer}が新しい署名鍵{key}を保有する証明が正しくありません。",
  },
  not_own_party: {
    en: "This is an affair of {required:party}; it comes from {actual:party}.",
    ja: "これは{required:party}自身が行う事項ですが、{actual:party}から提出されました。",
  },
  holder_unknown: {
    en: "There is no officer or party {actual}.",
    ja: "「{actual}」という職員又は当事者はありません。",
  },
  conflict_unknown: {
    en: "No interest of {holder} in {actual} is declared.",
    ja: "「{holder}」について「{actual}」への利害関係は申告されていません。",
  },
};
