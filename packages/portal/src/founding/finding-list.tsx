import type { ReactNode, RefObject } from "react";
import { ClauseText } from "../elements/clause-text.tsx";
import { Notice } from "../elements/notice.tsx";
import { Panel } from "../elements/panel.tsx";
import { Said } from "../elements/said.tsx";
import { useText } from "../language/language-context.tsx";
import type { Finding } from "./use-founding.ts";
import { words } from "./words.ts";

/** What is wrong with a charter; each finding leads to its line. */
export function FindingList({
  findings,
  text,
  place,
}: {
  readonly findings: readonly Finding[];
  readonly text: string;
  /** Where the text is being written. */
  readonly place: RefObject<HTMLDivElement | null>;
}): ReactNode {
  const t = useText();
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const goTo = (line: number): void => {
    const area = place.current?.querySelector("textarea");
    if (area === null || area === undefined) return;
    const start =
      text
        .split("\n")
        .slice(0, line - 1)
        .join("\n").length + (line > 1 ? 1 : 0);
    const end = text.indexOf("\n", start);
    area.focus();
    area.setSelectionRange(start, end < 0 ? text.length : end);
    const height = area.scrollHeight / Math.max(1, text.split("\n").length);
    area.scrollTop = Math.max(0, (line - 4) * height);
  };
  return (
    <Panel
      title={words.findings}
      aside={t(words.errors, String(errors), String(findings.length - errors))}
    >
      {findings.length === 0 ? (
        <Notice kind="good">{t(words.noFindings)}</Notice>
      ) : (
        <ul className="findings">
          {findings.map((finding) => (
            <li key={`${finding.line}:${finding.column}:${finding.code}:${finding.text.en}`}>
              <span className={`finding finding-${finding.severity}`}>
                {t(words[finding.severity])}
              </span>
              <button type="button" className="figure" onClick={() => goTo(finding.line)}>
                {t(words.line, String(finding.line))}
              </button>
              {finding.clause !== undefined && <ClauseText clause={finding.clause} />}
              <Said text={t(finding.text)} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
