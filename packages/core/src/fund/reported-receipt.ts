import type { Json } from "../base/canonical.ts";
import { decode, type Schema } from "../base/schema.ts";
import type { Act } from "../governance/statement.ts";
import { capitalReceiveSchema } from "./bodies/capital.ts";
import { carryReturnSchema } from "./bodies/waterfalls.ts";
import { facilityReceiveSchema } from "./bodies/facilities.ts";
import { investmentIncomeSchema } from "./bodies/investments.ts";

/** Money that the custodian has reported to have come in, minor units. */
export type ReportedReceipt = {
  readonly from: "contribution" | "income" | "clawback" | "loan";
  readonly currency: string;
  readonly minor: bigint;
};

type Receipt = { readonly currency: string; readonly amount: bigint };

const RECEIPTS: ReadonlyMap<
  string,
  { readonly from: ReportedReceipt["from"]; readonly schema: Schema<Receipt> }
> = new Map([
  [
    "capital.receive",
    { from: "contribution" as const, schema: capitalReceiveSchema as Schema<Receipt> },
  ],
  [
    "investment.income",
    { from: "income" as const, schema: investmentIncomeSchema as Schema<Receipt> },
  ],
  ["carry.return", { from: "clawback" as const, schema: carryReturnSchema as Schema<Receipt> }],
  ["facility.receive", { from: "loan" as const, schema: facilityReceiveSchema as Schema<Receipt> }],
]);

/** What a fact says to have come in; nothing for other acts. */
export function reportedReceipt({ type, body }: Act): ReportedReceipt | undefined {
  const receipt = RECEIPTS.get(type);
  const decoded = receipt && decode(receipt.schema, body as Json);
  if (receipt === undefined || decoded?.ok !== true) return undefined;
  const { currency, amount } = decoded.value;
  return { from: receipt.from, currency, minor: amount };
}
