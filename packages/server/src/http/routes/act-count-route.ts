import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import { localized } from "../../languages/language.ts";
import { clauseOf } from "../act-clause.ts";
import { SHOWN_STATUSES, standingOf } from "../act-summary.ts";
import { knownAt, recordAt } from "../known-at.ts";
import type { RecordView } from "../record-replay.ts";
import { reading, RESTS_MS } from "../route.ts";
import { count, identifier, nothing, string, text } from "../wire-schemas.ts";

const { array, integer, object, oneOf } = Schema;

const answer = object({
  decisions: count,
  facts: count,
  types: array(
    object({
      type: identifier,
      name: text,
      clause: string(),
      nature: oneOf(["decision", "fact"]),
      count,
    }),
    { description: "Every type that the charter has a rule for, also of acts that never were." },
  ),
  statuses: array(object({ status: oneOf(SHOWN_STATUSES), count })),
  bases: array(object({ basis: oneOf(["commercial", "policy"]), count })),
  parties: array(object({ party: identifier, count }), {
    description: "Who proposed or reported.",
  }),
  years: array(object({ year: integer(), count }), { description: "Of effective dates." }),
});

class Tally<Key> {
  readonly #counts = new Map<Key, number>();

  add(key: Key): void {
    this.#counts.set(key, this.of(key) + 1);
  }

  of(key: Key): number {
    return this.#counts.get(key) ?? 0;
  }

  get all(): readonly (readonly [Key, number])[] {
    return [...this.#counts];
  }
}

function countsOf(view: RecordView): Infer<typeof answer> {
  const { state, chronicle } = view;
  const [types, parties, bases] = [new Tally<string>(), new Tally<string>(), new Tally<string>()];
  const [statuses, years] = [new Tally<(typeof SHOWN_STATUSES)[number]>(), new Tally<number>()];
  let decisions = 0;
  for (const recorded of chronicle.acts.values()) {
    const { act, kind } = recorded;
    if (kind === "proposal") decisions++;
    types.add(act.type);
    bases.add(act.basis);
    parties.add(state.officers.get(act.proposer)?.party ?? act.proposer);
    statuses.add(standingOf(view, recorded).status);
    years.add(Number(act.effectiveDate.slice(0, 4)));
  }
  return {
    decisions,
    facts: chronicle.acts.size - decisions,
    types: Object.entries(state.charter.acts).map(([type, { name, nature }]) => ({
      ...{ type, name: localized(name), clause: clauseOf(state, type), nature },
      count: types.of(type),
    })),
    statuses: SHOWN_STATUSES.map((status) => ({ status, count: statuses.of(status) })),
    bases: (["commercial", "policy"] as const).map((basis) => ({ basis, count: bases.of(basis) })),
    parties: parties.all.map(([party, of]) => ({ party, count: of })),
    years: years.all.map(([year, of]) => ({ year, count: of })).toSorted((a, b) => a.year - b.year),
  };
}

export const actCountsRoute = reading({
  id: "countActs",
  restsMs: RESTS_MS,
  path: "/api/v1/act-counts",
  text: {
    en: "How many acts there are of each type, status, party and year",
    ja: "行為の件数（種類、状態、当事者及び年別）",
  },
  pathSchema: nothing,
  querySchema: object({ knownAt }),
  answer,
  problems: ["future_asked", "past_asked"],
  handle: async ({ office, query }) => ({ value: countsOf(await recordAt(office, query.knownAt)) }),
});
