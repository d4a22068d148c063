import type { Json } from "@jointfund/core/base/canonical.ts";
import { createContext, type ReactNode, useContext } from "react";
import {
  currencyAt,
  fieldsOf,
  type FormSchema,
  formSchemaOf,
} from "../elements/act-form-schema.ts";
import { Day } from "../elements/day.tsx";
import { Money } from "../elements/money.tsx";
import { AsSigned } from "../elements/said.tsx";
import { unitsText } from "../format/money.ts";
import { useText } from "../language/language-context.tsx";
import type { ActForm } from "./use-act-form.ts";

/** The whole of what is signed, with the form that the office gives for it. */
type Whole = { readonly top: Json | undefined; readonly form: ActForm | undefined };

const Whole = createContext<Whole>({ top: undefined, form: undefined });

type Part = {
  readonly of: Json;
  readonly schema?: FormSchema | undefined;
  /** The currency that stands beside an amount, or above it. */
  readonly currency?: Json | undefined;
};

/** The fields of what is signed, each by its key, beside what the office calls it and its value. */
export function SignedFields({
  of,
  form,
}: {
  readonly of: { readonly [field: string]: Json };
  readonly form: ActForm | undefined;
}): ReactNode {
  const schema = form === undefined ? undefined : formSchemaOf(form.schema);
  return (
    <Whole value={{ top: of["currency"], form }}>
      <Content of={of} schema={schema} />
    </Whole>
  );
}

type JsonObject = { readonly [name: string]: Json };

const isObject = (json: Json): json is JsonObject =>
  typeof json === "object" && json !== null && !Array.isArray(json);

function Content({ of, schema, currency }: Part): ReactNode {
  if (Array.isArray(of)) {
    return (
      <ul>
        {(of as readonly Json[]).map((item) => (
          <li key={JSON.stringify(item)}>
            <Content of={item} schema={itemOf(schema)} currency={currency} />
          </li>
        ))}
      </ul>
    );
  }
  if (!isObject(of)) return <Scalar of={of} schema={schema} currency={currency} />;
  const fields = schema === undefined ? {} : fieldsOf(schema, of);
  return (
    <dl className="signed-fields">
      {Object.entries(of).map(([name, value]) => (
        <Field
          key={name}
          name={name}
          of={value}
          schema={Object.hasOwn(fields, name) ? fields[name] : undefined}
          currency={of["currency"] ?? currency}
        />
      ))}
    </dl>
  );
}

/** What stands in a list is what the list has; its choices are those of the list. */
const itemOf = (schema: FormSchema | undefined): FormSchema | undefined =>
  schema?.items === undefined ? undefined : { ...schema.items, ...listOf(schema) };

const listOf = ({ choices }: FormSchema) => (choices === undefined ? {} : { choices });

function Field({ name, ...part }: Part & { readonly name: string }): ReactNode {
  const t = useText();
  const { of, schema, currency } = part;
  const isMoney = schema?.form === undefined ? isAmount(name, of) : schema.form === "money";
  return (
    <div>
      <dt>
        {schema?.label !== undefined && `${t(schema.label)} `}
        <code>{name}</code>
      </dt>
      <dd>
        {isMoney && typeof of === "string" && AMOUNT.test(of) ? (
          <Amount minor={of} schema={schema} currency={currency} />
        ) : (
          <Content {...part} />
        )}
      </dd>
    </div>
  );
}

/** Keys, hashes and signatures: nobody reads them, and they must not hide what is to be read. */
const OPAQUE = /^[A-Za-z0-9+/=]{32,}$/;

const AMOUNT = /^(?:0|-?[1-9][0-9]{0,37})$/;

const isAmount = (name: string, value: Json): boolean =>
  /amount|minor/i.test(name) && typeof value === "string" && AMOUNT.test(value);

function Amount({
  minor,
  schema = {},
  currency,
}: Omit<Part, "of"> & { readonly minor: string }): ReactNode {
  const { top, form } = useContext(Whole);
  const book = form?.bookCurrency ?? "";
  const code = currencyAt(schema, { here: currency, top, book }) || currency;
  if (typeof code !== "string") return <AsSigned text={minor} />;
  return <Money minor={minor} currency={code} exact />;
}

/** A value as it is signed, with what it names before it. */
function Scalar({ of, schema }: Part): ReactNode {
  const text = typeof of === "string" ? of : JSON.stringify(of);
  const named = useNamed(text, schema);
  return (
    <span>
      {named !== undefined && <span>{named} </span>}
      <code className={OPAQUE.test(text) ? "opaque" : ""}>
        <AsSigned text={text} />
      </code>
    </span>
  );
}

/** What a value names or says, as the office and the reader's language have it. */
function useNamed(text: string, schema: FormSchema | undefined): ReactNode {
  const t = useText();
  const { form } = useContext(Whole);
  const list = form?.choices[schema?.choices ?? ""];
  const known = list?.find((each) => each.value === text);
  if (known !== undefined) {
    const said = t(known.label).replace(` (${text})`, "").replace(`（${text}）`, "");
    return said === text ? undefined : <AsSigned text={said} />;
  }
  switch (schema?.form) {
    case "units":
      return unitsText(text);
    case "date":
    case "instant":
      return <Day date={text} />;
    case "choice":
    case "boolean": {
      const word = schema.words?.[text];
      return word === undefined ? undefined : t(word);
    }
    default:
      return undefined;
  }
}
