import type { CapitalMovements } from "./capital-movements.ts";
import type { CaptionKey } from "./caption-keys.ts";
import type { StatementLine } from "./statement.ts";
import type { UnfundedMovement } from "./unfunded-commitment.ts";

/** What the rows of one column are computed from; minor units, gains positive. */
export type IlpaFigures = {
  readonly opening: bigint;
  readonly closing: bigint;
  readonly moved: CapitalMovements;
  /** Carried interest that has accrued against the account and is not paid. */
  readonly incentive: { readonly opening: bigint; readonly closing: bigint };
  readonly unfunded: UnfundedMovement;
};

export type IlpaRow = {
  /** The row's number in the template; the unnumbered deduction of calls is 24a. */
  readonly row: string;
  readonly caption: CaptionKey;
  readonly rank: StatementLine["rank"];
  readonly amount: (of: IlpaFigures) => bigint;
  /** The rows that this one adds up. */
  readonly adds?: readonly string[];
};

const flows = ({ moved }: IlpaFigures): bigint => moved.contributions + moved.distributions;

function operating({ moved }: IlpaFigures): bigint {
  return (
    moved.managementFees +
    moved.managementFeeRebate +
    moved.partnershipExpenses +
    moved.offsets +
    moved.feeWaiver +
    moved.interestIncome +
    moved.dividendIncome +
    moved.interestExpense +
    moved.otherIncome
  );
}

/** What is left of the change in worth; it stands after the incentive allocation [ST30]. */
function unrealised(of: IlpaFigures): bigint {
  const { moved, opening, closing } = of;
  const told = flows(of) + operating(of) + moved.placementFees + moved.realised;
  return closing - opening - told;
}

const line = (
  row: string,
  caption: CaptionKey,
  amount: IlpaRow["amount"],
  rank: IlpaRow["rank"] = "line",
): IlpaRow => ({ row, caption, rank, amount });

const sum = (
  row: string,
  caption: CaptionKey,
  amount: IlpaRow["amount"],
  of: { readonly rank: "subtotal" | "total"; readonly adds: readonly string[] },
): IlpaRow => ({ row, caption, amount, ...of });

const OPERATING_ROWS = ["5", "6", "7", "8", "9", "10", "11", "12", "13"] as const;

/** The capital account of ILPA's 2016 reporting template, row by row [ST30]. */
export const ILPA_ROWS: readonly IlpaRow[] = [
  line("1", "ilpaBeginningNav", ({ opening }) => opening, "subtotal"),
  line("2", "ilpaContributions", ({ moved }) => moved.contributions),
  line("3", "ilpaDistributions", ({ moved }) => moved.distributions),
  sum("4", "ilpaTotalFlows", flows, { rank: "subtotal", adds: ["2", "3"] }),
  line("5", "ilpaManagementFees", ({ moved }) => moved.managementFees),
  line("6", "ilpaManagementFeeRebate", ({ moved }) => moved.managementFeeRebate),
  line("7", "ilpaPartnershipExpenses", ({ moved }) => moved.partnershipExpenses),
  line("8", "ilpaOffsets", ({ moved }) => moved.offsets),
  line("9", "ilpaFeeWaiver", ({ moved }) => moved.feeWaiver),
  line("10", "ilpaInterestIncome", ({ moved }) => moved.interestIncome),
  line("11", "ilpaDividendIncome", ({ moved }) => moved.dividendIncome),
  line("12", "ilpaInterestExpense", ({ moved }) => moved.interestExpense),
  line("13", "ilpaOtherIncome", ({ moved }) => moved.otherIncome),
  sum("14", "ilpaNetOperating", operating, { rank: "subtotal", adds: OPERATING_ROWS }),
  line("15", "ilpaPlacementFees", ({ moved }) => moved.placementFees),
  line("16", "ilpaRealised", ({ moved }) => moved.realised),
  line("17", "ilpaUnrealised", unrealised),
  sum("18", "ilpaEndingNav", ({ closing }) => closing, {
    ...{ rank: "total", adds: ["1", "4", "14", "15", "16", "17"] },
  }),
  line("19", "ilpaIncentivePaid", ({ moved }) => moved.incentivePaid),
  line(
    "20",
    "ilpaIncentiveChange",
    ({ incentive, moved }) => incentive.closing - incentive.opening + moved.incentivePaid,
  ),
  line("21", "ilpaIncentiveEnding", ({ incentive }) => incentive.closing),
  sum("22", "ilpaEndingNavGross", ({ closing, incentive }) => closing + incentive.closing, {
    ...{ rank: "total", adds: ["18", "21"] },
  }),
  line("23", "ilpaCommitment", ({ unfunded }) => unfunded.commitment),
  line("24", "ilpaUnfundedBeginning", ({ unfunded }) => unfunded.opening, "subtotal"),
  line("24a", "ilpaUnfundedCalled", ({ unfunded }) => unfunded.called),
  line("25", "ilpaUnfundedRecallable", ({ unfunded }) => unfunded.recallable),
  line("26", "ilpaUnfundedReleased", ({ unfunded }) => unfunded.released),
  line("27", "ilpaUnfundedOther", ({ unfunded }) => unfunded.other + unfunded.promised),
  sum("28", "ilpaUnfundedEnding", ({ unfunded }) => unfunded.closing, {
    ...{ rank: "total", adds: ["24", "24a", "25", "26", "27"] },
  }),
];
