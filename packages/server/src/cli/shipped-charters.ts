import { readdirSync, readFileSync } from "node:fs";
import type { CharterTemplate } from "../http/founding/founding-routes.ts";

const CHARTERS = new URL("../../../../charters/", import.meta.url);

/** The charters that come with the program, by their names. */
export function shippedCharters(): readonly CharterTemplate[] {
  return readdirSync(CHARTERS)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => ({
      id: name.slice(0, -".yaml".length),
      text: readFileSync(new URL(name, CHARTERS), "utf8"),
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
