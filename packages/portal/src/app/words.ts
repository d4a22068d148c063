/** Words of the frame around every page. */
export const words = {
  skip: { en: "Skip to the page", ja: "本文へ移動" },
  mainMenu: { en: "Main menu", ja: "主要メニュー" },
  areaMenu: { en: "Pages of this part", ja: "この区分のページ" },
  menu: { en: "Menu", ja: "メニュー" },
  language: { en: "Language", ja: "言語" },
  appearance: { en: "Appearance", ja: "画面の配色" },
  light: { en: "Light", ja: "ライト" },
  dark: { en: "Dark", ja: "ダーク" },
  bySystem: { en: "As the device", ja: "端末に合わせる" },
  connecting: { en: "Connecting", ja: "接続中" },
  live: { en: "Live", ja: "接続済み" },
  lost: {
    en: "The office does not answer. What you see may be old; the page tries again by itself.",
    ja: "サーバーから応答がありません。表示は最新でない可能性があります。自動で再接続します。",
  },
  lostShort: { en: "Disconnected", ja: "切断" },
  record: { en: "Record", ja: "記録" },
  entries: { en: "{0} {0:entry|entries}", ja: "{0}件" },
  asOf: { en: "As of {0}", ja: "{0}現在" },
  clockStands: {
    en: "Its clock stands at the end of the scenario.",
    ja: "時計はシナリオの末日で停止しています。",
  },
  description: { en: "API description", ja: "API仕様" },
  publicLog: { en: "Signed checkpoint", ja: "署名済みチェックポイント" },
  footer: {
    en: "Every figure here is computed from a public record that anyone can check.",
    ja: "表示されるすべての数値は、誰でも検証できる公開記録から計算されています。",
  },
  notFound: { en: "There is no page at this address.", ja: "このアドレスにページはありません。" },
  home: { en: "Go to the first page", ja: "トップページへ" },
  failed: { en: "This page could not be shown", ja: "このページを表示できませんでした" },
  unreachable: {
    en: "The office does not answer. Nothing is lost; try again in a moment.",
    ja: "サーバーから応答がありません。データは失われていません。しばらくしてから再試行してください。",
  },
  fault: {
    en: "The page itself failed. Trying again may help; if not, tell the fund's office.",
    ja: "ページの処理に失敗しました。再試行しても解消しない場合は事務局にお知らせください。",
  },
  again: { en: "Try again", ja: "再試行" },
} as const;
