import { compareInstants, type Instant } from "@jointfund/core/calendar/date.ts";
import type { Clock } from "../ports.ts";

/**
 * The clock of a fund that is served: the machine's, but never before the end of its record. The
 * record of a demonstration may end years ahead; its time then stands still at its last instant
 * until the machine's has come there, since time on record never runs back (R11).
 */
export class ServedClock implements Clock {
  readonly #machine: Clock;
  #recordedAt: Instant | undefined;

  constructor(machine: Clock) {
    this.#machine = machine;
  }

  /** Says where the record ends. */
  reach(recordedAt: Instant): void {
    this.#recordedAt = recordedAt;
  }

  now(): Instant {
    return this.#standing ?? this.#machine.now();
  }

  /** Whether it stands at the record's last instant. */
  get isStanding(): boolean {
    return this.#standing !== undefined;
  }

  get #standing(): Instant | undefined {
    const end = this.#recordedAt;
    if (end === undefined || compareInstants(this.#machine.now(), end) >= 0) return undefined;
    return end;
  }
}
