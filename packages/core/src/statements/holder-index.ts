import type { LocalDate } from "../calendar/date.ts";
import type { Order } from "../dealing/orders.ts";
import type { Effects } from "../fund/effects.ts";
import type { FundState } from "../fund/state.ts";

/**
 * Which orders and payments are whose, and what orders were dealt at, kept while the record is
 * replayed: one holder's account is made from its own, however many there are.
 */
export class HolderIndex {
  /** Ids by "<class>/<holder>". */
  readonly #orders = new Map<string, string[]>();
  /** Ids by "<vehicle>/<subject>". */
  readonly #payments = new Map<string, string[]>();
  /** Prices by class, then by day. */
  readonly #dealt = new Map<string, Map<LocalDate, string>>();

  /** Takes in what an entry did; `state` is what it led to. */
  take(effects: Effects, { orders }: Pick<FundState, "orders">): void {
    for (const event of effects) {
      if (event.kind === "orderPlaced") {
        const { id, unitClass, holder } = event.order;
        add(this.#orders, `${unitClass}/${holder}`, id);
      } else if (event.kind === "paymentInstructed") {
        const { id, vehicle, subject } = event.payment;
        add(this.#payments, `${vehicle}/${subject}`, id);
      } else if (event.kind === "orderDealt") {
        const { unitClass } = orders.orders.get(event.id)!;
        const { on, price } = event.dealt;
        const prices = this.#dealt.get(unitClass);
        if (prices === undefined) this.#dealt.set(unitClass, new Map([[on, price]]));
        else prices.set(on, price);
      }
    }
  }

  /** The orders of a holder for a class, in the order in which they were received. */
  ordersOf(
    { orders }: Pick<FundState, "orders">,
    { unitClass, holder }: { readonly unitClass: string; readonly holder: string },
  ): readonly Order[] {
    const ids = this.#orders.get(`${unitClass}/${holder}`) ?? [];
    return ids
      .map((id) => orders.orders.get(id)!)
      .toSorted((a, b) => inOrder(a.receivedAt, b.receivedAt) || inOrder(a.id, b.id));
  }

  /** The ids of payments for a subject from a vehicle, in the order of the log. */
  paymentsFor(vehicle: string, subject: string): readonly string[] {
    return this.#payments.get(`${vehicle}/${subject}`) ?? [];
  }

  /** What the orders for a class were dealt at, by day. */
  pricesDealt(unitClass: string): ReadonlyMap<LocalDate, string> {
    return this.#dealt.get(unitClass) ?? new Map<LocalDate, string>();
  }
}

/** Before, after, or the same, by UTF-16 units. */
export const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function add(lists: Map<string, string[]>, name: string, id: string): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [id]);
  else list.push(id);
}
