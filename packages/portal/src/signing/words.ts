import type { Text } from "../language/text.ts";
import type { SignerKind, SigningFailureCode } from "./signer.ts";

/** Words of signing (glossary: Record and trust). */
export const words = {
  title: { en: "Sign", ja: "署名" },
  whatIsSigned: { en: "What you sign", ja: "署名する内容" },
  statement: { en: "Statement", ja: "意思表示" },
  act: { en: "Act", ja: "行為" },
  actId: { en: "Act id", ja: "行為の識別子" },
  effective: { en: "Effective", ja: "効力発生日" },
  proposer: { en: "Proposed by", ja: "提案者" },
  reason: { en: "Reason", ja: "理由" },
  evidence: { en: "Evidence (SHA-256)", ja: "証拠書類（SHA-256）" },
  bounds: { en: "Bounds", ja: "承認範囲" },
  about: { en: "About", ja: "対象" },
  effects: { en: "What it would change", ja: "行為の効果" },
  noEffect: { en: "It changes no figure of the fund.", ja: "ファンドの数値は変わりません。" },
  whatIsTold: {
    en:
      "Names and effects are told by the office as things stand now. " +
      "What you sign are the keys and values beside them, in letters of one width.",
    ja:
      "名称及び効果は、現時点においてシステムが示すものです。" +
      "署名の対象は、併記した等幅文字の項目名と値です。",
  },
  content: { en: "Content", ja: "内容" },
  officer: { en: "Officer", ja: "職員" },
  counts: { en: "Counts until", ja: "有効期限" },
  otherAct: {
    en: "The act that came with this is not the one that is to be signed. Do not sign it.",
    ja: "添付された行為が、署名の対象と一致しません。署名しないでください。",
  },
  digest: { en: "Words to compare", ja: "照合用の言葉" },
  digestHint: {
    en: "The same words stand on every screen that shows the same statement.",
    ja: "同じ内容を示す画面には、必ず同じ言葉が表示されます。",
  },
  sign: { en: "Sign and hand in", ja: "署名して提出" },
  signing: { en: "Waiting for the signature …", ja: "署名を待っています…" },
  sending: { en: "Handing in …", ja: "提出しています…" },
  retrying: {
    en: "The office did not answer. Trying again …",
    ja: "応答がありません。再送しています…",
  },
  unsent: {
    en: "It is signed, but the office does not answer. Nothing is lost: hand it in again.",
    ja: "署名は済みましたが、応答がありません。署名は失われていません。再提出してください。",
  },
  handInAgain: { en: "Hand in again", ja: "再提出" },
  cancel: { en: "Do not sign", ja: "署名しない" },
  done: { en: "On record as entry {0}.", ja: "記録{0}番として記録されました。" },
  already: {
    en: "The same was on record before, as entry {0}.",
    ja: "同じ内容が、既に記録{0}番として記録されています。",
  },
  signedOut: {
    en: "You are signed out. Sign in again in another tab; what is here stays.",
    ja: "サインアウトしています。別のタブで再度サインインしてください。入力内容は保たれます。",
  },
  noOfficer: {
    en: "Only an officer on record can sign.",
    ja: "署名できるのは、記録上の職員のみです。",
  },
  noKey: {
    en: "You have no key in force, so you cannot sign.",
    ja: "有効な署名鍵がないため、署名できません。",
  },
  toElsewhere: { en: "Sign on another machine", ja: "別の端末で署名" },
  toHere: { en: "Sign here", ja: "この端末で署名" },
  elsewhereTake: { en: "1. Take it there", ja: "1. 持ち出す" },
  saveRequest: { en: "Save the request", ja: "署名依頼を保存" },
  saveBytes: { en: "Save the bytes", ja: "署名対象のバイト列を保存" },
  elsewhereSign: { en: "2. Compare the words, and sign", ja: "2. 言葉を照合し、署名する" },
  withJointfund: { en: "With jointfund, which shows the act:", ja: "jointfund（内容を表示）：" },
  withOpenssl: { en: "Or with OpenSSL alone:", ja: "OpenSSLのみの場合：" },
  elsewhereBring: { en: "3. Bring the signature back", ja: "3. 署名を持ち帰る" },
  signature: { en: "Signature", ja: "署名" },
  signatureHint: {
    en: "64 bytes as base64 or hexadecimal, or the file itself",
    ja: "64バイト（base64又は16進）。ファイルも可",
  },
  signatureFile: { en: "Signature file", ja: "署名ファイル" },
  take: { en: "Take the signature and hand in", ja: "署名を取り込み、提出" },
} as const satisfies { readonly [name: string]: Text };

export const kindWords: { readonly [kind in SignerKind]: Text } = {
  demonstration: {
    en: "Demonstration key: anybody can derive it, so it protects nothing.",
    ja: "実演用の鍵です。誰でも導出できるため、何も保護しません。",
  },
  passkey: {
    en: "Your passkey asks for you: fingerprint, face or PIN.",
    ja: "パスキーにより本人確認（指紋、顔又は暗証番号）を行います。",
  },
  elsewhere: {
    en: "Your key is on another machine.",
    ja: "署名鍵は別の端末にあります。",
  },
};

export const failureWords: { readonly [code in SigningFailureCode]: Text } = {
  cancelled: {
    en: "Nothing was signed: the question was closed, or nobody answered in time.",
    ja: "署名されませんでした（確認画面が閉じられたか、時間が経過しました）。",
  },
  passkey_unavailable: {
    en: "The passkey that is enrolled for you is not on this device.",
    ja: "登録済みのパスキーがこの端末にありません。",
  },
  not_supported: {
    en: "This browser cannot do that. Use a current one, or sign on another machine.",
    ja: "このブラウザは対応していません。最新のものを使うか、別の端末で署名してください。",
  },
  signature_wrong: {
    en: "That is no signature by your key over this statement.",
    ja: "この内容に対する、あなたの鍵による署名ではありません。",
  },
  origin_not_allowed: {
    en: "Passkeys of this site cannot be used at this address.",
    ja: "このアドレスでは、当該サイトのパスキーを使用できません。",
  },
};

export const statementWords = {
  founding: { en: "Founding", ja: "設立" },
  proposal: { en: "Proposal", ja: "提案" },
  fact: { en: "Report of a fact", ja: "事実の報告" },
  approval: { en: "Approval", ja: "賛成（承認）" },
  rejection: { en: "Rejection", ja: "反対" },
  objection: { en: "Objection", ja: "異議" },
  veto: { en: "Veto", ja: "拒否権の行使" },
  recusal: { en: "Recusal", ja: "回避" },
  consultation: { en: "Answer to a consultation", ja: "事前協議への回答" },
  execution: { en: "Execution", ja: "実行" },
  refusal: { en: "Refusal", ja: "却下" },
  "day.open": { en: "Opening of a day", ja: "業務日の開始" },
  seal: { en: "Seal", ja: "封印" },
  "finality.record": { en: "Record of finality", ja: "確定の記録" },
} as const satisfies { readonly [kind: string]: Text };
