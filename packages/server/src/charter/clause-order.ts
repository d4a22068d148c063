/** The order of clauses as a reader counts: 5.9 before 5.10. */
export function byClause(a: string, b: string): number {
  const [one, other] = [a, b].map((clause) => clause.split(/[^0-9A-Za-z]+/));
  for (const [index, part] of one!.entries()) {
    const theirs = other![index];
    if (theirs === undefined) return 1;
    const difference = Number(part) - Number(theirs);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
    if (part !== theirs) return part < theirs ? -1 : 1;
  }
  return one!.length - other!.length;
}
