import { executedActs, findAct, itemOf, knownActs, type AuditItem } from "./item.ts";
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
export function waivers(input: AuditInput): readonly AuditItem[] {
  const items: AuditItem[] = [];
  for (const known of executedActs(input)) {
    const { act, executedIn: entry } = known;
    const kind = WAIVERS.get(act.type);
    if (kind === undefined) continue;
    if (kind === "lateInterest" && act.body["waiveInterest"] !== true) continue;
    const { party, covenant, fee } = act.body;
    const of = party ?? covenant ?? fee;
    const parties = typeof party === "string" ? { parties: [party] } : {};
    const facts = typeof of === "string" ? { of } : {};
    items.push(itemOf(input, known, { entry, kind, facts, ...parties }));
  }
  return items;
}

/** Terms that were granted to one party beside the charter, and choices of the same (AU17). */
export function sideLetterActs(input: AuditInput): readonly AuditItem[] {
  const items: AuditItem[] = [];
  for (const known of executedActs(input)) {
    const letter = input.state.oversight.sideLetters.get(known.id);
    if (letter === undefined) continue;
    const terms = letter.terms.map(({ code, value, fee }) =>
      fee === undefined ? `${code}: ${value}` : `${code} (${fee}): ${value}`,
    );
    const facts = { terms, electBy: letter.electBy };
    const said = { entry: known.executedIn, kind: "granted", parties: [letter.party], facts };
    items.push(itemOf(input, known, said));
  }
  for (const known of knownActs(input)) {
    const { act, entry } = known;
    if (act.type !== "sideletter.elect") continue;
    const { letter } = act.body;
    const granted = typeof letter === "string" ? findAct(input, letter) : undefined;
    const evidence = [...(granted === undefined ? [] : [granted.entry]), entry];
    items.push(itemOf(input, known, { entry, kind: "elected", evidence }));
  }
  return items.toSorted((a, b) => a.entry - b.entry);
}
