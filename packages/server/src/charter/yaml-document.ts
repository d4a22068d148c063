import {
  FORBIDDEN_KEY,
  isWireInteger,
  MAX_DEPTH,
  textFault,
  type Json,
  type JsonPath,
} from "@jointfund/core/base/json.ts";
import { Composer, isMap, isScalar, isSeq, Parser, type CST, type Pair, type Scalar } from "yaml";
import { SourceText, type SourceSpan } from "./source-text.ts";

/** Why a YAML text is not taken. YAML can do much that a document of record must not. */
export const YAML_FINDING_CODES = [
  "file_too_large",
  "not_utf8",
  "too_deep",
  "yaml_syntax",
  "yaml_documents",
  "yaml_directive",
  "yaml_anchor",
  "yaml_tag",
  "yaml_merge_key",
  "yaml_key_not_text",
  "duplicate_key",
  "forbidden_key",
  "number_not_safe_integer",
  "number_not_plain",
  "lone_surrogate",
  "unassigned_character",
  "not_nfc",
] as const;

export type YamlFindingCode = (typeof YAML_FINDING_CODES)[number];

export type YamlFinding = {
  readonly code: YamlFindingCode;
  readonly path: JsonPath;
  readonly span: SourceSpan;
  readonly facts: { readonly [fact: string]: Json };
};

/** Where a value and, if it is a member of a mapping, its key stand in the text. */
export type Place = { readonly value: SourceSpan; readonly key?: SourceSpan };

/** A YAML text as JSON, with the place of everything in it; without JSON if there are findings. */
export type YamlDocument = {
  readonly source: SourceText;
  readonly findings: readonly YamlFinding[];
  readonly json: Json | undefined;
  /** The place of the value at a path, or of the nearest around it. */
  readonly placeOf: (path: JsonPath) => Place;
};

/** The most bytes of a YAML file; a charter's canonical form has the same limit. */
export const MAX_YAML_BYTES = 1_048_576;

/**
 * Reads YAML 1.2 (core schema) as data only: mappings with text keys, lists, text, whole numbers,
 * true, false and null. Refused are anchors, aliases, tags, merge keys, directives, further
 * documents, duplicate keys, numbers that are not plain whole numbers up to 2^53, text that is not
 * NFC, and what is too large or too deep. All findings at once; never throws, whatever the bytes.
 */
export function readYaml(bytes: Uint8Array): YamlDocument {
  if (bytes.length > MAX_YAML_BYTES) {
    return refused("file_too_large", { actual: bytes.length, required: MAX_YAML_BYTES });
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return refused("not_utf8", {});
    throw error;
  }
  return new YamlReader(text).read();
}

function refused(code: YamlFindingCode, facts: YamlFinding["facts"]): YamlDocument {
  const span = { start: 0, end: 0 };
  return {
    source: new SourceText(""),
    findings: [{ code, path: [], span, facts }],
    json: undefined,
    placeOf: () => ({ value: span }),
  };
}

const PLAIN_INTEGER = /^(?:0|-?[1-9][0-9]*)$/;
const INTEGER = /^[-+]?[0-9]+$/;

class YamlReader {
  private readonly source: SourceText;
  private readonly findings: YamlFinding[] = [];
  private readonly places = new Map<string, Place>();

  constructor(text: string) {
    this.source = new SourceText(text);
  }

  read(): YamlDocument {
    const tokens = [...new Parser().parse(this.source.text)];
    this.inspect(tokens);
    const json = this.findings.length === 0 ? this.compose(tokens) : undefined;
    const { source, findings, places } = this;
    return {
      source,
      findings: [...findings].sort((a, b) => a.span.start - b.span.start),
      json: findings.length === 0 ? json : undefined,
      placeOf(path) {
        for (let length = path.length; length > 0; length--) {
          const place = places.get(keyOf(path.slice(0, length)));
          if (place !== undefined) return place;
        }
        return places.get(keyOf([])) ?? { value: { start: 0, end: 0 } };
      },
    };
  }

