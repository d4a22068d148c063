import type { JsonPath } from "@jointfund/core/base/json.ts";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import type { Covenant } from "@jointfund/core/charter/leverage-terms.ts";
import type { Value } from "@jointfund/core/expression/value.ts";
import { rate } from "../assumptions/rate-text.ts";
import type { Project } from "../assumptions/assumptions.ts";
import type { Bool, Num } from "../kernel/program.ts";
import type { Books } from "./books.ts";
import { isOpened, openedClasses } from "./classes.ts";
import { compileFormula } from "./charter-formulas.ts";
import type { Figure, NodeEnvironment } from "./expression-nodes.ts";
import { figureOf } from "./figures.ts";
import type { FundWriter } from "./fund-writer.ts";

/** What the decision in hand is about, beside the books that it would leave. */
export type Decision = { readonly amount?: Num; readonly project?: Project };

type Compiled = { readonly value: Num; readonly hasValue: Bool };

/** A formula of money or a ratio that stands in the charter, over books; refused, it is nothing. */
export function formula(w: FundWriter, path: JsonPath, books: Books): Compiled {
  const nodes = compileFormula(w.b, w.charter, path, environmentOf(w, books, {}));
  if (nodes.ok && nodes.value.kind === "number") return nodes.value;
  if (!nodes.ok) w.refuse(nodes.error);
  return { value: w.b.constant(0), hasValue: always(w) };
}

/** Whether the limits that the charter sets to an act hold on the books that it leaves. */
export function limitsHold(w: FundWriter, act: string, books: Books, decision: Decision): Bool {
  return allHold(w, w.charter.acts[act]?.limits ?? [], books, decision);
}

/**
 * Whether a decision that borrows or pays holders may leave such books: incurrence tests hold, and
 * from a class's opening on the limit of the law that it stands under (DL6).
 */
export function mayBorrowOrPay(w: FundWriter, books: Books): Bool {
  return withRegimes(w, incurrenceHolds(w, books), books);
}

/** Whether the limits of those laws hold. */
export const regimesHold = (w: FundWriter, books: Books): Bool => withRegimes(w, always(w), books);

function withRegimes(w: FundWriter, before: Bool, books: Books): Bool {
  let all = before;
  for (const { id } of openedClasses(w)) {
    const limit = w.charter.classes.find((each) => each.id === id)?.regime?.limit;
    if (limit === undefined) continue;
    const isOpen = w.b.less(w.b.constant(0), isOpened(w, id));
    all = w.b.and(all, w.b.or(w.b.not(isOpen), allHold(w, [limit], books, {})));
  }
  return all;
}

function allHold(w: FundWriter, limits: readonly string[], books: Books, decision: Decision): Bool {
  let all = always(w);
  for (const id of limits) {
    const index = w.charter.limits.findIndex((limit) => limit.id === id);
    const path = ["limits", index, "holds"];
    const nodes = compileFormula(w.b, w.charter, path, environmentOf(w, books, decision));
    if (!nodes.ok) w.refuse(nodes.error);
    else if (nodes.value.kind === "boolean") {
      // A limit that cannot be computed is not held (X38).
      all = w.b.and(all, w.b.and(nodes.value.hasValue, nodes.value.value));
    }
  }
  return all;
}

/** The covenants that bind the main vehicle, with where they stand in the charter. */
export function covenantsOf(w: FundWriter): readonly (readonly [Covenant, JsonPath])[] {
  return (w.charter.leverage?.covenants ?? []).flatMap((covenant, index) =>
    covenant.vehicle === w.vehicle.id
      ? [[covenant, ["leverage", "covenants", index, "ratio"]] as const]
      : [],
  );
}

export const ratioOf = (
  w: FundWriter,
  [, path]: readonly [Covenant, JsonPath],
  books: Books,
): Compiled => formula(w, path, books);

/** Whether every incurrence test holds on books, as a decision that borrows or pays out needs. */
export function incurrenceHolds(w: FundWriter, books: Books): Bool {
  let all = always(w);
  for (const each of covenantsOf(w)) {
    const { value, hasValue } = ratioOf(w, each, books);
    const bound = w.b.constant(rate(each[0].incurrence));
    const within =
      each[0].must === "atMost" ? w.b.lessOrEqual(value, bound) : w.b.lessOrEqual(bound, value);
    all = w.b.and(all, w.b.and(hasValue, within));
  }
  return all;
}

export const always = ({ b }: FundWriter): Bool => b.lessOrEqual(b.constant(0), b.constant(0));

/** What names in the charter's expressions stand for. */
export function environmentOf(w: FundWriter, books: Books, decision: Decision): NodeEnvironment {
  return {
    variable: (name) => variable(w, books, decision, name),
    call: (name, [argument]) =>
      argument?.kind === "text" ? called(books, decision, name, argument.value) : undefined,
  };
}

const known = (value: Value): Figure => ({ kind: "constant", value });
const text = (value: string): Figure => known({ kind: "text", value });
const no: Figure = known({ kind: "boolean", value: false });

function variable(
  w: FundWriter,
  books: Books,
  { amount, project }: Decision,
  name: string,
): Figure | undefined {
  const node = figureOf(w, books, name);
  if (node !== undefined) return { kind: "number", value: node };
  switch (name) {
    case "amount":
      return amount && { kind: "number", value: amount };
    case "concernCost":
      return project && { kind: "number", value: exposure(w, books, project.id) };
    case "ownershipShare":
      // A project is counted by the fund's part of it alone.
      return project && known({ kind: "ratio", value: Ratio.make(1n) });
    case "sector":
      return project && text(project.sector);
    case "geography":
      return project && text(project.geography);
    case "entrenched":
    case "covenantsChanged":
    case "windingUp":
      return no;
    case "today":
    case "effectiveDate":
      return { kind: "number", value: w.b.schedule("today") };
    default:
      return undefined;
  }
}

function exposure(w: FundWriter, books: Books, id: string): Num {
  const { cost, undrawn } = books.projects.get(id)!;
  return w.b.add(cost, undrawn);
}

function called(
  books: Books,
  { project }: Decision,
  name: string,
  argument: string,
): Figure | undefined {
  switch (name) {
    case "reserve": {
      const held = books.reserves.get(argument);
      return held && { kind: "number", value: held };
    }
    case "contributed": {
      const party = books.parties.get(argument);
      return party && { kind: "number", value: party.paidIn };
    }
    case "concernsAffiliateOf":
      return project && known({ kind: "boolean", value: project.concerns.includes(argument) });
    default:
      return undefined;
  }
}
