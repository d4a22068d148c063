import type { ReactNode } from "react";
import { Button } from "../../elements/button.tsx";
import { useText } from "../../language/language-context.tsx";
import type { Text } from "../../language/text.ts";
import {
  emptyOf,
  type FormFields,
  type FormValue,
  isFields,
  isList,
  propertiesOf,
  variantOf,
} from "./draft-value.ts";
import { useForm } from "./form-context.ts";
import type { FormSchema } from "../../elements/act-form-schema.ts";
import { ScalarField } from "./scalar-field.tsx";
import { draftWords } from "./words/drafting.ts";

type FieldProps = {
  readonly name: string;
  /** "body.items.0.amount" */
  readonly path: string;
  readonly schema: FormSchema;
  readonly value: FormValue | undefined;
  readonly isRequired: boolean;
  /** The fields beside it, which its choices depend on. */
  readonly beside: FormFields;
  /** Takes the new value, and what choosing it says of the fields beside it. */
  readonly onChange: (value: FormValue | undefined, fills?: FormFields) => void;
};

const labelOf = (name: string, { label }: FormSchema): Text => label ?? { en: name, ja: name };

/** The fields of a group, in the order of its schema. */
export function GroupFields({
  schema,
  value,
  path,
  onChange,
}: {
  readonly schema: FormSchema;
  readonly value: FormFields;
  readonly path: string;
  readonly onChange: (value: FormFields) => void;
}): ReactNode {
  const properties = propertiesOf(schema, value) ?? {};
  const required = schema.required ?? requiredOfVariant(schema, value);
  const change = (name: string, next: FormValue | undefined, fills: FormFields = {}): void => {
    const { [name]: _before, ...rest } = value;
    const known = Object.entries(fills).filter(
      ([field]) => field !== name && properties[field] !== undefined && !isFilled(rest[field]),
    );
    onChange({
      ...rest,
      ...Object.fromEntries(known),
      ...(next === undefined ? {} : { [name]: next }),
    });
  };
  return Object.entries(properties).map(([name, field]) => (
    <AnyField
      key={name}
      name={name}
      path={`${path}.${name}`}
      schema={field}
      value={value[name]}
      isRequired={required.includes(name)}
      beside={value}
      onChange={(next, fills) => change(name, next, fills)}
    />
  ));
}

const isFilled = (value: FormValue | undefined): boolean => value !== undefined && value !== "";

const requiredOfVariant = (schema: FormSchema, value: FormFields): readonly string[] =>
  variantOf(schema, value)?.required ?? [];

/** A field of any form. */
function AnyField(props: FieldProps): ReactNode {
  const { name, schema, value, isRequired } = props;
  switch (schema.form) {
    case "group":
    case "variants":
      return isRequired || value !== undefined ? (
        <GroupField {...props} />
      ) : (
        <AddGroup label={labelOf(name, schema)} onAdd={() => props.onChange({})} />
      );
    case "list":
      return <ListField {...props} />;
    case "texts":
      return <TextsField {...props} />;
    default:
      return <ScalarField {...props} label={labelOf(name, schema)} />;
  }
}

function AddGroup({
  label,
  onAdd,
}: {
  readonly label: Text;
  readonly onAdd: () => void;
}): ReactNode {
  const t = useText();
  return (
    <div className="actions">
      <Button onPress={onAdd}>{t(draftWords.include, t(label))}</Button>
    </div>
  );
}

/** What is wrong with a group or list as a whole. */
function WrongWhole({ path }: { readonly path: string }): ReactNode {
  const t = useText();
  const wrong = useForm().findings.get(path);
  return wrong === undefined ? null : <p className="wrong">{t(wrong)}</p>;
}

function GroupField({ name, path, schema, value, isRequired, onChange }: FieldProps): ReactNode {
  const t = useText();
  const label = labelOf(name, schema);
  return (
    <fieldset className="field-group">
      <legend>{t(label)}</legend>
      <WrongWhole path={path} />
      <GroupFields
        schema={schema}
        value={isFields(value) ? value : {}}
        path={path}
        onChange={onChange}
      />
      {!isRequired && (
        <div className="actions">
          <Button onPress={() => onChange(undefined)}>{t(draftWords.remove, t(label))}</Button>
        </div>
      )}
    </fieldset>
  );
}

function ListField({ name, path, schema, value, onChange, beside }: FieldProps): ReactNode {
  const t = useText();
  const label = labelOf(name, schema);
  const items = isList(value) ? value : (emptyOf(schema) as readonly FormValue[]);
  const itemSchema = schema.items ?? {};
  const replace = (index: number, next: FormValue | undefined): void =>
    onChange(items.with(index, next ?? ""));
  return (
    <fieldset className="field-group">
      <legend>{t(label)}</legend>
      <WrongWhole path={path} />
      {items.map((item, index) => (
        // An item has no name but its place: what is typed stays where it is.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className="list-item">
          <ListItem
            {...{ name, beside, schema: itemSchema, value: item }}
            label={t(draftWords.item, t(label), String(index + 1))}
            path={`${path}.${index}`}
            onChange={(next) => replace(index, next)}
          />
          <div className="actions">
            <Button onPress={() => onChange(items.toSpliced(index, 1))}>
              {t(draftWords.remove, `${t(label)} ${index + 1}`)}
            </Button>
          </div>
        </div>
      ))}
      <div className="actions">
        <Button onPress={() => onChange([...items, emptyOf(itemSchema) ?? ""])}>
          {t(draftWords.addTo, t(label))}
        </Button>
      </div>
    </fieldset>
  );
}

function ListItem({
  label,
  ...props
}: Omit<FieldProps, "isRequired"> & { readonly label: string }): ReactNode {
  const { schema, value, path, onChange } = props;
  const said = { en: label, ja: label };
  if (schema.form !== "group" && schema.form !== "variants") {
    return <ScalarField {...props} label={said} isRequired />;
  }
  return (
    <fieldset className="field-group">
      <legend>{label}</legend>
      <WrongWhole path={path} />
      <GroupFields
        schema={schema}
        value={isFields(value) ? value : {}}
        path={path}
        onChange={onChange}
      />
    </fieldset>
  );
}

const LANGUAGES = [
  ["en", draftWords.english],
  ["ja", draftWords.japanese],
] as const;

/** A text in both of the charter's languages. */
function TextsField(props: FieldProps): ReactNode {
  const { name, schema, value, path, isRequired, onChange, beside } = props;
  const { en, ja } = labelOf(name, schema);
  const texts = isFields(value) ? value : {};
  const wrong = useForm().findings.get(path);
  return LANGUAGES.map(([language, words]) => (
    <ScalarField
      key={language}
      name={language}
      path={`${path}.${language}`}
      schema={{ form: "text" }}
      label={{ en: words.en.replace("{0}", en), ja: words.ja.replace("{0}", ja) }}
      value={texts[language]}
      isRequired={isRequired}
      beside={beside}
      wrong={language === "en" ? wrong : undefined}
      onChange={(next) => onChange({ ...texts, [language]: next ?? "" })}
    />
  ));
}
