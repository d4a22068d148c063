import type { ReactNode } from "react";
import { Day } from "../../../elements/day.tsx";
import { Fingerprint } from "../../../elements/fingerprint.tsx";
import { Money } from "../../../elements/money.tsx";
import { PageLink } from "../../../elements/page-link.tsx";
import { Said } from "../../../elements/said.tsx";
import { useText } from "../../../language/language-context.tsx";
import { usePartyNames } from "../parts/party-names.ts";
import { fieldName } from "./body-words.ts";

type Fields = { readonly [field: string]: unknown };

/** Fields that are minor units of the currency that stands beside them, or above. */
const AMOUNTS: ReadonlySet<string> = new Set([
  ...["amount", "sum", "limit", "upfrontFee", "agencyFee", "committed", "minor"],
]);

/** Fields that name a party or a vehicle. */
const PARTIES: ReadonlySet<string> = new Set([
  ...["party", "vehicle", "lender", "holder", "payee", "owner", "by"],
]);

function PartyName({ id }: { readonly id: string }): ReactNode {
  const t = useText();
  const name = t(usePartyNames()(id));
  return name === id ? <Said text={id} /> : `${name} (${id})`;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The content of an act, field by field: whatever its type, nothing is left out. */
export function BodyFields({
  body,
  currency = "",
}: {
  readonly body: Fields;
  readonly currency?: string;
}): ReactNode {
  const t = useText();
  const own = typeof body["currency"] === "string" ? body["currency"] : currency;
  return (
    <dl className="fields">
      {Object.entries(body).map(([field, value]) => (
        <div key={field} className="pair">
          <dt>{t(fieldName(field))}</dt>
          <dd>
            <Value field={field} value={value} currency={own} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({
  field,
  value,
  currency,
}: {
  readonly field: string;
  readonly value: unknown;
  readonly currency: string;
}): ReactNode {
  if (Array.isArray(value)) {
    return (
      <ul className={value.length === 0 ? "body-list body-none" : "body-list"}>
        {value.map((item, n) => (
          <li key={n}>
            <Value field={field} value={item} currency={currency} />
          </li>
        ))}
      </ul>
    );
  }
  if (isFields(value)) return <BodyFields body={value} currency={currency} />;
  const text = String(value);
  if (AMOUNTS.has(field) && currency !== "" && /^-?\d+$/.test(text)) {
    return <Money minor={text} currency={currency} exact />;
  }
  if (field === "investment") return <PageLink to={`/investments/${text}`}>{text}</PageLink>;
  if (PARTIES.has(field)) return <PartyName id={text} />;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return <Day date={text} />;
  if (/^[0-9a-f]{32,}$/.test(text)) return <Fingerprint of={text} />;
  return <Said text={text} />;
}
