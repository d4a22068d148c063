import type { DoubtCode, FaultCode } from "./fault.ts";
import type { Outcome } from "./report.ts";

export type Language = "en" | "ja";

/** One text in both languages; facts stand in it as `{name}`. */
export type Text = Readonly<Record<Language, string>>;

export const OUTCOME_TEXTS: Readonly<Record<Outcome, Text>> = {
  holds: {
    en: "The record holds: every entry was reproduced from the first on.",
    ja: "記録は正しく保たれています。すべての記録を最初から再現できました。",
  },
  broken: { en: "The record is broken.", ja: "記録が損なわれています。" },
  unknown: {
    en: "Nothing can be said of this record.",
    ja: "この記録が正しいかどうかを判定できません。",
  },
};

/** What each fault says. What to do about it stands in docs/guides/verify.md. */
export const FAULT_TEXTS: Readonly<Record<FaultCode, Text>> = {
  journal_damaged: {
    en: "The journal is damaged at byte {offset}.",
    ja: "ジャーナルの{offset}バイト目以降が破損しています。",
  },
  entries_missing: {
    en: "There are {actual} entries; {requiredBy} says that there were {required}.",
    ja: "記録は{actual}件ですが、{requiredBy}によれば{required}件あったはずです。",
  },
  entry_published_differently: {
    en: "The journal and the published log hold different entries.",
    ja: "ジャーナルと公開記録の内容が異なります。",
  },
  bundle_damaged: {
    en: "The published entries in {path} cannot be read.",
    ja: "公開記録{path}を読み取れません。",
  },
  tile_differs: {
    en: "The hashes in {path} are not those of the entries.",
    ja: "{path}のハッシュ値が記録の内容と一致しません。",
  },
  log_file_missing: {
    en: "{path} is missing from the published log.",
    ja: "公開記録に{path}がありません。",
  },
  blob_damaged: {
    en: "Document {blob} was altered: its content now hashes to {actual}.",
    ja: "文書{blob}が改変されています。現在の内容のハッシュ値は{actual}です。",
  },
  published_checkpoint_invalid: {
    en: "The published checkpoint is not one that the log's key has signed ({reason}).",
    ja: "公開されたチェックポイントは、記録用の鍵による正しい署名がありません（{reason}）。",
  },
  root_differs: {
    en: "The entries are not those over which the checkpoint of {size} entries was signed.",
    ja: "{size}件のチェックポイントに署名されたときの記録と、内容が異なります。",
  },
  signer_mark_invalid: {
    en: "The signer's mark {path} cannot be read ({reason}).",
    ja: "署名者の到達点{path}を読み取れません（{reason}）。",
  },
  signer_mark_differs: {
    en: "The signer's mark {path} is of other entries: {actual} instead of {required}.",
    ja: "署名者の到達点{path}は別の記録のものです（{required}に対し{actual}）。",
  },
  entry_malformed: {
    en: "The entry is malformed ({reason}).",
    ja: "記録の形式が正しくありません（{reason}）。",
  },
  entry_refused: {
    en: "The rules refuse what is recorded: {rejection} (clause {clause}).",
    ja: "記録された内容は規則により却下されます：{rejection}（{clause}）。",
  },
  effects_differ: {
    en: "The entry states other effects than the rules give.",
    ja: "記録された効果が、規則から導かれる効果と一致しません。",
  },
  founding_differs: {
    en: "The founding is not the one expected: {actual} instead of {required}.",
    ja: "設立の記録が指定のものと異なります（{required}に対し{actual}）。",
  },
  entries_cut_off: {
    en: "Entries were cut off: there are {actual}, and the log's key once signed {required}.",
    ja: "記録の末尾が失われています。記録は{actual}件ですが、記録用の鍵は{required}件に署名していました。",
  },
  split_view: {
    en: "The log's key has signed two histories: at {size} entries the one held elsewhere differs.",
    ja: "記録用の鍵が二つの異なる履歴に署名しています。{size}件の時点で、別途保管のものと異なります。",
  },
};

