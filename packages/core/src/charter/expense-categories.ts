/**
 * What an expense is for: our own list, fine enough for the 22 lines of ILPA's reporting template
 * 2.0, which reports map it to.
 */
export const EXPENSE_CATEGORIES = [
  "accounting-admin",
  "audit",
  "tax",
  "bank",
  "custody",
  "insurance",
  "legal",
  "regulatory-compliance",
  "examination",
  "investigation",
  "valuation",
  "due-diligence",
  "broken-deal",
  "organization",
  "offering",
  "placement",
  "subline-fee",
  "subline-interest",
  "other-debt-interest",
  "technology",
  "travel",
  "governance-meetings",
  "consulting",
  "other",
] as const;
export type ExpenseCategory = (typeof EXPENSE_CATEGORIES)[number];
