import type { Charter, Limit, Term } from "@jointfund/core/charter/charter.ts";
import { ALWAYS_ENTRENCHED } from "@jointfund/core/charter/lint-closing.ts";
import { ACCOUNTS, kindOfAccount } from "@jointfund/core/ledger/accounts.ts";
import { actTypes } from "@jointfund/core/fund/act-types.ts";
import { leverageOf } from "./borrowing.ts";
import { some, type Choice } from "./choice.ts";
import { calendarsOf, Drafting } from "./drafting.ts";
import { castOf, type Cast } from "./parties.ts";
import { actsOf } from "./rules.ts";
import { capitalOf, deadlockOf, mandateOf, oversightOf } from "./sections.ts";
import { feesOf, sharingTerms } from "./sharing.ts";

/**
 * A whole charter from nothing: who takes part, in which currencies, by which calendars, how they
 * decide, what is paid in, shared out, borrowed and charged. It has no error by construction.
 */
export function madeCharter(choice: Choice): Charter {
  const drafting = new Drafting(choice);
  const cast = castOf(drafting);
  const calendars = calendarsOf(drafting);
  const { vehicles, classes, feeder } = structureOf(drafting, cast);
  const ofMain = classes.filter(({ vehicle }) => vehicle === "main").map(({ id }) => id);
  const capital = capitalOf(drafting, cast, ofMain);
  const limits = limitsOf(drafting);
  const leverage = drafting.maybe("leverage", () => leverageOf(drafting, cast));
  const index = leverage.leverage === undefined ? {} : { index: "term-rate" };
  const sharing = sharingTerms(drafting, cast, { ...index, feeder });
  const sections = {
    ...leverage,
    ...sharing,
    ...sectionsOf(drafting, cast, feeder),
    fees: feesOf(drafting, cast, ofMain),
    mandate: mandateOf(drafting, cast),
    capital,
  };
  const acts = actsOf(drafting, cast, {
    limits: limits.map(({ id }) => id),
    without: withoutSections(choice, sections),
  });
  return {
    ...headOf(drafting, cast),
    ...{ calendars, vehicles, classes, limits, terms: TERMS(drafting) },
    ...{ parties: cast.parties, bodies: cast.bodies, accounts: accountsOf(drafting) },
    ...sections,
    ...acts,
    amendment: {
      clause: drafting.clause(),
      entrenched: [
        ...ALWAYS_ENTRENCHED,
        ...(sharing.carry === undefined ? [] : ["/carry"]),
        ...(sharing.recoupment === undefined ? [] : ["/recoupment"]),
      ],
    },
  };
}

type Head = Pick<
  Charter,
  | ("format" | "id" | "version" | "origin" | "languages" | "authoritative" | "title" | "notice")
  | ("purpose" | "currencies" | "rounding" | "conflicts" | "finality")
>;

function headOf(drafting: Drafting, cast: Cast): Head {
  const { choice, currency } = drafting;
  const ranked = some(choice, [cast.of("manager"), cast.of("custodian")]);
  return {
    ...{ format: "jointfund/charter/v1", id: "made", version: 1, origin: "made.example" },
    ...{ languages: drafting.languages, authoritative: some(choice, drafting.languages, 1) },
    ...{ title: drafting.text("A made fund"), notice: drafting.text("For tests only.") },
    purpose: { clause: drafting.clause(), text: drafting.text("To invest together.") },
    currencies: {
      ...{ clause: drafting.clause(), base: currency, display: drafting.currencies },
      contribution: [currency],
    },
    rounding: {
      clause: drafting.clause(),
      money: choice.pick(["halfEven", "floor", "halfUp"]),
      priceDecimals: choice.pick([8, 6, 12, 4]),
      tieBreak: [...cast.sovereigns.toReversed(), ...ranked],
    },
    conflicts: { clause: drafting.clause(), proposerExcluded: choice.oneIn(2) },
    finality: { clause: drafting.clause(), mirrors: cast.sovereigns, mandatoryAfterHours: 48 },
  };
}

