import type { Bool, Num } from "../kernel/program.ts";
import { openBooks, keepBooks, type Books } from "./books.ts";
import { callClasses, holdersOf, openCapital, payersOf } from "./capital.ts";
import { accrueCharges, accrueLastFees, payCharges } from "./charges.ts";
import { dealtClasses, openedClasses, strike } from "./classes.ts";
import { ratioOf, covenantsOf } from "./conditions.ts";
import type { LadderNodes, Standing } from "./covenant-ladder-nodes.ts";
import { beforeLastLot, deleverage, sellAtEnd } from "./deleveraging.ts";
import { distribute, setReserves } from "./distributing.ts";
import type { FundWriter } from "./fund-writer.ts";
import { dealOrders, distributeFeeders, takeOrders } from "./feeders.ts";
import { netAssets } from "./figures.ts";
import { keepMissed } from "./late-interest.ts";
import { fundProjects } from "./funding.ts";
import { growOlder, receiveIncome, revalue, selectProjects, sweep } from "./projects.ts";
import { tell } from "./tell-step.ts";

type Ladders = readonly { readonly nodes: LadderNodes; readonly standing: Standing }[];

/** Writes one step of the fund, in the order of docs/spec/projection.md [PJ80]. */
export function writeStep(w: FundWriter, nodes: readonly LadderNodes[]): void {
  const opening = openBooks(w.b, holdersOf(w));
  w.openWith(opening);
  let ladders: Ladders = nodes.map((each) => ({
    nodes: each,
    standing: each.passDays(each.open()),
  }));
  let books = growOlder(w, accrueCharges(w, takeOrders(w, openCapital(w, opening))));
  // The opening of a day books interest, and covenants follow in the same entry.
  ladders = tested(w, ladders, books);

  const earned = receiveIncome(w, books);
  books = sweep(w, earned.books, earned, sweptShare(w, ladders));
  books = revalue(w, books, earned);
  books = payCharges(w, callClasses(w, books));

  ladders = tested(w, ladders, books);
  const locked = isAt(w, ladders, "lock");
  books = deleverage(w, books, {
    cure: isAt(w, ladders, "cure"),
    sale: isAt(w, ladders, "sale"),
    default: isAt(w, ladders, "default"),
  });
  ladders = tested(w, ladders, beforeLastLot(w, books));

  books = sellAtEnd(w, books);
  const unlocked = (): Bool => w.b.not(isAt(w, ladders, "lock"));
  books = selectProjects(w, books, unlocked());
  books = fundProjects(w, books, unlocked());
  const { books: paid, worth } = distribute(w, setReserves(w, books, unlocked()), unlocked());
  books = accrueLastFees(w, distributeFeeders(w, paid));
  const struck = books;
  if (dealtClasses(w).length > 0) {
    ladders = tested(w, ladders, books);
    books = dealOrders(w, books, unlocked());
  }
  if (openedClasses(w).length > 0) strike(w, struck, netAssets(w, struck), books);
  ladders = tested(w, ladders, books);

  keepMissed(w, payersOf(w));
  for (const { nodes: each, standing } of ladders) each.keep(standing);
  keepBooks(w.b, books);
  tell(
    w,
    books,
    ladders.map(({ nodes: each, standing }) => ({
      covenant: each.covenant.id,
      rung: standing.rung,
    })),
    {
      locked: w.b.or(locked, isAt(w, ladders, "lock")),
      defaulted: isAt(w, ladders, "default"),
      worth,
    },
  );
}

function tested(w: FundWriter, ladders: Ladders, books: Books): Ladders {
  const covenants = covenantsOf(w);
  return ladders.map(({ nodes, standing }, index) => ({
    nodes,
    standing: nodes.test(standing, ratioOf(w, covenants[index]!, books)),
  }));
}

function isAt(w: FundWriter, ladders: Ladders, step: "lock" | "cure" | "sale" | "default"): Bool {
  const { b } = w;
  return ladders.reduce<Bool>(
    (any, { nodes, standing }) => b.or(any, nodes.isAt(standing, step)),
    b.less(b.constant(0), b.constant(0)),
  );
}

/** Of several covenants the largest share counts (LV18). */
function sweptShare(w: FundWriter, ladders: Ladders): Num {
  return ladders.reduce<Num>(
    (most, { nodes, standing }) => w.b.maximum(most, nodes.sweptShare(standing)),
    w.b.constant(0),
  );
}
