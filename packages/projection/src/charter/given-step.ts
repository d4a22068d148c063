import type { Num } from "../kernel/program.ts";
import {
  addToProject,
  keepBooks,
  openBooks,
  withParty,
  withProjects,
  type Books,
} from "./books.ts";
import { holdersOf, payersOf } from "./capital.ts";
import { callPrice, classOf, issueUnits, openedClasses, strike, unitsFor } from "./classes.ts";
import { covenantsOf, ratioOf } from "./conditions.ts";
import type { LadderNodes } from "./covenant-ladder-nodes.ts";
import { formulaOf, payOut, unitsForOwed } from "./distributing.ts";
import { netAssets } from "./figures.ts";
import { outputOf } from "./fund-outputs.ts";
import type { FundWriter } from "./fund-writer.ts";
import { tell } from "./tell-step.ts";

/**
 * What happened, step by step, by the names that a program that tells all uses: `called:US`,
 * `paidIn:US`, `committed:p`, `drawn:p`, `income:p`, `valued:p`, `sold:p` (a share), `proceeds:p`,
 * `line:drawn`, `line:repaid`, `bonds:issued`, `bonds:repaid`, `interestAccrued`, `interest`,
 * `charged` (fees and expenses as booked), `expenses` (as paid), `distribution`,
 * `reserve:operating` (set aside), `late:US` (interest on what was paid late, as booked),
 * `latePaid:US`. Of a class that opens `called:partners` and `paidIn:partners`, and of a fee that
 * it bears `fee:id:accrued` and `fee:id:struck`, before it is paid in and at the strike. Where
 * money comes and goes at prices of days within a step, what everybody buys is given too:
 * `units:US` (less what is given back, in minor units of the founders' price), `bought:public`,
 * `redeemed:public`. What is not given was nothing. Feeders' own books are not in such a program.
 */
export type GivenFlows = ReadonlyMap<string, readonly number[]>;

/**
 * A step in which everything that people and markets decided is given: only what follows from the
 * charter is computed. So a finished scenario's figures lead to its books [PJ94].
 */
export function writeGivenStep(
  w: FundWriter,
  ladders: readonly LadderNodes[],
  flows: GivenFlows,
): void {
  const { b } = w;
  const given = (name: string): Num => {
    const values = flows.get(name);
    return values === undefined ? b.constant(0) : w.schedule(`given.${name}`, () => values);
  };
  const opening = openBooks(b, holdersOf(w));
  w.openWith(opening);
  let books = bearFees(w, receiveAndPay(w, opening, given), given, "accrued");
  books = revalueAndSell(w, books, given, flows);
  books = fundAndInvest(w, books, given, flows);
  const always = b.lessOrEqual(b.constant(0), b.constant(0));
  const reserves = [...books.reserves].map(
    ([id, held]) => [id, b.add(held, given(`reserve:${id}`))] as const,
  );
  books = { ...books, reserves: new Map(reserves) };
  w.add("formula", formulaOf(w, books));
  const { books: paid, worth } = payOut(w, books, given("distribution"));
  books = deal(w, bearFees(w, paid, given, "struck"), given, flows);
  // Given units need no price.
  const buysAtPrices = payersOf(w).some((party) => !flows.has(`units:${party}`));
  if (openedClasses(w).length > 0 && buysAtPrices) strike(w, books, netAssets(w, books), books);
  const standings = ladders.map((nodes, index) => {
    const covenant = covenantsOf(w)[index]!;
    return {
      nodes,
      standing: nodes.test(nodes.passDays(nodes.open()), ratioOf(w, covenant, books)),
    };
  });
  for (const { nodes, standing } of standings) nodes.keep(standing);
  keepBooks(b, books);
  const isAt = (step: "lock" | "default") =>
    standings
      .map(({ nodes, standing }) => nodes.isAt(standing, step))
      .reduce((any, each) => b.or(any, each), b.not(always));
  const rungs = standings.map(({ nodes, standing: { rung } }) => ({
    covenant: nodes.covenant.id,
    rung,
  }));
  tell(w, books, rungs, { locked: isAt("lock"), defaulted: isAt("default"), worth });
}

type Given = (name: string) => Num;

/** Fees are among what was charged; here each is put down to the class that alone bears it. */
function bearFees(w: FundWriter, books: Books, given: Given, when: "accrued" | "struck"): Books {
  const { b } = w;
  const ownResults = new Map(books.ownResults);
  for (const { id, unitClass = "" } of w.charter.fees ?? []) {
    const own = ownResults.get(unitClass);
    if (own === undefined) continue;
    ownResults.set(unitClass, b.subtract(own, given(`fee:${id}:${when}`)));
  }
  return { ...books, ownResults };
}

function receiveAndPay(w: FundWriter, books: Books, given: Given): Books {
  const { b } = w;
  const income = b.sum(w.assumptions.projects.map(({ id }) => given(`income:${id}`)));
  w.add("income", income);
  w.add("interest", given("interest"));
  w.add("expenses", given("expenses"));
  const accrued = given("interestAccrued");
  const charged = given("charged");
  const paid = b.add(given("interest"), given("expenses"));
  return {
    ...books,
    cash: b.subtract(b.add(books.cash, income), paid),
    income: b.add(books.income, income),
    charges: b.add(books.charges, b.add(accrued, charged)),
    interestPayable: b.subtract(b.add(books.interestPayable, accrued), given("interest")),
    feesPayable: b.subtract(b.add(books.feesPayable, charged), given("expenses")),
  };
}

