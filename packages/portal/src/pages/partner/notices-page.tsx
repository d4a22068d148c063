import type { ReactNode } from "react";
import { type Answer, useApi } from "../../api/use-api.ts";
import { useParts } from "../../api/use-parts.ts";
import { DataTable } from "../../elements/data-table.tsx";
import { Day } from "../../elements/day.tsx";
import { MoreButton } from "../../elements/more-button.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { exactMoney } from "../../format/money.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import { PartyFrame } from "./party-frame.tsx";
import { words } from "./words.ts";

export type PartyNotice = Answer<"/api/v1/partners/{party}/notices">["items"][number];

/** Every notice to a party. */
export function NoticesPage(): ReactNode {
  return <PartyFrame>{(party) => <NoticesOf key={party} party={party} />}</PartyFrame>;
}

/** Where a notice stands: what is open of a call, whether a payment has left. */
function Standing({
  party,
  notice,
}: {
  readonly party: string;
  readonly notice: PartyNotice;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  if (notice.kind === "call") {
    if (BigInt(notice.open) === 0n) return t(words.settled);
    return (
      <PageLink to={`/partner/notices/${notice.id}?party=${party}`} className="due">
        {t(words.open, exactMoney(notice.open, notice.currency, language))}
      </PageLink>
    );
  }
  const isPaid = notice.payments.every(({ releasedOn }) => releasedOn !== undefined);
  return t(isPaid ? words.paid : words.waiting);
}

function NoticesOf({ party }: { readonly party: string }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { parties } = useApi("/api/v1/fund");
  const found = useParts("/api/v1/partners/{party}/notices", { path: { party } });
  const items = found.parts.flatMap((part) => part.items);
  const name = parties.find(({ id }) => id === party)?.name ?? { en: party };
  return (
    <>
      <PageHeading title={words.notices}>{t(words.noticesLead, t(name))}</PageHeading>
      {items.length === 0 ? (
        <p className="nothing">{t(words.noNotices)}</p>
      ) : (
        <DataTable
          caption={words.notices}
          rows={items}
          keyOf={({ kind, id }) => `${kind}/${id}`}
          columns={[
            {
              id: "kind",
              title: words.kind,
              isHead: true,
              cell: ({ kind, id, number }) => (
                <PageLink to={`/partner/notices/${id}?party=${party}`}>
                  {`${t(words[kind])} ${number}`}
                </PageLink>
              ),
              sortBy: ({ kind, number }) => `${kind} ${String(number).padStart(5, "0")}`,
            },
            {
              id: "on",
              title: words.date,
              cell: ({ on }) => <Day date={on} />,
              sortBy: ({ on }) => on,
            },
            {
              id: "due",
              title: words.due,
              cell: (notice) => (notice.kind === "call" ? <Day date={notice.dueDate} /> : "–"),
            },
            {
              id: "amount",
              title: words.amount,
              isNumber: true,
              cell: ({ id, minor, currency }) => (
                <PageLink to={`/partner/notices/${id}?party=${party}`} className="figure">
                  {exactMoney(minor, currency, language)}
                </PageLink>
              ),
              sortBy: ({ minor }) => BigInt(minor),
            },
            {
              id: "standing",
              title: words.standing,
              cell: (notice) => <Standing {...{ party, notice }} />,
            },
          ]}
        />
      )}
      <MoreButton of={found} />
    </>
  );
}
