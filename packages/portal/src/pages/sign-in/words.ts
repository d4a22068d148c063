/** Words of the sign-in page. */
export const words = {
  title: { en: "Sign in to the fund's office", ja: "ファンド事務局へのサインイン" },
  lead: {
    en:
      "Officers, partners and citizens sign in with the provider of their own government or " +
      "distributor.",
    ja: "職員、組合員及び国民は、それぞれの政府又は販売会社のサインインサービスを利用します。",
  },
  public: {
    en: "What is public can be read without signing in.",
    ja: "公開情報はサインインなしで閲覧できます。",
  },
  demonstration: {
    en: "For demonstration: no password, anybody may be anybody.",
    ja: "実演用：パスワードは不要で、任意の利用者を選択できます。",
  },
  none: {
    en: "Nobody can sign in here: the office has no provider.",
    ja: "サインインサービスが設定されていないため、サインインできません。",
  },
  signedIn: { en: "You are signed in as {0}.", ja: "{0}としてサインイン中です。" },
  goOn: { en: "Go on", ja: "続ける" },
  done: { en: "You are signed in", ja: "サインインしました" },
  close: {
    en: "This window may be closed; the page from which you came goes on.",
    ja: "このウィンドウは閉じて構いません。元の画面で操作を続けられます。",
  },
  failed: {
    expired: {
      en: "The sign-in was begun too long ago, or in another browser. Please begin again.",
      ja: "開始から時間が経過したか、別のブラウザで開始されています。最初からやり直してください。",
    },
    unreachable: {
      en: "The provider does not answer. Try again in a while.",
      ja: "サインインサービスから応答がありません。しばらくして再試行してください。",
    },
    refused: {
      en: "The provider did not let you in, or you called it off.",
      ja: "サインインサービスで拒否されたか、取り消されました。",
    },
    wrong_answer: {
      en: "What came back from the provider cannot be trusted. Please begin again.",
      ja: "サインインサービスの応答を確認できませんでした。最初からやり直してください。",
    },
    assurance: {
      en: "The provider signed you in, but not as strongly as this office asks for.",
      ja: "サインインの保証水準が、本事務局の求める水準に達していません。",
    },
    unknown_person: {
      en: "The provider vouches for you, but this office does not know you. Ask the fund's office.",
      ja: "本人確認はされましたが、利用者として登録されていません。事務局にお問い合わせください。",
    },
  },
} as const;
