import { createPrivateKey, createPublicKey, sign as signBytes, type KeyObject } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { base64Encode } from "@jointfund/core/base/bytes.ts";
import { keyIdOf, signingBytes } from "@jointfund/core/governance/identity.ts";
import {
  decodeSigningRequest,
  type SigningRequest,
} from "@jointfund/core/governance/signing-request.ts";
import type { Act, Statement } from "@jointfund/core/governance/statement.ts";
import { wordDigest } from "@jointfund/core/governance/word-digest.ts";
import { dateText, instantText } from "../languages/figures.ts";
import type { Language, Text } from "../languages/language.ts";
import { message } from "../languages/messages.ts";
import { SIGN_TEXTS, STATEMENT_WORDS } from "../languages/sign-texts.ts";
import { padEnd } from "../page/layout.ts";
import { plainBytes } from "../storage/sha256.ts";
import { contentLines } from "./content-lines.ts";
import { EXIT, refusedBy, type ExitCode } from "./failure.ts";
import { requireFile } from "./files.ts";
import type { CommonOptions, Invocation } from "./invocation.ts";
import { harmless } from "./terminal.ts";

export type SignOptions = CommonOptions & { readonly key?: string; readonly out?: string };

const LABEL_COLUMN = 36;
const RAW_KEY_BYTES = 32;

/**
 * `jointfund sign`: shows what a file asks to be signed, in both languages, with the words by which
 * it is compared with another screen (R41 to R43); with a key, signs it. It asks nobody and knows
 * no fund: it is for a second machine that the office's page cannot reach.
 */
export function signRequest(
  invocation: Invocation,
  path: string,
  { key: keyFile, out }: SignOptions,
): ExitCode {
  requireFile(path);
  const request = decodeSigningRequest(new Uint8Array(readFileSync(path)));
  if (!request.ok) {
    const isOther = request.error.code === "act_differs";
    throw refusedBy(message(isOther ? "requestOfOtherAct" : "notARequest", path));
  }
  const bytes = signingBytes(request.value.statement);
  const words = wordDigest(bytes);
  const signed = keyFile === undefined ? undefined : signWith(keyFile, bytes);
  if (signed !== undefined && out !== undefined) write(out, signed.signature);
  if (invocation.options.json === true) {
    invocation.json({ ...request.value, words, ...signed });
    return EXIT.done;
  }
  showRequest(invocation, request.value);
  show(invocation, SIGN_TEXTS.words, [
    words.map(({ en }) => en).join(" "),
    words.map(({ ja }) => ja).join(" "),
  ]);
  if (signed !== undefined) {
    show(invocation, SIGN_TEXTS.key, [signed.key]);
    show(invocation, SIGN_TEXTS.signature, [signed.signature]);
  }
  return EXIT.done;
}

function write(path: string, signature: string): void {
  if (existsSync(path)) throw refusedBy(message("fileExists", path));
  writeFileSync(path, `${signature}\n`, { flag: "wx" });
}

/** Signs with an Ed25519 key in PKCS #8 PEM, as `openssl genpkey -algorithm ed25519` makes one. */
function signWith(path: string, bytes: Uint8Array) {
  requireFile(path);
  let key: KeyObject;
  try {
    key = createPrivateKey(readFileSync(path));
  } catch {
    throw refusedBy(message("notAPrivateKey", path));
  }
  if (key.asymmetricKeyType !== "ed25519") throw refusedBy(message("notAPrivateKey", path));
  const spki = createPublicKey(key).export({ format: "der", type: "spki" });
  const publicKey = plainBytes(spki.subarray(spki.length - RAW_KEY_BYTES));
  const signature = base64Encode(plainBytes(signBytes(null, bytes, key)));
  return { key: keyIdOf(publicKey), signature };
}

/** Both languages, if none was asked for: whoever compares may read the other one. */
function languagesFor({ options }: Invocation): readonly Language[] {
  return options.lang === "en" || options.lang === "ja" ? [options.lang] : ["en", "ja"];
}

function show(invocation: Invocation, label: Text, lines: readonly string[]): void {
  const name = languagesFor(invocation)
    .map((language) => label[language])
    .join(" / ");
  for (const [index, line] of lines.entries()) {
    invocation.line(`${padEnd(index === 0 ? name : "", LABEL_COLUMN)}${line}`);
  }
}

function kindOf(statement: Statement): Text {
  const { kind } = statement;
  const name =
    kind === "approval" ? statement.decision : kind === "objection" ? statement.power : kind;
  return STATEMENT_WORDS[name] ?? { en: kind, ja: kind };
}

function showRequest(invocation: Invocation, { statement, act }: SigningRequest): void {
  const languages = languagesFor(invocation);
  const each = (make: (language: Language) => string): readonly string[] => [
    ...new Set(languages.map(make)),
  ];
  const title = languages.map((language) => SIGN_TEXTS.title[language]).join(" / ");
  invocation.line(invocation.paint("bold", title));
  show(
    invocation,
    SIGN_TEXTS.statement,
    each((language) => kindOf(statement)[language]),
  );
  show(invocation, SIGN_TEXTS.fund, [harmless(statement.fund)]);
  const officer = "act" in statement ? statement.act.proposer : statement.officer;
  show(invocation, SIGN_TEXTS.officer, [harmless(officer)]);
  if ("actId" in statement) show(invocation, SIGN_TEXTS.actId, [statement.actId]);
  if ("reason" in statement) show(invocation, SIGN_TEXTS.reason, [harmless(statement.reason)]);
  if (statement.kind === "consultation") {
    const { body, opinion, text } = statement;
    show(invocation, SIGN_TEXTS.content, [harmless(`${body}: ${opinion}. ${text}`)]);
  }
  if (statement.kind === "approval") {
    const { notAfter } = statement;
    show(
      invocation,
      SIGN_TEXTS.counts,
      each((language) => instantText(notAfter, language)),
    );
  }
  const shown = "act" in statement ? statement.act : act;
  if (shown !== undefined) showAct(invocation, shown, each);
  else if ("actId" in statement) {
    show(
      invocation,
      SIGN_TEXTS.act,
      each((language) => SIGN_TEXTS.actMissing[language]),
    );
  }
}

function showAct(
  invocation: Invocation,
  { type, body, effectiveDate, reason, evidence, bounds }: Act,
  each: (make: (language: Language) => string) => readonly string[],
): void {
  show(invocation, SIGN_TEXTS.act, [harmless(type)]);
  show(
    invocation,
    SIGN_TEXTS.effective,
    each((language) => dateText(effectiveDate, language)),
  );
  show(invocation, SIGN_TEXTS.reason, [harmless(reason)]);
  const [language = "en"] = languagesFor(invocation);
  show(invocation, SIGN_TEXTS.content, contentLines(body, language));
  if (bounds !== undefined) {
    show(invocation, SIGN_TEXTS.bounds, contentLines(bounds, language));
  }
  show(invocation, SIGN_TEXTS.evidence, evidence);
}
