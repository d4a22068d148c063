import type { Json } from "@jointfund/core/base/canonical.ts";
import type { Infer } from "@jointfund/core/base/schema.ts";
import { openOf, type CapitalCall } from "@jointfund/core/capital/call.ts";
import { openCalls } from "@jointfund/core/capital/called.ts";
import type { RecordedAct } from "@jointfund/core/fund/chronicle.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { ANY_OFFICER } from "@jointfund/core/governance/proposal.ts";
import type { Person } from "../person.ts";
import { RequestProblem } from "../problem.ts";
import type { RecordView } from "../record-replay.ts";
import type { ChoiceList } from "./choice-lists.ts";
import { callChoices, type Choice } from "./choices.ts";
import type { effectsSchema } from "./effects-schema.ts";

type Effects = Infer<typeof effectsSchema>;

/** The party to whose own matters somebody is held at the desk: a partner's officer is (H87). */
export const partnerOf = ({ role, party }: Person): string | undefined =>
  role === "partner" ? (party ?? "") : undefined;

/** Whether the charter lets officers of a party propose or report acts of a type. */
export function mayPropose({ charter }: FundState, type: string, party: string): boolean {
  const propose = Object.hasOwn(charter.acts, type) ? charter.acts[type]!.propose : [];
  return propose.includes(ANY_OFFICER) || propose.includes(party);
}

/** Refuses a partner's officer an act type that their party has no voice in. */
export function needVoice(state: FundState, person: Person, type: string): void {
  const party = partnerOf(person);
  if (party === undefined || !Object.hasOwn(state.charter.acts, type)) return;
  if (!mayPropose(state, type, party)) throw new RequestProblem("not_yours");
}

/** What stands for a party in the body of an act. */
function namesOf({ officers, capital, oversight }: FundState, party: string): ReadonlySet<string> {
  const own = <Of extends { readonly party: string; readonly id: string }>(all: Iterable<Of>) =>
    [...all].filter((each) => each.party === party).map(({ id }) => id);
  return new Set([
    party,
    ...own(officers.values()),
    ...own(capital.commitments.values()),
    ...own(oversight.sideLetters.values()),
  ]);
}

function hasAny(json: Json | undefined, names: ReadonlySet<string>): boolean {
  if (typeof json === "string") return names.has(json);
  if (typeof json !== "object" || json === null) return false;
  return Object.values(json).some((each) => hasAny(each, names));
}

/** Whether an act was proposed by a party, names it, or has been spoken on by it. */
export function isMatterOf(
  { state }: Pick<RecordView, "state">,
  { id, act }: RecordedAct,
  party: string,
): boolean {
  const isOf = ({ officer }: { readonly officer: string }): boolean =>
    state.officers.get(officer)?.party === party;
  if (isOf({ officer: act.proposer }) || hasAny(act.body, namesOf(state, party))) return true;
  const record = state.acts.get(id);
  if (record === undefined) return false;
  const { decisions, objections, consultations, recusals } = record;
  return [decisions, objections, consultations, recusals].some((said) => said.some(isOf));
}

/** Refuses a partner's officer a draft that is not theirs, or on what another partner has. */
export function needOwnMatter(state: FundState, person: Person, draft: Json): void {
  const party = partnerOf(person);
  if (party === undefined || !isFields(draft)) return;
  const { type, body } = draft;
  if (typeof type === "string") needVoice(state, person, type);
  const others = state.charter.parties.filter(({ id, kind }) => kind === "partner" && id !== party);
  const commitments = [...state.capital.commitments.values()];
  const ofOthers = new Set([
    ...others.map(({ id }) => id),
    ...commitments.filter((each) => others.some(({ id }) => id === each.party)).map(({ id }) => id),
  ]);
  const { party: named, commitment } = body !== undefined && isFields(body) ? body : {};
  if (hasAny(named, ofOthers) || hasAny(commitment, ofOthers))
    throw new RequestProblem("not_yours");
}

const isFields = (json: Json): json is { readonly [name: string]: Json } =>
  typeof json === "object" && json !== null && !Array.isArray(json);

/**
 * Effects as a partner's officer is told them: postings, books and covenants, which anybody may
 * read, and what their own party has. Not what other parties have, nor the room that limits leave.
 */
export function effectsToldTo(person: Person, effects: Effects): Effects {
  const party = partnerOf(person);
  const { comparison } = effects;
  if (party === undefined || comparison === undefined) return effects;
  const sides = comparison.sides.filter((side) => side.party === party);
  return { ...effects, comparison: { ...comparison, sides, limits: [] } };
}

/** The calls of which a party still owes something, the newest first. */
const openTo = ({ capital: { calls } }: FundState, party: string): readonly CapitalCall[] =>
  [...openCalls(calls)].filter(({ items }) =>
    items.some((item) => item.party === party && openOf(item) > 0n),
  );

/** The choices of a list that somebody is given: of a partner's officer, those of their party. */
export function choicesFor(
  state: FundState,
  person: Person,
  list: ChoiceList,
  choices: readonly Choice[],
): readonly Choice[] {
  const party = partnerOf(person);
  if (party === undefined) return choices;
  switch (list) {
    case "commitments":
      return choices.filter(({ fills }) => fills?.["party"] === party);
    case "payments":
      return choices.filter(({ fills }) => fills?.["payee"] === party);
    case "calls":
      return callChoices(openTo(state, party), party);
    default:
      return choices;
  }
}
