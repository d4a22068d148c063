import { Followed } from "@jointfund/core/base/followed.ts";
import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { mainVehicle } from "@jointfund/core/fund/figures.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { unitsByHolder, type RecordStep } from "@jointfund/core/statements/record-steps.ts";

import { localized } from "../languages/language.ts";
import { COLUMN_TEXTS } from "../languages/page-texts.ts";
import { charterRatio } from "@jointfund/core/fund/terms.ts";
import { count, currency, date, identifier, minor, ratio, text } from "./wire-schemas.ts";

const { array, object, oneOf, optional, string } = Schema;

/** Who shares a column, as on the fund's page (ST45). */
const GROUPS = ["partners", "citizens", "owners", "others"] as const;

export const stepSideSchema = object({ id: identifier, name: text });

export const stepCovenantSchema = object({
  id: identifier,
  name: text,
  clause: string(),
  must: oneOf(["atMost", "atLeast"]),
  limit: optional(ratio),
});

/** What the books of the page are after an entry; minor units of the fund's currency. */
export const stepFiguresSchema = object({
  ...{ investments: minor, cash: minor, otherAssets: minor },
  ...{ debt: minor, otherLiabilities: minor, netAssets: minor },
});

export const stepPointSchema = object({
  entry: count,
  on: date,
  figures: stepFiguresSchema,
  covenants: array(object({ covenant: identifier, ratio: optional(ratio), step: string() })),
  units: array(minor, { description: "Micro-units of each side, in the order of `sides`." }),
});

/** What the figures of a series are of. */
export const seriesHeadSchema = {
  currency,
  sides: array(stepSideSchema),
  covenants: array(stepCovenantSchema),
};

/** The sides of a fund in the order of its charter, and the steps of its record by them. */
export class StepSeries {
  readonly #charter: Charter;
  readonly #columns = new Map<string, string>();
  readonly #used = new Set<string>();
  readonly #steps: readonly RecordStep[];
  #seen = 0;

  constructor({ charter }: Pick<FundState, "charter">, steps: readonly RecordStep[]) {
    this.#charter = charter;
    this.#steps = steps;
  }

  /** Of all steps that there are by now: each is looked at once. */
  get sides(): readonly Infer<typeof stepSideSchema>[] {
    for (; this.#seen < this.#steps.length; this.#seen++) {
      const step = this.#steps[this.#seen]!;
      if (step.units === this.#steps[this.#seen - 1]?.units) continue;
      for (const holder of unitsByHolder(this.#charter, step).keys()) {
        this.#used.add(this.#columnOf(holder));
      }
    }
    return [
      ...this.#charter.parties.flatMap(({ id, kind, short }) =>
        kind === "sovereign" ? [{ id, name: localized(short) }] : [],
      ),
      ...GROUPS.flatMap((id) => (this.#used.has(id) ? [{ id, name: COLUMN_TEXTS[id] }] : [])),
    ];
  }

  get currency(): string {
    return mainVehicle(this.#charter).currency;
  }

  get covenants(): readonly Infer<typeof stepCovenantSchema>[] {
    return (this.#charter.leverage?.covenants ?? []).map(({ id, name, clause, must, ladder }) => {
      const lock = ladder.find(({ step }) => step === "lock");
      return {
        ...{ id, name: localized(name), clause, must },
        ...(lock === undefined ? {} : { limit: charterRatio(lock.at) }),
      };
    });
  }

  point({ entry, on, figures, covenants, units }: RecordStep): Infer<typeof stepPointSchema> {
    const bySide = new Map<string, bigint>();
    for (const [holder, microUnits] of unitsByHolder(this.#charter, { units })) {
      const column = this.#columnOf(holder);
      bySide.set(column, (bySide.get(column) ?? 0n) + microUnits);
    }
    return {
      ...{ entry, on, figures },
      covenants: covenants.map((each) => ({ ...each })),
      units: this.sides.map(({ id }) => bySide.get(id) ?? 0n),
    };
  }

  #columnOf(holder: string): string {
    let column = this.#columns.get(holder);
    if (column === undefined) {
      this.#columns.set(holder, (column = columnOf(this.#charter, holder)));
    }
    return column;
  }
}

function columnOf({ parties, vehicles }: Charter, holder: string): string {
  const kind = parties.find(({ id }) => id === holder)?.kind;
  if (kind === "sovereign") return holder;
  if (kind === "partner") return "partners";
  if (vehicles.some(({ id }) => id === holder)) return "citizens";
  return kind === undefined ? "owners" : "others";
}

/** The last step of each day or month, of all that there are. */
export function thinned(
  steps: readonly RecordStep[],
  every: "entry" | "day" | "month",
): readonly RecordStep[] {
  if (every === "entry") return steps;
  return (every === "day" ? byDay : byMonth).of(steps);
}

/** The last of each day, or month, of steps that come in order. */
const lastOf = (length: number) =>
  new Followed<RecordStep, RecordStep[]>(
    () => [],
    (kept, step) => {
      const isSame = kept.at(-1)?.on.slice(0, length) === step.on.slice(0, length);
      if (isSame) kept[kept.length - 1] = step;
      else kept.push(step);
    },
  );

const byDay = lastOf("2031-12-31".length);
const byMonth = lastOf("2031-12".length);
