import { useQuery } from "@tanstack/react-query";
import { type Answer, keyOf, read } from "../api/use-api.ts";

const PATH = "/api/v1/act-types/{type}";

/** What the office tells of an act type: its name, the names of its fields, what they refer to. */
export type ActForm = Answer<typeof PATH>;

/**
 * The form of an act type. Nothing as long as it has not come, or where the office does not tell:
 * what is to be signed is shown without it too.
 */
export function useActForm(type: string | undefined): ActForm | undefined {
  const asked = { path: { type: type ?? "" } };
  const { data } = useQuery({
    queryKey: keyOf(PATH, asked),
    queryFn: () => read(PATH, asked),
    enabled: type !== undefined,
  });
  return data;
}
