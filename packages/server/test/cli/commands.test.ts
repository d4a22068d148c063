import assert from "node:assert/strict";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { base64Decode, utf8Encode } from "@jointfund/core/base/bytes.ts";
import { leafHash } from "@jointfund/core/log/merkle.ts";
import { verifyInclusion } from "@jointfund/core/log/merkle-proof.ts";
import { parseProofFile } from "@jointfund/core/log/proof-file.ts";
import { NAMED_CHECKS } from "@jointfund/core/statements/page-checks.ts";
import { openRecord } from "../../src/cli/record.ts";
import { FIRST_YEAR, run, temporaryDirectory } from "./captured-terminal.ts";

const work = temporaryDirectory();
const data = join(work, "data");
/** Names that the scenario gives to acts, with their ids. */
let acts: Readonly<Record<string, string>>;
let page: {
  readonly positions: readonly { readonly netAssets: string; readonly cash: string }[];
  readonly sides: readonly {
    readonly party: string;
    readonly promised: string;
    readonly received: string;
    readonly ownsNow: string;
  }[];
};

before(async () => {
  const { code, out, err } = await run(["run", FIRST_YEAR, "--data", data, "--json"]);
  assert.equal(code, 0, err);
  ({ acts, page } = JSON.parse(out) as { acts: typeof acts; page: typeof page });
});

const ask = (...args: readonly string[]) => run([...args, "--data", data]);

const json = async (...args: readonly string[]): Promise<unknown> => {
  const { code, out, err } = await ask(...args, "--json");
  assert.equal(code, 0, err);
  return JSON.parse(out);
};

/** An error of the user's: one line, and never a stack. */
function assertOneLine(err: string): void {
  assert.match(err, /^jointfund: .+\n$/);
  assert.doesNotMatch(err, /\n\s+at /);
}

test("status tells figures, open acts and payments", async () => {
  const { code, out } = await ask("status");
  assert.equal(code, 0);
  assert.match(out, /Net assets +12,366,849,288\.00 USD/);
  const values = (await json("status")) as { readonly figures: Record<string, string> };
  assert.equal(values.figures["net-assets"], page.positions.at(-1)?.netAssets);
});

test("check runs every named check, or one", async () => {
  const all = await ask("check");
  assert.equal(all.code, 0);
  assert.equal(all.out.match(/^holds /gm)?.length, NAMED_CHECKS.length);
  const one = await ask("check", "page-ties", "--lang", "ja");
  assert.equal(one.out.trim().split("\n").length, 1);
  assert.match(one.out, /^成立/);
  const none = await ask("check", "nonsense");
  assert.equal(none.code, 2);
  assertOneLine(none.err);
});

test("act show tells who decided, who stood aside and for whom, and what it did", async () => {
  const { code, out } = await ask("act", "show", acts["selection"]!.slice(0, 8));
  assert.equal(code, 0);
  assert.match(out, /executed, since 1 August 2025/);
  assert.match(out, /5 of 8 needed, 7 so far/);
  assert.match(out, /JP-3→JP-3A jp-alternate-3/);
  assert.match(out, /no: US-4 us-board-4/);
  assert.match(out, /jp-board-3: Interest in the tenant/);
  assert.match(out, /9040 Investment commitments \/ abilene +\+15,967,263,000\.00 USD/);
  const vetoed = await ask("act", "show", acts["instruction"]!, "--lang", "ja");
  assert.match(vetoed.out, /拒否、2025年8月12日から/);
});

test("act show gives the same as JSON", async () => {
  const shown = (await json("act", "show", acts["selection"]!)) as {
    readonly id: string;
    readonly tally: { readonly rules: readonly { approving: number; counted: number }[] };
  };
  assert.equal(shown.id, acts["selection"]);
  const [board] = shown.tally.rules;
  assert.deepEqual([board?.approving, board?.counted], [7, 8]);
});

test("act why leads from a figure to postings, act, approvals and clause", async () => {
  const { code, out } = await ask("act", "why", "owns.cash");
  assert.equal(code, 0);
  assert.match(out, /^Cash {2}USD 4,073,721,848\.00/);
  assert.match(out, /Release of a payment, clause 11\.5, .*approved by jp-treasury-1 \(JP-T1\)/);
  assert.match(out, /instructed by Closing of an investment [0-9a-f]{10}, clause 8\.4/);
});

type Why = {
  readonly id: string;
  readonly from: string;
  readonly minor: string;
  readonly postings?: readonly { readonly minor: string }[];
};

