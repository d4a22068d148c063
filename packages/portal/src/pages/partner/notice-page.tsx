import { origin } from "../../elements/origin.ts";
import type { ReactNode } from "react";
import { usePlace } from "../../app/place.ts";
import { useApi } from "../../api/use-api.ts";
import { Button } from "../../elements/button.tsx";
import { Day } from "../../elements/day.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { useText } from "../../language/language-context.tsx";
import { CallPaper } from "./call-paper.tsx";
import { DistributionPaper, ReturnPaper } from "./payment-papers.tsx";
import type { PartyNotice } from "./notices-page.tsx";
import { PartyFrame } from "./party-frame.tsx";
import { words } from "./words.ts";

/** A notice as it is printed and filed. */
export function NoticePage(): ReactNode {
  return <PartyFrame>{(party) => <NoticeOf key={party} party={party} />}</PartyFrame>;
}

function NoticeOf({ party }: { readonly party: string }): ReactNode {
  const t = useText();
  const id = usePlace("id");
  const { title, parties } = useApi("/api/v1/fund");
  const notice = useApi("/api/v1/partners/{party}/notices/{id}", { path: { party, id } });
  const name = parties.find((each) => each.id === party)?.name ?? { en: party };
  return (
    <>
      <div className="actions">
        <PageLink to={`/partner/notices?party=${party}`}>{t(words.back)}</PageLink>
        <Button onPress={() => window.print()}>{t(words.print)}</Button>
      </div>
      <article className="paper" {...origin("paper")}>
        <PageHeading
          title={{
            en: `${words[notice.kind].en} ${notice.number}`,
            ja: `${words[notice.kind].ja} 第${notice.number}号`,
          }}
        />
        <div className="letterhead">
          <div>
            <p className="label">{t(words.to)}</p>
            <p>{t(name)}</p>
          </div>
          <div>
            <p className="label">{t(words.from)}</p>
            <p>{t(title)}</p>
          </div>
          <div>
            <p className="label">{t(words.date)}</p>
            <p>
              <Day date={notice.on} />
            </p>
          </div>
        </div>
        <Paper notice={notice} />
        <p className="paper-note">
          {t(words.ilpaNote, notice.act.slice(0, 16))}{" "}
          <PageLink to={`/acts/${notice.act}`}>{t(words.onRecord)}</PageLink>
        </p>
      </article>
    </>
  );
}

function Paper({ notice }: { readonly notice: PartyNotice }): ReactNode {
  switch (notice.kind) {
    case "call":
      return <CallPaper notice={notice} />;
    case "distribution":
      return <DistributionPaper notice={notice} />;
    case "return":
      return <ReturnPaper notice={notice} />;
  }
}
