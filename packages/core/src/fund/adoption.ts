import type { Json } from "../base/canonical.ts";
import { err, type Result } from "../base/result.ts";
import { changedEntrenchedPaths, changedPaths } from "../charter/amendment.ts";
import { decodeCharterBytes } from "../charter/decode-charter.ts";
import type { Charter } from "../charter/charter.ts";
import { lintCharter } from "../charter/lint.ts";
import type { Context } from "../governance/act-definition.ts";
import { rejection, type Rejection } from "../governance/rejection.ts";
import { charterKnowledge } from "./charter-knowledge.ts";

/**
 * What reading has made of charter documents, by hash: content named by hash never changes. It may
 * take seconds, and a statement that names one, adoptable or not, can be sent again and again.
 */
const charters = new Map<string, Result<Charter, Rejection>>();
const CHARTERS_KEPT = 256;

/** A charter by the hash of its bytes, if the fund may run on it (R16). */
export function readCharter(hash: string, context: Context): Result<Charter, Rejection> {
  const bytes = context.blob(hash);
  if (bytes === undefined) return err(rejection("blob_missing", "R16", { actual: hash }));
  let charter = charters.get(hash);
  if (charter === undefined) {
    charter = readBytes(bytes);
    if (charters.size === CHARTERS_KEPT) charters.clear();
    charters.set(hash, charter);
  }
  return charter;
}

function readBytes(bytes: Uint8Array): Result<Charter, Rejection> {
  const charter = decodeCharterBytes(bytes);
  if (!charter.ok) return err(notAdoptable(charter.error));
  const findings = lintCharter(charter.value, charterKnowledge).filter(
    ({ severity }) => severity === "error",
  );
  return findings.length === 0 ? charter : err(notAdoptable(findings));
}

function notAdoptable(findings: readonly { readonly code: string }[]): Rejection {
  const codes = findings.slice(0, 20).map(({ code }): Json => code);
  return rejection("charter_not_adoptable", "R16", { actual: findings.length, findings: codes });
}

type AmendmentBody = { readonly [field: string]: Json };

function nextCharter(body: AmendmentBody, context: Context): Charter | undefined {
  const hash = body["charter"];
  const next = typeof hash === "string" ? readCharter(hash, context) : undefined;
  return next?.ok === true ? next.value : undefined;
}

/** Whether an amendment changes anything that the charter entrenches. */
export function touchesEntrenched(
  charter: Charter,
  body: AmendmentBody,
  context: Context,
): boolean {
  const next = nextCharter(body, context);
  return next !== undefined && changedEntrenchedPaths(charter, next).length > 0;
}

/** Whether an amendment changes what may be borrowed and under which covenants [LV23]. */
export function changesBorrowing(charter: Charter, body: AmendmentBody, context: Context): boolean {
  const next = nextCharter(body, context);
  if (next === undefined) return false;
  return changedPaths(charter, next).some((path) => /^\/leverage(\/|$)/.test(path));
}
