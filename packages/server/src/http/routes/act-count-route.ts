import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import { statusOf } from "@jointfund/core/governance/status.ts";
import { localized } from "../../languages/language.ts";
import { clauseOf } from "../act-clause.ts";
import { SHOWN_STATUSES } from "../act-summary.ts";
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

/** How many acts stand where: those that ended, facts, and where each open one stands. */
function statusesOf({ state, index, size }: RecordView): ReadonlyMap<string, number> {
  const { ended, facts } = index.countsIn(size);
  const counts = new Map([...ended, ["recorded", facts] as const]);
  for (const id of state.openActs.keys()) {
    const { status } = statusOf(state, state.acts.get(id)!);
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return counts;
}

function countsOf(view: RecordView): Infer<typeof answer> {
  const { state, index, size } = view;
  const { decisions, facts, byType, byBasis, byProposer, byYear } = index.countsIn(size);
  const parties = new Map<string, number>();
  for (const [proposer, of] of byProposer) {
    const party = state.officers.get(proposer)?.party ?? proposer;
    parties.set(party, (parties.get(party) ?? 0) + of);
  }
  const statuses = statusesOf(view);
  return {
    ...{ decisions, facts },
    types: Object.entries(state.charter.acts).map(([type, { name, nature }]) => ({
      ...{ type, name: localized(name), clause: clauseOf(state, type), nature },
      count: byType.get(type) ?? 0,
    })),
    statuses: SHOWN_STATUSES.map((status) => ({ status, count: statuses.get(status) ?? 0 })),
    bases: (["commercial", "policy"] as const).map((basis) => ({
      ...{ basis, count: byBasis.get(basis) ?? 0 },
    })),
    parties: [...parties].map(([party, of]) => ({ party, count: of })),
    years: [...byYear]
      .map(([year, of]) => ({ year: Number(year), count: of }))
      .toSorted((a, b) => a.year - b.year),
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
