import { Schema } from "../base/schema.ts";
import { clause, format, items } from "./term-schemas.ts";

/** Where and with which passkeys officers may sign. Without it a fund knows no passkeys. */
export type PasskeyTerms = {
  readonly clause: string;
  /** Whether a passkey may be one that its holder's devices copy among themselves. */
  readonly synced: boolean;
  /** The web sites at which statements are signed. */
  readonly sites: readonly PasskeySite[];
};

/** A site, named by its RP ID, and the origins of its pages on which a passkey counts. */
export type PasskeySite = { readonly id: string; readonly origins: readonly string[] };

const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const HOST = `${LABEL}(?:\\.${LABEL})*`;
const SITE = format("site", `^${HOST}$`);
/** Without encryption only from the own machine, as browsers have it too. */
const ORIGIN = format("web-origin", `^(?:https://${HOST}|http://localhost)(?::[1-9][0-9]{1,4})?$`);

const MAX_SITES = 16;

export const passkeyTerms: Schema<PasskeyTerms> = Schema.object({
  clause: clause(),
  synced: Schema.boolean({
    description: "Whether a passkey may be one that its holder's devices copy among themselves.",
  }),
  sites: Schema.array(
    Schema.object({
      id: Schema.string({ format: SITE, maxLength: 253, description: "RP ID: a domain." }),
      origins: items(Schema.string({ format: ORIGIN, maxLength: 300 }), 1, MAX_SITES),
    }),
    { min: 1, max: MAX_SITES, unique: ["id"] },
  ),
});

/** The host of an origin that the schema has read. */
export function hostOf(origin: string): string {
  return origin.replace(/^https?:\/\//, "").replace(/:[0-9]+$/, "");
}
