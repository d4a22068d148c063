import type {
  ActRule,
  ApprovalRule,
  ApprovalTier,
  Charter,
} from "@jointfund/core/charter/charter.ts";
import { actTypes } from "@jointfund/core/fund/act-types.ts";
import { charterKnowledge } from "@jointfund/core/fund/charter-knowledge.ts";
import { some } from "./choice.ts";
import type { Drafting } from "./drafting.ts";
import { sizeOf, type Cast } from "./parties.ts";

/**
 * Rules for acts. Each rule of several sides can be met after any one recusal and by no party
 * alone; what moves no money may also be one side's own.
 */

type Rules = { readonly drafting: Drafting; readonly cast: Cast };

/** A rule that several sovereigns must agree to. */
function joint({ drafting, cast }: Rules, depth = 0): ApprovalRule {
  const { choice } = drafting;
  const { sovereigns, bodies } = cast;
  const of = sovereigns.map((party): ApprovalRule => ({ party }));
  const own: (() => ApprovalRule)[] = [
    () => ({ all: of }),
    () => ({ all: sovereigns.map((ratifiedBy) => ({ ratifiedBy })) }),
    () => ({ atLeast: 2 + choice.below(sovereigns.length - 1), of }),
  ];
  const ofBodies = bodies.flatMap((body): (() => ApprovalRule)[] => {
    const { all, most } = sizeOf(body);
    return [
      () => ({ unanimous: body.id }),
      () => ({ majorityOf: body.id, includingEachSovereign: true }),
      () => ({ seatsOf: body.id, atLeast: most + 1 + choice.below(all - most - 1) }),
    ];
  });
  const nested: (() => ApprovalRule)[] = [
    () => ({ any: [joint({ drafting, cast }, 1), joint({ drafting, cast }, 1)] }),
    () => ({ all: [joint({ drafting, cast }, 1), joint({ drafting, cast }, 1)] }),
    () => ({ atLeast: 1, of: [joint({ drafting, cast }, 1), { all: of }] }),
    () => ({ any: [joint({ drafting, cast }, 1), noObjection({ drafting, cast })] }),
    () => ({ any: [{ all: of }, soleDecider(cast)] }),
  ];
  return choice.pick([...own, ...ofBodies, ...(depth === 0 ? nested : [])])();
}

const noObjection = ({ drafting, cast }: Rules): ApprovalRule => ({
  noObjection: { by: cast.sovereigns, window: drafting.days(3) },
});

/** One seat of the first sovereign decides, and another while that is recused: shown openly. */
function soleDecider({ parties }: Cast): ApprovalRule {
  const [first, second] = parties[0]!.seats;
  return { soleDecider: first!.id, alternate: second!.id };
}

/** What one side may do, where no money moves by it. */
function single({ drafting, cast }: Rules): ApprovalRule {
  const { choice } = drafting;
  const withAlternate = cast.parties.flatMap(({ seats }) =>
    seats.filter(({ alternate }) => alternate !== undefined),
  );
  return choice.pick<() => ApprovalRule>([
    () => joint({ drafting, cast }),
    () => ({ party: choice.pick(cast.parties).id }),
    () => ({ independent: choice.pick(["calculationAgent", "valuer"]) }),
    () => ({ unilateral: cast.parties.map(({ id }) => id) }),
    () => ({ noObjection: { by: [], window: drafting.days(2) } }),
    () =>
      withAlternate.length === 0
        ? joint({ drafting, cast })
        : { seat: choice.pick(withAlternate).id },
  ])();
}

function tiersOf(rules: Rules, isMoney: boolean): readonly ApprovalTier[] {
  const { choice, currency } = rules.drafting;
  const rule = (): ApprovalRule => (isMoney ? joint(rules) : single(rules));
  if (!isMoney || !choice.oneIn(3)) return [{ rule: rule() }];
  const when = choice.pick([`amount > 1000000 ${currency}`, "windingUp", "today > 2027-06-30"]);
  return [{ when, rule: rule() }, { rule: rule() }];
}

