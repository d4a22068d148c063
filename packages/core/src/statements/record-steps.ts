import type { Ratio } from "../base/ratio.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { Charter } from "../charter/charter.ts";
import type { Standing } from "../facilities/covenant-ladder.ts";
import { stepOf } from "../facilities/covenants.ts";
import { ratioOf, testable } from "../fund/debt/covenants.ts";
import type { FundEvent } from "../fund/effects.ts";
import { mainVehicle } from "../fund/figures.ts";
import type { Replayed } from "../fund/replay.ts";
import type { FundState } from "../fund/state.ts";
import { ACCOUNTS, DEBT_ACCOUNTS } from "../ledger/accounts.ts";
import type { JournalEntry } from "../ledger/journal.ts";
import { codesOf, FAIR_VALUE_ACCOUNTS } from "./account-groups.ts";
import { RunningBooks } from "./running-books.ts";

/** Where the books of the page stood after an entry; minor units of the fund's currency. */
export type StepFigures = {
  readonly investments: bigint;
  readonly cash: bigint;
  readonly otherAssets: bigint;
  /** Principal owed to lenders, and all else that is owed; both as positive amounts. */
  readonly debt: bigint;
  readonly otherLiabilities: bigint;
  readonly netAssets: bigint;
};

/** A covenant as tested on the books after an entry; without a ratio where it has no value. */
export type StepCovenant = {
  readonly covenant: string;
  readonly ratio?: Ratio;
  readonly step: Standing;
};

/** An entry that changed a figure, and what it left [ST76]. */
export type RecordStep = {
  readonly entry: number;
  /** The fund's day when it was recorded. */
  readonly on: LocalDate;
  readonly figures: StepFigures;
  readonly covenants: readonly StepCovenant[];
  /** Units of the main vehicle's classes by "<class>/<holder>". */
  readonly units: FundState["capital"]["units"];
};

/**
 * The figures of a fund's page entry by entry, followed in one replay [ST76]. A posting counts from
 * the day that it is dated on: what was recorded ahead waits for it.
 */
export class RecordSteps {
  readonly #steps: RecordStep[] = [];
  readonly #books = new RunningBooks();
  /** Dated after the day on which they were recorded, by date. */
  readonly #waiting = new Map<LocalDate, JournalEntry[]>();
  readonly #closings = new Set<string>();
  #today: LocalDate | undefined;
  #units: FundState["capital"]["units"] = PersistentMap.empty;

  /** In the order of the log. */
  get steps(): readonly RecordStep[] {
    return this.#steps;
  }

  /** Takes in the next entry, replayed; `entry` is its index. */
  add({ effects, state }: Pick<Replayed, "effects" | "state">, entry: number): void {
    this.#books.follow(state.charter);
    let isTouched = this.#open(state.today);
    for (const event of effects) isTouched = this.#event(event, state.today) || isTouched;
    const { units } = state.capital;
    if (!isTouched && units === this.#units) return;
    this.#units = units;
    const step = {
      ...{ entry, on: state.today, figures: this.#figures(state.charter) },
      ...{ covenants: covenantsOf(state), units },
    };
    const last = this.#steps.at(-1);
    if (last === undefined || !isSame(last, step)) this.#steps.push(step);
  }

  /** Lets in what waited for the day; tells whether anything did. */
  #open(today: LocalDate): boolean {
    if (this.#today === today) return false;
    this.#today = today;
    let isTouched = false;
    for (const [on, journals] of this.#waiting) {
      if (on > today) continue;
      for (const journal of journals) this.#books.post(journal);
      this.#waiting.delete(on);
      isTouched = true;
    }
    return isTouched;
  }

  #event(event: FundEvent, today: LocalDate): boolean {
    switch (event.kind) {
      case "actProposed":
        if (event.act.type === "period.close") this.#closings.add(event.id);
        return false;
      case "paymentInstructed":
        this.#books.instructed(event.payment);
        return false;
      case "covenantStepped":
        return true;
      case "posted":
        return this.#posted(event.entry, today);
      default:
        return false;
    }
  }

  #posted(journal: JournalEntry, today: LocalDate): boolean {
    const { id, effectiveDate: on } = journal;
    // What closes a period moves what was earned, and no figure of the page.
    if (this.#closings.has(id.slice(0, id.indexOf("/")))) return false;
    if (on <= today) {
      this.#books.post(journal);
      return true;
    }
    const waiting = this.#waiting.get(on);
    if (waiting === undefined) this.#waiting.set(on, [journal]);
    else waiting.push(journal);
    return false;
  }

  #figures(charter: Charter): StepFigures {
    const sum = (codes: readonly string[]): bigint => this.#books.sum(codes);
    const [assets, owed] = [sum(codesOf(charter, "asset")), -sum(codesOf(charter, "liability"))];
    const [investments, cash] = [sum(FAIR_VALUE_ACCOUNTS), sum([ACCOUNTS.cash])];
    const debt = -sum(DEBT_ACCOUNTS);
    return {
      ...{ investments, cash, otherAssets: assets - investments - cash },
      ...{ debt, otherLiabilities: owed - debt, netAssets: assets - owed },
    };
  }
}

function covenantsOf(state: FundState): readonly StepCovenant[] {
  return testable(state).map((covenant) => {
    const ratio = ratioOf(state, covenant);
    const { id } = covenant;
    const step = stepOf(state.covenants, id);
    return { covenant: id, ...(ratio === undefined ? {} : { ratio }), step };
  });
}

function isSame(a: RecordStep, b: RecordStep): boolean {
  if (a.units !== b.units || a.covenants.length !== b.covenants.length) return false;
  const isEqual = (of: keyof StepFigures): boolean => a.figures[of] === b.figures[of];
  return (
    (Object.keys(a.figures) as (keyof StepFigures)[]).every(isEqual) &&
    a.covenants.every(({ covenant, ratio, step }, index) => {
      const other = b.covenants[index]!;
      const isSameRatio = ratio?.num === other.ratio?.num && ratio?.den === other.ratio?.den;
      return covenant === other.covenant && step === other.step && isSameRatio;
    })
  );
}

/** Units of the main vehicle's classes that each holder has at a step, micro-units. */
export function unitsByHolder(
  charter: Charter,
  { units }: Pick<RecordStep, "units">,
): ReadonlyMap<string, bigint> {
  const { id: main } = mainVehicle(charter);
  const classes = new Set(charter.classes.flatMap((of) => (of.vehicle === main ? [of.id] : [])));
  const held = new Map<string, bigint>();
  for (const [key, microUnits] of units) {
    const slash = key.indexOf("/");
    const holder = key.slice(slash + 1);
    if (!classes.has(key.slice(0, slash)) || microUnits === 0n) continue;
    held.set(holder, (held.get(holder) ?? 0n) + microUnits);
  }
  return held;
}
