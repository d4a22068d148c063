import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { assert } from "@jointfund/core/base/assert.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { notProjected } from "./not-projected.ts";
import type { Assumptions } from "@jointfund/projection/assumptions/assumptions.ts";
import { placeName } from "../languages/assumption-places.ts";
import type { Text } from "../languages/language.ts";
import { assumptionsOf } from "./projection-input.ts";
import { slidersOf, type Projected } from "./sliders.ts";

const ASSUMPTIONS = new URL("../../../../assumptions/", import.meta.url);
/** Years that a page may ask for, and what it shows first. */
export const YEARS = { value: 10, least: 5, most: 30 };
export const PATHS = { value: 10_000, most: 10_000 };

/** The assumptions that come with a charter's id, or those that suit any charter. */
export function assumptionsFor(charter: Charter): Assumptions {
  const file = fileURLToPath(new URL(`${charter.id}.yaml`, ASSUMPTIONS));
  const own = existsSync(file) ? assumptionsOf(file, charter, []) : undefined;
  // A charter that was amended may have outgrown the file of its id.
  const assumptions = own?.ok === true ? own : assumptionsOf(undefined, charter, []);
  assert(assumptions.ok, "there are assumptions for any charter");
  return assumptions.value;
}

const both = (text: { readonly [language: string]: string }): Text => {
  const en = text["en"] ?? Object.values(text)[0] ?? "";
  return { en, ja: text["ja"] ?? en };
};

/** What a page can ask about a charter's future, and on what that rests. */
export function projectionTerms(projected: Projected) {
  const { charter, assumptions } = projected;
  return {
    charter: charter.id,
    title: both(charter.title),
    assumptions: both(assumptions.title),
    sliders: slidersOf(projected).map(({ id, name, unit, least, most, step, read }) => ({
      ...{ id, name, unit, least, most, step },
      value: read(projected)!,
    })),
    stresses: assumptions.stresses.map(({ id, name }) => ({ id, name: both(name) })),
    parties: [...partiesOf(charter, assumptions), ...classesOf(charter, assumptions)],
    sources: Object.entries(assumptions.sources).map(([place, text]) => ({
      ...{ place, name: placeName(place, charter, assumptions), text: both(text) },
    })),
    notProjected: notProjected(charter, assumptions),
    ...{ years: YEARS, paths: PATHS, seed: "1" },
  };
}

const partiesOf = ({ parties, currencies }: Charter, { treasuries }: Assumptions) =>
  parties
    .filter(({ id, kind }) => kind === "sovereign" || treasuries[id] !== undefined)
    .map(({ id, short, currency }) => ({
      ...{ id, name: both(short), currency: currency ?? currencies.base },
    }));

/** Classes that open are told of as one holder each. */
const classesOf = (charter: Charter, { classes = [] }: Assumptions) =>
  classes.flatMap(({ id }) => {
    const found = charter.classes.find((each) => each.id === id);
    const vehicle = charter.vehicles.find((each) => each.id === found?.vehicle);
    return found === undefined || vehicle === undefined
      ? []
      : [{ id, name: both(found.name), currency: vehicle.currency }];
  });
