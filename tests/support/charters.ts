import { readFileSync } from "node:fs";
import type { Json } from "@jointfund/core/base/canonical.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { decodeCharter } from "@jointfund/core/charter/decode-charter.ts";
import { readYaml } from "../../packages/server/src/charter/yaml-document.ts";

/** An example charter of the repository, by its file's name. */
export function exampleCharter(name: string): Charter {
  return charterAt(exampleFile(name));
}

const exampleFile = (name: string): URL => new URL(`../../charters/${name}.yaml`, import.meta.url);

/** The charter in a file. */
export function charterAt(file: URL): Charter {
  const charter = decodeCharter(charterJsonAt(file));
  if (!charter.ok) throw new Error(`${file.pathname}: ${JSON.stringify(charter.error)}`);
  return charter.value;
}

export function charterJsonAt(file: URL): Json {
  const { json, findings } = readYaml(readFileSync(file));
  if (json === undefined) throw new Error(`${file.pathname}: ${JSON.stringify(findings)}`);
  return json;
}
