import { useLocation, useNavigate, useParams } from "@tanstack/react-router";

/** The value of a part of the address: `usePlace("id")` on "/acts/$id". */
export function usePlace(name: string): string {
  const params: { readonly [name: string]: string | undefined } = useParams({ strict: false });
  return params[name] ?? "";
}

/**
 * Choices as an address holds them. The router writes a text that looks like a number in quotes, so
 * that it is read as a text again: who reads choices here takes both, so numbers stand as they are.
 */
export const searchOfChoices = (
  choices: Iterable<readonly [string, string]>,
): { readonly [name: string]: string | number } =>
  Object.fromEntries(
    [...choices].map(([name, value]) => {
      const number = Number(value);
      return [name, String(number) === value ? number : value];
    }),
  );

/**
 * A choice that is kept in the address (`?type=capital.call`), so that it can be sent to somebody
 * and the browser's way back undoes it. An empty text takes it out.
 */
export function useChoice(name: string): readonly [value: string, choose: (next: string) => void] {
  const location = useLocation();
  const { pathname } = location;
  const search = location.search as { readonly [name: string]: unknown };
  const navigate = useNavigate();
  const value = search[name];
  const choose = (next: string): void => {
    const { [name]: _before, ...rest } = search;
    const asked = next === "" ? rest : { ...rest, [name]: next };
    void navigate({ to: pathname, search: asked, replace: true, resetScroll: false });
  };
  return [typeof value === "string" || typeof value === "number" ? String(value) : "", choose];
}
