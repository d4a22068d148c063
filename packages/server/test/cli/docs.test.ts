import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { before, test } from "node:test";
import { copyPlayed } from "../../../../tests/support/copy-played.ts";
import { FIRST_YEAR, run, temporaryDirectory } from "./captured-terminal.ts";

const root = resolve(dirname(FIRST_YEAR), "..");
const work = temporaryDirectory();
process.chdir(work);

/** Lines of a document's shell blocks that call the program, without their comments. */
function commandsIn(document: string): readonly string[] {
  const text = readFileSync(join(root, "docs", document), "utf8");
  return [...text.matchAll(/```sh\n([\s\S]*?)```/g)]
    .flatMap(([, block]) => (block ?? "").split("\n"))
    .map((line) => line.replace(/\s+# .*$/, "").trim())
    .filter((line) => line.startsWith("./jointfund "));
}

/** The words of a command as a shell makes them; paths of the repository are made absolute. */
function wordsOf(command: string): readonly string[] {
  const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? "",
  );
  return words
    .slice(1)
    .map((word) => (/^(?:charters|scenarios)\//.test(word) ? join(root, word) : word));
}

/** What a reader has to put in, or has changed on purpose: it is not played here. */
const NOT_PLAYED = [/</, /＜|先頭/, /my-charter/, /forged/, /checkpoint-of-today/, /charter new$/];

/** Commands that are meant to say no. */
const EXITS: ReadonlyMap<string, number> = new Map([["./jointfund verify restored", 2]]);

/** Documents in two languages, and guides, say the same commands: each is played once. */
const played = new Set<string>();

before(async () => {
  await copyPlayed("us-japan", "data");
  assert.equal((await run(["database", "update"])).code, 0);
});

for (const document of [
  "start.md",
  "ja/start.md",
  "concepts.md",
  "ja/concepts.md",
  "guides/read-the-record.md",
  "guides/adopt-the-charter.md",
  "guides/project-a-charter.md",
]) {
  test(`the commands of ${document} do what it says`, async () => {
    const commands = commandsIn(document);
    assert.ok(commands.length > 0);
    for (const command of commands) {
      if (played.has(command) || NOT_PLAYED.some((pattern) => pattern.test(command))) continue;
      played.add(command);
      const { code, err } = await run([...wordsOf(command)]);
      assert.equal(code, 0, `${command}\n${err}`);
    }
  });
}

test("the whole round of guides/restore.md goes as it says", async () => {
  for (const command of commandsIn("guides/restore.md")) {
    const { code, out, err } = await run([...wordsOf(command)]);
    assert.equal(code, EXITS.get(command) ?? 0, `${command}\n${out}${err}`);
    if (!command.endsWith("--data first")) continue;
    mkdirSync("restored");
    for (const part of ["journal", "blobs", "signer", "mirrors", "demonstration"]) {
      cpSync(join("first", part), join("restored", part), { recursive: true });
    }
    cpSync(join("first", "assumptions.json"), join("restored", "assumptions.json"));
  }
});
