import type { ReactNode } from "react";
import { ChoiceField } from "../../elements/choice-field.tsx";
import { Loading } from "../../elements/loading.tsx";
import { useParty } from "./use-party.ts";
import { words } from "./words.ts";
import "./partner.css";

/** What a page shows of a party's account; auditors choose whose. */
export function PartyFrame({
  children,
}: {
  readonly children: (party: string) => ReactNode;
}): ReactNode {
  const { party, isAuditor, parties, choose } = useParty();
  if (party === undefined) return <Loading />;
  return (
    <>
      {isAuditor && (
        <div className="party-choice">
          <ChoiceField
            label={words.party}
            options={parties.map(({ id, name }) => ({ id, name }))}
            value={party}
            onChange={choose}
          />
        </div>
      )}
      {children(party)}
    </>
  );
}
