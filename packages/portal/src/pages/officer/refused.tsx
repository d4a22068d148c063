import type { ReactNode } from "react";
import type { Schemas } from "../../api/client.ts";
import { ClauseLink } from "../../elements/clause-link.tsx";
import { Notice } from "../../elements/notice.tsx";
import { Said } from "../../elements/said.tsx";
import { useText } from "../../language/language-context.tsx";
import type { Text } from "../../language/text.ts";

/** Why the rules say no, with the clause. */
export function Refused({
  refusal,
  lead,
}: {
  readonly refusal: Schemas["Refused"];
  readonly lead: Text;
}): ReactNode {
  const t = useText();
  return (
    <Notice kind="caution">
      <p>
        <strong>{t(lead)}</strong> <Said text={t(refusal.text)} />
      </p>
      {/^[0-9]/.test(refusal.clause) && <ClauseLink clause={refusal.clause} />}
    </Notice>
  );
}