type Structure = Pick<Charter, "vehicles" | "classes"> & {
  /** The currency of the feeder, where there is one. */
  readonly feeder: string | undefined;
};

function structureOf(drafting: Drafting, cast: Cast): Structure {
  const { choice, currency, price } = drafting;
  const hasFeeder = cast.has("distributor") && choice.oneIn(2);
  const feeder = hasFeeder ? choice.pick(drafting.currencies) : undefined;
  const of = (id: string) => ({ id, clause: drafting.clause(), name: drafting.text(id) });
  const owners = [{ vehicle: "main" }];
  const spvs = ["spv-a", "spv-b"].slice(0, choice.below(3)).map((id) => ({
    ...{ ...of(id), kind: "project" as const, currency, owners },
  }));
  const kinds = { eligible: ["sovereign"], opens: "adoption" } as const;
  return {
    feeder,
    vehicles: [
      { ...of("main"), kind: "fund", currency },
      ...spvs,
      ...(feeder === undefined
        ? []
        : [
            {
              ...of("feeder"),
              kind: "feeder" as const,
              currency: feeder,
              owners: [],
              feeds: "public",
            },
          ]),
    ],
    classes: [
      { ...of("founders"), vehicle: "main", ...kinds, founderPrice: price },
      ...(cast.has("partner")
        ? [
            {
              ...of("partners"),
              vehicle: "main",
              eligible: ["partner"],
              founderPrice: price,
              opens: "byAct",
            } as const,
          ]
        : []),
      ...(feeder === undefined
        ? []
        : ([
            {
              ...of("public"),
              vehicle: "main",
              eligible: ["distributor"],
              founderPrice: price,
              opens: "byAct",
            },
            {
              ...of("citizens"),
              vehicle: "feeder",
              eligible: ["distributor"],
              founderPrice: price,
              opens: "byAct",
            },
          ] as const)),
    ],
  };
}

const TERMS = (drafting: Drafting): readonly Term[] => [
  {
    ...{ id: "floorShare", clause: drafting.clause(), name: drafting.text("Least cash") },
    value: { kind: "ratio", ratio: "0" },
  },
  {
    ...{ id: "debtCap", clause: drafting.clause(), name: drafting.text("Most debt") },
    value: { kind: "money", currency: drafting.currency, amount: `1${"0".repeat(24)}` },
  },
];

function limitsOf(drafting: Drafting): readonly Limit[] {
  const { currency } = drafting;
  const all: readonly (readonly [id: string, holds: string])[] = [
    ["callable", `unfundedCommitments >= 0 ${currency}`],
    ["solvent", `netAssets >= 0 ${currency} or windingUp`],
    ["liquid", "windingUp or cash - otherLiabilities >= floorShare of initialCapital"],
    ["geared", "debt <= debtCap and debt <= 95% of totalAssets"],
  ];
  return all.map(([id, holds]) => ({
    ...{ id, clause: drafting.clause(), name: drafting.text(id), holds },
  }));
}

const accountsOf = (drafting: Drafting): Charter["accounts"] =>
  Object.entries(ACCOUNTS).map(([name, code]) => ({
    ...{ code, kind: kindOfAccount(code), name: drafting.text(name) },
  }));

type Sections = Pick<
  Charter,
  | ("valuation" | "fixing" | "dealing" | "expenses" | "reserves" | "freeze")
  | ("oversight" | "deadlock" | "exit" | "windUp")
>;

