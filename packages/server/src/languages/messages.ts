import type { Text } from "./language.ts";

/** Everything that the command says besides results. `{0}`, `{1}` … are filled in order. */
export const MESSAGES = {
  bug: {
    en: "This is a fault of the program. Please report it with the lines below.",
    ja: "プログラムの不具合です。以下の内容を添えて報告してください。",
  },
  worldFailed: { en: "The system says: {0}", ja: "システムからの応答：{0}" },
  fileMissing: { en: "There is no file {0}.", ja: "ファイル{0}がありません。" },
  notARequest: {
    en: "{0} holds nothing that can be signed.",
    ja: "{0}には署名できる内容がありません。",
  },
  requestOfOtherAct: {
    en: "{0} shows an act that is not the one to be signed. Do not sign it.",
    ja: "{0}に示された行為は署名の対象と異なります。署名しないでください。",
  },
  notAPrivateKey: {
    en: "{0} is no Ed25519 private key in PKCS #8 PEM.",
    ja: "{0}はEd25519秘密鍵（PKCS #8 PEM形式）ではありません。",
  },
  fileExists: {
    en: "{0} exists already; nothing was written.",
    ja: "{0}は既に存在するため、何も書き込みませんでした。",
  },
  fileNameIt: { en: "--out names a file.", ja: "--outでファイル名を指定できます。" },
  fileWritten: { en: "Wrote {0} ({1} bytes).", ja: "{0}に出力しました（{1}バイト）。" },
  setMalformed: {
    en: "--set takes name=value, not {0}.",
    ja: "--setには「名称=値」を指定してください（{0}）。",
  },
  setUnknown: {
    en: "There is no question named {0}.",
    ja: "「{0}」という項目はありません。",
  },
  isDirectory: {
    en: "{0} is a directory, not a file.",
    ja: "{0}はファイルではなくディレクトリです。",
  },
  notPermitted: { en: "No permission to use {0}.", ja: "{0}を使用する権限がありません。" },
  diskFull: {
    en: "There is no space left on the disk of {0}.",
    ja: "{0}のディスクに空きがありません。",
  },
  dataMissing: {
    en:
      "There is no fund in {0}. `npm start` plays one into ./data, `serve --found` founds one " +
      "in the browser; --data names another place.",
    ja: "{0}にファンドがありません。`npm start`により./dataに作成でき、`serve --found`によりブラウザで設立できます。別の場所は--dataで指定します。",
  },
  assumptionsWrong: {
    en: "{0} is not what `run` wrote. `run` writes it anew.",
    ja: "{0}は`run`が書き込んだ内容と異なります。`run`を再度実行すると書き直されます。",
  },
  journalDamaged: {
    en: "the journal is damaged after entry {0}",
    ja: "ジャーナルが記録{0}番より後で損傷しています",
  },
  recordBroken: {
    en: "The record in {0} is broken: {1}",
    ja: "{0}の記録は壊れています：{1}",
  },
  entryBroken: { en: "entry {0}: {1}", ja: "記録{0}番：{1}" },
  runSafely: {
    en: "`./jointfund verify {0}` looks at everything.",
    ja: "`./jointfund verify {0}`で全体を検証できます。",
  },
  dataNotOurs: {
    en:
      "{0} holds something that `run` did not make ({1}), so nothing was touched. " +
      "--data names another place.",
    ja: "{0}には`run`が作成したものではない内容（{1}）があるため、何も変更していません。別の場所は--dataで指定します。",
  },
  dataNotDemonstration: {
    en:
      "{0} holds a fund that `run` did not make, so nothing was touched. " +
      "--data names another place.",
    ja: "{0}のファンドは`run`が作成したものではないため、何も変更していません。別の場所は--dataで指定します。",
  },
  otherScenario: {
    en: "{0} holds the record of another scenario. --fresh replaces it; --data names a place.",
    ja: "{0}には別のシナリオの記録があります。--freshで置き換え、--dataで別の場所を指定できます。",
  },
  settingsUnplaced: {
    en: "Neither the scenario nor its charter has a place for {0}.",
    ja: "シナリオにも基本協定にも該当する箇所がありません：{0}",
  },
  policySettingsUnplaced: {
    en: "The policy file has no place for {0}, or not for a value of this kind.",
    ja: "政策ファイルに該当する箇所がないか、値の種類が異なります：{0}",
  },
  policyWrong: {
    en: "The policy file cannot be compared; findings: {0}.",
    ja: "政策ファイルを比較できません。指摘{0}件",
  },
  pathsWrong: {
    en: "{0} is no number of paths; it is a whole number from 1 to {1}.",
    ja: "{0}は経路数として使えません。1から{1}までの整数を指定してください。",
  },
  settingMalformed: {
    en: "{0} is no setting; write path=value.",
    ja: "{0}は設定の形式ではありません。path=valueと書きます。",
  },
  scenarioWrong: {
    en: "The scenario cannot be played. Findings: {0}",
    ja: "このシナリオは実行できません。指摘事項：{0}件",
  },
  scenarioStopped: {
    en: "The scenario did not go as it says:",
    ja: "シナリオが記載どおりに進みませんでした：",
  },
  charterWrong: {
    en: "The charter cannot be adopted: {0} faults. `./jointfund charter lint {1}` names them.",
    ja: "基本協定を採択できません。不備が{0}件あります。`./jointfund charter lint {1}`で確認できます。",
  },
  charterDraft: {
    en: "{0} is a draft: the sides have yet to agree where it has brackets.",
    ja: "{0}は草案です。括弧の箇所が未合意のため、採択できません。",
  },
  noOperator: {
    en: "The scenario has no officer of the operator of the record.",
    ja: "シナリオに記録運営者の職員がいません。",
  },
  opening: { en: "opening the fund in {0}", ja: "{0}のファンドを開いています" },
  officeFileWrong: {
    en: "The office file cannot be used. Findings: {0}",
    ja: "事務局の設定ファイルを使用できません。指摘事項：{0}件",
  },
  addressWrong: {
    en: "--address takes an address such as https://fund.example, not {0}.",
    ja: "--addressにはhttps://fund.exampleのような形式で指定してください（{0}）。",
  },
  signInTrouble: { en: "sign-in with {0}: {1}", ja: "{0}によるサインイン：{1}" },
  openThis: { en: "Open this in a browser:", ja: "ブラウザで開いてください：" },
  foundingServed: {
    en:
      "Open the address to found a fund; Ctrl-C ends it. The keys of a demonstration protect " +
      "nothing.",
    ja: "上のアドレスを開くとファンドを設立できます。Ctrl-Cで終了します。実演用の鍵に保護の効力はありません。",
  },
  serving: {
    en: "Serving; Ctrl-C ends it. The keys of this demonstration protect nothing.",
    ja: "提供中です。Ctrl-Cで終了します。この実演用の鍵に保護の効力はありません。",
  },
  clockStands: {
    en: "The record ends in the future: the fund's clock stands still at {0}.",
    ja: "記録の末尾が将来の日時であるため、ファンドの時計は{0}で停止しています。",
  },
  keysNotHere: {
    en: "{0} holds no demonstration: the keys that its record names are not here.",
    ja: "{0}は実演用ではありません。記録が指定する鍵がここにありません。",
  },
  portWrong: {
    en: "--port takes a number from 0 to 65535, not {0}.",
    ja: "--portには0から65535までの数を指定してください（{0}）。",
  },
  portWithoutServe: {
    en: "--port is for --serve.",
    ja: "--portは--serveとともに指定してください。",
  },
  portTaken: {
    en: "Another program listens on port {0}. --port names another one.",
    ja: "ポート{0}は他のプログラムが使用しています。--portで別の番号を指定できます。",
  },
  replaying: { en: "replaying {0} of {1} entries", ja: "記録{1}件中{0}件を再現中" },
  benchSkipped: {
    en: "SKIPPED: the benchmark {0} needs {1}, which is not here",
    ja: "計測{0}は、{1}がないため省略しました",
  },
  benchUnknown: {
    en: "There is no benchmark {0}. Benchmarks: {1}",
    ja: "計測{0}はありません。計測：{1}",
  },
  entriesWrong: {
    en: "--entries takes a whole number from 1, not {0}.",
    ja: "--entriesには1以上の整数を指定してください（{0}）。",
  },
  measuring: { en: "measuring {0}, which takes a while", ja: "{0}を計測しています" },
  stepsPlayed: { en: "{0} of {1} steps", ja: "{1}段階中{0}段階" },
  stopped: {
    en: "Stopped after {0} of {1} steps. The same command goes on from there.",
    ja: "{1}段階中{0}段階で中断しました。同じコマンドで続行できます。",
  },
  actUnknown: { en: "No act begins with {0}.", ja: "{0}で始まる行為はありません。" },
  actAmbiguous: {
    en: "Several acts begin with {0}: {1}",
    ja: "{0}で始まる行為が複数あります：{1}",
  },
  prefixShort: {
    en: "Give at least four characters of the id: {0}",
    ja: "識別子は4文字以上を指定してください：{0}",
  },
  figureUnknown: {
    en: "There is no figure, posting, account or act {0}. Figures: {1}",
    ja: "{0}という数値、仕訳、勘定又は行為はありません。数値：{1}",
  },
  checkUnknown: { en: "There is no check {0}. Checks: {1}", ja: "検査{0}はありません。検査：{1}" },
  entryUnknown: {
    en: "There is no entry {0}; the record has {1}, counted from 0.",
    ja: "記録{0}番はありません。記録は0番から数えて{1}件です。",
  },
  statementUnknown: {
    en: "There is no statement {0}. There are: {1}",
    ja: "計算書{0}はありません。計算書：{1}",
  },
  eveningNotKept: {
    en: "{0} is known for ends of months and the last day of the record, not for {1}.",
    ja: "{0}は月末及び記録の最終日についてのみ作成できます（{1}は対象外です）。",
  },
  lineUnknown: {
    en: "No line {0} of the statement is made of postings. These are: {1}",
    ja: "仕訳から成る行{0}はありません。該当する行：{1}",
  },
  vehicleUnknown: {
    en: "There is no vehicle {0}. There are: {1}",
    ja: "投資ビークル{0}はありません。投資ビークル：{1}",
  },
  yearUnknown: {
    en: "{0} is no fiscal year that has begun. Write FY2026, or us:FY2026; calendars: {1}",
    ja: "{0}は開始済みの会計年度ではありません。FY2026又はus:FY2026のように指定します。暦：{1}",
  },
  dateWrong: {
    en: "{0} is no date. Write 2026-03-31.",
    ja: "{0}は日付ではありません。2026-03-31のように指定します。",
  },
  rateWrong: {
    en: "{0} is no rate. Write JP=1%, JPY=150, USD/JPY=150 or USD/JPY@2026-03-31=150.",
    ja: "{0}は率として読み取れません。JP=1%、JPY=150、USD/JPY=150、USD/JPY@2026-03-31=150のように指定します。",
  },
  rateMissing: {
    en:
      "No rate of {0} is fixed on or before {1}, the first day that needs one. " +
      "State one: --exchange-rate {0}=…",
    ja:
      "{0}の為替レートは、必要となる最初の日である{1}以前に確定していません。" +
      "--exchange-rate {0}=…で指定してください。",
  },
  currencyUnknown: {
    en: "There is no currency {0} (ISO 4217).",
    ja: "{0}という通貨（ISO 4217）はありません。",
  },
  statementNotTranslated: {
    en: "{0} is in the vehicle's own currency alone. In another there are: {1}",
    ja: "{0}は投資ビークルの固有の通貨でのみ表示します。他の通貨で表示する計算書：{1}",
  },
  periodReversed: {
    en: "The period begins on {0}, after it ends on {1}.",
    ja: "期間の初日{0}が末日{1}より後です。",
  },
  statementNumberMissing: {
    en: "{0} does not say which statement it is: give its number by --statement.",
    ja: "{0}には明細番号がありません。--statementで指定してください。",
  },
  statementNotRead: {
    en: "{0} was not imported.",
    ja: "{0}は取り込めませんでした。",
  },
  statementEvidence: {
    en: "Hash of the file, for the fact's evidence: {0}",
    ja: "事実の証拠として引用するファイルのハッシュ値：{0}",
  },
  calendarEnds: {
    en: "The charter's calendar does not reach {0}.",
    ja: "基本協定の暦は{0}を含んでいません。",
  },
  notUnderCheckpoint: {
    en: "Entry {0} is not under the published checkpoint, which covers {1} entries.",
    ja: "記録{0}番は公開されたチェックポイント（{1}件）に含まれていません。",
  },
  rangeMalformed: {
    en: "“{0}” is neither an entry nor a range such as 3..9.",
    ja: "「{0}」は番号でも範囲（例：3..9）でもありません。",
  },
  hashMalformed: {
    en: "“{0}” is not a hash of 64 characters (0-9, a-f).",
    ja: "「{0}」は64文字のハッシュ値（0-9、a-f）ではありません。",
  },
  languageUnknown: {
    en: "--lang is en, ja or both, not {0}.",
    ja: "--langはen、ja、bothのいずれかです（{0}）。",
  },
  databaseSays: { en: "The database says: {0}", ja: "データベースからの応答：{0}" },
  databaseInUse: {
    en: "Another process uses the database in {0}. Try again when it is done.",
    ja: "{0}のデータベースは他の処理が使用中です。終了後に再度実行してください。",
  },
  databaseTooOld: {
    en: "{0} is version {1} of PostgreSQL; 15 or newer is needed.",
    ja: "{0}のPostgreSQLは版{1}です。15以降が必要です。",
  },
  databaseUnreachable: {
    en: "The database in {0} cannot be used: {1}",
    ja: "{0}のデータベースを利用できません：{1}",
  },
  databaseOfOtherRecord: {
    en:
      "The database in {0} holds entries that are not in this record. " +
      "`./jointfund database rebuild` makes it anew from this one.",
    ja: "{0}のデータベースには、この記録にない内容があります。`./jointfund database rebuild`で作り直せます。",
  },
  databaseAbsent: {
    en: "There is no database in {0} yet. `./jointfund database update` makes it.",
    ja: "{0}にデータベースがまだありません。`./jointfund database update`で作成できます。",
  },
  databaseOther: {
    en: "the tables are of another version of the program; `database update` makes them anew",
    ja: "表は別の版のプログラムのものです（`database update`で作り直します）",
  },
  databaseMaking: {
    en: "making the database in {0}",
    ja: "{0}にデータベースを作成しています",
  },
  databaseFilled: {
    en: "{0}: {1} entries, {2} of them new, {3} rows added",
    ja: "{0}：記録{1}件（うち新規{2}件）、追加{3}行",
  },
  databaseStands: { en: "{0}: {1} of {2} entries", ja: "{0}：記録{2}件中{1}件" },
  databaseStopped: {
    en: "Stopped at {0} entries. `./jointfund database update` goes on from there.",
    ja: "記録{0}件で中断しました。`./jointfund database update`で続行できます。",
  },
  databaseBehind: {
    en: "The database is compared as far as it has come: {0} of {1} entries.",
    ja: "データベースは反映済みの範囲（記録{1}件中{0}件）で照合しました。",
  },
  rowsShown: { en: "{0} rows", ja: "{0}行" },
  comparedSoFar: {
    en: "comparing the policies: {0}%, about {1} s left",
    ja: "政策を比較しています（{0}％、残り約{1}秒）",
  },
  pathsDone: {
    en: "{0} of {1} paths, some {2} s left",
    ja: "経路{1}本のうち{0}本、残り約{2}秒",
  },
  projectionWritten: {
    en: "Wrote {0} files into {1}; manifest.json has their hashes.",
    ja: "{1}に{0}個のファイルを出力しました。ハッシュ値はmanifest.jsonにあります。",
  },
  projectionEnded: {
    en: "The run was ended: what follows is of {0} of {1} paths.",
    ja: "計算を途中で終了しました。以下は経路{1}本のうち{0}本による結果です。",
  },
  noBrackets: {
    en: "{0} has no brackets to price; name a second charter.",
    ja: "{0}には価額を算定する未合意事項がありません。対照する基本協定を指定してください。",
  },
  noCommonParty: {
    en: "{0} and {1} have no party in common that counts in the same currency: nothing to price.",
    ja: "{0}と{1}には、同一の通貨で計算する共通の当事者がないため、価額を算定できません。",
  },
  nothingProjected: {
    en: "The run was ended before any path was done.",
    ja: "経路の計算が一つも終わらないうちに終了しました。",
  },
  replayNeedsPath: {
    en: "--replay plays one path: say which with --path.",
    ja: "--replayは一つの経路を再現します。--pathで経路を指定してください。",
  },
  outNotOurs: {
    en: "{0} holds something else than a projection, so nothing was written.",
    ja: "{0}には将来推計以外の内容があるため、何も出力していません。",
  },
  seedWrong: {
    en: "--seed takes a text of 1 to {0} characters.",
    ja: "--seedには1文字以上{0}文字以内の文字列を指定してください。",
  },
  numberWrong: {
    en: "{0} takes a whole number from {1} to {2}, not {3}.",
    ja: "{0}には{1}以上{2}以下の整数を指定してください（{3}）。",
  },
  draftSide: {
    en: "{0} is a draft with brackets. --side says whose reading is projected: {1}",
    ja: "{0}は未合意事項を含む草案です。--sideで対象とする側を指定してください：{1}",
  },
  projectionSettingsUnplaced: {
    en: "Neither the assumptions nor the charter has a place for {0}.",
    ja: "前提条件にも基本協定にも該当する箇所がありません：{0}",
  },
  stressUnknown: {
    en: "The assumptions have no stress {0}. There are: {1}",
    ja: "前提条件にストレス{0}はありません。指定できるもの：{1}",
  },
  assumptionsRefused: {
    en: "The assumptions cannot be used. Findings: {0}",
    ja: "前提条件を使用できません。指摘事項：{0}件",
  },
} as const satisfies Readonly<Record<string, Text>>;

export type MessageName = keyof typeof MESSAGES;

/** A message with its parts in place. */
export function message(name: MessageName, ...parts: readonly (string | number)[]): Text {
  const fill = (text: string): string =>
    text.replace(/\{(\d)\}/g, (_place, n: string) => String(parts[Number(n)] ?? ""));
  const { en, ja } = MESSAGES[name];
  return { en: fill(en), ja: fill(ja) };
}
