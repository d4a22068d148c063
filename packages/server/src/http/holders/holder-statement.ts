import { Ratio } from "@jointfund/core/base/ratio.ts";
import { sinceInception } from "@jointfund/core/statements/period.ts";
import { holderAccount, type HolderAccount } from "@jointfund/core/statements/holder-account.ts";
import type { Cell, StatementLine, StatementTable } from "@jointfund/core/statements/statement.ts";
import type { TitledStatement } from "../../export/statement-report.ts";
import { HOLDER_STATEMENT as WORDS } from "../../languages/holder-statement.ts";
import type { Text } from "../../languages/language.ts";
import type { RecordView } from "../record-replay.ts";
import { dealingsOf } from "./holding-schema.ts";
import type { OwnHolding } from "./own-holding.ts";

const NONE: Cell = { kind: "none" };

const caption = (text: Text): { readonly name: Text } => ({ name: text });

const line = (id: string, text: Text, cells: readonly Cell[]): StatementLine => ({
  ...{ id, caption: caption(text), rank: "line", cells },
  source: { kind: "record" },
});

const table = (
  id: keyof typeof WORDS.tables,
  columns: readonly (keyof typeof WORDS.columns)[],
  lines: readonly StatementLine[],
): StatementTable => ({
  ...{ id, caption: caption(WORDS.tables[id]), lines },
  columns: columns.map((each) => ({ id: each, caption: caption(WORDS.columns[each]) })),
});

function priceCell(currency: string, text: string): Cell {
  const price = Ratio.fromDecimal(text);
  return price.ok ? { kind: "price", currency, price: price.value } : NONE;
}

function summary({ currency, worth, ...account }: HolderAccount): StatementTable {
  const money = (minor: bigint): Cell => ({ kind: "money", currency, minor });
  const { lines } = WORDS;
  return table(
    "summary",
    ["value"],
    [
      line("units", lines.units, [{ kind: "units", microUnits: account.microUnits }]),
      line("price", lines.price, [
        worth === undefined ? NONE : priceCell(currency, worth.strike.price),
      ]),
      line("struckOn", lines.struckOn, [
        worth === undefined ? NONE : { kind: "date", on: worth.strike.on },
      ]),
      line("worth", lines.worth, [worth === undefined ? NONE : money(worth.minor)]),
      line("paidIn", lines.paidIn, [money(account.paidIn)]),
      line("inAdvance", lines.inAdvance, [money(account.inAdvance)]),
      line("redeemed", lines.redeemed, [money(account.redeemed)]),
      line("distributed", lines.distributed, [money(account.distributed)]),
      line("owed", lines.owed, [money(account.owed)]),
    ],
  );
}

/** What a holder has, did and got, as the statement that it may print or keep [ST92]. */
export function holderStatement(view: RecordView, own: OwnHolding): TitledStatement {
  const account = holderAccount({ ...view, holders: view.index.holders }, own);
  const { orders, payments } = dealingsOf(view, account);
  const { currency } = account;
  const money = (minor: bigint | undefined): Cell =>
    minor === undefined ? NONE : { kind: "money", currency, minor };
  const dealt = orders.flatMap((order) => order.dealt.map((part) => ({ order, part })));
  const deals = dealt.map(({ order, part }, n) =>
    line(`deal.${n + 1}`, WORDS.orders[order.kind], [
      { kind: "date", on: part.on },
      { kind: "units", microUnits: part.microUnits },
      priceCell(currency, part.price),
      money(part.minor),
    ]),
  );
  const paid = payments.map((each, n) =>
    line(`payment.${n + 1}`, WORDS.payments[each.kind], [
      { kind: "date", on: each.declaredOn },
      ...[each.gross, each.income, each.gain, each.returnOfCapital].map(money),
      ...[each.withheld, each.net].map(money),
      each.payment.releasedOn === undefined ? NONE : { kind: "date", on: each.payment.releasedOn },
    ]),
  );
  const { state, chronicle } = view;
  return {
    ...{ name: "holding", scope: { vehicle: account.vehicle } },
    period: sinceInception(chronicle.firstDay ?? state.today, state.today),
    title: WORDS.title,
    of: { en: own.holder, ja: own.holder },
    tables: [
      summary(account),
      ...(deals.length === 0 ? [] : [table("deals", ["on", "units", "price", "amount"], deals)]),
      ...(paid.length === 0
        ? []
        : [
            table(
              "payments",
              ["on", "gross", "income", "gain", "capital", "withheld", "net", "paidOn"],
              paid,
            ),
          ]),
    ],
  };
}
