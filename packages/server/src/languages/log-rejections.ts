import type { LogRejectionCode } from "@jointfund/core/log/rejection.ts";
import type { Text } from "./language.ts";

/** What each refusal of the log's files and proofs says; the templates are those of template.ts. */
export const LOG_REJECTION_TEXTS: Readonly<Record<LogRejectionCode, Text>> = {
  // Trees and proofs
  hash_length: {
    en: "A hash has {actual} bytes; it must have {required}.",
    ja: "ハッシュが{actual}バイトです。{required}バイトでなければなりません。",
  },
  index_beyond_tree: {
    en: "There is no entry {actual} in a record of {required} entries.",
    ja: "{required}件の記録に{actual}番の項目はありません。",
  },
  size_shrinks: {
    en: "The record would shrink from {required} to {actual} entries.",
    ja: "記録が{required}件から{actual}件に減っています。",
  },
  inclusion_proof_length: {
    en: "The inclusion proof has {actual} hashes; it must have {required}.",
    ja: "包含証明のハッシュが{actual}個です。{required}個でなければなりません。",
  },
  inclusion_proof_mismatch: {
    en: "The inclusion proof does not lead to the root.",
    ja: "包含証明が根ハッシュに到達しません。",
  },
  consistency_proof_length: {
    en: "The consistency proof has {actual} hashes; it must have {required}.",
    ja: "整合性証明のハッシュが{actual}個です。{required}個でなければなりません。",
  },
  consistency_proof_mismatch: {
    en: "The consistency proof does not connect the two roots: the record was rewritten.",
    ja: "整合性証明が二つの根ハッシュを結びません。記録が書き換えられています。",
  },
  empty_root_mismatch: {
    en: "An empty record has another root than {actual}.",
    ja: "空の記録の根ハッシュが{actual}ではありません。",
  },
  // Keys and notes
  key_name_malformed: {
    en: "“{actual}” is no name of a key.",
    ja: "「{actual}」は鍵の名称として使えません。",
  },
  verifier_key_malformed: {
    en: "The verifier key cannot be read: {actual}.",
    ja: "検証鍵を読み取れません：{actual}。",
  },
  verifier_key_type_unsupported: {
    en: "The verifier key is of type {actual}; known: {required}.",
    ja: "検証鍵の種別{actual}には対応していません（対応：{required}）。",
  },
  verifier_key_id_mismatch: {
    en: "The verifier key's id is {actual}; it must be {required}.",
    ja: "検証鍵の識別子が{actual}です。{required}でなければなりません。",
  },
  note_too_long: {
    en: "The signed note has {actual} bytes; {required} at most.",
    ja: "署名付き文書が{actual}バイトあります。上限は{required}バイトです。",
  },
  note_not_utf8: {
    en: "The signed note is not UTF-8 at byte {offset}.",
    ja: "署名付き文書の{offset}バイト目がUTF-8ではありません。",
  },
  note_control_character: {
    en: "The signed note holds a control character at {offset}.",
    ja: "署名付き文書の{offset}に制御文字があります。",
  },
  note_without_blank_line: {
    en: "The signed note has no blank line before its signatures.",
    ja: "署名付き文書の署名の前に空行がありません。",
  },
  note_text_malformed: {
    en: "The text of a signed note must end in a line feed.",
    ja: "署名付き文書の本文は改行で終わらなければなりません。",
  },
  note_without_signatures: {
    en: "The note carries no signature.",
    ja: "文書に署名がありません。",
  },
  note_too_many_signatures: {
    en: "The note carries {actual} signatures; {required} at most.",
    ja: "文書に署名が{actual}個あります。上限は{required}個です。",
  },
  signature_line_malformed: {
    en: "Signature line {line} cannot be read.",
    ja: "署名行{line}を読み取れません。",
  },
  key_ambiguous: {
    en: "Two known keys have the name and id of a signature line.",
    ja: "同じ名称と識別子の鍵が二つあります。",
  },
  signature_invalid: {
    en: "A signature by a known key is not valid.",
    ja: "既知の鍵による署名が正しくありません。",
  },
  signature_missing: {
    en: "No known key has signed.",
    ja: "既知の鍵による署名がありません。",
  },
  // Checkpoints
  origin_malformed: {
    en: "“{actual}” is no name of a record.",
    ja: "「{actual}」は記録の名称として使えません。",
  },
  origin_mismatch: {
    en: "This is the record {actual}, not {required}.",
    ja: "これは記録「{actual}」であり、「{required}」ではありません。",
  },
  checkpoint_lines: {
    en: "The checkpoint has {actual} lines; it must have {required}.",
    ja: "チェックポイントが{actual}行です。{required}行でなければなりません。",
  },
  checkpoint_extension_lines: {
    en: "The checkpoint has lines that nobody reads.",
    ja: "チェックポイントに不要な行があります。",
  },
  checkpoint_size_malformed: {
    en: "“{actual}” is no size of a record.",
    ja: "「{actual}」は記録の件数として読み取れません。",
  },
  checkpoint_root_malformed: {
    en: "“{actual}” is no root of a record.",
    ja: "「{actual}」は根ハッシュとして読み取れません。",
  },
  log_signature_missing: {
    en: "The record's own key has not signed: {required}.",
    ja: "記録自身の鍵（{required}）による署名がありません。",
  },
  // The signer's high-water mark
  high_water_origin: {
    en: "The key has signed for the record {required}, not for {actual}.",
    ja: "この鍵は記録「{required}」に署名しており、「{actual}」には署名できません。",
  },
  high_water_size: {
    en: "The key has signed {required} entries and does not sign {actual}.",
    ja: "この鍵は{required}件に署名済みのため、{actual}件には署名しません。",
  },
  high_water_root: {
    en: "The key has signed another root of the same size.",
    ja: "この鍵は同じ件数の別の根ハッシュに署名済みです。",
  },
  // Entries and tiles
  entry_too_long: {
    en: "The entry has {actual} bytes; {required} at most.",
    ja: "記録項目が{actual}バイトあります。上限は{required}バイトです。",
  },
  tile_path_malformed: {
    en: "“{actual}” is no path of a tile.",
    ja: "「{actual}」はタイルのパスではありません。",
  },
  tile_missing: {
    en: "The file {path} is missing.",
    ja: "ファイル{path}がありません。",
  },
  tile_length: {
    en: "The file {path} has {actual} bytes; it must have {required}.",
    ja: "ファイル{path}が{actual}バイトです。{required}バイトでなければなりません。",
  },
  bundle_truncated: {
    en: "The bundle ends after {actual} of {required} entries.",
    ja: "記録の束が{required}件中{actual}件で途切れています。",
  },
  bundle_trailing_bytes: {
    en: "The bundle has {actual} bytes; its entries end at {required}.",
    ja: "記録の束が{actual}バイトあり、項目は{required}で終わっています。",
  },
  // Proof files
  proof_file_malformed: {
    en: "Line {line} of the proof file cannot be read.",
    ja: "証明ファイルの{line}行目を読み取れません。",
  },
  proof_file_too_long: {
    en: "The proof file has {actual} bytes; {required} at most.",
    ja: "証明ファイルが{actual}バイトあります。上限は{required}バイトです。",
  },
  // Policies
  policy_encoding: {
    en: "The policy holds a byte that it must not hold[[ in line {line}]][[ at {offset}]].",
    ja: "ポリシーに使えないバイトがあります[[（{line}行目）]][[（位置{offset}）]]。",
  },
  policy_too_long: {
    en: "The policy has {actual} bytes; {required} at most.",
    ja: "ポリシーが{actual}バイトあります。上限は{required}バイトです。",
  },
  policy_line_malformed: {
    en: "Line {line} of the policy cannot be read: {actual}.",
    ja: "ポリシーの{line}行目を読み取れません：{actual}。",
  },
  policy_key_type: {
    en: "The key[[ in line {line}]] of the policy is of type {actual}; it must be {required}.",
    ja: "ポリシー[[の{line}行目]]の鍵の種別が{actual}です。{required}でなければなりません。",
  },
  policy_duplicate_key: {
    en: "Line {line} of the policy repeats a key.",
    ja: "ポリシーの{line}行目で鍵が重複しています。",
  },
  policy_duplicate_name: {
    en: "Line {line} of the policy repeats the name {actual}.",
    ja: "ポリシーの{line}行目で名称「{actual}」が重複しています。",
  },
  policy_reserved_name: {
    en: "Line {line} of the policy uses the name {actual}, which is reserved.",
    ja: "ポリシーの{line}行目の名称「{actual}」は予約されています。",
  },
  policy_unknown_name: {
    en: "Line {line} of the policy names {actual}, which is not defined above it.",
    ja: "ポリシーの{line}行目の「{actual}」はそれより前で定義されていません。",
  },
  policy_member_repeated: {
    en: "Line {line} of the policy repeats the member {actual}.",
    ja: "ポリシーの{line}行目で「{actual}」が重複しています。",
  },
  policy_threshold: {
    en: "Line {line} of the policy asks for {actual} of {required} members.",
    ja: "ポリシーの{line}行目は{required}者中{actual}者を求めています。",
  },
  policy_quorum_count: {
    en: "A policy has one quorum line; this one has {actual}.",
    ja: "ポリシーの定足行は一行です。{actual}行あります。",
  },
  policy_without_log: {
    en: "The policy names no record.",
    ja: "ポリシーに記録の指定がありません。",
  },
  quorum_not_met: {
    en: "Too few of the witnesses that the policy asks for have cosigned.",
    ja: "ポリシーの求める証人の副署が足りません。",
  },
};
