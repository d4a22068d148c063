import { useApi } from "../../api/use-api.ts";
import { useText } from "../../language/language-context.tsx";
import type { LocalizedText } from "../../language/text.ts";

type Named = { readonly id: string; readonly short?: LocalizedText; readonly name?: LocalizedText };
type Charter = {
  readonly parties?: readonly Named[];
  readonly vehicles?: readonly Named[];
  readonly accounts?: readonly { readonly code: string; readonly name: LocalizedText }[];
};

const useCharter = (): Charter => useApi("/api/v1/charter", {}).charter;

/** Says a party or vehicle by its short name; who is neither is said by the id. */
export function useNameOf(): (id: string) => string {
  const t = useText();
  const { parties = [], vehicles = [] } = useCharter();
  const names = new Map(
    [...vehicles, ...parties].map(({ id, short, name }) => [id, short ?? name ?? { en: id }]),
  );
  return (id) => t(names.get(id) ?? { en: id });
}

/** Says an account by its name. */
export function useAccountName(): (code: string) => string {
  const t = useText();
  const { accounts = [] } = useCharter();
  const names = new Map(accounts.map(({ code, name }) => [code, name]));
  return (code) => {
    const name = names.get(code);
    return name === undefined ? code : t(name);
  };
}
