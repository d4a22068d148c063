/** Units that a holder wants to give back, and the dealing day on which that began. */
export type Asked = { readonly id: string; readonly microUnits: bigint; readonly since: string };

/**
 * How many units of each order go through a gate [DL12]. Where it lets less through than is asked,
 * each order gets its part in proportion, rounded down to a millionth; with `first`, orders that
 * wait since an earlier dealing day go before those of a later one. Order by order, as they came.
 */
export function throughGate(
  asked: readonly Asked[],
  most: bigint,
  deferred: "equal" | "first",
): readonly bigint[] {
  const through = new Map<string, bigint>();
  let left = most;
  for (const rank of ranksOf(asked, deferred)) {
    const whole = rank.reduce((sum, { microUnits }) => sum + microUnits, 0n);
    const room = left < whole ? left : whole;
    for (const { id, microUnits } of rank) through.set(id, (microUnits * room) / whole);
    left -= room;
  }
  return asked.map(({ id }) => through.get(id) ?? 0n);
}

/** Orders that rank equally, the first rank first. */
function ranksOf(asked: readonly Asked[], deferred: "equal" | "first"): readonly Asked[][] {
  if (deferred === "equal") return asked.length === 0 ? [] : [[...asked]];
  const days = [...new Set(asked.map(({ since }) => since))].sort((a, b) => (a < b ? -1 : 1));
  return days.map((day) => asked.filter(({ since }) => since === day));
}
