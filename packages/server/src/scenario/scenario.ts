import type { JsonPath } from "@jointfund/core/base/json.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Officer, ScenarioText, StepText } from "./scenario-schema.ts";

/** One thing that happens on a day, with all that its scenario's defaults and repeats give it. */
export type Step = Omit<StepText, "on" | "after" | "repeat" | "steps"> & {
  readonly on: LocalDate;
  /** Where the file says it: a step of a repeated block stands there once. */
  readonly path: JsonPath;
};

/** A market rate or price: decimal text by date, ascending; each is good until the next. */
export type Series = readonly (readonly [LocalDate, string])[];

/** A scenario ready to be played: dated acts on a charter, in the order of their days. */
export type Scenario = Pick<
  ScenarioText,
  "title" | "time" | "display" | "fundingCost" | "actualUntil"
> & {
  readonly sources: NonNullable<ScenarioText["sources"]>;
  readonly officers: readonly Officer[];
  readonly groups: { readonly [group: string]: readonly string[] };
  readonly parameters: { readonly [name: string]: string };
  readonly series: ReadonlyMap<string, Series>;
  readonly steps: readonly Step[];
};
