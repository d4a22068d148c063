import { readdirSync, readFileSync } from "node:fs";
import type { Json } from "@jointfund/core/base/json.ts";
import { bracketsOf } from "@jointfund/core/charter/brackets.ts";
import { isJsonObject } from "@jointfund/core/charter/charter-path.ts";
import { encodeCharter } from "@jointfund/core/charter/decode-charter.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { readYaml } from "../charter/yaml-document.ts";
import { localized, type Text } from "../languages/language.ts";
import type { CharterSource } from "./work.ts";

/** The example charters and scenarios that come with the program. */
const CHARTERS = new URL("../../../../charters/", import.meta.url);
const SCENARIOS = new URL("../../../../scenarios/", import.meta.url);

/** A charter that can be named instead of being sent. */
export type KnownCharter = {
  /** "example.us-japan", or "fund.2" for a version that the served fund adopted. */
  readonly id: string;
  readonly of: "example" | "fund";
  readonly title: Text;
  readonly version: number;
  /** Of a draft: whose readings there are. */
  readonly sides: readonly string[];
};

export type KnownScenario = {
  readonly id: string;
  readonly title: Text;
  /** File name of its charter, without the ending. */
  readonly charter: string;
};

function examplesIn(directory: URL): readonly string[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => name.slice(0, -".yaml".length))
    .toSorted((a, b) => (a < b ? -1 : 1));
}

const textOf = (json: Json | undefined): Text =>
  localized(isJsonObject(json) ? (json as { readonly [language: string]: string }) : { en: "" });

/** The examples do not change while the program runs: each is read once. */
let examples: readonly KnownCharter[] | undefined;
let scenarios: readonly KnownScenario[] | undefined;

function exampleCharters(): readonly KnownCharter[] {
  examples ??= examplesIn(CHARTERS).flatMap((name): KnownCharter[] => {
    const { json } = readYaml(readFileSync(new URL(`${name}.yaml`, CHARTERS)));
    if (!isJsonObject(json)) return [];
    const sides = [...new Set(bracketsOf(json).flatMap((bracket) => bracket.sides))];
    const { title, version } = json;
    return [
      {
        ...{ id: `example.${name}`, of: "example", title: textOf(title), sides },
        version: typeof version === "number" ? version : 1,
      },
    ];
  });
  return examples;
}

/** The versions of the fund's charter, the newest first, and the examples. */
export function knownCharters({ charters }: FundState): readonly KnownCharter[] {
  const versions = [...charters.values()].map((charter): KnownCharter => {
    const { version, title } = charter;
    return { id: `fund.${version}`, of: "fund", title: localized(title), version, sides: [] };
  });
  const newestFirst = versions.toSorted((a, b) => b.version - a.version);
  return [...newestFirst, ...exampleCharters()];
}

/** A known charter as work takes it; nothing for a name that nobody gave. */
export function sourceOf(
  state: FundState,
  id: string,
  side: string | undefined,
): CharterSource | undefined {
  const [of = "", ...rest] = id.split(".");
  const name = rest.join(".");
  if (of === "fund") {
    const charter = state.charters.get(name);
    return charter === undefined ? undefined : { kind: "bytes", bytes: encodeCharter(charter) };
  }
  if (of !== "example" || !examplesIn(CHARTERS).includes(name)) return undefined;
  const text = readFileSync(new URL(`${name}.yaml`, CHARTERS), "utf8");
  return { kind: "text", text, ...(side === undefined ? {} : { side }) };
}

/** The scenarios that come with the program, with what they play. */
export function knownScenarios(): readonly KnownScenario[] {
  scenarios ??= examplesIn(SCENARIOS).flatMap((id): KnownScenario[] => {
    const { json } = readYaml(readFileSync(new URL(`${id}.yaml`, SCENARIOS)));
    if (!isJsonObject(json) || typeof json["charter"] !== "string") return [];
    const charter = json["charter"].replace(/^.*\//, "").replace(/\.yaml$/, "");
    return [{ id, title: textOf(json["title"]), charter }];
  });
  return scenarios;
}

/** The file of a known scenario; nothing for a name that nobody gave. */
export function scenarioFile(id: string): string | undefined {
  if (!examplesIn(SCENARIOS).includes(id)) return undefined;
  return decodeURIComponent(new URL(`${id}.yaml`, SCENARIOS).pathname);
}
