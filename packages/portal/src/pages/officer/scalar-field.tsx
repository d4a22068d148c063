import { ENTRY_BYTES_MAX } from "@jointfund/core/log/tiles.ts";
import type { ReactNode } from "react";
import type { Schemas } from "../../api/client.ts";
import { ChoiceField, type Option } from "../../elements/choice-field.tsx";
import { DocumentField } from "../../elements/document-field.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { TextField } from "../../elements/text-field.tsx";
import { LINE_MAX } from "../../elements/text-limit.ts";
import { useText } from "../../language/language-context.tsx";
import type { Text } from "../../language/text.ts";
import type { FormFields, FormValue } from "./draft-value.ts";
import { type FormContext, useForm } from "./form-context.ts";
import { currencyAt, type FormSchema } from "../../elements/act-form-schema.ts";
import { draftWords } from "./words/drafting.ts";

type Choice = Schemas["Choice"];

const NOT_CHOSEN: Option = { id: "", name: draftWords.notChosen };

const NO_CHOICE: Option = { id: "", name: draftWords.none_ };

const BOOLEANS: readonly Option[] = [
  { id: "false", name: draftWords.no },
  { id: "true", name: draftWords.yes },
];

/** What of a choice has to fit the fields beside it: a milestone is of one investment. */
const DEPENDS_ON = ["investment", "party", "facility"] as const;

function fits({ fills }: Choice, beside: FormFields): boolean {
  return DEPENDS_ON.every((field) => {
    const [wanted, has] = [beside[field], fills?.[field]];
    return has === undefined || wanted === undefined || wanted === "" || wanted === has;
  });
}

/** The choices of a field: its own, or those of its list that fit what stands beside it. */
function choicesOf(
  schema: FormSchema,
  { choices, openedBy }: FormContext,
  name: string,
  beside: FormFields,
): readonly Choice[] | undefined {
  if (schema.form === "choice") {
    const values = schema.enum ?? (schema.const === undefined ? [] : [schema.const]);
    return values.map((each) => {
      const value = String(each);
      return { value, label: schema.words?.[value] ?? { en: value, ja: value } };
    });
  }
  const named = schema.choices ?? "";
  const list = choices[named];
  // What nobody has opened cannot be referred to by typing either.
  const isClosed = schema.form === "reference" || openedBy[named] !== undefined;
  if (list === undefined || (list.length === 0 && !isClosed)) return undefined;
  const { [name]: _own, ...others } = beside;
  return list.filter((choice) => fits(choice, others));
}

const hintOf = (schema: FormSchema, currency: string): Text | undefined => {
  switch (schema.form) {
    case "money":
      return {
        en: draftWords.inCurrency.en.replace("{0}", currency),
        ja: draftWords.inCurrency.ja.replace("{0}", currency),
      };
    case "units":
      return draftWords.inUnits;
    case "ratio":
      return draftWords.asRatio;
    case "instant":
      return draftWords.asInstant;
    case "map":
      return draftWords.asJson;
    default:
      return undefined;
  }
};

type ScalarProps = {
  readonly name: string;
  readonly path: string;
  readonly schema: FormSchema;
  readonly label: Text;
  readonly value: FormValue | undefined;
  readonly isRequired: boolean;
  readonly beside: FormFields;
  readonly wrong?: Text | undefined;
  readonly onChange: (value: FormValue | undefined, fills?: FormFields) => void;
};

/** A field of one value: a choice where there are choices, else what is typed. */
export function ScalarField(props: ScalarProps): ReactNode {
  const { name, path, schema, label, value, isRequired, beside, wrong, onChange } = props;
  const t = useText();
  const form = useForm();
  const found = wrong ?? form.findings.get(path);
  const said = found === undefined ? undefined : t(found);
  const text = typeof value === "string" ? value : (schema.first ?? "");
  if (schema.form === "boolean") {
    return (
      <ChoiceField
        label={label}
        options={BOOLEANS}
        value={String(value === true)}
        wrong={said}
        onChange={(next) => onChange(next === "true")}
      />
    );
  }
  const choices = choicesOf(schema, form, name, beside);
  if (choices !== undefined) {
    const known = choices.some((each) => each.value === text) || text === "";
    const others = known ? [] : [{ id: text, name: { en: text, ja: text } }];
    const notChosen = choices.length === 0 ? NO_CHOICE : NOT_CHOSEN;
    const options = choices.map((each) => ({ id: each.value, name: each.label }));
    return (
      <ChoiceField
        label={isRequired ? label : optional(label)}
        options={schema.first === undefined ? [notChosen, ...options, ...others] : options}
        value={text}
        isRequired={isRequired}
        {...(choices.length === 0 ? { hint: <NothingToChoose list={schema.choices ?? ""} /> } : {})}
        wrong={said}
        onChange={(next) => {
          const chosen = choices.find((each) => each.value === next);
          onChange(next === "" ? undefined : next, chosen?.fills);
        }}
      />
    );
  }
  const typed = <TypedField {...props} text={text} said={said} />;
  // A document is named by its hash, which nobody should have to type.
  if (schema.form !== "reference" || name !== "document") return typed;
  return (
    <>
      {typed}
      <DocumentField
        label={draftWords.takeDocument}
        isOne
        onHashed={([document]) => onChange(document?.hash)}
      />
    </>
  );
}

/** Why a list has no choices, and which act would bring the first. */
function NothingToChoose({ list }: { readonly list: string }): ReactNode {
  const t = useText();
  const { choices, openedBy } = useForm();
  if ((choices[list]?.length ?? 0) > 0) return t(draftWords.noneFits);
  const opener = openedBy[list];
  return (
    <>
      {t(draftWords.noneOpen)}{" "}
      {opener !== undefined && (
        <>
          {t(draftWords.firstComes)}
          <PageLink to={`/desk/draft?type=${opener.type}`}>{t(opener.name)}</PageLink>
        </>
      )}
    </>
  );
}

/** How long what is typed may be. An amount is typed otherwise than it is sent. */
function mostOf({ form, maxLength }: FormSchema): number {
  if (form === "map") return ENTRY_BYTES_MAX;
  const isPlain = form === "text" || form === "longText";
  return isPlain ? (maxLength ?? LINE_MAX) : LINE_MAX;
}

/** What has no choices is typed. */
function TypedField({
  schema,
  label,
  isRequired,
  beside,
  onChange,
  text,
  said,
}: ScalarProps & { readonly text: string; readonly said: string | undefined }): ReactNode {
  const { top, book } = useForm().currencies;
  const plain = (of: FormValue | undefined) => (typeof of === "string" ? of : undefined);
  const currency = currencyAt(schema, { here: plain(beside["currency"]), top: plain(top), book });
  const hint = hintOf(schema, currency);
  return (
    <TextField
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={text}
      isRequired={isRequired}
      wrong={said}
      lines={schema.form === "longText" || schema.form === "map" ? 4 : 1}
      most={mostOf(schema)}
      type={schema.form === "date" ? "date" : "text"}
      onChange={(next) => onChange(next === "" ? undefined : next)}
    />
  );
}

const optional = ({ en, ja }: Text): Text => ({
  en: `${en} (${draftWords.optional.en})`,
  ja: `${ja}（${draftWords.optional.ja}）`,
});
