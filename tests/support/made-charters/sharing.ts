import type {
  CarryTerms,
  DistributionTerms,
  FeeTerms,
  RecoupmentTerms,
  Tier,
  TierSharing,
  Waterfall,
} from "@jointfund/core/charter/distribution-terms.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { some } from "./choice.ts";
import type { Drafting } from "./drafting.ts";
import type { Cast } from "./parties.ts";

/** Who gets what is paid out, in tiers of every kind, and what is charged. */

type Shared = {
  readonly carry?: CarryTerms;
  readonly recoupment?: RecoupmentTerms;
};

function carryOf(drafting: Drafting, cast: Cast): CarryTerms {
  const { choice } = drafting;
  return {
    ...{ clause: drafting.clause(), holder: cast.of("manager") },
    share: choice.pick(["1/5", "10%", "1/3", "0.125"]),
    hurdle: choice.pick(["8%", "6%", "1/30", "0"]),
    compounding: choice.pick(["simple", "yearly"]),
    dayCount: drafting.dayCount(),
    ...drafting.maybe("clawback", () => ({
      clause: drafting.clause(),
      escrow: choice.pick(["0", "30%", "1/3"]),
      cap: choice.pick(["100%", "3/4"]),
    })),
  };
}

function recoupmentOf(drafting: Drafting, cast: Cast, index: string | undefined): RecoupmentTerms {
  const { choice } = drafting;
  const reading = choice.pick(["cumulative", "scheduled"] as const);
  const isIndexed = index !== undefined && choice.oneIn(2);
  return {
    ...{ clause: drafting.clause(), beneficiary: choice.pick(cast.sovereigns), reading },
    rate: {
      ...(isIndexed ? { index } : {}),
      ...{ spread: choice.pick(["6%", "1/40", "0"]), dayCount: drafting.dayCount() },
    },
    compounding: choice.oneIn(2),
    ...(reading === "scheduled" ? { instalments: 1 + choice.below(12) } : {}),
    ...drafting.maybe("longStop", () => ({
      ...{ clause: drafting.clause(), years: 1 + choice.below(20) },
      consequence: drafting.text("Shares are agreed anew"),
    })),
  };
}

type End = NonNullable<Tier["until"]>;

/** Whom a tier pays, so that it can come to its end. */
function sharingOf(drafting: Drafting, cast: Cast, until: End, of: Shared): TierSharing {
  const { choice } = drafting;
  const among = (names: readonly string[]): TierSharing => ({ shares: drafting.shares(names) });
  if (until.kind === "caughtUp") {
    const { holder } = of.carry!;
    // The holder's part has to be above the carry's share, a third at most.
    const [other] = cast.sovereigns;
    return { shares: choice.pick([{ [holder]: "1" }, { [holder]: "4/5", [other!]: "1/5" }]) };
  }
  if (until.kind === "recouped") {
    return choice.pick([{ proportionalTo: "owed" }, among(cast.sovereigns)]);
  }
  const quantity = choice.pick(["owed", "units", "paidIn", "commitments"] as const);
  return choice.oneIn(4) ? among(cast.sovereigns) : { proportionalTo: quantity };
}

function tiersOf(drafting: Drafting, cast: Cast, of: Shared): readonly Tier[] {
  const { choice, currency } = drafting;
  const formula = choice.pick([
    `1000 ${currency}`,
    "5% of cash",
    "1/3 of netAssets".replace("1/3", "30%"),
  ]);
  const ends: readonly End[] = [
    { kind: "returned" },
    ...(of.carry === undefined ? [] : ([{ kind: "preferred" }, { kind: "caughtUp" }] as const)),
    ...(of.recoupment === undefined ? [] : ([{ kind: "recouped" }] as const)),
    { kind: "amount", formula },
  ];
  const waiting = some(choice, ends).map((until, index): Tier => ({
    ...{ id: `tier-${index}`, name: drafting.text(`Until ${until.kind}`), until },
    to: sharingOf(drafting, cast, until, of),
  }));
  const holder = of.carry === undefined ? [] : [of.carry.holder];
  const to = choice.pick<TierSharing>([
    { proportionalTo: "units" },
    { proportionalTo: "paidIn" },
    { proportionalTo: "commitments" },
    { shares: drafting.shares(cast.sovereigns) },
    { shares: drafting.shares([...cast.sovereigns, ...holder]) },
  ]);
  return [...waiting, { id: "rest", name: drafting.text("The rest"), to }];
}

const evenly = (drafting: Drafting, id: string, proportionalTo: "units" | "paidIn"): Waterfall => ({
  ...{ id, clause: drafting.clause(), name: drafting.text(id), scope: "fund" },
  tiers: [{ id: "all", name: drafting.text("All alike"), to: { proportionalTo } }],
});

type Sharing = Pick<Charter, "waterfalls" | "distributions" | "carry" | "recoupment">;

/** Distributions of the main vehicle, of those that acts make, and of a feeder if there is one. */
export function sharingTerms(
  drafting: Drafting,
  cast: Cast,
  of: { readonly index?: string; readonly feeder?: string | undefined },
): Sharing {
  const { choice, currency } = drafting;
  const terms: Shared = {
    ...drafting.maybe("carry", () => carryOf(drafting, cast)),
    ...drafting.maybe("recoupment", () => recoupmentOf(drafting, cast, of.index)),
  };
  const formula = choice.pick([
    `max(0 ${currency}, cash - payables)`,
    `50% of max(0 ${currency}, cash - payables)`,
    `max(0 ${currency}, min(undistributedIncome, cash - otherLiabilities))`,
    `max(0 ${currency}, min(distributableIncome, cash - payables))`,
  ]);
  const capital = `max(0 ${currency}, cash - payables)`;
  const pays = (vehicle: string, text: string, waterfall: string): DistributionTerms => ({
    ...{ clause: drafting.clause(), vehicle, formula: text, waterfall },
  });
  const main: Waterfall = {
    ...{ id: "main-tiers", clause: drafting.clause(), name: drafting.text("Tiers") },
    scope: choice.pick(["fund", "investment"]),
    tiers: tiersOf(drafting, cast, terms),
  };
  const feeding =
    of.feeder === undefined
      ? []
      : [
          pays(
            "feeder",
            `max(0 ${of.feeder}, min(undistributedIncome, cash - payables))`,
            "by-units",
          ),
        ];
  return {
    waterfalls: [
      main,
      evenly(drafting, "by-capital", "paidIn"),
      ...(of.feeder === undefined ? [] : [evenly(drafting, "by-units", "units")]),
    ],
    distributions: [
      pays("main", formula, "main-tiers"),
      pays("projects", capital, "by-capital"),
      ...feeding,
    ],
    ...terms,
  };
}

export function feesOf(
  drafting: Drafting,
  cast: Cast,
  classes: readonly string[],
): readonly FeeTerms[] {
  const { choice } = drafting;
  return Array.from({ length: choice.below(3) }, (_, n): FeeTerms => ({
    ...{ id: `fee-${n}`, clause: drafting.clause(), name: drafting.text(`Fee ${n}`) },
    ...{ vehicle: "main", payee: cast.of("manager") },
    base: choice.pick(["netAssets", "committed", "invested"]),
    rate: choice.pick(["1%", "1/300", "0", "2.5%"]),
    dayCount: drafting.dayCount(),
    ...drafting.maybe("unitClass", () => choice.pick(classes)),
  }));
}