/** What slows an act down or stops it, seldom enough for lives to get far. */
function controls({ drafting, cast }: Rules, limits: readonly string[]): Partial<ActRule> {
  const { choice } = drafting;
  const seldom = <T extends Partial<ActRule>>(make: () => T): Partial<ActRule> =>
    choice.oneIn(10) ? make() : {};
  const isCarvedOut = choice.oneIn(12);
  const stops = isCarvedOut
    ? { carvedOut: true }
    : {
        ...seldom(() => ({ objection: { by: cast.sovereigns, window: drafting.days(2) } })),
        ...seldom(() => ({ veto: { by: some(choice, cast.sovereigns, 1) } })),
        ...seldom(() => ({ frozen: true })),
      };
  const consult = cast.bodies.map(({ id: body }) => ({
    ...{ body, window: drafting.days(2), silence: choice.pick(["deemed", "blocks"] as const) },
  }));
  return {
    ...stops,
    ...seldom(() => ({ timelock: drafting.days(2) })),
    ...(consult.length === 0 ? {} : seldom(() => ({ consult }))),
    ...(choice.oneIn(3) ? { limits: some(choice, limits) } : {}),
    ...(choice.oneIn(2) ? { expiry: { days: 60, calendar: "calendar" } } : {}),
  };
}

/** Who reports which facts; anybody where nothing is said. */
const REPORTERS: readonly (readonly [RegExp, (cast: Cast) => string | undefined])[] = [
  [
    /^capital\.receive$|^investment\.(?:income|capitalReturned|proceeds)$/,
    (cast) => cast.of("custodian"),
  ],
  [
    /^incentive\.|^facility\.receive|^hedge\.receive|^carry\.return|^bank\./,
    (cast) => cast.of("custodian"),
  ],
  [/^valuation\.submit|^contribution\.appraise/, (cast) => cast.of("valuer")],
  [/^fx\.fix|^rate\.fix|^hedge\.mark/, (cast) => cast.of("calculationAgent")],
  [
    /^milestone\.|^certificate\./,
    (cast) => (cast.has("engineer") ? cast.of("engineer") : undefined),
  ],
];

const reporterOf = (type: string, cast: Cast): string =>
  REPORTERS.find(([pattern]) => pattern.test(type))?.[1](cast) ?? "any";

function ruleFor(rules: Rules, type: string, limits: readonly string[]): ActRule {
  const { drafting, cast } = rules;
  const { choice } = drafting;
  const base = { clause: drafting.clause(), name: drafting.text(type) };
  if (actTypes.get(type) === "fact") {
    return { ...base, propose: [reporterOf(type, cast)], nature: "fact", approve: [] };
  }
  const all = cast.sovereigns.map((ratifiedBy): ApprovalRule => ({ ratifiedBy }));
  if (type === "charter.adopt" || type === "charter.amend") {
    const ratified = { rule: { all } };
    const approve =
      type === "charter.adopt"
        ? [ratified]
        : [{ when: "entrenched", ...ratified }, { rule: joint(rules) }];
    return { ...base, propose: cast.sovereigns, nature: "decision", approve };
  }
  const isMoney = charterKnowledge.moneyActs.has(type);
  if (type === "payment.release" && choice.oneIn(2)) {
    const any = cast.sovereigns.map((party): ApprovalRule => ({ party }));
    return {
      ...{ ...base, propose: cast.sovereigns, nature: "decision", makerChecker: true },
      approve: [{ rule: { any } }],
    };
  }
  const propose = choice.oneIn(2) ? [...cast.sovereigns, cast.of("manager")] : ["any"];
  return {
    ...{ ...base, propose, nature: "decision", approve: tiersOf(rules, isMoney) },
    ...controls(rules, limits),
  };
}

/** Rules for the acts that the charter has, and the list of those that it does without. */
export function actsOf(
  drafting: Drafting,
  cast: Cast,
  of: { readonly limits: readonly string[]; readonly without: ReadonlySet<string> },
): Pick<Charter, "acts" | "unusedActs"> {
  const used = [...actTypes.keys()].filter((type) => !of.without.has(type));
  const rules = { drafting, cast };
  return {
    acts: Object.fromEntries(used.map((type) => [type, ruleFor(rules, type, of.limits)])),
    unusedActs: [...actTypes.keys()].filter((type) => of.without.has(type)),
  };
}
