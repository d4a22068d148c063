import type { ReactNode } from "react";
import type { Problem } from "../api/client.ts";
import { useText } from "../language/language-context.tsx";
import { ClauseLink } from "./clause-link.tsx";
import { Notice } from "./notice.tsx";
import { PageLink } from "./page-link.tsx";
import { Said } from "./said.tsx";

/** What the office refused, in the reader's language, with the clause and every finding. */
export function ProblemNotice({ problem }: { readonly problem: Problem }): ReactNode {
  const t = useText();
  const { texts, clause, findings = [] } = problem;
  return (
    <Notice kind="wrong">
      <p>
        <Said text={t(texts)} />
      </p>
      <PageLink to={`/problems/${problem.code}`} className="problem-code">
        {problem.code}
      </PageLink>{" "}
      {clause !== undefined && <ClauseLink clause={clause} />}
      {findings.length > 0 && (
        <ul>
          {findings.map((finding) => (
            <li key={JSON.stringify(finding)}>
              {finding.path.length > 0 && (
                <>
                  <code>
                    <Said text={finding.path.map(String).join(".")} />
                  </code>{" "}
                </>
              )}
              {t(finding.texts)}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
