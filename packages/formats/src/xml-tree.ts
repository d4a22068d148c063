import { utf8Encode } from "@jointfund/core/base/bytes.ts";
import { ParseOption, XmlDocument, XmlElement, XmlError } from "libxml2-wasm";
import { WHOLE_FILE, type StatementFindings } from "./statement-finding.ts";

/** An element as plain data: what a reader of messages needs, and nothing that must be freed. */
export type XmlTree = {
  /** Local name, without prefix. */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: readonly XmlTree[];
  /** Text of the element itself, trimmed; "" where it holds elements. */
  readonly text: string;
  /** Line of the file, from 1. */
  readonly line: number;
};

/** Bytes of a file that are read at most. A bank's day is far below; what is not is an attack. */
export const XML_BYTES_MAX = 8_000_000;

/** Elements that are read at most: some 20,000 entries with their details. */
const ELEMENTS_MAX = 400_000;

const DOCTYPE = utf8Encode("<!DOCTYPE");

/** Whether the bytes declare a document type, or are of an encoding that could hide it. */
function mayDeclareType(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return true;
  for (let at = bytes.indexOf(DOCTYPE[0]!); at !== -1; at = bytes.indexOf(DOCTYPE[0]!, at + 1)) {
    if (DOCTYPE.every((code, i) => bytes[at + i] === code)) return true;
  }
  return false;
}

/**
 * Reads XML that strangers wrote. No document type is accepted, so there are no entities to expand
 * and nothing outside to fetch; a file that is too large is refused before it is looked at. ISO
 * 20022 messages have no use for either.
 */
export function readXml(bytes: Uint8Array, findings: StatementFindings): XmlTree | undefined {
  if (bytes.length > XML_BYTES_MAX) {
    return findings.error("file_too_large", WHOLE_FILE, `${bytes.length}`, `${XML_BYTES_MAX}`);
  }
  if (mayDeclareType(bytes)) return findings.error("document_type_forbidden", WHOLE_FILE, "");
  let document: XmlDocument | undefined;
  try {
    const { XML_PARSE_NO_XXE, XML_PARSE_NONET, XML_PARSE_NO_SYS_CATALOG } = ParseOption;
    // One number of flags is what the library asks for, though its type is the enumeration.
    const option: ParseOption = XML_PARSE_NO_XXE | XML_PARSE_NONET | XML_PARSE_NO_SYS_CATALOG;
    document = XmlDocument.fromBuffer(bytes, { option });
    if (document.dtd !== null) return findings.error("document_type_forbidden", WHOLE_FILE, "");
    const budget = { elements: ELEMENTS_MAX };
    const tree = treeOf(document.root, budget);
    if (budget.elements >= 0) return tree;
    return findings.error("file_too_large", WHOLE_FILE, `> ${ELEMENTS_MAX}`, `${ELEMENTS_MAX}`);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return findings.error("not_xml", { line: lineOf(error), field: "" }, error.message.trim());
  } finally {
    document?.dispose();
  }
}

/** Where the parser stopped; its errors carry their details, others of the library do not. */
function lineOf(error: XmlError): number {
  const { details } = error as { readonly details?: readonly { readonly line: number }[] };
  return details?.[0]?.line ?? 0;
}

function treeOf(element: XmlElement, budget: { elements: number }): XmlTree {
  budget.elements--;
  const children: XmlTree[] = [];
  let content = "";
  for (let node = element.firstChild; node !== null && budget.elements >= 0; node = node.next) {
    if (node instanceof XmlElement) children.push(treeOf(node, budget));
    else if ("content" in node) content += node.content;
  }
  const attributes = Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
  return {
    name: element.name,
    namespace: element.namespaceUri,
    attributes,
    children,
    text: children.length === 0 ? content.trim() : "",
    line: element.line,
  };
}

/** The first element along a path of local names, in whatever namespace. */
export function childAt(tree: XmlTree, ...path: readonly string[]): XmlTree | undefined {
  let found: XmlTree | undefined = tree;
  for (const name of path) found = found?.children.find((child) => child.name === name);
  return found;
}

/** The text along the first of the paths that has any, "" for none. */
export function textAt(tree: XmlTree, ...paths: readonly string[]): string {
  for (const path of paths) {
    const text = childAt(tree, ...path.split("/"))?.text ?? "";
    if (text !== "") return text;
  }
  return "";
}

export const childrenNamed = (tree: XmlTree, name: string): readonly XmlTree[] =>
  tree.children.filter((child) => child.name === name);
