import { useApi } from "../../api/use-api.ts";

/** The fund's years, the newest first, as the API names them. */
export function useYears(): readonly string[] {
  const { founded, today } = useApi("/api/v1/fund");
  const [first, last] = [Number(founded.slice(0, 4)), Number(today.slice(0, 4))];
  const count = Math.max(0, last - first + 1);
  return Array.from({ length: count }, (_each, index) => `FY${last - index}`);
}