  /**
   * Looks through the tokens for what is refused whatever its meaning. Nesting is measured here
   * without recursion, because composing the document recurses.
   */
  private inspect(tokens: readonly CST.Token[]): void {
    const stack = tokens.map((token) => ({ token, depth: 0 }));
    let tooDeep = false;
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      const { token, depth } = next;
      const span = spanOf(token);
      if (token.type === "anchor" || token.type === "alias") {
        this.found("yaml_anchor", [], span, { actual: token.source });
      } else if (token.type === "tag") {
        this.found("yaml_tag", [], span, { actual: token.source });
      } else if (token.type === "directive") {
        this.found("yaml_directive", [], span, { actual: token.source });
      }
      const isCollection = "items" in token;
      if (isCollection && depth >= MAX_DEPTH && !tooDeep) {
        tooDeep = true;
        this.found("too_deep", [], span, { required: MAX_DEPTH });
      }
      for (const part of partsOf(token)) {
        stack.push({ token: part, depth: depth + (isCollection ? 1 : 0) });
      }
    }
  }

  private compose(tokens: readonly CST.Token[]): Json | undefined {
    // Duplicate keys are looked for below: the library compares each key with each.
    const composer = new Composer({ version: "1.2", schema: "core", uniqueKeys: false });
    const [document, second] = [...composer.compose(tokens, true, this.source.text.length)];
    for (const { code, pos, message } of document?.errors ?? []) {
      const [start, end] = pos;
      const [detail = ""] = message.split("\n");
      this.found("yaml_syntax", [], { start, end }, { actual: code, detail });
    }
    if (second !== undefined) {
      const [start, end] = second.range;
      this.found("yaml_documents", [], { start, end }, {});
    }
    return this.findings.length === 0 ? this.value(document?.contents, []) : undefined;
  }

  private value(node: unknown, path: JsonPath, key?: SourceSpan): Json {
    const value = rangeOf(node);
    this.places.set(keyOf(path), key === undefined ? { value } : { value, key });
    if (isMap(node)) return this.mapping(node.items, path);
    if (isSeq(node)) return node.items.map((item, index) => this.value(item, [...path, index]));
    return isScalar(node) ? this.scalar(node, path) : null;
  }

  private mapping(pairs: readonly Pair[], path: JsonPath): Json {
    const members: { [key: string]: Json } = {};
    for (const pair of pairs) {
      const span = rangeOf(pair.key);
      const key = isScalar(pair.key) ? pair.key.value : undefined;
      if (typeof key !== "string") {
        const { line } = this.source.lineAt(span.start);
        this.found("yaml_key_not_text", path, span, { actual: line.trim().slice(0, 40) });
        continue;
      }
      const at = [...path, key];
      const fault = textFault(key);
      if (key === "<<") this.found("yaml_merge_key", path, span, {});
      else if (key === FORBIDDEN_KEY) this.found("forbidden_key", path, span, { actual: key });
      else if (fault !== undefined) this.found(fault, path, span, {});
      else if (Object.hasOwn(members, key)) {
        const first = this.source.position(this.places.get(keyOf(at))!.key!.start);
        this.found("duplicate_key", at, span, { actual: key, line: first.line });
      } else members[key] = this.value(pair.value, at, span);
    }
    return members;
  }

  private scalar(node: Scalar, path: JsonPath): Json {
    const { value, source = "" } = node;
    if (typeof value === "string") {
      const fault = textFault(value);
      if (fault !== undefined) this.found(fault, path, rangeOf(node), {});
      return value;
    }
    if (typeof value === "number" || typeof value === "bigint") {
      const number = Number(value);
      if (PLAIN_INTEGER.test(source) && isWireInteger(number)) return number;
      const isTooLarge = INTEGER.test(source) && !Number.isSafeInteger(number);
      const code = isTooLarge ? "number_not_safe_integer" : "number_not_plain";
      this.found(code, path, rangeOf(node), { actual: source.slice(0, 40) });
      return 0;
    }
    return typeof value === "boolean" ? value : null;
  }

  private found(
    code: YamlFindingCode,
    path: JsonPath,
    span: SourceSpan,
    facts: YamlFinding["facts"],
  ): void {
    this.findings.push({ code, path, span, facts });
  }
}

const keyOf = (path: JsonPath): string => JSON.stringify(path);

function rangeOf(node: unknown): SourceSpan {
  const range = (node as { range?: readonly number[] } | null | undefined)?.range;
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}

function spanOf(token: CST.Token): SourceSpan {
  const start = token.offset;
  return { start, end: start + ("source" in token ? token.source.length : 1) };
}

/** The tokens directly within a token. */
function partsOf(token: CST.Token): readonly CST.Token[] {
  const parts: (CST.Token | null | undefined)[] = [];
  if ("start" in token && Array.isArray(token.start)) parts.push(...token.start);
  if ("props" in token) parts.push(...token.props);
  if ("value" in token) parts.push(token.value);
  if ("items" in token) {
    for (const item of token.items) {
      parts.push(...item.start, ...(item.sep ?? []), item.key, item.value);
    }
  }
  if ("end" in token && Array.isArray(token.end)) parts.push(...token.end);
  return parts.filter((part) => part !== null && part !== undefined);
}
