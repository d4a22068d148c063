import type { ComponentType } from "react";
import type { Text } from "../language/text.ts";

/** What somebody who has signed in is to the fund, as the API says it. */
export type Role = "officer" | "auditor" | "partner" | "citizen";

/** A page: its address, its name, and how its code is fetched when it is opened. */
export type PageEntry = {
  /** As the router writes it: "/acts/$id". */
  readonly path: string;
  readonly title: Text;
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
  /** Whether the menu of its area lists it; a page of one act or investment is reached by links. */
  readonly inMenu?: true;
  /** Whose it is, if not of all who have the area. */
  readonly roles?: readonly Role[];
};

/** Pages that belong together: an entry of the main menu. */
export type Area = {
  readonly id: string;
  readonly title: Text;
  /** Whose it is, if not everybody's. */
  readonly roles?: readonly Role[];
  /** Kinds of party whose people have it, if not all. */
  readonly kinds?: readonly string[];
  readonly pages: readonly PageEntry[];
};
