import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Json } from "@jointfund/core/base/canonical.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { decodeCharter } from "@jointfund/core/charter/decode-charter.ts";
import { readYaml } from "../../packages/server/src/charter/yaml-document.ts";

/** An example charter of the repository, by its file's name. */
export function exampleCharter(name: string): Charter {
  const charter = decodeCharter(exampleCharterJson(name));
  if (!charter.ok) throw new Error(`charters/${name}.yaml: ${JSON.stringify(charter.error)}`);
  return charter.value;
}

export function exampleCharterJson(name: string): Json {
  const file = fileURLToPath(new URL(`../../charters/${name}.yaml`, import.meta.url));
  const { json, findings } = readYaml(readFileSync(file));
  if (json === undefined) throw new Error(`${file}: ${JSON.stringify(findings)}`);
  return json;
}
