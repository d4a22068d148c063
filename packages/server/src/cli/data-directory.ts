import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { canonicalBytes, decodeCanonical } from "@jointfund/core/base/canonical.ts";
import { decode } from "@jointfund/core/base/schema.ts";
import { message } from "../languages/messages.ts";
import { pageAssumptions, type PageAssumptions } from "../scenario/page-assumptions.ts";
import { refusedBy } from "./failure.ts";

/** The file by which a directory is known as one that `run` made; it is written before all else. */
const MARKER = "demonstration";
const MARKER_TEXT =
  "This fund is a demonstration that `jointfund run` made, with keys that anybody can derive.\n" +
  "このファンドは`jointfund run`が作成した実演用のものであり、鍵は誰でも導出できます。\n";

/**
 * What the page was told beside the record, so that `act why` explains the same page. It is no part
 * of the record.
 */
const ASSUMPTIONS = "assumptions.json";

/** What `run` writes into its directory: this and nothing else is ever removed. */
const OURS: ReadonlySet<string> = new Set([
  ...["blobs", "db", "journal", "log", "mirrors", "order-requests", "signer"],
  ...[ASSUMPTIONS, MARKER],
]);

/**
 * What the office keeps of its people: whom it knows, and who is signed in. It goes with no run, so
 * that a fund that is played anew finds its people.
 */
const OF_OFFICE: ReadonlySet<string> = new Set(["office", "office.yaml"]);

/** How many foreign files a message names. */
const NAMED_MAX = 3;

/**
 * Makes a directory and those above it that are missing, one by one: where a file system takes no
 * directories, such as /proc, Node's recursive call never comes back.
 */
function makeDirectories(path: string): void {
  if (existsSync(path)) return;
  makeDirectories(dirname(path));
  mkdirSync(path);
}

/**
 * Makes a directory ready for a demonstration. One that `run` has made is gone on with or, if
 * `fresh` is asked for, emptied of what `run` made; any other that holds something ends the
 * command, with nothing touched.
 */
export function prepareData(directory: string, fresh: boolean): void {
  if (existsSync(directory) && !statSync(directory).isDirectory()) {
    throw refusedBy(message("dataNotOurs", directory, directory));
  }
  const names = existsSync(directory) ? readdirSync(directory) : [];
  if (names.length > 0) {
    if (!names.includes(MARKER)) {
      const isFund = names.includes("journal");
      if (isFund) throw refusedBy(message("dataNotDemonstration", directory));
      throw refusedBy(message("dataNotOurs", directory, names.slice(0, NAMED_MAX).join(", ")));
    }
    const foreign = names.filter((name) => !OURS.has(name) && !OF_OFFICE.has(name));
    if (foreign.length > 0)
      throw refusedBy(message("dataNotOurs", directory, foreign.slice(0, NAMED_MAX).join(", ")));
    if (!fresh) return;
    // The marker goes last: what is left of an interrupted removal is still known as ours.
    for (const name of names) {
      if (name !== MARKER && !OF_OFFICE.has(name))
        rmSync(join(directory, name), { recursive: true });
    }
  }
  makeDirectories(resolve(directory));
  writeFileSync(join(directory, MARKER), MARKER_TEXT);
}

/** Keeps what the scenario assumes for the page. */
export function writeAssumptions(directory: string, assumed: PageAssumptions): void {
  writeFileSync(join(directory, ASSUMPTIONS), canonicalBytes(assumed));
}

/** What was assumed for the page of a directory's record; nothing where nothing was, or is kept. */
export function readAssumptions(directory: string): PageAssumptions {
  const path = join(directory, ASSUMPTIONS);
  if (!existsSync(path)) return {};
  const json = decodeCanonical(readFileSync(path));
  const assumed = json.ok ? decode(pageAssumptions, json.value) : json;
  if (!assumed.ok) throw refusedBy(message("assumptionsWrong", path));
  return assumed.value;
}
