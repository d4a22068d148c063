import { assert } from "../../base/assert.ts";
import { ok } from "../../base/result.ts";
import { PARTY_GROUPS } from "../../charter/charter.ts";
import type { SideLetterTerms } from "../../charter/oversight-terms.ts";
import { parseRatioText } from "../../charter/ratio-text.ts";
import { rejection } from "../../governance/rejection.ts";
import { windowEnd } from "../../governance/window.ts";
import { RATE_CODES, type SideLetter } from "../../oversight/side-letters.ts";
import { defineAct } from "../act-definition.ts";
import { sideLetterElectSchema, sideLetterGrantSchema } from "../bodies/oversight.ts";
import { findFee } from "../dealing/fees.ts";
import type { FundState } from "../state.ts";
import { partyKind } from "../terms.ts";
import { proposerParty } from "./claims.ts";

function termsOf({ charter }: FundState): SideLetterTerms {
  const terms = charter.oversight?.sideLetters;
  assert(terms !== undefined, "a charter with acts on side letters says who may choose them too");
  return terms;
}

/** Whether a party is among those most favoured, by its id or by the group that it is of. */
function isMostFavoured(state: FundState, party: string): boolean {
  const kind = partyKind(state.charter, party);
  return termsOf(state).mostFavoured.some(
    (name) => name === party || (kind !== undefined && PARTY_GROUPS.get(name) === kind),
  );
}

/** `sideletter.grant`: terms of its own for one party, openly on record (OV30). */
export const sideLetterGrant = defineAct({
  type: "sideletter.grant",
  nature: "decision",
  schema: sideLetterGrantSchema,
  check(state, { body, clause }) {
    if (partyKind(state.charter, body.party) === undefined) {
      return rejection("grantee_unknown", clause, { actual: body.party });
    }
    for (const { code, value, fee } of body.terms) {
      if (fee !== undefined && code !== "feeRate") {
        return rejection("fee_named_for_other_term", clause, { actual: code });
      }
      if (fee !== undefined && findFee(state, fee) === undefined) {
        return rejection("fee_unknown", clause, { actual: fee });
      }
      if (RATE_CODES.includes(code) && parseRatioText(value) === undefined) {
        return rejection("fee_rate_unreadable", clause, { actual: value });
      }
    }
    return undefined;
  },
  effects(state, { id, body }) {
    const electBy = windowEnd(state.charter, state.today, termsOf(state).electWithin);
    if (!electBy.ok) return electBy;
    const of = { id, ...body, grantedOn: state.today, electBy: electBy.value };
    const letter: SideLetter = { ...of, elected: [] };
    return ok([{ kind: "sideLetterGranted", letter }]);
  },
  concerns: (_state, { party }) => [party],
});

/** `sideletter.elect`: a most favoured party chooses the same for itself, in time (OV31). */
export const sideLetterElect = defineAct({
  type: "sideletter.elect",
  nature: "fact",
  schema: sideLetterElectSchema,
  check(state, inHand) {
    const { body, clause } = inHand;
    const letter = state.oversight.sideLetters.get(body.letter);
    if (letter === undefined) {
      return rejection("side_letter_unknown", clause, { actual: body.letter });
    }
    const party = proposerParty(state, inHand);
    const has =
      letter.party === party || letter.elected.some((election) => election.party === party);
    if (!isMostFavoured(state, party) || has) {
      return rejection("not_most_favoured", clause, { actual: party });
    }
    if (state.today <= letter.electBy) return undefined;
    return rejection("election_over", clause, { actual: state.today, required: letter.electBy });
  },
  effects(state, inHand) {
    const party = proposerParty(state, inHand);
    return ok([{ kind: "sideLetterElected", id: inHand.body.letter, party, on: state.today }]);
  },
});
