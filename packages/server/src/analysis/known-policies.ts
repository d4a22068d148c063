import { readdirSync, readFileSync } from "node:fs";
import { isJsonObject } from "@jointfund/core/charter/charter-path.ts";
import { readYaml } from "../charter/yaml-document.ts";
import { localized, type Text } from "../languages/language.ts";

const POLICIES = new URL("../../../../policies/", import.meta.url);

/** A policy file that comes with the program. */
export type KnownPolicy = { readonly id: string; readonly title: Text; readonly file: string };

/** The files do not change while the program runs: each is read once. */
let known: readonly KnownPolicy[] | undefined;

export function knownPolicies(): readonly KnownPolicy[] {
  known ??= readdirSync(POLICIES)
    .filter((name) => name.endsWith(".yaml"))
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((name) => {
      const at = new URL(name, POLICIES);
      const { json } = readYaml(readFileSync(at));
      const title = isJsonObject(json) && isJsonObject(json["title"]) ? json["title"] : {};
      return {
        id: name.slice(0, -".yaml".length),
        title: localized(title as { readonly [language: string]: string }),
        file: decodeURIComponent(at.pathname),
      };
    });
  return known;
}
