import { equalBytes, utf8Decode } from "../base/bytes.ts";
import { ok, type Result } from "../base/result.ts";
import { parseDecimal } from "./decimal.ts";
import { rejected, type LogRejection } from "./rejection.ts";
import {
  parseVerifierKey,
  SIGNATURE_TYPES,
  type SignatureType,
  type VerifierKey,
} from "./verifier-key.ts";

/** A log whose checkpoints the policy accepts; the key's name is the log's origin. */
export type PolicyLog = { readonly key: VerifierKey; readonly url?: string };

/** A witness under the name that the rest of the policy calls it by. */
export type PolicyWitness = {
  readonly name: string;
  readonly key: VerifierKey;
  readonly url?: string;
};

/** A group, met when at least `threshold` of its members, witnesses or groups, are met. */
export type PolicyGroup = {
  readonly name: string;
  readonly threshold: number;
  readonly members: readonly string[];
};

/** Which checkpoints a verifier accepts (C2SP tlog-policy, rules L28 to L30). */
export type Policy = {
  readonly logs: readonly PolicyLog[];
  readonly witnesses: readonly PolicyWitness[];
  /** In the order of the file: each names only what stands before it. */
  readonly groups: readonly PolicyGroup[];
  /** A witness, a group, or `none`. */
  readonly quorum: string;
};

/** The predefined quorum that asks for no cosignature. */
export const NO_QUORUM = "none";

const POLICY_BYTES_MAX = 65_536;
const TAB = 0x09;
const NEWLINE = 0x0a;

type Draft = {
  readonly logs: PolicyLog[];
  readonly witnesses: PolicyWitness[];
  readonly groups: PolicyGroup[];
  /** Witnesses and groups defined so far. */
  readonly names: Set<string>;
  /** What is a member of some group already. */
  readonly members: Set<string>;
  quorum: string | undefined;
};

type Line = { readonly number: number; readonly items: readonly string[] };
type Parsed = Result<undefined, LogRejection>;

const DONE: Parsed = ok(undefined);

/** Tabs, newlines and printing characters only, in UTF-8 (rule L28). */
function decodePolicy(bytes: Uint8Array): Result<string, LogRejection> {
  if (bytes.length > POLICY_BYTES_MAX) {
    return rejected("policy_too_long", { actual: bytes.length, required: POLICY_BYTES_MAX });
  }
  let line = 1;
  for (const byte of bytes) {
    if (byte === NEWLINE) line++;
    else if ((byte < 0x20 && byte !== TAB) || byte === 0x7f) {
      return rejected("policy_encoding", { line, actual: byte });
    }
  }
  const decoded = utf8Decode(bytes);
  return decoded.ok ? decoded : rejected("policy_encoding", { offset: decoded.error.offset });
}

function malformed({ number, items }: Line): Result<never, LogRejection> {
  return rejected("policy_line_malformed", { line: number, actual: items.join(" ") });
}

/** A key of the given type that no earlier line of the same kind has. */
function policyKey(
  line: Line,
  text: string,
  type: SignatureType,
  earlier: readonly { readonly key: VerifierKey }[],
): Result<VerifierKey, LogRejection> {
  const key = parseVerifierKey(text);
  if (!key.ok) return rejected(key.error.code, { ...key.error.facts, line: line.number });
  if (key.value.type !== type) {
    return rejected("policy_key_type", {
      line: line.number,
      actual: key.value.type,
      required: type,
    });
  }
  if (earlier.some((other) => equalBytes(other.key.publicKey, key.value.publicKey))) {
    return rejected("policy_duplicate_key", { line: line.number, actual: text });
  }
  return key;
}

/** A name for a new witness or group. */
function defineName({ number }: Line, name: string, draft: Draft): Parsed {
  if (name === NO_QUORUM) return rejected("policy_reserved_name", { line: number, actual: name });
  if (draft.names.has(name)) {
    return rejected("policy_duplicate_name", { line: number, actual: name });
  }
  draft.names.add(name);
  return DONE;
}

