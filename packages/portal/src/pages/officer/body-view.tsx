import { origin } from "../../elements/origin.ts";
import type { Json } from "@jointfund/core/base/canonical.ts";
import { createContext, type ReactNode, useContext } from "react";
import type { Schemas } from "../../api/client.ts";
import { useApi } from "../../api/use-api.ts";
import { Day } from "../../elements/day.tsx";
import { Money } from "../../elements/money.tsx";
import { Said } from "../../elements/said.tsx";
import { unitsText } from "../../format/money.ts";
import { useText } from "../../language/language-context.tsx";
import type { Text } from "../../language/text.ts";
import {
  currencyAt,
  fieldsOf,
  type FormSchema,
  formSchemaOf,
} from "../../elements/act-form-schema.ts";
import { useNameOf } from "./party-names.ts";

type Lists = { readonly [list: string]: readonly Schemas["Choice"][] };

/** What the values of references are called, list by list. */
const Choices = createContext<Lists>({});

/** The content of an act, field by field, as its form names them. */
export function BodyView({
  type,
  body,
}: {
  readonly type: string;
  readonly body: { readonly [field: string]: Json };
}): ReactNode {
  const form = useApi("/api/v1/act-types/{type}", { path: { type } });
  const root = formSchemaOf(form.schema);
  const money = { top: body["currency"], book: form.bookCurrency };
  return (
    <Choices.Provider value={form.choices}>
      <Group schema={root} value={body} money={money} />
    </Choices.Provider>
  );
}

type Currencies = { readonly top: Json | undefined; readonly book: string };

type Fields = { readonly [field: string]: Json };

const isFields = (value: Json | undefined): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Lists and groups take the whole width; what is in them is aligned by itself. */
const isWhole = ({ form }: FormSchema): boolean => form === "list" || form === "group";

function Group({
  schema,
  value,
  money,
}: {
  readonly schema: FormSchema;
  readonly value: Fields;
  readonly money: Currencies;
}): ReactNode {
  const t = useText();
  const fields = Object.entries(fieldsOf(schema, value));
  const shown = fields.filter(([name]) => value[name] !== undefined);
  return (
    <dl className="pairs body" {...origin("act")}>
      {shown.map(([name, field]) => (
        <div key={name} className={isWhole(field) ? "body-field body-whole" : "body-field"}>
          <dt>{t(field.label ?? { en: name, ja: name })}</dt>
          <dd>
            <Value
              schema={field}
              value={value[name]!}
              currency={currencyAt(field, { here: value["currency"], ...money })}
              money={money}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({
  schema,
  value,
  currency,
  money,
}: {
  readonly schema: FormSchema;
  readonly value: Json;
  readonly currency: string;
  readonly money: Currencies;
}): ReactNode {
  const t = useText();
  const nameOf = useNameOf();
  const lists = useContext(Choices);
  if (Array.isArray(value)) {
    return (
      <ul className="body-list">
        {(value as readonly Json[]).map((item, index) => (
          <li key={`${index} ${JSON.stringify(item)}`}>
            <Value schema={schema.items ?? {}} value={item} currency={currency} money={money} />
          </li>
        ))}
      </ul>
    );
  }
  if (isFields(value)) {
    if (schema.form === "texts") return <Said text={t(value as unknown as Text)} />;
    if (schema.form === "map") return <code>{JSON.stringify(value)}</code>;
    return <Group schema={schema} value={value} money={money} />;
  }
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const known = lists[schema.choices ?? ""]?.find((each) => each.value === text);
  if (known !== undefined) return t(known.label);
  switch (schema.form) {
    case "money":
      return <Money minor={text} currency={currency} exact />;
    case "units":
      return unitsText(text);
    case "date":
    case "instant":
      return <Day date={text} />;
    case "choice":
      return t(schema.words?.[text] ?? { en: text, ja: text });
    case "reference":
      return <code title={text}>{text.slice(0, 10)}</code>;
    default:
      return <Said text={nameOf(text)} />;
  }
}