/** A project that is not valued keeps its value; a sale takes its share of cost and value. */
function revalueAndSell(w: FundWriter, books: Books, given: Given, flows: GivenFlows): Books {
  const { b } = w;
  const valued = withProjects(b, books, (id, { reported }) => {
    const value = flows.has(`valued:${id}`) ? given(`valued:${id}`) : reported;
    return { reported: value, actual: value };
  });
  let [proceeds, relieved] = [b.constant(0), b.constant(0)];
  const sold = withProjects(b, valued, (id, { cost, reported, actual }) => {
    const share = given(`sold:${id}`);
    const left = b.subtract(b.constant(1), share);
    proceeds = b.add(proceeds, given(`proceeds:${id}`));
    relieved = b.add(relieved, b.multiply(share, cost));
    return {
      cost: b.multiply(cost, left),
      reported: b.multiply(reported, left),
      actual: b.multiply(actual, left),
    };
  });
  w.add("proceeds", proceeds);
  return {
    ...sold,
    cash: b.add(sold.cash, proceeds),
    gains: b.add(sold.gains, b.subtract(proceeds, relieved)),
  };
}

function fundAndInvest(w: FundWriter, books: Books, given: Given, flows: GivenFlows): Books {
  const { b } = w;
  let next = books;
  for (const party of [...openedClasses(w).map(({ id }) => id), ...payersOf(w)]) {
    const { called, paidIn, lateInterest } = next.parties.get(party)!;
    const [asked, paid] = [given(`called:${party}`), given(`paidIn:${party}`)];
    w.add(outputOf("paidIn", party), paid);
    w.add(outputOf("missed", party), b.subtract(asked, paid));
    const [late, latePaid] = [given(`late:${party}`), given(`latePaid:${party}`)];
    next = withParty(next, party, {
      called: b.add(called, asked),
      paidIn: b.add(paidIn, paid),
      lateInterest: b.subtract(b.add(lateInterest, late), latePaid),
    });
    next = {
      ...next,
      cash: b.add(next.cash, b.add(paid, latePaid)),
      income: b.add(next.income, late),
    };
    if (isDealtIn(flows, party)) continue;
    next = flows.has(`units:${party}`)
      ? issueUnits(w, next, party, given(`units:${party}`))
      : unitsForPaid(w, next, party, { asked, paid, owed: b.subtract(called, paidIn) });
  }
  const line = b.subtract(given("line:drawn"), given("line:repaid"));
  const bonds = b.subtract(given("bonds:issued"), given("bonds:repaid"));
  next = {
    ...next,
    cash: b.add(next.cash, b.add(line, bonds)),
    line: b.add(next.line, line),
    bonds: b.add(next.bonds, bonds),
  };
  for (const { id } of w.assumptions.projects) {
    const drawn = given(`drawn:${id}`);
    w.add("invested", drawn);
    const undrawn = b.subtract(given(`committed:${id}`), drawn);
    next = addToProject(b, next, id, { cost: drawn, reported: drawn, actual: drawn, undrawn });
    next = { ...next, cash: b.subtract(next.cash, drawn) };
  }
  return next;
}

const isDealtIn = (flows: GivenFlows, id: string): boolean => flows.has(`bought:${id}`);

/** As a step ends holders of a class buy units and give some back; nobody calls them for money. */
function deal(w: FundWriter, books: Books, given: Given, flows: GivenFlows): Books {
  const { b } = w;
  let next = books;
  for (const { id } of openedClasses(w)) {
    if (!isDealtIn(flows, id)) continue;
    const [bought, redeemed] = [given(`bought:${id}`), given(`redeemed:${id}`)];
    w.add(outputOf("paidIn", id), bought);
    w.add(`redeemed:${id}`, redeemed);
    next = issueUnits(w, next, id, given(`units:${id}`));
    next = { ...next, cash: b.add(next.cash, b.subtract(bought, redeemed)) };
  }
  return next;
}

/** What is paid of the step's call buys at its price; what is paid beyond it was owed before. */
function unitsForPaid(
  w: FundWriter,
  books: Books,
  holder: string,
  of: { readonly asked: Num; readonly paid: Num; readonly owed: Num },
): Books {
  const { b } = w;
  if (openedClasses(w).length === 0) return books;
  const price = callPrice(w, classOf(w, holder));
  const paid = b.minimum(of.paid, of.asked);
  const bought = issueUnits(w, books, holder, unitsFor(w, paid, price));
  const waiting = bought.unitsOwed.get(holder);
  if (waiting === undefined) return bought;
  const late = { capital: b.subtract(of.paid, paid), owed: of.owed, waiting };
  const made = unitsForOwed(w, bought, holder, late);
  const more = unitsFor(w, b.subtract(of.asked, paid), price);
  const left = b.add(made.unitsOwed.get(holder)!, more);
  return { ...made, unitsOwed: new Map(made.unitsOwed).set(holder, left) };
}
