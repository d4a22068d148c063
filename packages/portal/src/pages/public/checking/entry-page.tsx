import "../parts/parts.css";
import "./checking.css";
import type { ReactNode } from "react";
import { useApi } from "../../../api/use-api.ts";
import { usePlace } from "../../../app/place.ts";
import { Loading } from "../../../elements/loading.tsx";
import { Notice } from "../../../elements/notice.tsx";
import { PageHeading } from "../../../elements/page-heading.tsx";
import { PageLink } from "../../../elements/page-link.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { instantText } from "../../../format/date.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import { BodyFields } from "../acts/body-fields.tsx";
import { KIND_WORDS } from "../acts/body-words.ts";
import { words as overview } from "../overview/words.ts";
import { words as shared } from "../words.ts";
import { InclusionResult } from "./inclusion-result.tsx";
import { useCheckpoint } from "./use-checkpoint.ts";
import { words } from "./words.ts";

/** What every entry says, whatever its statement. */
type Entry = {
  readonly recordedAt: string;
  readonly statement: { readonly kind: string; readonly [field: string]: unknown };
};

/** One entry of the record: who signed what, and that it is there. */
export function EntryPage(): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { size } = useApi("/api/v1/fund");
  const { index, entry } = useApi("/api/v1/entries/{index}", {
    path: { index: Number(usePlace("index")) },
  });
  const { recordedAt, statement } = entry as Entry;
  const { opened, standing } = useCheckpoint();
  const title = `${t(shared.entry)} #${index}`;
  return (
    <>
      <PageHeading title={{ en: title, ja: title }}>
        {t(words.entryLead, `#${index}`, String(size), instantText(recordedAt, language))}
      </PageHeading>
      <nav className="actions" aria-label={title}>
        {index > 0 && <PageLink to={`/entries/${index - 1}`}>{t(words.earlier)}</PageLink>}
        {index < size - 1 && <PageLink to={`/entries/${index + 1}`}>{t(words.later)}</PageLink>}
      </nav>
      <StatementPanel statement={statement} />
      <Panel title={words.inclusion}>
        {standing === "waiting" && <Loading />}
        {standing === "unable" && <Notice kind="caution">{t(overview.cannotVerify)}</Notice>}
        {opened !== undefined && <InclusionResult opened={opened} index={index} />}
      </Panel>
    </>
  );
}

function StatementPanel({ statement }: { readonly statement: Entry["statement"] }): ReactNode {
  const t = useText();
  const { kind, actId, ...rest } = statement;
  return (
    <Panel title={words.content} from="entry">
      <dl className="fields">
        <dt>{t(words.kind)}</dt>
        <dd>{t(KIND_WORDS[kind] ?? { en: kind })}</dd>
        {typeof actId === "string" && (
          <>
            <dt>{t(words.aboutAct)}</dt>
            <dd>
              <PageLink to={`/acts/${actId}`}>{`${actId.slice(0, 12)}…`}</PageLink>
            </dd>
          </>
        )}
      </dl>
      <BodyFields body={rest} />
    </Panel>
  );
}
