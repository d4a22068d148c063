import type { Num } from "../kernel/program.ts";
import type { Books } from "./books.ts";
import { paidIn } from "./figures.ts";
import type { FundWriter } from "./fund-writer.ts";

export function shareOut(w: FundWriter, books: Books, amount: Num): ReadonlyMap<string, Num> {
  const { b } = w;
  const whole = paidIn(w, books);
  const has = b.less(b.constant(0), whole);
  return new Map(
    [...books.parties].map(([party, { paidIn: own }]) => [
      party,
      w.when(has, b.multiply(amount, b.divide(own, whole))),
    ]),
  );
}

export const worthOf = (w: FundWriter, books: Books, net: Num): ReadonlyMap<string, Num> =>
  shareOut(w, books, net);
