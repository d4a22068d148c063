/**
 * What somebody is to the fund. An officer acts for a party that runs it, an auditor examines it, a
 * partner's officer asks for that partner's money, a citizen for their own slice.
 */
export const ROLES = ["officer", "auditor", "partner", "citizen"] as const;

export type Role = (typeof ROLES)[number];

/** Somebody who has signed in, as the fund knows them. */
export type Person = {
  /** Whom a provider vouches for: `<provider>#<subject>`. No other person has it. */
  readonly subject: string;
  readonly name: string;
  readonly role: Role;
  /** The party of the charter that they act for: all but citizens have one. */
  readonly party?: string;
  /** Their id among the fund's officers, if they have a key there. */
  readonly officer?: string;
  /** A citizen's account with a feeder. */
  readonly holding?: { readonly feeder: string; readonly holder: string };
};

/** Tells who asks, if they have signed in; `isUse`: their session goes on from now. */
export type WhoAsks = (request: Request, isUse: boolean) => Promise<Person | undefined>;