test("act why without a name lists every number, and knows each of them", async () => {
  const { figures } = (await json("act", "why")) as { figures: readonly Why[] };
  for (const { id, minor } of figures) {
    const why = (await json("act", "why", id)) as Why;
    assert.deepEqual([why.id, why.minor], [id, minor]);
    if (why.from !== "postings") continue;
    const sum = why.postings!.reduce((total, posting) => total + BigInt(posting.minor), 0n);
    assert.equal(sum, BigInt(minor), id);
  }
  const minorOf = (id: string) => figures.find((figure) => figure.id === id)?.minor;
  const now = page.positions.at(-1)!;
  assert.equal(minorOf("net-assets"), now.netAssets);
  assert.equal(minorOf("owns.cash"), now.cash);
  for (const { party, promised, received } of page.sides) {
    assert.equal(minorOf(`sides.${party}.promised`), promised);
    assert.equal(minorOf(`sides.${party}.received`), received);
  }
  const owns = page.sides.find(({ party }) => party === "JP")?.ownsNow;
  assert.equal(minorOf("sides.JP.owns"), owns);
  const listed = await ask("act", "why", "--lang", "ja");
  assert.match(listed.out, /net-assets +USD [\d,]+\.\d\d {2}純資産総額/);
});

test("act why of an unknown number names those that begin alike", async () => {
  const near = await ask("act", "why", "owns.gold");
  assert.equal(near.code, 1);
  assert.match(near.err, /owns\.gold\. Figures: owns\.investments\.opening, .*owns\.other\n$/);
  assert.match((await ask("act", "why", "wealth")).err, /record\.entries, .*contested/);
});

test("act why tells of many postings the largest, and all of them by act and year", async () => {
  const few = await ask("act", "why", "cover.callable");
  assert.doesNotMatch(few.out, /by act and year/);
  const many = await ask("act", "why", "owns.cash");
  const all = await ask("act", "why", "owns.cash", "--all");
  const groups = many.out.includes("by act and year");
  assert.equal(groups, all.out.split("\n").filter((line) => /^20\d\d-/.test(line)).length > 12);
});

test("act why takes an account, a posting and an act too, in both languages", async () => {
  const ofBook = await ask("act", "why", "1050:fund/abilene");
  assert.match(ofBook.out, /^1050 Investments at cost : fund \/ abilene {2}USD 7,974,161,000\.00/);
  const elsewhere = await ask("act", "why", "1050:moon");
  assert.deepEqual([elsewhere.code, elsewhere.out], [1, ""]);
  const account = await ask("act", "why", "1050/abilene", "--lang", "both");
  assert.match(account.out, /1050 Investments at cost \/ abilene {2}1050 投資（取得原価）/);
  const posting = await ask("act", "why", `${acts["closing"]!.slice(0, 12)}/1`);
  assert.match(posting.out, /2010 Payable on investments \/ abilene +-1,988,805,000\.00 USD/);
  const act = await ask("act", "why", acts["instruction"]!, "--lang", "ja");
  assert.match(act.out, /出資国による指示の記録、条項12\.3、提案/);
});

test("references that lead nowhere are told in a line", async () => {
  const cases: readonly (readonly [readonly string[], number, RegExp])[] = [
    [["act", "show", "ffffffffff"], 1, /No act begins with/],
    [["act", "show", "ab"], 2, /at least four/],
    [["act", "why", "wealth"], 1, /no figure, posting, account or act wealth/],
    [["log", "show", "99999"], 1, /no entry 99999/],
    [["log", "show", "x"], 2, /neither an entry nor a range/],
    [["log", "show", "9..3"], 2, /neither an entry nor a range/],
    [["log", "proof", "99999"], 1, /no entry 99999/],
  ];
  for (const [args, code, pattern] of cases) {
    const asked = await ask(...args);
    assert.equal(asked.code, code, args.join(" "));
    assert.equal(asked.out, "");
    assertOneLine(asked.err);
    assert.match(asked.err, pattern);
  }
});

test("log show lists entries, and shows one whole", async () => {
  const all = (await ask("log", "show", "0..9999")).out.trim().split("\n");
  const { entries } = openRecord(data);
  assert.equal(all.length, entries.length);
  const whole = JSON.parse((await ask("log", "show", "0")).out) as { readonly leafHash: string };
  assert.equal(whole.leafHash, Buffer.from(leafHash(entries[0]!)).toString("hex"));
  const refusal = all.find((line) => line.includes("refusal"));
  assert.match(refusal ?? "", /Adviser has an interest .*\(clause 9\.1\)$/);
});

