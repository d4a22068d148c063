import type { LintContext } from "./lint-context.ts";
import { lintPrecision } from "./lint-money.ts";

/** What fees, expenses, reserves and dealing name exists, and is named once [CH30] [CH31]. */
export function lintCharges(context: LintContext): void {
  const { fees = [], reserves = [], dealing = [], expenses } = context.charter;
  const { parties, vehicles } = context.names;
  const classes = new Set(context.charter.classes.map(({ id }) => id));
  const ids = (list: readonly { readonly id: string }[], key: string) =>
    list.map(({ id }, index) => [id, [key, index, "id"]] as const);
  context.distinct("fee", ids(fees, "fees"));
  context.distinct("reserve", ids(reserves, "reserves"));
  for (const [index, { vehicle, payee, unitClass }] of fees.entries()) {
    const path = ["fees", index];
    context.refer("vehicle", vehicle, vehicles, [...path, "vehicle"]);
    context.refer("party", payee, parties, [...path, "payee"]);
    if (unitClass === undefined) continue;
    const ofVehicle = context.charter.classes.filter((each) => each.vehicle === vehicle);
    const known = new Set(ofVehicle.map(({ id }) => id));
    context.refer("class", unitClass, known, [...path, "unitClass"]);
  }
  for (const [index, { vehicle }] of reserves.entries()) {
    context.refer("vehicle", vehicle, vehicles, ["reserves", index, "vehicle"]);
  }
  for (const [index, { unitClass, distributors }] of dealing.entries()) {
    context.referEach("party", distributors, parties, ["dealing", index, "distributors"]);
    context.refer("class", unitClass, classes, ["dealing", index, "unitClass"]);
  }
  if (expenses === undefined) return;
  const { fiscal } = context.charter.calendars;
  const fiscalYears = new Set(Object.keys(fiscal));
  context.refer("fiscalYear", expenses.fiscalYear, fiscalYears, ["expenses", "fiscalYear"]);
  const currencies = new Set(context.charter.vehicles.map(({ currency }) => currency));
  context.refer("currency", expenses.currency, currencies, ["expenses", "currency"]);
  lintPrecision(context, expenses.internalCap, expenses.currency, ["expenses", "internalCap"]);
}
