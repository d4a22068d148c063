import { itemOf } from "../../capital/call.ts";
import type { LocalDate } from "../../calendar/date.ts";
import type { DefaultStep } from "../../charter/capital-terms.ts";
import type { FundEvent } from "../effects.ts";
import type { FundState } from "../state.ts";

/** What was paid late or not at all, and who was let off. */
export type ContestedCapital =
  | {
      readonly kind: "paidLate";
      readonly party: string;
      readonly dueDate: LocalDate;
      readonly currency: string;
      readonly minor: bigint;
      readonly call: string;
    }
  | {
      /** A step of the default ladder that an unpaid item of a call has reached. */
      readonly kind: "defaultStepped";
      readonly party: string;
      readonly step: DefaultStep["step"];
      readonly call: string;
    }
  | { readonly kind: "defaultRemedied"; readonly party: string; readonly call: string }
  | {
      readonly kind: "excused" | "optedOut";
      readonly party: string;
      readonly currency: string;
      readonly minor: bigint;
      readonly call: string;
    };

/** The same with the clause that it happened under. */
export type ContestedUnderClause = ContestedCapital & { readonly clause: string };

type EventOf<Kind extends FundEvent["kind"]> = Extract<FundEvent, { readonly kind: Kind }>;

/** What an event of calls makes public, after which the state is as given; else nothing. */
export function contestedCapital(
  event: FundEvent,
  after: FundState,
): ContestedUnderClause | undefined {
  switch (event.kind) {
    case "contributionReceived":
      return paidLate(event, after);
    case "capitalDefaultStepped": {
      const { party, step, call } = event;
      return { kind: "defaultStepped", party, step, call, clause: lateClause(after) };
    }
    case "capitalDefaultRemedied": {
      const { party, call } = event;
      return { kind: "defaultRemedied", party, call, clause: lateClause(after) };
    }
    case "callItemReduced":
      return letOff(event, after);
    default:
      return undefined;
  }
}

const lateClause = ({ charter: { capital } }: FundState): string =>
  capital.late?.clause ?? capital.clause;

function paidLate(
  event: EventOf<"contributionReceived">,
  { capital, charter }: FundState,
): ContestedUnderClause | undefined {
  const call = capital.calls.get(event.call);
  const { party, minor } = event;
  const dueDate = call && itemOf(call, party)?.dueDate;
  if (call === undefined || dueDate === undefined || event.on <= dueDate) return undefined;
  return {
    ...{ kind: "paidLate", party, dueDate, currency: call.currency, minor, call: call.id },
    clause: charter.acts["capital.receive"]?.clause ?? charter.capital.clause,
  };
}

function letOff(
  { because, call: id, party, minor }: EventOf<"callItemReduced">,
  { capital, charter }: FundState,
): ContestedUnderClause | undefined {
  const call = capital.calls.get(id);
  if (call === undefined || because === "fundedByOthers") return undefined;
  const type = because === "excused" ? "capital.excuse" : "capital.optOut";
  return {
    ...{ kind: because, party, currency: call.currency, minor, call: id },
    clause: charter.acts[type]?.clause ?? charter.capital.clause,
  };
}
