import { addDays, toDayNumber, type LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Covenant, CovenantRung, LadderStep } from "@jointfund/core/charter/leverage-terms.ts";
import { ladderOf } from "@jointfund/core/fund/debt/covenants.ts";
import { rate } from "../assumptions/rate-text.ts";
import type { Bool, Num } from "../kernel/program.ts";
import type { FundWriter } from "./fund-writer.ts";

/**
 * Where one covenant stands (LV10 to LV16, without waivers), as nodes. Rungs are numbered from 1 in
 * the charter's order; 0 is clear.
 */
export type Standing = {
  readonly rung: Num;
  /** The rung that the ratio alone reached when it was last tested. */
  readonly reached: Num;
  /** Periods that ran out moved it from the one rung to the other; 0 where none did. */
  readonly movedFrom: Num;
  readonly movedTo: Num;
  /** On which rung and in which step the present run of periods began. */
  readonly sinceRung: Num;
  readonly sinceStep: Num;
};

const NAMES = ["rung", "reached", "movedFrom", "movedTo", "sinceRung", "sinceStep"] as const;

type TestedRatio = { readonly value: Num; readonly hasValue: Bool };

/** Days on which periods run out, whichever rung a run of them began on. */
type Expiry = { readonly from: number; readonly rung: number; readonly table: string };

type LadderWriter = Pick<FundWriter, "b" | "charter" | "inputs">;

/** The ladder of one covenant, written into a program. */
export class LadderNodes {
  readonly covenant: Covenant;
  readonly #w: LadderWriter;
  readonly #expiries: readonly Expiry[];

  constructor(w: LadderWriter, covenant: Covenant, dates: readonly LocalDate[]) {
    this.#w = w;
    this.covenant = covenant;
    this.#expiries = writeExpiries(w, covenant, dates);
  }

  open(): Standing {
    const { b } = this.#w;
    return Object.fromEntries(
      NAMES.map((name) => [name, b.state(`${name}:${this.covenant.id}`)]),
    ) as Record<keyof Standing, Num>;
  }

  keep(standing: Standing): void {
    for (const name of NAMES) this.#w.b.setNext(`${name}:${this.covenant.id}`, standing[name]);
  }

  /** Periods that have run out by today move it on, each to the next rung (LV13). */
  passDays(standing: Standing): Standing {
    const isOnRung = this.#isOnRung(standing);
    return this.#whenever(isOnRung, standing, this.#afterPeriods(standing));
  }

  #afterPeriods(standing: Standing): Standing {
    const { b } = this.#w;
    const today = b.schedule("today");
    let now = standing;
    for (let moves = 0; moves < this.#mostMoves(); moves++) {
      const isOver = b.lessOrEqual(this.#expiry(now), today);
      const next = b.add(now.rung, b.constant(1));
      const from = b.choose(b.equal(now.movedTo, now.rung), now.movedFrom, now.rung);
      now = {
        ...now,
        rung: b.choose(isOver, next, now.rung),
        movedFrom: b.choose(isOver, from, now.movedFrom),
        movedTo: b.choose(isOver, next, now.movedTo),
      };
    }
    return now;
  }