function parseLog(line: Line, draft: Draft): Parsed {
  const [, vkey, url, ...more] = line.items;
  if (vkey === undefined || more.length > 0) return malformed(line);
  const key = policyKey(line, vkey, SIGNATURE_TYPES.ed25519, draft.logs);
  if (!key.ok) return key;
  draft.logs.push({ key: key.value, ...(url === undefined ? {} : { url }) });
  return DONE;
}

function parseWitness(line: Line, draft: Draft): Parsed {
  const [, name, vkey, url, ...more] = line.items;
  if (name === undefined || vkey === undefined || more.length > 0) return malformed(line);
  const key = policyKey(line, vkey, SIGNATURE_TYPES.cosignature, draft.witnesses);
  if (!key.ok) return key;
  const defined = defineName(line, name, draft);
  if (!defined.ok) return defined;
  draft.witnesses.push({ name, key: key.value, ...(url === undefined ? {} : { url }) });
  return DONE;
}

function parseGroup(line: Line, draft: Draft): Parsed {
  const [, name, rule, ...members] = line.items;
  if (name === undefined || rule === undefined || members.length === 0) return malformed(line);
  const count = members.length;
  const threshold = rule === "all" ? count : rule === "any" ? 1 : parseDecimal(rule);
  if (threshold === undefined || threshold < 1 || threshold > count) {
    return rejected("policy_threshold", { line: line.number, actual: rule, required: count });
  }
  for (const member of members) {
    if (!draft.names.has(member)) {
      return rejected("policy_unknown_name", { line: line.number, actual: member });
    }
    if (draft.members.has(member)) {
      return rejected("policy_member_repeated", { line: line.number, actual: member });
    }
    draft.members.add(member);
  }
  const defined = defineName(line, name, draft);
  if (!defined.ok) return defined;
  draft.groups.push({ name, threshold, members });
  return DONE;
}

function parseQuorum(line: Line, draft: Draft): Parsed {
  const [, name, ...more] = line.items;
  if (name === undefined || more.length > 0) return malformed(line);
  if (draft.quorum !== undefined) {
    return rejected("policy_quorum_count", { line: line.number, actual: 2, required: 1 });
  }
  if (name !== NO_QUORUM && !draft.names.has(name)) {
    return rejected("policy_unknown_name", { line: line.number, actual: name });
  }
  draft.quorum = name;
  return DONE;
}

function parseLine(line: Line, draft: Draft): Parsed {
  switch (line.items[0]) {
    case "log":
      return parseLog(line, draft);
    case "witness":
      return parseWitness(line, draft);
    case "group":
      return parseGroup(line, draft);
    case "quorum":
      return parseQuorum(line, draft);
    default:
      return malformed(line);
  }
}

/**
 * Reads a policy file; the first broken rule ends the reading (rules L28, L29). `line` in the facts
 * counts from 1. Refused: `policy_too_long`, `policy_encoding`, `policy_line_malformed`,
 * `policy_key_type`, `policy_duplicate_key`, `policy_duplicate_name`, `policy_reserved_name`,
 * `policy_unknown_name`, `policy_member_repeated`, `policy_threshold`, `policy_quorum_count`, and
 * what `parseVerifierKey` refuses.
 */
export function parsePolicy(bytes: Uint8Array): Result<Policy, LogRejection> {
  const text = decodePolicy(bytes);
  if (!text.ok) return text;
  const draft: Draft = {
    logs: [],
    witnesses: [],
    groups: [],
    names: new Set(),
    members: new Set(),
    quorum: undefined,
  };
  for (const [i, content] of text.value.split("\n").entries()) {
    const items = content.split(/[ \t]+/).filter((item) => item !== "");
    if (items.length === 0 || items[0]!.startsWith("#")) continue;
    const parsed = parseLine({ number: i + 1, items }, draft);
    if (!parsed.ok) return parsed;
  }
  const { logs, witnesses, groups, quorum } = draft;
  if (quorum === undefined) return rejected("policy_quorum_count", { actual: 0, required: 1 });
  return ok({ logs, witnesses, groups, quorum });
}
