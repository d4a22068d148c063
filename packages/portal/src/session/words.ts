/** Words of signing in and out, wherever they stand. */
export const words = {
  signIn: { en: "Sign in", ja: "サインイン" },
  signOut: { en: "Sign out", ja: "サインアウト" },
  signedInAs: { en: "Signed in as", ja: "サインイン中" },
  roles: {
    officer: { en: "Officer", ja: "職員" },
    auditor: { en: "Auditor", ja: "監査人" },
    partner: { en: "Partner", ja: "組合員" },
    citizen: { en: "Citizen", ja: "国民" },
  },
  sessionEnded: { en: "Please sign in again", ja: "再度サインインしてください" },
  nothingLost: {
    en:
      "Your session has ended. Nothing that you typed is lost: sign in again in the window that " +
      "opens, and what you sent goes on from here.",
    ja:
      "セッションが終了しました。入力した内容は失われていません。開いたウィンドウで再度サインイン" +
      "すると、送信した操作がこの画面から続行されます。",
  },
  notKept: {
    en:
      "What you typed is too long for this tab to keep. It stays on this page, but a reload " +
      "would lose it.",
    ja:
      "入力内容が長すぎるため、このタブに保存できません。この画面には残りますが、再読み込みすると" +
      "失われます。",
  },
  with: { en: "Sign in with {0}", ja: "{0}でサインイン" },
  checkAgain: { en: "I have signed in", ja: "サインインしました" },
  notYet: { en: "You are not signed in yet.", ja: "まだサインインしていません。" },
} as const;
