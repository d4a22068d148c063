/** Words of the page on an officer's own key. */
export const words = {
  area: { en: "Signing", ja: "署名" },
  myKey: { en: "My signing key", ja: "自分の署名鍵" },
  lead: {
    en: "What you sign counts as said by you. The key that proves it is yours alone.",
    ja: "署名した内容は、あなた自身の意思表示となります。それを証明する鍵は、あなただけのものです。",
  },
  inForce: { en: "Key in force", ja: "有効な鍵" },
  officer: { en: "Officer", ja: "職員" },
  party: { en: "Party", ja: "当事者" },
  keyId: { en: "Key id", ja: "鍵の識別子" },
  kind: { en: "Kind", ja: "種類" },
  passkeyOf: { en: "Passkey of {0} ({1})", ja: "{0}のパスキー（{1}）" },
  derived: { en: "Demonstration key that anybody can derive", ja: "誰でも導出できる実演用の鍵" },
  file: { en: "Ed25519 key on another machine", ja: "別の端末のEd25519鍵" },
  rotate: { en: "Sign with a passkey", ja: "パスキーで署名する" },
  rotateLead: {
    en:
      "A passkey stays in your device or security key and asks who you are each time. It " +
      "replaces the key in force once your party and its witnesses have approved.",
    ja: "パスキーは端末又はセキュリティキーに保存され、使用の都度、本人確認を行います。所属当事者及び証人の承認後、現在の鍵に代わって有効となります。",
  },
  allowed: { en: "By the charter, passkeys count on:", ja: "基本協定上、パスキーが有効なページ：" },
  device: { en: "They must stay in one device.", ja: "一台の端末にとどまるものに限ります。" },
  synced: {
    en: "They may be copied among their holder's devices.",
    ja: "保有者の端末間で同期されるものでも構いません。",
  },
  notAgreed: {
    en: "The charter has no terms for passkeys.",
    ja: "基本協定にパスキーに関する定めがありません。",
  },
  otherPage: {
    en: "This page's address is none of them. Open the office at one of these addresses.",
    ja: "このページのアドレスは対象外です。次のアドレスで開いてください。",
  },
  make: { en: "Make a passkey", ja: "パスキーを作成" },
  making: { en: "Waiting for the authenticator …", ja: "認証器の応答を待っています…" },
  tooMobile: {
    en:
      "This passkey may be copied to other devices, which the charter excludes. Use a " +
      "security key, or a passkey that stays in one device.",
    ja: "このパスキーは他の端末に同期され得るため、基本協定上使用できません。セキュリティキーなど、一台の端末にとどまるものを使用してください。",
  },
  reason: { en: "Reason", ja: "理由" },
  reasonOfRotation: {
    en: "My key is now a passkey.",
    ja: "署名鍵をパスキーに切り替えるため。",
  },
  newOfficer: { en: "Enrol a new officer", ja: "新任職員の登録" },
  newOfficerLead: {
    en:
      "The new officer makes a passkey here, with a security key or on this device. You " +
      "propose the enrolment; your party and its witnesses approve it.",
    ja: "新任職員が、セキュリティキー又はこの端末でパスキーを作成します。登録はあなたが提案し、所属当事者及び証人が承認します。",
  },
  newOfficerId: { en: "Id of the new officer", ja: "新任職員の識別名" },
  wrongId: {
    en: "Letters and digits, in groups joined by . _ or -",
    ja: "英数字（. _ - で区切ることができます）",
  },
  reasonOfEnrolment: { en: "New officer.", ja: "職員の新任のため。" },
  rotationSummary: {
    en: "You propose that {0} sign with a passkey from now on, in place of the key in force.",
    ja: "{0}の署名鍵を、現在の鍵からパスキーに更新することを提案します。",
  },
  enrolmentSummary: {
    en: "You propose {0} as an officer of {1}, who signs with a passkey.",
    ja: "{0}を{1}の職員として、パスキーを登録することを提案します。",
  },
  proposed: { en: "See the proposal", ja: "提案を見る" },
} as const;
