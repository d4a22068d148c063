import { ActFigure } from "../../elements/act-figure.tsx";
import type { ReactNode } from "react";
import type { Schemas } from "../../api/client.ts";
import { ActSubjects } from "../../elements/act-subjects.tsx";
import { Day } from "../../elements/day.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { Said } from "../../elements/said.tsx";
import { StatusTag } from "../../elements/status-tag.tsx";
import { dateText } from "../../format/date.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import { useNameOf } from "./party-names.ts";
import { words } from "./words.ts";
import { needWords } from "./words/options.ts";

type Item = Schemas["InboxItem"];

/** Open acts, each with why it needs whoever reads this, and until when. */
export function InboxList({ items }: { readonly items: readonly Item[] }): ReactNode {
  return (
    <ul className="inbox">
      {items.map((item) => (
        <InboxEntry key={item.act.id} item={item} />
      ))}
    </ul>
  );
}

function InboxEntry({ item }: { readonly item: Item }): ReactNode {
  const t = useText();
  const nameOf = useNameOf();
  const { act, reason, needs, tally } = item;
  return (
    <li className={item.isAsked ? "inbox-item inbox-asked" : "inbox-item"}>
      <div className="inbox-top">
        <h3>
          <PageLink to={`/desk/acts/${act.id}`}>{t(act.name)}</PageLink>
        </h3>
        {act.amount !== undefined && (
          <ActFigure {...act.amount} act={act.id} name={act.name} at="/desk/acts" />
        )}
      </div>
      {act.about.length > 0 && (
        <p className="act-about">
          <ActSubjects of={act.about} />
        </p>
      )}
      <p className="inbox-reason">
        <Said text={reason} />
      </p>
      <p className="inbox-facts">
        <StatusTag status={act.status} />
        <span>{t(words.proposedBy, nameOf(act.party), act.proposer)}</span>
        <Day date={act.proposedOn} />
      </p>
      <ul className="needs">
        {needs.map((need) => (
          <NeedTag key={`${need.kind} ${need.body ?? ""}`} need={need} />
        ))}
      </ul>
      <VotesSoFar tally={tally} />
    </li>
  );
}

function NeedTag({ need }: { readonly need: Schemas["Need"] }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { kind, isAsked, until } = need;
  return (
    <li className={isAsked ? "need need-asked" : "need"}>
      {t(needWords[kind])}
      {until !== undefined && <span> {t(words.until, dateText(until, language))}</span>}
    </li>
  );
}

/** How far each rule of seats has come, in a line. */
function VotesSoFar({ tally }: { readonly tally: Schemas["Tally"] }): ReactNode {
  const t = useText();
  const rules = tally.rules.filter(({ isOfSeats, needed }) => isOfSeats && needed !== undefined);
  if (rules.length === 0) return null;
  return (
    <ul className="inbox-votes">
      {rules.map(({ text, approving = 0, needed = 0 }) => (
        <li key={text.en}>
          <span>{t(text)}</span>{" "}
          <span className="number">{t(words.votesSoFar, String(approving), String(needed))}</span>
        </li>
      ))}
    </ul>
  );
}
