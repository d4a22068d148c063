import type { Charter } from "@jointfund/core/charter/charter.ts";
import { encodeCharter } from "@jointfund/core/charter/decode-charter.ts";
import { ok, type Result } from "@jointfund/core/base/result.ts";
import { nameOfWork } from "../analysis/analyses.ts";
import { readSource } from "../analysis/read-source.ts";
import type { CharterSource, Refused } from "../analysis/work.ts";
import { assumptionsFor } from "./projection-terms.ts";
import type { Projected } from "./sliders.ts";

/** A charter by what it says: an id of the fund's may stand for another one later. */
export type NamedSource = { readonly name: string; readonly source: CharterSource };

export const namedSource = (source: CharterSource): NamedSource => ({
  source,
  name:
    source.kind === "bytes"
      ? nameOfWork(new TextDecoder().decode(source.bytes))
      : nameOfWork([source.text, source.side ?? ""]),
});

const ofCharters = new WeakMap<Charter, NamedSource>();

/** A charter of the record. */
export function namedCharter(charter: Charter): NamedSource {
  let named = ofCharters.get(charter);
  if (named === undefined) {
    named = namedSource({ kind: "bytes", bytes: encodeCharter(charter) });
    ofCharters.set(charter, named);
  }
  return named;
}

/** Charters that are kept as they were read. */
const READ_MAX = 16;
const known = new Map<string, Projected>();

/** A charter with its assumptions; reading its text takes half a second, once. */
export function readNamed({ name, source }: NamedSource): Result<Projected, Refused> {
  const before = known.get(name);
  if (before !== undefined) return ok(before);
  const read = readSource(source, "charter");
  if (!read.ok) return read;
  const { charter } = read.value;
  const projected = { charter, assumptions: assumptionsFor(charter) };
  known.set(name, projected);
  const [oldest] = known.keys();
  if (known.size > READ_MAX && oldest !== undefined) known.delete(oldest);
  return ok(projected);
}
