/** Of which day a number is, or by which entries; today's, by all of them, if absent. */
export type WhyTime = {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
};

/** The address of a cell's why. */
export function whyAt(cell: string, { asOf, knownAt }: WhyTime = {}): string {
  const query = new URLSearchParams({
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownAt === undefined ? {} : { knownAt }),
  }).toString();
  return `/why/${encodeURIComponent(cell)}${query === "" ? "" : `?${query}`}`;
}
