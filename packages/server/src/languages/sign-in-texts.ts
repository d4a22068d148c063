/** What the demonstration provider says, and the names of roles. */
export const SIGN_IN_TEXTS = {
  provider: { en: "the demonstration's provider", ja: "実演用サービス" },
  mark: { en: "Demonstration", ja: "実演用" },
  warning: {
    en: "Anybody may sign in here as anybody: there is no password, and nothing is protected.",
    ja: "パスワードなしで、誰でも任意の利用者としてサインインできます。保護の効力はありません。",
  },
  whoAreYou: { en: "Who would you like to be?", ja: "利用者の選択" },
  pick: {
    en: "Choose a person to sign in as.",
    ja: "サインインする利用者を選択してください。",
  },
  seated: { en: "seat", ja: "席" },
  roles: {
    officer: { en: "Officer", ja: "職員" },
    auditor: { en: "Auditor", ja: "監査人" },
    partner: { en: "Partner's officer", ja: "組合員の担当者" },
    citizen: { en: "Citizen", ja: "国民" },
  },
  wentWrong: { en: "The sign-in did not go through", ja: "サインインできませんでした" },
  expired: {
    en: "It was begun too long ago, or in another browser. Please begin again.",
    ja: "開始から時間が経過したか、別のブラウザで開始されています。最初からやり直してください。",
  },
  back: { en: "Back to the office", ja: "ファンド事務局の画面に戻る" },
} as const;
