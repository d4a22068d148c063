import type { Json } from "@jointfund/core/base/canonical.ts";
import { Schema } from "@jointfund/core/base/schema.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { catalogue } from "@jointfund/core/fund/catalogue.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { CAPITAL_AND_PARTIES } from "../../languages/act-forms/act-descriptions.ts";
import { INVESTING_AND_BORROWING } from "../../languages/act-forms/act-descriptions-investing.ts";
import { OPERATING_AND_OVERSIGHT } from "../../languages/act-forms/act-descriptions-operating.ts";
import { localized, type Text } from "../../languages/language.ts";
import { actForm } from "../desk/act-form.ts";
import { choiceSchema, choicesIn } from "../desk/choices.ts";
import { CHOICE_LISTS, OPENED_BY, type ChoiceList } from "../desk/choice-lists.ts";
import { choicesFor, mayPropose, needVoice } from "../desk/partner-part.ts";
import { presentOf } from "../desk/present.ts";
import { ruleInWords, ruleLineSchema } from "../desk/rule-words.ts";
import type { Person } from "../person.ts";
import { RequestProblem } from "../problem.ts";
import { reading } from "../route.ts";
import { date, identifier, nothing, string, text } from "../wire-schemas.ts";
import { DESK_AND_PARTNERS, personAsking } from "./desk-routes.ts";

const { array, boolean, integer, json, object, oneOf, optional, record } = Schema;

const DESCRIPTIONS: Readonly<Record<string, Text>> = {
  ...CAPITAL_AND_PARTIES,
  ...INVESTING_AND_BORROWING,
  ...OPERATING_AND_OVERSIGHT,
};

/** What an act type does, in a sentence. */
export function descriptionOf(type: string): Text {
  return DESCRIPTIONS[type] ?? { en: type, ja: type };
}

const typeSchema = Schema.lazy("ActType", () =>
  object({
    type: identifier,
    name: text,
    description: text,
    nature: oneOf(["decision", "fact"]),
    isUsed: boolean({ description: "Whether the charter has a rule for it." }),
    clause: optional(string()),
    propose: array(string(), { description: "Parties whose officers may; `any`: every officer." }),
    isMine: boolean({ description: "Whether whoever asks may propose or report it." }),
  }),
);

function nameOfType({ acts }: Charter, type: string): Text {
  const rule = Object.hasOwn(acts, type) ? acts[type] : undefined;
  return localized(rule?.name ?? { en: type });
}

function typeOf(state: FundState, type: string, person: Person) {
  const { charter } = state;
  const definition = catalogue.get(type);
  const rule = Object.hasOwn(charter.acts, type) ? charter.acts[type] : undefined;
  const propose = rule?.propose ?? [];
  return {
    ...{ type, description: descriptionOf(type), nature: definition?.nature ?? "decision" },
    name: nameOfType(charter, type),
    ...{ isUsed: rule !== undefined, propose: [...propose] },
    ...(rule === undefined ? {} : { clause: rule.clause }),
    isMine: person.officer !== undefined && mayPropose(state, type, person.party ?? ""),
  };
}

export const actTypesRoute = reading({
  id: "listActTypes",
  path: "/api/v1/act-types",
  text: {
    en: "Every act type: what it does, who may propose it",
    ja: "行為の種類の一覧（内容及び提案者）",
  },
  access: DESK_AND_PARTNERS,
  pathSchema: nothing,
  querySchema: nothing,
  answer: object({ items: array(typeSchema) }),
  handle({ office, person }) {
    const { state } = office.record.view;
    const asking = personAsking(person);
    return { value: { items: [...catalogue.keys()].map((type) => typeOf(state, type, asking)) } };
  },
});

/** The lists that a form takes choices from, wherever in it. */
function listsIn(form: Json): readonly ChoiceList[] {
  const found = new Set<ChoiceList>();
  const walk = (json: Json): void => {
    if (typeof json !== "object" || json === null) return;
    const list = (json as { readonly "x-choices"?: Json })["x-choices"];
    const known = CHOICE_LISTS.find((each) => each === list);
    if (known !== undefined) found.add(known);
    for (const each of Object.values(json)) walk(each);
  };
  walk(form);
  return [...found];
}

/** By which acts the first entries of the empty ones of some lists would come. */
function openersOf(
  charter: Charter,
  lists: readonly (readonly [list: ChoiceList, choices: readonly unknown[]])[],
) {
  const openers = lists.flatMap(([list, choices]) => {
    const type = Object.hasOwn(OPENED_BY, list) ? OPENED_BY[list] : undefined;
    if (type === undefined || choices.length > 0) return [];
    return [[list, { type, name: nameOfType(charter, type) }] as const];
  });
  return Object.fromEntries(openers);
}

export const actTypeRoute = reading({
  id: "getActType",
  path: "/api/v1/act-types/{type}",
  text: {
    en: "An act type: the form of its body with labels and choices, and the charter's rule for it",
    ja: "行為の種類（記入項目とその名称及び選択肢、適用される規定）",
  },
  access: DESK_AND_PARTNERS,
  pathSchema: object({ type: identifier }),
  querySchema: nothing,
  answer: object({
    type: typeSchema,
    schema: json({
      description:
        "JSON Schema of the body; `x-label`, `x-form`, `x-choices`, `x-words` and `x-currency` " +
        "say how each field is asked for.",
    }),
    choices: record(string(), array(choiceSchema)),
    openedBy: record(string(), object({ type: identifier, name: text }), {
      description: "Of each empty list the act type that its first entry would come by.",
    }),
    rule: array(ruleLineSchema),
    bookCurrency: string({ description: "Of amounts without a currency beside or above them." }),
    today: date,
    charterVersion: integer({ min: 1 }),
  }),
  problems: ["unknown_id", "not_yours"],
  handle({ office, path: { type }, person }) {
    const definition = catalogue.get(type);
    if (definition === undefined) throw new RequestProblem("unknown_id", ["act type", type]);
    const { view } = presentOf(office);
    const { state } = view;
    const { charter, today } = state;
    const asking = personAsking(person);
    needVoice(state, asking, type);
    const schema = actForm(type, definition.schema);
    const rule = Object.hasOwn(charter.acts, type) ? charter.acts[type] : undefined;
    const choices = listsIn(schema).map(
      (list) => [list, [...choicesFor(state, asking, list, choicesIn(view, list))]] as const,
    );
    const main = charter.vehicles.find(({ id }) => id === charter.capital.vehicle);
    return {
      value: {
        type: typeOf(state, type, asking),
        schema,
        choices: Object.fromEntries(choices),
        openedBy: openersOf(charter, choices),
        rule: rule === undefined ? [] : [...ruleInWords(charter, rule)],
        ...{ bookCurrency: main?.currency ?? charter.currencies.base, today },
        charterVersion: charter.version,
      },
    };
  },
});
