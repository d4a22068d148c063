import { executedIn, findAct, itemOf, type AuditItem, type KnownAct } from "./item.ts";
import type { AuditInput } from "./trail.ts";

/** Acts by which somebody is let off what the charter or a contract asks of them. */
const WAIVERS: ReadonlyMap<string, string> = new Map([
  ["covenant.waive", "covenant"],
  ["fee.waive", "fee"],
  ["capital.defer", "deferral"],
  ["capital.excuse", "excuse"],
  ["capital.optOut", "optOut"],
  ["capital.remedy", "lateInterest"],
]);

/** Executed acts that let somebody off (AU16); a remedy only where it waives interest. */
export function waivers(input: AuditInput, known: KnownAct): readonly AuditItem[] {
  const { act } = known;
  const [entry, kind] = [executedIn(known), WAIVERS.get(act.type)];
  if (entry === undefined || kind === undefined) return [];
  if (kind === "lateInterest" && act.body["waiveInterest"] !== true) return [];
  const { party, covenant, fee } = act.body;
  const of = party ?? covenant ?? fee;
  const parties = typeof party === "string" ? { parties: [party] } : {};
  const facts = typeof of === "string" ? { of } : {};
  return [itemOf(input, known, { entry, kind, facts, ...parties })];
}

/** Terms that were granted to one party beside the charter, and choices of the same (AU17). */
export function sideLetterActs(input: AuditInput, known: KnownAct): readonly AuditItem[] {
  const { act, entry } = known;
  const granting = executedIn(known);
  const letter = input.state.oversight.sideLetters.get(known.id);
  if (granting !== undefined && letter !== undefined) {
    const terms = letter.terms.map(({ code, value, fee }) =>
      fee === undefined ? `${code}: ${value}` : `${code} (${fee}): ${value}`,
    );
    const facts = { terms, electBy: letter.electBy };
    const said = { entry: granting, kind: "granted", parties: [letter.party], facts };
    return [itemOf(input, known, said)];
  }
  if (act.type !== "sideletter.elect") return [];
  const of = act.body["letter"];
  const granted = typeof of === "string" ? findAct(input, of) : undefined;
  const evidence = [...(granted === undefined ? [] : [granted.entry]), entry];
  return [itemOf(input, known, { entry, kind: "elected", evidence })];
}
