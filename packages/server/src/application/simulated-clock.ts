import { assert } from "@jointfund/core/base/assert.ts";
import { addSeconds, type Instant } from "@jointfund/core/calendar/date.ts";
import type { Clock } from "../ports.ts";

/**
 * A clock that stands still until it is set, and moves on by a fixed step whenever it is read: for
 * scenarios, which have their own time, and for tests.
 */
export class SimulatedClock implements Clock {
  #now: Instant;
  readonly #stepSeconds: number;

  constructor(start: Instant, stepSeconds = 0) {
    this.#now = start;
    this.#stepSeconds = stepSeconds;
  }

  now(): Instant {
    const now = this.#now;
    if (this.#stepSeconds > 0) this.advance(this.#stepSeconds);
    return now;
  }

  set(now: Instant): void {
    this.#now = now;
  }

  advance(seconds: number): void {
    const next = addSeconds(this.#now, seconds);
    assert(next.ok, "a simulated clock stays within the calendar");
    this.#now = next.value;
  }
}
