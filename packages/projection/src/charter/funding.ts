import type { Bool, Num } from "../kernel/program.ts";
import { addToProject, type Books } from "./books.ts";
import { borrow } from "./borrowing.ts";
import { call } from "./capital.ts";
import { leastCash } from "./charges.ts";
import { incurrenceHolds, limitsHold } from "./conditions.ts";
import type { FundWriter } from "./fund-writer.ts";
import { commitmentTo, dueTo } from "./projects.ts";
import type { Project } from "../assumptions/assumptions.ts";

/**
 * Pays what projects are due: from cash beyond the least, then by borrowing, then by calls; what
 * nobody pays is a shortfall of all alike, and due again in the next step [PJ89].
 */
export function fundProjects(w: FundWriter, books: Books, unlocked: Bool): Books {
  const { b } = w;
  const canBegin = b.and(unlocked, incurrenceHolds(w, books));
  const due = new Map(
    w.assumptions.projects.map((project) => {
      const amount = dueTo(w, books, project);
      return [project, w.when(b.or(hasBegun(w, books, project), canBegin), amount)] as const;
    }),
  );
  const wanted = b.sum([...due.values()]);
  const missing = (at: Books): Num => w.positive(b.subtract(b.add(wanted, leastCash(w)), at.cash));
  const isDue = b.less(b.constant(0), wanted);
  const lent = borrow(w, books, w.when(isDue, missing(books)), unlocked);
  const { books: funded } = call(w, lent, w.when(isDue, missing(lent)), "projects");
  const payable = b.minimum(wanted, w.positive(b.subtract(funded.cash, leastCash(w))));
  const part = w.when(isDue, b.divide(payable, wanted));
  let next = funded;
  for (const [project, amount] of due) {
    const isWanted = b.less(b.constant(0), amount);
    next = w.whenever(isWanted, next, (at) => draw(w, at, project, b.multiply(part, amount)));
  }
  const paid = b.sum([...due.keys()].map(({ id }) => w.flow(`drawn:${id}`)));
  w.add("shortfall", b.subtract(wanted, paid));
  return next;
}

/** Whether its first step has been paid: the investment is closed. */
function hasBegun(w: FundWriter, books: Books, project: Project): Bool {
  return w.b.less(books.projects.get(project.id)!.undrawn, commitmentTo(w, project));
}

/** Paid as far as the charter's limits of a closing, or of a later step, hold afterwards. */
function draw(w: FundWriter, books: Books, project: Project, wanted: Num): Books {
  const { b } = w;
  const { id } = project;
  const after = drawn(w, books, id, wanted);
  const decision = { amount: wanted, project };
  const closes = b.and(
    incurrenceHolds(w, after),
    limitsHold(w, "investment.close", after, decision),
  );
  const advances = limitsHold(w, "investment.advance", after, decision);
  const begun = hasBegun(w, books, project);
  const allowed = b.or(b.and(begun, advances), b.and(b.not(begun), closes));
  const amount = w.when(allowed, wanted);
  w.add(`drawn:${id}`, amount);
  w.add("invested", amount);
  return drawn(w, books, id, amount);
}

function drawn(w: FundWriter, books: Books, id: string, amount: Num): Books {
  const { b } = w;
  const more = { cost: amount, reported: amount, actual: amount, undrawn: b.negate(amount) };
  return { ...addToProject(b, books, id, more), cash: b.subtract(books.cash, amount) };
}