function sectionsOf(drafting: Drafting, cast: Cast, feeder: string | undefined): Sections {
  const { choice, currency } = drafting;
  const clause = (): { readonly clause: string } => ({ clause: drafting.clause() });
  const challenge = () => ({
    ...{ ...clause(), by: some(choice, cast.sovereigns, 1), window: drafting.days(20) },
  });
  return {
    ...drafting.maybe("valuation", () => ({
      ...{ ...clause(), staleAfter: drafting.days(200) },
      ...drafting.maybe("challenge", challenge),
    })),
    fixing: {
      ...{ ...clause(), sources: 1, from: ["bank-one", "bank-two"], tolerance: "1/50" },
      staleAfter: drafting.days(30),
      ...drafting.maybe("conversionWithin", () => "1/20"),
    },
    ...(feeder === undefined ? {} : { dealing: [dealingOf(drafting, cast)] }),
    ...drafting.maybe("expenses", () => ({
      ...{ ...clause(), internalCap: drafting.amount(1_000_000n), currency, fiscalYear: "fund" },
      paidWithin: drafting.days(30),
    })),
    reserves: ["operating"].slice(0, choice.below(2)).map((id) => ({
      ...{ id, ...clause(), name: drafting.text(id), vehicle: "main" },
      target: choice.pick(["2% of investmentsAtCost", `1000 ${currency}`]),
    })),
    ...drafting.maybe("freeze", () => ({
      ...clause(),
      days: { days: 5, calendar: "calendar" },
      coolingOff: { days: 60, calendar: "calendar" },
    })),
    ...drafting.maybe("oversight", () => oversightOf(drafting, cast)),
    ...drafting.maybe("deadlock", () => deadlockOf(drafting, cast)),
    ...drafting.maybe("exit", () => ({
      ...{ ...clause(), noticePeriod: drafting.days(30), callDiscount: "10%" },
      offerWindow: drafting.days(30),
    })),
    ...drafting.maybe("windUp", () => ({
      ...clause(),
      ...drafting.maybe("sunset", () => choice.pick(["2027-12-31", "2040-06-30"])),
      order: choice.pick([
        ["creditors", "lenders", "fees", "owners"],
        ["lenders", "fees", "creditors", "owners"],
      ] as const),
    })),
  };
}

function dealingOf(drafting: Drafting, cast: Cast): NonNullable<Charter["dealing"]>[number] {
  const { choice } = drafting;
  const grounds = [{ id: "no-price", name: drafting.text("No price can be found") }];
  return {
    ...{ clause: drafting.clause(), unitClass: "citizens", distributors: [cast.of("distributor")] },
    ...{ every: choice.pick(["month", "quarter"]), cutOff: drafting.days(5), cutOffTime: "06:00" },
    ...{ gate: choice.pick(["1/4", "1"]), deferred: choice.pick(["equal", "first"]), least: "1" },
    payWithin: drafting.days(10),
    ...drafting.maybe("suspension", () => ({
      ...{ clause: drafting.clause(), grounds, longest: drafting.days(90) },
    })),
  };
}

/** Acts that have nothing to go by without a section that this charter leaves out. */
function withoutSections(
  choice: Choice,
  of: Partial<Charter> & Pick<Charter, "capital" | "mandate">,
): ReadonlySet<string> {
  const { capital, carry, deadlock, exit, freeze, leverage, mandate, oversight, valuation } = of;
  const pairs: readonly (readonly [section: unknown, acts: RegExp])[] = [
    [oversight?.disputes, /^dispute\./],
    [capital.late, /^capital\.remedy$/],
    [capital.deferral, /^capital\.defer$/],
    [capital.optOut, /^capital\.optOut$/],
    [capital.admission, /^capital\.trueUp$/],
    [mandate.overrun, /^investment\.(?:overrun|fundOverrun)$/],
    [mandate.obligations, /^obligation\./],
    [valuation?.challenge, /^valuation\.(?:challenge|review)$/],
    [leverage?.hedging, /^hedge\./],
    [leverage, /^(?:facility|covenant|deleverage|guarantee|rate)\./],
    [freeze, /^emergency\./],
    [oversight?.audit, /^audit\./],
    [oversight?.sideLetters, /^sideletter\./],
    [deadlock, /^deadlock\./],
    [exit, /^exit\./],
    [of.windUp, /^winddown\./],
    [carry, /^carry\./],
    [of.recoupment, /^recoupment\./],
    [choice.oneIn(2) ? true : undefined, /^(?:delegation|pipeline|event|claim|conflict)\./],
  ];
  const without = pairs.filter(([section]) => section === undefined);
  return new Set(
    [...actTypes.keys()].filter((type) => without.some(([, acts]) => acts.test(type))),
  );
}
