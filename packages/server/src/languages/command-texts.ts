import type { Text } from "./language.ts";

/** What the help says of each command, argument and option. */
export const COMMAND_TEXTS = {
  program: {
    en: "The system that a joint sovereign fund runs on. This is a demonstration.",
    ja: "国家共同ファンドの基幹システム（実演用）",
  },
  run: {
    en: "found a fund, play the acts of a scenario, and print where it stands",
    ja: "ファンドを設立し、シナリオの行為を実行して、現状を表示する",
  },
  serve: {
    en: "serve the fund of a data directory over HTTP, until it is told to end",
    ja: "データディレクトリのファンドをHTTPで提供する（終了の指示まで）",
  },
  port: { en: "port to listen on; 0 takes a free one", ja: "待受ポート（0で空きポート）" },
  host: { en: "address to listen on", ja: "待受アドレス" },
  publicAddress: {
    en: "address by which browsers know the office, if another, as https://fund.example",
    ja: "ブラウザから見た事務局のアドレス（待受アドレスと異なる場合。例：https://fund.example）",
  },
  officeFile: {
    en: "file that says who signs in with whom; office.yaml of the data directory otherwise",
    ja: "サインイン先と利用者を定めるファイル（既定はデータディレクトリのoffice.yaml）",
  },
  serveFound: {
    en:
      "where there is no fund, let one be founded in the browser (with keys that anybody can " +
      "derive)",
    ja: "ファンドがない場合、ブラウザで設立する（鍵は誰でも導出できる実演用）",
  },
  runServe: {
    en: "then serve the fund until it is told to end (Ctrl-C)",
    ja: "続けてファンドをHTTPで提供する（Ctrl-Cで終了）",
  },
  policy: {
    en: "compare a stake in the fund with a tax credit, a tariff and borrowing alone",
    ja: "ファンドへの出資を、税額控除、関税及び単独での借入投資と比較する",
  },
  policyFile: { en: "policy file (YAML)", ja: "政策ファイル（YAML）" },
  policyRecord: {
    en: "take the fund's payments from the record of this data directory",
    ja: "ファンドの収支を、このデータディレクトリの記録から取る",
  },
  policyPaths: {
    en: "how many futures are drawn",
    ja: "将来の数",
  },
  seed: { en: "text that all draws follow from", ja: "乱数の種とする文字列" },
  policySet: {
    en: "compare with another value, as incentive.credit.value=35% (repeatable)",
    ja: "値を変えて比較する（例：incentive.credit.value=35%、複数指定可）",
  },
  scenario: { en: "scenario file (YAML)", ja: "シナリオファイル（YAML）" },
  project: {
    en: "project a charter: what it would do, over many paths",
    ja: "基本協定の将来推計を行う（多数の経路を試算する）",
  },
  assumptionsOf: {
    en: "assumptions (YAML); else those of the charter's name in assumptions/, or what suits any",
    ja: "前提条件ファイル（YAML。省略時はassumptions/の同名ファイル又は既定値）",
  },
  paths: { en: "how many paths", ja: "経路の数" },
  years: { en: "how many years", ja: "年数" },
  marketModel: {
    en:
      "model of the market, instead of that of the assumptions; a bootstrap is named in an " +
      "assumptions file, with its data",
    ja: "前提条件に代わる市場モデル（ブートストラップはデータとともに前提条件ファイルで指定する）",
  },
  stress: {
    en: "a stress of the assumptions that happens (again for more)",
    ja: "発生させるストレス",
  },
  projectSet: {
    en: "a value to change: charter.<path>, capital, or a path of the assumptions (again for more)",
    ja: "変更する値（charter.<パス>、capital又は前提条件のパス。複数指定可）",
  },
  projectOut: {
    en: "directory for the result, tables, charts and paths in full, with a manifest",
    ja: "結果、表、図及び経路の全容を、目録とともに出力するディレクトリ",
  },
  sample: {
    en: "how many paths --out writes in full (Parquet)",
    ja: "--outで全容を出力する経路の数（Parquet形式）",
  },
  allPaths: { en: "write every path in full; large", ja: "全経路の全容を出力する（大容量）" },
  workers: { en: "threads; as many as cores if absent", ja: "スレッド数（既定はコア数）" },
  pathInFull: {
    en: "tell one path in full, counted from 0, instead of all",
    ja: "全体の代わりに一つの経路の全容を示す（0から数える）",
  },
  sensitivity: {
    en: "how each main assumption, moved down and up, moves each side's gain",
    ja: "主な前提を上下に変更したときの各当事者の損益への影響を示す",
  },
  frontier: {
    en: "what each target of debt, from none to the charter's most, gives each side",
    ja: "借入比率を零から基本協定の上限まで変えたときの各当事者の損益を示す",
  },
  bearable: {
    en: "how far values may fall at once before a lock, a sale, a call on the budgets or default",
    ja: "制限、強制売却、財政への払込請求又は債務不履行に至るまでの価値の下落幅を示す",
  },
  fallAt: {
    en: "with --bearable: the step of the fall, counted from 0; when most is invested if absent",
    ja: "--bearableにおける下落の期（0から数える。省略時は大部分の投資を終えた期）",
  },
  replayPath: {
    en: "play that path as acts of a demonstration fund, and compare the books",
    ja: "その経路を実演用ファンドの行為として再現し、帳簿を照合する",
  },
  charter: { en: "charters: the agreement as data", ja: "基本協定（データとしての協定）" },
  charterLint: {
    en: "say everything that is wrong with a charter, with lines",
    ja: "基本協定の誤りを行番号付きですべて示す",
  },
  charterExplain: {
    en: "say a charter in plain language",
    ja: "基本協定を平易な文章で説明する",
  },
  charterNew: {
    en: "make a charter from a template, asking for what a fund needs of its own",
    ja: "ひな形から基本協定を作成する（必要事項を質問する）",
  },
  template: {
    en: "a charter file, or the name of one that comes along (us-japan)",
    ja: "基本協定ファイル又は収録済みの名称（us-japanなど）",
  },
  out: { en: "file to write", ja: "出力先ファイル" },
  setAnswer: {
    en: "an answer given beforehand, as id=nordic or side1.id=NO",
    ja: "事前に与える回答（例：id=nordic、side1.id=NO）",
  },
  charterDiff: {
    en: "say in words what an amendment changes, and who must ratify it",
    ja: "改正の内容と批准の要否を文章で示す（新旧対照）",
  },
  charterCompare: {
    en: "compare two charters, or the sides' readings of one draft, clause by clause",
    ja: "二つの基本協定、又は一つの草案における各当事者の案を条項ごとに対照する",
  },
  price: {
    en: "what each bracket, or the other charter, costs or gains each side, over many paths",
    ja: "各未合意事項（又は対照する基本協定）が各当事者に与える損益を、多数の経路により算定する",
  },
  charterPowers: {
    en: "say who alone, or together with whom, can bring about or stop each act",
    ja: "各行為を単独で、又は誰と共同で成立させ、若しくは阻止できるかを示す",
  },
  otherCharterFile: {
    en: "the charter to compare it with; of a draft its sides are compared if absent",
    ja: "対照する基本協定（省略時は草案の各当事者の案を対照）",
  },
  charterFile: { en: "charter file (YAML)", ja: "基本協定ファイル（YAML）" },
  side: {
    en: "of a draft with alternatives: the side whose reading is taken",
    ja: "未確定の選択肢を含む草案で、説明対象とする側",
  },
  act: { en: "acts: what was proposed, decided and done", ja: "行為（提案、決定、実行）" },
  actShow: {
    en: "show an act: status, who decided and may still, clocks, effects",
    ja: "行為の状態、決定者と残りの決定権者、期限、効果を示す",
  },
  actId: { en: "id of an act, or its first characters", ja: "行為の識別子（先頭の数文字で可）" },
  actWhy: {
    en: "say where a figure comes from: postings, act, approvals, clause",
    ja: "数値の根拠（仕訳、行為、承認、条項）を示す",
  },
  figure: {
    en:
      "a number of the page (net-assets, sides.JP.received), an account (1010, 1010:fund), a " +
      "posting (<act>/1) or an act; without it, all numbers",
    ja:
      "報告頁の数値（net-assets、sides.JP.receivedなど）、勘定（1010、1010:fund）、" +
      "仕訳（<行為>/1）又は行為。省略時は数値の一覧",
  },
  whyAll: {
    en: "every posting, however many there are",
    ja: "件数にかかわらず全ての仕訳を示す",
  },
  log: { en: "the record itself", ja: "記録" },
  logVkey: {
    en: "the verifier key of the record and those of its mirrors",
    ja: "記録とミラーの検証鍵",
  },
  logShow: {
    en: "show entries; the last ten without a number",
    ja: "記録の内容を示す（既定は最新10件）",
  },
  entries: { en: "an entry, or a range such as 3..9", ja: "番号又は範囲（例：3..9）" },
  logProof: {
    en: "prove that an entry is in the record, as a file that anyone can check offline",
    ja: "包含証明をファイル形式で出力する（オフラインで検証可能）",
  },
  entry: { en: "an entry, counted from 0", ja: "記録番号（0から数える）" },
  status: {
    en: "what stands: figures, open acts, payments",
    ja: "現状（数値、審議中の行為、支払）",
  },
  check: {
    en: "hold the books against the record, by named checks",
    ja: "帳簿と記録の整合を項目別に検査する",
  },
  checkName: { en: "one check; all without a name", ja: "検査名（省略時はすべて）" },
  bank: { en: "the bank's statements and the books", ja: "銀行取引明細と帳簿" },
  bankImport: {
    en: "turn a bank's file (camt.053 or CSV) into bodies of bank.statement",
    ja: "銀行のファイル（camt.053又はCSV）を銀行取引明細の事実の内容に変換する",
  },
  bankFile: { en: "file of the bank", ja: "銀行のファイル" },
  bankVehicle: { en: "whose account it is", ja: "口座を有する投資ビークル" },
  bankAccount: {
    en: "subject that its cash is kept by in the book (default: bank)",
    ja: "帳簿の現金勘定の補助科目（省略時はbank）",
  },
  bankStatement: {
    en: "the bank's number of the statement, which CSV does not hold",
    ja: "明細番号（CSVの場合に指定）",
  },
  bankBreaks: {
    en: "prove the bank's balance from the books, and list open items by age",
    ja: "帳簿残高から銀行残高を導き、未照合項目を経過日数とともに示す",
  },
  statements: {
    en: "print a statement of a vehicle over a period, or write it as a file",
    ja: "投資ビークルの計算書を期間を指定して表示し、又はファイルに出力する",
  },
  statementName: {
    en: "a statement, or all of them with `all`; all names without one",
    ja: "計算書名（allはすべて、省略時は一覧）",
  },
  statementFormat: {
    en: "what to write: text for a screen, or a file",
    ja: "出力形式（textは画面用、ほかはファイル用）",
  },
  asOf: {
    en: "the last day, of whatever period; today's by default",
    ja: "基準日（期間の末日、既定は現在の日付）",
  },
  vehicle: { en: "vehicle; the fund itself by default", ja: "投資ビークル（既定はファンド本体）" },
  fromDate: { en: "first day; the founding by default", ja: "期間の初日（既定は設立日）" },
  toDate: { en: "last day; today's by default", ja: "期間の末日（既定は現在の日付）" },
  year: {
    en: "fiscal year: FY2026 of the fund, us:FY2026 of another calendar",
    ja: "会計年度（FY2026はファンド、us:FY2026は他の暦による）",
  },
  fundingRate: {
    en: "what a government's money costs it a year, for revenue: JP=1%",
    ja: "歳入の計算に用いる政府の調達金利（年率。例：JP=1%）",
  },
  exchangeRate: {
    en:
      "an exchange rate where the record has none: JPY=150 for one of the vehicle's currency " +
      "(also for revenue), USD/JPY=150, or USD/JPY@2026-03-31=150 from that day on",
    ja:
      "記録にない為替レートの指定。JPY=150（投資ビークルの通貨1単位当たり。歳入の換算にも用いる。）、" +
      "USD/JPY=150、又は同日以降のUSD/JPY@2026-03-31=150",
  },
  inCurrency: {
    en: "the currency to translate the statement into, at the rates of the record: JPY",
    ja: "計算書の換算先の通貨（記録された為替レートによる。例：JPY）",
  },
  line: {
    en: "the postings that a line of the statement is made of",
    ja: "計算書の行を構成する仕訳を示す",
  },
  sign: {
    en: "show what a file asks to be signed, with words to compare, and sign it with a key",
    ja: "署名依頼の内容と照合用の言葉を示し、鍵により署名する",
  },
  requestFile: {
    en: "a signing request, or the bytes to sign, as the office's page saves them",
    ja: "事務局の画面で保存した署名依頼又は署名対象のバイト列",
  },
  keyFile: {
    en: "Ed25519 private key, PKCS #8 PEM; without one nothing is signed",
    ja: "Ed25519秘密鍵（PKCS #8 PEM形式）。指定がなければ署名しない",
  },
  signatureOut: { en: "file for the signature, base64", ja: "署名（base64）の出力先" },
  verify: {
    en: "check a copy of a record, alone: bytes, signatures, every decision again",
    ja: "記録の写しを単独で検証する（内容、署名、全決定の再現）",
  },
  directory: { en: "data directory or published log", ja: "データディレクトリ又は公開された記録" },
  against: {
    en: "a checkpoint that was held elsewhere, to find what was cut off or forked",
    ja: "別途保管したチェックポイント（切捨てや分岐の発見用）",
  },
  founding: { en: "leaf hash that entry 0 must have", ja: "記録0番が持つべきハッシュ" },
  export: { en: "the books for other programs", ja: "帳簿を他のプログラムの形式で出力する" },
  exportHledger: { en: "a journal for hledger", ja: "hledger形式の仕訳帳" },
  database: {
    en: "the record as tables, to be asked in SQL",
    ja: "記録の表形式データベース（SQLで照会可能）",
  },
  databaseUpdate: {
    en: "bring the tables up to the end of the record; makes them where there are none",
    ja: "記録の末尾まで表に反映する（ない場合は作成する）",
  },
  databaseRebuild: {
    en: "drop the tables and make them anew from the record",
    ja: "表を削除し、記録から作り直す",
  },
  databaseStatus: {
    en: "say how far the tables have come",
    ja: "表への反映状況を示す",
  },
  databaseQuery: {
    en: "ask one question in SQL, which can change nothing",
    ja: "SQLで照会する（読取り専用）",
  },
  sql: { en: "a statement of SQL", ja: "SQL文" },
  databaseUrl: {
    en: "PostgreSQL server (default: DATABASE_URL, else the embedded one in <data>/db)",
    ja: "PostgreSQLの接続先（既定はDATABASE_URL、なければ<data>/dbの組込みデータベース）",
  },
  exportCsv: {
    en: "every posting, one a line, as CSV (RFC 4180)",
    ja: "すべての仕訳明細（1行1明細、RFC 4180準拠のCSV）",
  },
  bench: { en: "measure, as ratios in one run", ja: "性能を計測する（同一実行内の比率）" },
  benchName: { en: "one benchmark", ja: "計測名" },
  benchEntries: {
    en: "entries of the record that is measured, up to millions",
    ja: "計測に用いる記録の件数（百万件以上も可）",
  },
  data: { en: "where the fund's data is", ja: "ファンドのデータの場所" },
  set: {
    en: "change one value, path=value, and show both runs; may be repeated",
    ja: "値を一つ変更し（パス=値）、両方の結果を並べて示す（複数指定可）",
  },
  fresh: {
    en: "begin anew: replaces data that an earlier run made, nothing else",
    ja: "最初からやり直す（以前のrunが作成したデータのみを置き換える）",
  },
  json: { en: "print the result as JSON", ja: "結果をJSONで出力する" },
  lang: { en: "language of the output", ja: "出力の言語" },
  help: { en: "show this help", ja: "使い方を表示する" },
  usageHeading: { en: "Usage:", ja: "使い方：" },
  argumentsHeading: { en: "Arguments:", ja: "引数：" },
  optionsHeading: { en: "Options:", ja: "オプション：" },
  commandsHeading: { en: "Commands:", ja: "コマンド：" },
} as const satisfies Readonly<Record<string, Text>>;

/** What is wrong with how the command was called, by the parser's codes; `{0}` was written. */
export const USAGE_TEXTS: Readonly<Record<string, Text>> = {
  "commander.unknownOption": { en: "There is no option {0}.", ja: "オプション{0}はありません。" },
  "commander.unknownCommand": { en: "There is no command {0}.", ja: "コマンド{0}はありません。" },
  "commander.missingArgument": {
    en: "The argument {0} is missing.",
    ja: "引数{0}が指定されていません。",
  },
  "commander.missingMandatoryOptionValue": {
    en: "The option {0} is missing.",
    ja: "オプション{0}を指定してください。",
  },
  "commander.excessArguments": { en: "Too many arguments.", ja: "引数が多すぎます。" },
  "commander.optionMissingArgument": {
    en: "The option {0} needs a value.",
    ja: "オプション{0}には値が必要です。",
  },
  "commander.conflictingOption": {
    en: "The option {0} does not go with another one that was given.",
    ja: "オプション{0}は、指定された他のオプションと同時に使えません。",
  },
  "commander.invalidArgument": {
    en: "The value of {0} is not possible.",
    ja: "{0}の値が正しくありません。",
  },
};