test("log proof gives a file that proves the entry under the signed root", async () => {
  const { entries } = openRecord(data);
  for (const index of [0, 1, 63, 64, entries.length - 2]) {
    const { out } = await ask("log", "proof", String(index));
    const proof = parseProofFile(utf8Encode(out));
    assert.ok(proof.ok);
    const [, size, root] = Buffer.from(proof.value.checkpoint).toString().split("\n");
    const leaf = leafHash(entries[index]!);
    const claim = { index, size: Number(size), leaf, root: base64Decode(root!)! };
    assert.ok(verifyInclusion(claim, proof.value.hashes).ok, `entry ${index}`);
  }
});

test("log vkey names the record's key and those of its mirrors", async () => {
  const { out } = await ask("log", "vkey");
  assert.match(out, /us-japan\.example\+[0-9a-f]{8}\+/);
  assert.match(out, /mirror US +us\.us-japan\.example\/mirror\+/);
});

test("verify holds, and its exit code says broken or can't tell", async () => {
  assert.equal((await run(["verify", data])).code, 0);
  assert.equal((await run(["verify", join(work, "nowhere")])).code, 2);
  const copy = join(work, "cut");
  cpSync(data, copy, { recursive: true });
  damage(copy);
  assert.equal((await run(["verify", copy])).code, 1);
  const wrong = await run(["verify", data, "--against", join(work, "nowhere")]);
  assert.equal(wrong.code, 2);
  assertOneLine(wrong.err);
});

/** One letter of a statement in the middle of the journal is another. */
function damage(directory: string): void {
  const file = join(directory, "journal/entries");
  const bytes = readFileSync(file);
  const at = bytes.indexOf("Bank advice");
  bytes[at] = "D".charCodeAt(0);
  writeFileSync(file, bytes);
}

test("a damaged record is told in words, and with what to do", async () => {
  const copy = join(work, "damaged");
  cpSync(data, copy, { recursive: true });
  damage(copy);
  const { code, out, err } = await run(["status", "--data", copy]);
  assert.deepEqual([code, out], [1, ""]);
  assert.match(err, /^jointfund: The record in .* is broken: .*\n`\.\/jointfund verify .*\n$/);
});

test("an entry that the rules do not give is named in a published log", async () => {
  const copy = join(work, "published");
  cpSync(join(data, "log"), copy, { recursive: true });
  cpSync(join(data, "blobs"), join(copy, "blobs"), { recursive: true });
  assert.equal((await run(["check", "--data", copy])).code, 0);
  rmSync(join(copy, "blobs"), { recursive: true });
  const { code, err } = await run(["check", "--data", copy, "--lang", "ja"]);
  assert.equal(code, 1);
  assert.match(err, /記録0番：行為が指定する文書がありません/);
});

test("a directory without a fund is told so, in the language of the environment", async () => {
  const environment = { LANG: "ja_JP.UTF-8" };
  for (const command of [["status"], ["check"], ["log", "vkey"], ["act", "why", "owns.cash"]]) {
    const args = [...command, "--data", join(work, "nowhere")];
    const { code, out, err } = await run(args, { environment });
    assert.deepEqual([code, out], [1, ""]);
    assertOneLine(err);
    assert.match(err, /ファンドがありません/);
  }
});

test("wrong calls end with 2 and a line in the language asked for", async () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [["frobnicate"], /no command frobnicate/],
    [["status", "--colour"], /no option --colour/],
    [["act", "show"], /argument id is missing/],
    [["status", "now"], /Too many arguments/],
    [["verify", "--against"], /--against .* needs a value/],
    [["status", "--lang", "fr"], /value of .*--lang.* is not possible/],
    [["frobnicate", "--lang", "ja"], /コマンドfrobnicateはありません/],
  ];
  for (const [args, pattern] of cases) {
    const { code, out, err } = await run(args);
    assert.deepEqual([code, out], [2, ""], args.join(" "));
    assertOneLine(err);
    assert.match(err, pattern);
  }
});

test("help is a result, in the language asked for", async () => {
  const { code, out, err } = await run(["run", "--help"]);
  assert.deepEqual([code, err], [0, ""]);
  assert.match(out, /--fresh/);
  assert.match((await run(["--help", "--lang", "ja"])).out, /ファンドを設立し/);
});

test("charters are linted and explained", async () => {
  const charter = join(FIRST_YEAR, "../../charters/us-japan.yaml");
  assert.equal((await run(["charter", "lint", charter])).code, 0);
  const explained = await run(["charter", "explain", charter, "--lang", "ja"]);
  assert.equal(explained.code, 0);
  assert.match(explained.out, /出資/);
  const missing = await run(["charter", "lint", join(work, "none.yaml")]);
  assert.equal(missing.code, 2);
  assertOneLine(missing.err);
});
