/** Words of what an officer may do with an act. */
export const optionWords = {
  approve: { en: "Approve", ja: "賛成" },
  reject: { en: "Reject", ja: "反対" },
  consult: { en: "Give an opinion", ja: "意見の提出" },
  object: { en: "Object", ja: "異議申立て" },
  veto: { en: "Veto", ja: "拒否権の行使" },
  recuse: { en: "Step back (recusal)", ja: "回避" },
  execute: { en: "Execute", ja: "実行" },
} as const;

/** The same as buttons say them, on behalf of a body. */
export const consultFor = { en: "Give an opinion for: {0}", ja: "{0}としての意見の提出" };

/** What a signature does, for the dialog that asks for it: of an act by its name. */
export const summaryWords = {
  approve: { en: "You approve “{0}”.", ja: "「{0}」に賛成します。" },
  reject: { en: "You vote against “{0}”.", ja: "「{0}」に反対します。" },
  consult: { en: "You give an opinion on “{0}”.", ja: "「{0}」について意見を提出します。" },
  object: {
    en: "You object to “{0}” for your side.",
    ja: "所属の当事者のため、「{0}」に異議を申し立てます。",
  },
  veto: {
    en: "You veto “{0}” for your side.",
    ja: "所属の当事者のため、「{0}」に拒否権を行使します。",
  },
  recuse: { en: "You take no part in “{0}”.", ja: "「{0}」の議決を回避します。" },
  execute: {
    en: "You execute “{0}”: it takes effect.",
    ja: "「{0}」を実行し、効力を生じさせます。",
  },
  proposal: { en: "You propose “{0}”.", ja: "「{0}」を提案します。" },
  fact: { en: "You report “{0}” as a fact.", ja: "「{0}」を事実として報告します。" },
} as const;

export const needWords = {
  vote: { en: "Your vote", ja: "議決" },
  consultation: { en: "Your opinion", ja: "意見" },
  execution: { en: "Ready to execute", ja: "実行可能" },
  conflict: { en: "Conflict of interest", ja: "利益相反" },
  objection: { en: "You may object", ja: "異議申立て可" },
  veto: { en: "You may veto", ja: "拒否可" },
} as const;

export const standingWords = {
  approving: { en: "yes", ja: "賛成" },
  rejecting: { en: "no", ja: "反対" },
  silent: { en: "still open", ja: "未決定" },
  empty: { en: "empty seat", ja: "空席" },
  recused: { en: "takes no part", ja: "不参加" },
  answered: { en: "answered", ja: "回答済み" },
} as const;

export const activityWords = {
  proposal: { en: "proposed", ja: "提案" },
  fact: { en: "reported", ja: "報告" },
  approval: { en: "voted", ja: "議決" },
  consultation: { en: "gave an opinion on", ja: "意見" },
  objection: { en: "objected to", ja: "異議" },
  recusal: { en: "stepped back from", ja: "回避" },
  execution: { en: "executed", ja: "実行" },
} as const;

export const saidWords = {
  approve: { en: "yes", ja: "賛成" },
  reject: { en: "no", ja: "反対" },
  objection: { en: "objection", ja: "異議" },
  veto: { en: "veto", ja: "拒否" },
  support: { en: "supports it", ja: "支持" },
  noted: { en: "takes note", ja: "了知" },
  concern: { en: "has a concern", ja: "懸念" },
} as const;

export const saying = {
  reason: { en: "Your reason", ja: "理由" },
  reasonHint: {
    en: "It is recorded and published with your statement. In both languages: [en] … [ja] …",
    ja: "意思表示とともに記録され、公開されます。日英併記の場合：[en] … [ja] …",
  },
  reasonMissing: { en: "Say why.", ja: "理由を入力してください。" },
  opinion: { en: "Your opinion", ja: "意見" },
  text: { en: "In words", ja: "意見の内容" },
  evidence: {
    en: "Hash of the evidence (SHA-256), if your side must ratify",
    ja: "国内手続の証拠のハッシュ値（SHA-256。批准を要する場合）",
  },
  evidenceWrong: {
    en: "A hash has 64 hexadecimal digits.",
    ja: "ハッシュ値は64桁の16進数です。",
  },
  goOn: { en: "Go on to sign", ja: "署名へ進む" },
  back: { en: "Not now", ja: "取りやめる" },
} as const;
