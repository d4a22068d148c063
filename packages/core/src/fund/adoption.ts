import type { Json } from "../base/canonical.ts";
import { err, ok, type Result } from "../base/result.ts";
import { changedEntrenchedPaths } from "../charter/amendment.ts";
import { decodeCharterBytes } from "../charter/decode-charter.ts";
import type { Charter } from "../charter/charter.ts";
import { lintCharter } from "../charter/lint.ts";
import type { Context } from "../governance/act-definition.ts";
import { rejection, type Rejection } from "../governance/rejection.ts";
import { charterKnowledge } from "./charter-knowledge.ts";

/** Charter documents that were already read, by hash: content named by hash never changes. */
const charters = new Map<string, Charter>();

/** A charter by the hash of its bytes, if the fund may run on it (R16). */
export function readCharter(hash: string, context: Context): Result<Charter, Rejection> {
  const bytes = context.blob(hash);
  if (bytes === undefined) return err(rejection("blob_missing", "R16", { actual: hash }));
  const known = charters.get(hash);
  if (known !== undefined) return ok(known);
  const charter = decodeCharterBytes(bytes);
  if (!charter.ok) return err(notAdoptable(charter.error));
  const findings = lintCharter(charter.value, charterKnowledge).filter(
    ({ severity }) => severity === "error",
  );
  if (findings.length > 0) return err(notAdoptable(findings));
  charters.set(hash, charter.value);
  return charter;
}

function notAdoptable(findings: readonly { readonly code: string }[]): Rejection {
  const codes = findings.slice(0, 20).map(({ code }): Json => code);
  return rejection("charter_not_adoptable", "R16", { actual: findings.length, findings: codes });
}

/** Whether an amendment changes anything that the charter entrenches. */
export function touchesEntrenched(
  charter: Charter,
  body: { readonly [field: string]: Json },
  context: Context,
): boolean {
  const hash = body["charter"];
  const next = typeof hash === "string" ? readCharter(hash, context) : undefined;
  return next !== undefined && next.ok && changedEntrenchedPaths(charter, next.value).length > 0;
}
