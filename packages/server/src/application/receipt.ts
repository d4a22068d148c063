import type { Rejection } from "@jointfund/core/governance/rejection.ts";

/** What became of a statement. It is given only once what it says is durable. */
export type Receipt =
  | {
      readonly status: "accepted";
      /** Index in the log of the entry. */
      readonly index: number;
      /** The act that the statement proposes, states or is about, if it is about one. */
      readonly actId?: string;
    }
  | {
      readonly status: "refused";
      readonly rejection: Rejection;
      /** The entry that records the refusal; absent where nothing was recorded (R15). */
      readonly index?: number;
    }
  | {
      readonly status: "already";
      /** The entry that recorded the same before (R5). */
      readonly index: number;
    };
