import type { Text } from "./language.ts";

/** What may be wrong with a request, beside what the rules of the fund refuse. */
export const HTTP_PROBLEMS = {
  not_found: {
    status: 404,
    title: { en: "There is nothing here.", ja: "該当するものはありません。" },
  },
  unknown_id: {
    status: 404,
    title: { en: "There is no {0} {1}.", ja: "{0}「{1}」はありません。" },
  },
  sign_in_required: {
    status: 401,
    title: { en: "Sign in to see this.", ja: "閲覧するにはサインインが必要です。" },
  },
  not_allowed: {
    status: 403,
    title: { en: "This is not for the role of {0}.", ja: "「{0}」の役割では利用できません。" },
  },
  not_yours: {
    status: 403,
    title: {
      en: "This is somebody else's. You can see what is your own.",
      ja: "他の方の情報です。閲覧できるのはご自身に関する情報のみです。",
    },
  },
  no_key: {
    status: 403,
    title: {
      en: "Only an officer whose key is enrolled with the fund can propose or report.",
      ja: "提案及び報告は、署名鍵を登録した職員に限り行うことができます。",
    },
  },
  cross_site: {
    status: 403,
    title: {
      en: "This has to come from a page of this office.",
      ja: "この操作は、本事務局のページから行ってください。",
    },
  },
  passkeys_not_agreed: {
    status: 422,
    title: {
      en: "The charter has no terms for passkeys.",
      ja: "基本協定にパスキーに関する定めがありません。",
    },
  },
  passkey_page_wrong: {
    status: 422,
    title: {
      en: "The charter names no site for passkeys with pages at {0}.",
      ja: "{0}は、基本協定が定めるパスキーのサイトのページではありません。",
    },
  },
  registration_not_asked: {
    status: 409,
    title: {
      en: "Nobody was asked for this passkey, or too long ago. Begin again.",
      ja: "このパスキーの作成は求められていないか、期限が過ぎています。最初からやり直してください。",
    },
  },
  registration_wrong: {
    status: 422,
    title: {
      en: "What the browser gave is no passkey that can be enrolled: {0}.",
      ja: "ブラウザの応答は、登録できるパスキーではありません（{0}）。",
    },
  },
  method_not_allowed: {
    status: 405,
    title: { en: "This address does not take {0}.", ja: "このアドレスは{0}を受け付けません。" },
  },
  parameters_wrong: {
    status: 400,
    title: { en: "The parameters are not as described.", ja: "パラメータが定義と異なります。" },
  },
  cursor_wrong: {
    status: 400,
    title: {
      en: "The cursor is none of this list's.",
      ja: "カーソルがこの一覧のものではありません。",
    },
  },
  future_asked: {
    status: 422,
    title: {
      en: "{0} is after what is on record, which reaches {1}.",
      ja: "{0}は記録の範囲（{1}まで）より後です。",
    },
  },
  past_asked: {
    status: 422,
    title: {
      en: "{0} is before the founding of {1}.",
      ja: "{0}は設立（{1}）より前です。",
    },
  },
  period_wrong: {
    status: 422,
    title: {
      en: "No such period: {0}.",
      ja: "期間の指定が正しくありません：{0}",
    },
  },
  currency_wrong: {
    status: 422,
    title: {
      en: "This statement is not made in {0}.",
      ja: "この計算書は{0}では作成されません。",
    },
  },
  rate_missing: {
    status: 422,
    title: {
      en: "No rate of {0} is fixed on or before {1}, the first day that needs one.",
      ja: "{0}の為替レートは、必要となる最初の日（{1}）までに確定したものがありません。",
    },
  },
  cell_not_sampled: {
    status: 422,
    title: {
      en: "The number {0} is not made of journal entries of one currency.",
      ja: "数値「{0}」は一通貨の仕訳から成るものではないため、抽出できません。",
    },
  },
  sample_wrong: {
    status: 422,
    title: {
      en: "The expected deviation ({0} basis points) must be below the tolerable one ({1}).",
      ja: "予想逸脱率（{0}bp）は許容逸脱率（{1}bp）より小さくなければなりません。",
    },
  },
  sample_too_large: {
    status: 422,
    title: {
      en: "That takes a sample of more than {0}: examine everything, or aim for less.",
      ja: "{0}件を超える標本が必要です。精査とするか、条件を緩めてください。",
    },
  },
  verification_running: {
    status: 409,
    title: {
      en: "Another verification is running. Wait until it has ended.",
      ja: "別の検証が実行中です。終了するまでお待ちください。",
    },
  },
  verification_unavailable: {
    status: 503,
    title: {
      en: "This server starts no verification. Verify a copy with the command.",
      ja: "このサーバーでは検証を実行できません。コマンドにより写しを検証してください。",
    },
  },
  not_published: {
    status: 404,
    title: {
      en: "No checkpoint is published yet.",
      ja: "チェックポイントはまだ公開されていません。",
    },
  },
  body_too_large: {
    status: 413,
    title: {
      en: "What is sent here has at most {0} bytes.",
      ja: "送信できるのは最大{0}バイトです。",
    },
  },
  body_not_json: {
    status: 415,
    title: { en: "Send application/json.", ja: "application/jsonで送信してください。" },
  },
  charter_wrong: {
    status: 422,
    title: {
      en: "The charter has errors. Each is listed with its line.",
      ja: "基本協定に誤りがあります。各箇所を行番号付きで示します。",
    },
  },
  charter_side_needed: {
    status: 422,
    title: {
      en: "This is a draft with alternatives. Say whose reading is meant.",
      ja: "併記を含む草案です。いずれの当事者の案によるかを指定してください。",
    },
  },
  settings_wrong: {
    status: 422,
    title: {
      en: "With these terms the scenario cannot be played.",
      ja: "この条件ではシナリオを実行できません。",
    },
  },
  analysis_too_long: {
    status: 422,
    title: {
      en: "This takes more time or memory than the server gives it.",
      ja: "サーバーの許容する時間又はメモリを超えます。",
    },
  },
  analysis_busy: {
    status: 503,
    title: {
      en: "Others are computing. Try again in a minute.",
      ja: "他の計算を処理中です。しばらくしてから再度試してください。",
    },
  },
  charter_not_projected: {
    status: 422,
    title: {
      en: "These clauses of the charter cannot be projected: {0}.",
      ja: "この基本協定には、将来推計ができない条項があります：{0}",
    },
  },
  experiment_running: {
    status: 429,
    title: {
      en: "One computation at a time. Yours is still running.",
      ja: "同時に実行できる計算は一件です。先の計算が実行中です。",
    },
  },
  body_wrong: {
    status: 422,
    title: { en: "What was sent is not as described.", ja: "送信された内容が定義と異なります。" },
  },
  risks_not_read: {
    status: 422,
    title: {
      en: "The risks that were confirmed are not those of today. Read them and confirm once more.",
      ja: "確認されたリスク説明は現在のものと異なります。もう一度お読みのうえ確認してください。",
    },
  },
  distributor_wrong: {
    status: 422,
    title: {
      en: "Say which distributor is to place the order: {0}.",
      ja: "申込みを取り次ぐ販売会社を指定してください：{0}",
    },
  },
  too_many_open: {
    status: 422,
    title: {
      en: "{0} requests are open already. Wait for them, or take one back.",
      ja: "未処理の依頼が既に{0}件あります。処理を待つか、いずれかを取り下げてください。",
    },
  },
  request_ended: {
    status: 409,
    title: {
      en: "This request has been answered or taken back already.",
      ja: "この依頼は既に処理されたか取り下げられています。",
    },
  },
  idempotency_key_wrong: {
    status: 400,
    title: {
      en: "An Idempotency-Key has 1 to 128 visible ASCII characters.",
      ja: "Idempotency-Keyは印字可能なASCII文字1～128字です。",
    },
  },
  idempotency_key_reused: {
    status: 422,
    title: {
      en: "This Idempotency-Key came with another statement before.",
      ja: "このIdempotency-Keyは以前に別の意思表示で使用されています。",
    },
  },
  too_many_requests: {
    status: 429,
    title: {
      en: "Too many requests. Try again in {0} s.",
      ja: "要求が多すぎます。{0}秒後に再度試してください。",
    },
  },
  too_many_listeners: {
    status: 503,
    title: {
      en: "Too many listeners. Try again later.",
      ja: "接続数が上限に達しています。しばらくしてから再度試してください。",
    },
  },
  not_founded: {
    status: 404,
    title: { en: "No fund is founded here yet.", ja: "ファンドはまだ設立されていません。" },
  },
  charter_not_ready: {
    status: 422,
    title: {
      en: "This charter cannot be adopted yet: see what is wrong with it.",
      ja: "この基本協定はまだ採択できません。指摘を確認してください。",
    },
  },
  already_founded: {
    status: 409,
    title: { en: "A fund is founded here already.", ja: "ファンドは既に設立されています。" },
  },
  fund_stopped: {
    status: 503,
    title: {
      en: "The record cannot be written. What was answered before stands.",
      ja: "記録に書き込めません。応答済みの内容は有効です。",
    },
  },
  internal_fault: {
    status: 500,
    title: {
      en: "A fault of the program. It was logged on the server.",
      ja: "プログラムの不具合です。サーバーに記録しました。",
    },
  },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly title: Text }>>;

export type HttpProblemCode = keyof typeof HTTP_PROBLEMS;