export const DOUBT_TEXTS: Readonly<Record<DoubtCode, Text>> = {
  directory_missing: {
    en: "There is no directory {directory}.",
    ja: "ディレクトリ{directory}がありません。",
  },
  no_record: {
    en: "{directory} holds neither a fund's data nor a published log.",
    ja: "{directory}にはファンドのデータも公開記録もありません。",
  },
  no_entries: { en: "There are no entries in {path}.", ja: "{path}に記録がありません。" },
  unreadable: { en: "Reading failed: {message}", ja: "読み取れませんでした：{message}" },
  checkpoint_missing: {
    en: "There is no checkpoint {path}: nothing says which entries the log's key has signed.",
    ja: "チェックポイント{path}がないため、署名された範囲を確認できません。",
  },
  blob_missing: {
    en: "Document {blob}, which is needed to decide the entry, is missing.",
    ja: "判定に必要な文書{blob}がありません。",
  },
  protocol_unknown: {
    en: "The entry follows protocol {actual}; this program knows {required}. Use a newer one.",
    ja: "記録の規約は第{actual}版ですが、本プログラムは第{required}版のみに対応しています。",
  },
  journal_version_unknown: {
    en: "The journal is of another version: {actual}.",
    ja: "ジャーナルの版が異なります：{actual}。",
  },
  held_checkpoint_unusable: {
    en: "{path} is no checkpoint of this log[[ ({reason})]], so nothing could be compared.",
    ja: "{path}はこの記録のチェックポイントではないため[[（{reason}）]]、照合できません。",
  },
  replay_failed: {
    en: "The program itself failed: {message}",
    ja: "プログラムの内部で障害が発生しました：{message}",
  },
};

export const LABELS = {
  directory: { en: "Directory", ja: "ディレクトリ" },
  entries: { en: "Entries", ja: "記録" },
  entriesValue: {
    en: "{entries} reproduced, read from the {source}",
    ja: "{entries}件を再現（{source}より）",
  },
  lastEntry: { en: "Last entry", ja: "最終記録時刻" },
  signatures: { en: "Signatures", ja: "署名" },
  signaturesValue: { en: "{signatures} verified", ja: "{signatures}件を検証" },
  checkpoint: { en: "Checkpoint", ja: "チェックポイント" },
  checkpointValue: { en: "{size} entries, root {root}", ja: "{size}件、ルート{root}" },
  cosigners: { en: ", cosigned by {cosigners}", ja: "、副署：{cosigners}" },
  confirmed: { en: "Cosigned", ja: "副署済み" },
  confirmedValue: {
    en: "{confirmed} entries, by checkpoints inside the record",
    ja: "{confirmed}件（記録内のチェックポイントによる）",
  },
  unpublished: { en: "Not yet signed", ja: "未署名" },
  unpublishedValue: {
    en: "{count} after the checkpoint",
    ja: "チェックポイントより後の{count}件",
  },
  torn: { en: "Unfinished", ja: "書きかけ" },
  tornValue: {
    en: "from byte {tornAt} of the journal on; it was never part of the record",
    ja: "ジャーナルの{tornAt}バイト目以降。記録の一部ではありません。",
  },
  documents: { en: "Documents", ja: "文書" },
  documentsValue: { en: "{blobs} checked against their hashes", ja: "{blobs}件がハッシュ値と一致" },
  held: { en: "Held elsewhere", ja: "別途保管" },
  place: { en: "First wrong entry", ja: "最初の誤り" },
  rangePlace: {
    en: "one of the entries {index} to {last}; which, this copy alone does not tell",
    ja: "記録{index}番から{last}番までのいずれか（この写しだけでは特定できません）",
  },
  entryPlace: { en: "entry {index}", ja: "記録{index}番" },
  stoppedAt: { en: "Stopped at", ja: "停止位置" },
  reason: { en: "Reason", ja: "理由" },
  code: { en: "Code", ja: "コード" },
  facts: { en: "Facts", ja: "事実" },
  others: { en: "Also found", ja: "その他の検出事項" },
  compare: {
    en: "To be compared with the text of the agreement:",
    ja: "協定の本文と照合すべき事項：",
  },
  fund: { en: "Fund", ja: "ファンド" },
  charter: { en: "Charter", ja: "基本協定" },
  charterValue: {
    en: "version {version}, SHA-256 {charter}",
    ja: "第{version}版、SHA-256 {charter}",
  },
  founding: { en: "Founding entry", ja: "設立の記録" },
  logKey: { en: "Log key", ja: "記録用の鍵" },
  key: { en: "Key of {party}", ja: "{party}の鍵" },
  evidence: {
    en: "Evidence that anybody can check; keep it, and publish it:",
    ja: "誰でも検証できる証拠（保存し、公表してください）：",
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Where entries are read from. */
export const SOURCE_TEXTS: Readonly<Record<"journal" | "published log", Text>> = {
  journal: { en: "journal", ja: "ジャーナル" },
  "published log": { en: "published log", ja: "公開記録" },
};
