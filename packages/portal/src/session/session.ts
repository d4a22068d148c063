import { useQuery } from "@tanstack/react-query";
import { type Answer, keyOf, read } from "../api/use-api.ts";
import { knowPerson } from "../api/signed-in.ts";
import { keepDraftsOf } from "./draft.ts";

export type Session = Answer<"/api/v1/session">;
export type Person = NonNullable<Session["person"]>;

const PATH = "/api/v1/session";

export const sessionKey = keyOf(PATH);

/** Asks who is signed in, and remembers it for what is asked next. */
export async function readSession(): Promise<Session> {
  const session = await read(PATH);
  const { person } = session;
  knowPerson(person?.subject);
  if (person !== undefined) keepDraftsOf(person.subject);
  return session;
}

/** Who is signed in and with whom one can sign in; nothing until the office has said so. */
export function useSession(): Session | undefined {
  return useQuery({ queryKey: sessionKey, queryFn: readSession }).data;
}
