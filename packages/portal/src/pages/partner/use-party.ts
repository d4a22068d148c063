import { useChoice } from "../../app/place.ts";
import { type Answer, useApi } from "../../api/use-api.ts";
import { useSession } from "../../session/session.ts";

export type Partner = Answer<"/api/v1/partners/{party}">;

/** Parties that can have money in the fund of their own. */
const KINDS: readonly string[] = ["sovereign", "partner"];

export type PartyChoice = {
  /** Whose account is shown: one's own, or the one that an auditor has chosen. */
  readonly party: string | undefined;
  readonly isAuditor: boolean;
  readonly parties: Answer<"/api/v1/fund">["parties"];
  readonly choose: (party: string) => void;
};

/** Whose account the pages show. */
export function useParty(): PartyChoice {
  const { parties } = useApi("/api/v1/fund");
  const person = useSession()?.person;
  const [chosen, choose] = useChoice("party");
  const isAuditor = person?.role === "auditor";
  const investors = parties.filter(({ kind }) => KINDS.includes(kind));
  const party = isAuditor ? chosen || investors[0]?.id : person?.party;
  return { party, isAuditor, parties: investors, choose };
}
