import { createContext, useContext } from "react";
import type { Schemas } from "../../api/client.ts";
import type { Text } from "../../language/text.ts";
import type { Currencies } from "./draft-value.ts";

/** What every field of a form needs to know besides its own value. */
export type FormContext = {
  readonly choices: { readonly [list: string]: readonly Schemas["Choice"][] };
  /** Of each empty list the act that its first entry would come by. */
  readonly openedBy: { readonly [list: string]: { readonly type: string; readonly name: Text } };
  readonly currencies: Currencies;
  /** What is wrong, by the path of the field: "body.items.0.amount". */
  readonly findings: ReadonlyMap<string, Text>;
};

const Context = createContext<FormContext | undefined>(undefined);

export const FormProvider = Context.Provider;

export function useForm(): FormContext {
  const form = useContext(Context);
  if (form === undefined) throw new Error("a field stands in a form");
  return form;
}
