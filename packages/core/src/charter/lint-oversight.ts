import type { JsonPath } from "../base/json.ts";
import { PARTY_GROUPS, type Charter } from "./charter.ts";
import { TERMS_OF_KINDS } from "./distribution-terms.ts";
import type { LintContext } from "./lint-context.ts";

/** Names for the vehicles of a kind: what a charter says of them holds of those that acts make. */
const OF_KINDS: ReadonlySet<string> = new Set(TERMS_OF_KINDS.values());

/** Sections that act types need: without its own a rule would have nothing to go by [CH59]. */
const SECTIONS: readonly (readonly [
  path: JsonPath,
  find: (charter: Charter) => unknown,
  acts: readonly string[],
])[] = [
  [
    ["oversight", "disputes"],
    ({ oversight }) => oversight?.disputes,
    ["dispute.open", "dispute.escalate", "dispute.escrow", "dispute.award"],
  ],
  [["capital", "late"], ({ capital }) => capital.late, ["capital.remedy"]],
  [["capital", "deferral"], ({ capital }) => capital.deferral, ["capital.defer"]],
  [["capital", "optOut"], ({ capital }) => capital.optOut, ["capital.optOut"]],
  [["capital", "admission"], ({ capital }) => capital.admission, ["capital.trueUp"]],
  [["mandate", "overrun"], ({ mandate }) => mandate.overrun, ["investment.overrun"]],
  [["mandate", "obligations"], ({ mandate }) => mandate.obligations, ["obligation.record"]],
  [["valuation", "challenge"], ({ valuation }) => valuation?.challenge, ["valuation.challenge"]],
  [
    ["distributions", "projects"],
    ({ distributions }) => distributions.find(({ vehicle }) => OF_KINDS.has(vehicle)),
    ["vehicle.create"],
  ],
  [["fixing"], ({ fixing }) => fixing, ["fx.fix"]],
  [["leverage", "hedging"], ({ leverage }) => leverage?.hedging, ["hedge.open"]],
  [["freeze"], ({ freeze }) => freeze, ["emergency.freeze"]],
  [["oversight", "audit"], ({ oversight }) => oversight?.audit, ["audit.finding"]],
  [
    ["oversight", "sideLetters"],
    ({ oversight }) => oversight?.sideLetters,
    ["sideletter.grant", "sideletter.elect"],
  ],
  [
    ["deadlock"],
    ({ deadlock }) => deadlock,
    ["deadlock.declare", "deadlock.advise", "deadlock.resolve"],
  ],
  [["exit"], ({ exit }) => exit, ["exit.notice", "exit.offer", "exit.accept", "exit.settle"]],
  [["windUp"], ({ windUp }) => windUp, ["winddown.start", "winddown.distribute", "winddown.close"]],
];

/** What the charter says of trouble: the sections that its acts need, and who makes good what. */
export function lintOversight(context: LintContext): void {
  lintIndemnities(context);
  const { charter } = context;
  for (const [path, find, acts] of SECTIONS) {
    if (find(charter) !== undefined) continue;
    const type = acts.find((act) => Object.hasOwn(charter.acts, act));
    if (type === undefined) continue;
    context.error("section_missing", ["acts", type], { type, section: path.join(".") });
  }
  const favoured = charter.oversight?.sideLetters?.mostFavoured;
  const known = new Set([...PARTY_GROUPS.keys(), ...context.names.parties]);
  context.referEach("party", favoured, known, ["oversight", "sideLetters", "mostFavoured"]);
  lintDeadlock(context);
  lintOrder(context);
}

const CLAIMANTS = ["creditors", "lenders", "fees", "owners"] as const;

/** The order of claims names everybody once, the owners last [CH111]. */
function lintOrder(context: LintContext): void {
  const order = context.charter.windUp?.order;
  if (order === undefined) return;
  const isComplete = CLAIMANTS.every((rank) => order.includes(rank));
  if (isComplete && new Set(order).size === order.length && order.at(-1) === "owners") return;
  context.error("claims_order_incomplete", ["windUp", "order"], {
    actual: order,
    required: CLAIMANTS,
  });
}

/** Remedies that somebody has to be named for, and those that come once, as the last [CH110]. */
const NEEDS_PARTY = new Set(["expert", "casting"]);

function lintDeadlock(context: LintContext): void {
  const { deadlock } = context.charter;
  if (deadlock === undefined) return;
  const seen = new Set<string>();
  for (const [index, { remedy, party }] of deadlock.ladder.entries()) {
    const path = ["deadlock", "ladder", index];
    if (party !== undefined) {
      context.refer("party", party, context.names.parties, [...path, "party"]);
    }
    if ((party !== undefined) !== NEEDS_PARTY.has(remedy)) {
      context.error("stage_party_wrong", path, { remedy, party: party ?? null });
    }
    const isLast = index === deadlock.ladder.length - 1;
    if (seen.has(remedy) || (remedy === "windUp" && !isLast)) {
      context.error("stage_out_of_place", path, { remedy });
    }
    seen.add(remedy);
  }
}

/** Parties exist, and what may have to be made good has a limit [CH92]. */
function lintIndemnities(context: LintContext): void {
  for (const [index, indemnity] of (context.charter.oversight?.indemnities ?? []).entries()) {
    const path = ["oversight", "indemnities", index];
    for (const key of ["by", "to"] as const) {
      context.refer("party", indemnity[key], context.names.parties, [...path, key]);
    }
    if (indemnity.cap === undefined) context.warn("indemnity_uncapped", path);
  }
}
