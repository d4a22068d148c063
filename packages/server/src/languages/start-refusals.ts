import type { StartRefusalCode } from "../storage/start-refused.ts";
import type { Text } from "./language.ts";

/** Why a fund does not start on what its disk holds (docs/spec/storage.md). */
export const START_REFUSAL_TEXTS: Readonly<Record<StartRefusalCode, Text>> = {
  journal_locked: {
    en: "Another process is at work on this fund ({file}).",
    ja: "別のプロセスがこのファンドを使用しています（{file}）。",
  },
  journal_version: {
    en: "{file} is of another version[[: {actual}]].",
    ja: "{file}の版が異なります[[：{actual}]]。",
  },
  journal_damaged: {
    en: "{file} is damaged[[ at byte {offset}]]. Nothing was changed; restore it from a copy.",
    ja: "{file}が[[{offset}バイト目で]]損傷しています。変更はしていません。写しから復元してください。",
  },
  journal_too_short: {
    en: "{file} holds {actual} entries; {requiredBy} knows of {required}. Nothing was changed.",
    ja: "{file}の記録は{actual}件ですが、{requiredBy}によれば{required}件です。変更はしていません。",
  },
  entry_not_reproduced: {
    en: "{file} does not replay[[: {actual}]]. Nothing was changed; `jointfund verify` says more.",
    ja: "{file}を再現できません[[：{actual}]]。変更はしていません。`jointfund verify`で確認できます。",
  },
  mark_malformed: {
    en: "{file} cannot be read.",
    ja: "{file}を読み取れません。",
  },
  mark_of_other_log: {
    en: "{file} is of another record[[: {actual}, not {required}]].",
    ja: "{file}は別の記録のものです[[（{actual}、必要なのは{required}）]]。",
  },
  mark_not_of_this_journal: {
    en: "{file} was signed over another history than the journal holds.",
    ja: "{file}の署名対象がジャーナルの履歴と異なります。",
  },
  published_checkpoint_malformed: {
    en: "The published checkpoint {file} cannot be read.",
    ja: "公開されたチェックポイント{file}を読み取れません。",
  },
};
