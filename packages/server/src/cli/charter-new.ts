import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readCharterFile } from "../charter/charter-file.ts";
import {
  charterFromTemplate,
  templateAnswers,
  type CharterAnswers,
  type SideAnswers,
} from "../charter/charter-template.ts";
import { NEW_CHARTER_TEXTS } from "../languages/new-charter-texts.ts";
import { message } from "../languages/messages.ts";
import { languagesOf } from "../languages/language.ts";
import { EXIT, refusedBy, wrongUsage, type ExitCode } from "./failure.ts";
import { requireFile } from "./files.ts";
import type { Invocation } from "./invocation.ts";

export type NewCharterOptions = {
  /** A charter file, or the name of one that comes with the program. */
  readonly template?: string;
  readonly out?: string;
  /** Answers given beforehand, as "id=nordic" or "side1.id=NO". */
  readonly set?: readonly string[];
};

const CHARTERS = new URL("../../../../charters/", import.meta.url);
const DEFAULT_TEMPLATE = "us-japan";

/**
 * `jointfund charter new`: a charter from a template. At a terminal it asks for what every new
 * fund needs of its own; elsewhere it takes `--set`, and for the rest the template's. Nothing
 * that exists is overwritten.
 */
export async function newCharter(
  invocation: Invocation,
  options: NewCharterOptions,
): Promise<ExitCode> {
  const template = templateFile(options.template ?? DEFAULT_TEMPLATE);
  const text = readFileSync(template, "utf8");
  const answers = await new Asking(invocation, options.set ?? []).charter(templateAnswers(text));
  const path = options.out ?? `${answers.id}.yaml`;
  if (existsSync(path)) throw refusedBy(message("fileExists", path));
  const made = charterFromTemplate(text, answers);
  writeFileSync(path, made, { flag: "wx" });
  const { findings } = readCharterFile(path, new TextEncoder().encode(made));
  for (const language of languagesOf(invocation.choice)) {
    const said = NEW_CHARTER_TEXTS.made[language](path, findings.length);
    invocation.terminal.out(`${said}\n`);
  }
  return EXIT.done;
}

function templateFile(name: string): string {
  const shipped = fileURLToPath(new URL(`${name}.yaml`, CHARTERS));
  if (/^[a-z0-9-]+$/.test(name) && existsSync(shipped)) return shipped;
  requireFile(name);
  return name;
}

/** Asks one question after the other; what was set beforehand is not asked. */
class Asking {
  readonly #invocation: Invocation;
  readonly #set = new Map<string, string>();
  readonly #asked = new Set<string>();

  constructor(invocation: Invocation, given: readonly string[]) {
    this.#invocation = invocation;
    for (const each of given) {
      const at = each.indexOf("=");
      if (at < 1) throw wrongUsage(message("setMalformed", each));
      this.#set.set(each.slice(0, at), each.slice(at + 1));
    }
  }

  async charter(template: CharterAnswers): Promise<CharterAnswers> {
    const id = await this.#ask("id", "id", `${template.id}-2`);
    const origin = await this.#ask("origin", "origin", `${id}.example`);
    const title = await this.#texts("title", "title", template.title);
    const sides: SideAnswers[] = [];
    for (const [index, side] of template.sides.entries()) {
      sides.push(await this.#side(side, index + 1));
    }
    const currency = await this.#ask("currency", "currency", template.currency);
    const initial = await this.#ask("initial", "initial", template.initial);
    const answers = { id, origin, title, sides, currency, initial };
    const [unknown] = [...this.#set.keys()].filter((key) => !this.#asked.has(key));
    if (unknown !== undefined) throw wrongUsage(message("setUnknown", unknown));
    return answers;
  }

  async #side(side: SideAnswers, n: number): Promise<SideAnswers> {
    const key = `side${n}`;
    const id = await this.#ask(`${key}.id`, "sideId", side.id);
    const name = await this.#texts(`${key}.name`, "sideName", side.name);
    const short = await this.#texts(`${key}.short`, "sideShort", side.short);
    const currency = await this.#ask(`${key}.currency`, "sideCurrency", side.currency);
    const made = { was: side.was, id, name, short, currency };
    if (side.share === undefined) return made;
    return { ...made, share: await this.#ask(`${key}.share`, "sideShare", side.share) };
  }

  async #texts(key: string, question: Question, texts: { readonly [language: string]: string }) {
    const answers: { [language: string]: string } = {};
    for (const [language, text] of Object.entries(texts)) {
      answers[language] = await this.#ask(`${key}.${language}`, question, text);
    }
    return answers;
  }

  async #ask(key: string, question: Question, otherwise: string): Promise<string> {
    this.#asked.add(key);
    const given = this.#set.get(key);
    if (given !== undefined) return given;
    const { terminal, language } = this.#invocation;
    if (terminal.ask === undefined) return otherwise;
    const said = NEW_CHARTER_TEXTS.questions[question][language];
    const answer = (await terminal.ask(`${said} (${key}) [${otherwise}] `)).trim();
    return answer === "" ? otherwise : answer;
  }
}

type Question = keyof typeof NEW_CHARTER_TEXTS.questions;
