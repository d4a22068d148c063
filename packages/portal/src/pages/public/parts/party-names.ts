import { useApi } from "../../../api/use-api.ts";
import type { LocalizedText } from "../../../language/text.ts";

/** Names of parties and vehicles by their ids; an id that has no name stands for itself. */
export function usePartyNames(): (id: string) => LocalizedText {
  const { parties, vehicles } = useApi("/api/v1/fund");
  const names = new Map<string, LocalizedText>([
    ...vehicles.map(({ id, name }) => [id, name] as const),
    ...parties.map(({ id, short }) => [id, short] as const),
  ]);
  return (id) => names.get(id) ?? { en: id };
}
