import { encode, Schema, type Infer } from "@jointfund/core/base/schema.ts";
import { PARTY_KINDS } from "@jointfund/core/charter/charter.ts";
import { ROLES, type Person } from "../person.ts";
import type { Office } from "../office.ts";
import type { Route } from "../route.ts";
import { identifier, nothing, text } from "../wire-schemas.ts";

const { array, boolean, object, oneOf, optional, string } = Schema;

const personSchema = object({
  subject: string({ description: "Provider and subject: `<provider>#<subject>`." }),
  name: string(),
  role: oneOf(ROLES),
  party: optional(identifier),
  /** What their party is to the fund. */
  kind: optional(oneOf(PARTY_KINDS)),
  officer: optional(identifier),
  holding: optional(object({ feeder: identifier, holder: identifier })),
});

const sessionSchema = object({
  person: optional(personSchema),
  endsAt: optional(
    string({ description: "When the session ends unless something is asked before." }),
  ),
  demonstration: boolean({ description: "Whether the fund is a demonstration." }),
  providers: array(
    object({
      id: string(),
      name: text,
      start: string({ description: "Where sign-in begins; takes `returnTo` and `lang`." }),
      isDemonstration: boolean(),
    }),
    { description: "With whom one can sign in here." },
  ),
});

const NO_STORE = { "Content-Type": "application/json", "Cache-Control": "no-store" };

function described({ record }: Office, person: Person): Infer<typeof personSchema> {
  const { parties } = record.view.state.charter;
  const kind = parties.find(({ id }) => id === person.party)?.kind;
  return { ...person, ...(kind === undefined ? {} : { kind }) };
}

function describe(
  office: Office,
  person: Person | undefined,
  request: Request,
): Infer<typeof sessionSchema> {
  const { signIn, isDemonstration } = office;
  const endsAt = signIn?.endsAt(request)?.toISOString();
  return {
    ...(person === undefined ? {} : { person: described(office, person) }),
    ...(person === undefined || endsAt === undefined ? {} : { endsAt }),
    demonstration: isDemonstration,
    providers: signIn?.offered ?? [],
  };
}

const BOTH = {
  access: "anyone",
  scope: "session",
  pathSchema: nothing,
  querySchema: nothing,
  ofRecord: false,
} as const;

/** Who has signed in, and with whom one can: asking does not make the session last longer. */
export const sessionRoute: Route = {
  ...BOTH,
  id: "getSession",
  method: "get",
  path: "/api/v1/session",
  text: {
    en: "Who has signed in here, and with whom one can sign in",
    ja: "サインイン中の利用者及び利用できるサインイン先",
  },
  answer: { kind: "json", schema: sessionSchema, status: 200 },
  problems: [],
  handle: ({ office, person, request }) => ({ value: describe(office, person, request) }),
};

const endedSchema = object({ ended: boolean({ description: "Whether there was a session." }) });

export const sessionEndRoute: Route = {
  ...BOTH,
  id: "endSession",
  method: "post",
  path: "/api/v1/session/end",
  text: { en: "Sign out", ja: "サインアウト" },
  answer: { kind: "json", schema: endedSchema, status: 200 },
  problems: ["cross_site"],
  handle({ office, person, request }) {
    const cookie = office.signIn?.end(request);
    const headers = new Headers(NO_STORE);
    if (cookie !== undefined) headers.set("Set-Cookie", cookie);
    const json = encode(endedSchema, { ended: person !== undefined });
    return new Response(JSON.stringify(json), { headers });
  },
};
