import { parse } from "../expression/parser.ts";
import { print } from "../expression/print.ts";
import { everyoneApproves, sovereignsOf, wouldBeMet } from "./approval-reach.ts";
import { resolvePath } from "./charter-path.ts";
import { roughLength, type LintContext } from "./lint-context.ts";
import { hostOf } from "./passkey-terms.ts";
import { proposersOf } from "./powers.ts";

/** What an amendment of any charter must not touch without ratification [CH65]. */
export const ALWAYS_ENTRENCHED = [
  "/parties",
  "/capital",
  "/waterfalls",
  "/distributions",
  "/finality",
  "/amendment",
  "/acts/charter.amend",
] as const;

/** Freeze, finality, passkeys and amendment [CH63]–[CH65], [CH68], [CH130]. */
export function lintClosing(context: LintContext): void {
  const { freeze, finality } = context.charter;
  if (freeze !== undefined && roughLength(freeze.days) >= roughLength(freeze.coolingOff)) {
    const facts = { actual: freeze.days.days, required: freeze.coolingOff.days };
    context.warn("freeze_outlasts_cooling_off", ["freeze", "coolingOff"], facts);
  }
  for (const sovereign of sovereignsOf(context.charter)) {
    if (finality.mirrors.includes(sovereign)) continue;
    context.error("mirror_missing", ["finality", "mirrors"], { party: sovereign });
  }
  lintPasskeys(context);
  lintEntrenchment(context);
  lintRatification(context);
}

/** A page on which a passkey counts is of its site: browsers offer it nowhere else [CH130]. */
function lintPasskeys(context: LintContext): void {
  for (const [index, { id, origins }] of (context.charter.passkeys?.sites ?? []).entries()) {
    for (const [place, origin] of origins.entries()) {
      const host = hostOf(origin);
      if (host === id || host.endsWith(`.${id}`)) continue;
      const facts = { actual: origin, required: id };
      context.error(
        "passkey_origin_foreign",
        ["passkeys", "sites", index, "origins", place],
        facts,
      );
    }
  }
}

function lintEntrenchment(context: LintContext): void {
  const { entrenched } = context.charter.amendment;
  const path = ["amendment", "entrenched"];
  for (const [index, text] of entrenched.entries()) {
    if (resolvePath(context.json, text) !== undefined) continue;
    context.error("entrenched_path_unknown", [...path, index], { actual: text });
  }
  const { carry, recoupment } = context.charter;
  const shared = [
    ...(recoupment === undefined ? [] : ["/recoupment"]),
    ...(carry === undefined ? [] : ["/carry"]),
  ];
  for (const required of [...ALWAYS_ENTRENCHED, ...shared]) {
    const isCovered = entrenched.some(
      (text) => required === text || required.startsWith(`${text}/`),
    );
    if (!isCovered) context.error("entrenchment_incomplete", path, { required });
  }
}

/**
 * Whichever tier can decide on an entrenched amendment needs each sovereign to ratify [CH68] [G53].
 */
function lintRatification(context: LintContext): void {
  const { charter } = context;
  const act = charter.acts["charter.amend"];
  if (act === undefined) return;
  for (const [index, { when, rule }] of act.approve.entries()) {
    for (const sovereign of sovereignsOf(charter)) {
      const canPass = proposersOf(charter, act).some((proposer) =>
        wouldBeMet(charter, rule, {
          ...everyoneApproves(proposer, act.makerChecker === true),
          ratifies: (party) => party !== sovereign,
        }),
      );
      if (!canPass) continue;
      const path = ["acts", "charter.amend", "approve", index, "rule"];
      context.error("entrenchment_not_ratified", path, { party: sovereign });
    }
    if (when === undefined || canonical(when) === "entrenched") return;
  }
}

function canonical(source: string): string | undefined {
  const parsed = parse(source);
  return parsed.ok ? print(parsed.value.root) : undefined;
}