  /** The ratio counts; one without a value leaves what was reached (LV11, LV12, LV15). */
  test(standing: Standing, ratio: TestedRatio): Standing {
    const { b } = this.#w;
    const isBeyond = b.and(ratio.hasValue, this.#isBeyond(ratio.value, this.covenant.ladder[0]!));
    const isMoving = b.or(this.#isOnRung(standing), isBeyond);
    return this.#whenever(isMoving, standing, this.#tested(standing, ratio));
  }

  #tested(standing: Standing, ratio: TestedRatio): Standing {
    const { b } = this.#w;
    const zero = b.constant(0);
    const reached = b.choose(ratio.hasValue, this.#reached(ratio.value), standing.reached);
    const stays = b.and(b.less(zero, standing.movedTo), b.lessOrEqual(standing.movedFrom, reached));
    const movedTo = b.choose(stays, standing.movedTo, zero);
    const last = this.#rungOf("default");
    const isDefault = last === undefined ? undefined : b.equal(standing.rung, b.constant(last));
    const furthest = b.maximum(reached, movedTo);
    const rung = isDefault === undefined ? furthest : b.choose(isDefault, standing.rung, furthest);
    const same = b.equal(rung, standing.rung);
    return {
      rung,
      reached,
      movedFrom: b.choose(stays, standing.movedFrom, zero),
      movedTo,
      sinceRung: b.choose(same, standing.sinceRung, rung),
      sinceStep: b.choose(same, standing.sinceStep, b.schedule("step")),
    };
  }

  /** Whether it stands on a step of the ladder or beyond it; the charter need not have the step. */
  isAt(standing: Standing, step: LadderStep): Bool {
    const { b } = this.#w;
    const order = ["watch", "lock", "sweep", "cure", "sale", "default"];
    const wanted = order.indexOf(step);
    const index = this.covenant.ladder.findIndex((rung) => order.indexOf(rung.step) >= wanted);
    const least = index === -1 ? Infinity : index + 1;
    return b.lessOrEqual(b.constant(least), standing.rung);
  }

  /** The share of income that goes to the lenders (LV11, LV18). */
  sweptShare(standing: Standing): Num {
    const { b } = this.#w;
    let share = b.constant(0);
    for (const [index, rung] of this.covenant.ladder.entries()) {
      if (rung.share === undefined) continue;
      const isAt = b.lessOrEqual(b.constant(index + 1), standing.rung);
      share = b.choose(isAt, b.constant(rate(rung.share)), share);
    }
    return share;
  }

  #rungOf(step: LadderStep): number | undefined {
    const index = this.covenant.ladder.findIndex((rung) => rung.step === step);
    return index === -1 ? undefined : index + 1;
  }

  /** The furthest rung whose threshold the ratio has passed; one it just meets is held (LV10). */
  #reached(ratio: Num): Num {
    const { b } = this.#w;
    let reached = b.constant(0);
    for (const [index, rung] of this.covenant.ladder.entries()) {
      reached = b.choose(this.#isBeyond(ratio, rung), b.constant(index + 1), reached);
    }
    return reached;
  }

  /** A ratio that just meets a threshold holds it; each is further out than the one before. */
  #isBeyond(ratio: Num, { at }: CovenantRung): Bool {
    const { b } = this.#w;
    const bound = b.constant(rate(at));
    return this.covenant.must === "atMost" ? b.less(bound, ratio) : b.less(ratio, bound);
  }

  #isOnRung({ rung }: Standing): Bool {
    return this.#w.b.less(this.#w.b.constant(0), rung);
  }

  /**
   * What changes a covenant that is clear and stays so changes nothing. Most are, and a kernel
   * leaves out what hangs on a condition that no path meets.
   */
  #whenever(condition: Bool, are: Standing, would: Standing): Standing {
    const { b } = this.#w;
    const chosen = NAMES.map((name) => [name, b.choose(condition, would[name], are[name])]);
    return Object.fromEntries(chosen) as Record<keyof Standing, Num>;
  }

  /** Day number of the first day after the present rung's period; never without a period. */
  #expiry({ rung, sinceRung, sinceStep }: Standing): Num {
    const { b } = this.#w;
    let day = b.constant(Infinity);
    for (const { from, rung: at, table } of this.#expiries) {
      const isThis = b.and(b.equal(rung, b.constant(at)), b.equal(sinceRung, b.constant(from)));
      day = b.choose(isThis, b.lookup(table, sinceStep), day);
    }
    return day;
  }

  /** As many periods as can run out between two tests. */
  #mostMoves(): number {
    return Math.max(0, ...this.#expiries.map(({ from, rung }) => rung - from + 1));
  }
}

/**
 * Tables of the days on which periods run out, by the step in which a run of them began. A period
 * that ends beyond the charter's calendars does not run out (G41).
 */
function writeExpiries(w: LadderWriter, covenant: Covenant, dates: readonly LocalDate[]): Expiry[] {
  const ladder = ladderOf(w.charter, covenant);
  const expiries: Expiry[] = [];
  for (const from of covenant.ladder.keys()) {
    let since: readonly (LocalDate | undefined)[] = dates;
    for (let rung = from; rung < covenant.ladder.length - 1; rung++) {
      const { step, period } = covenant.ladder[rung]!;
      if (period === undefined) break;
      since = since.map((date) => {
        const last = date && ladder.lastDay(step, date);
        const next = last && addDays(last, 1);
        return next?.ok ? next.value : undefined;
      });
      const table = `expiry:${covenant.id}:${from + 1}:${rung + 1}`;
      const days = since.map((date) => (date === undefined ? Infinity : toDayNumber(date)));
      w.inputs.tables.set(table, Float64Array.from(days));
      expiries.push({ from: from + 1, rung: rung + 1, table });
    }
  }
  return expiries;
}
