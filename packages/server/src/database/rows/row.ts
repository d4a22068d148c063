import type { Json } from "@jointfund/core/base/canonical.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import { toJson, type Effects, type FundEvent } from "@jointfund/core/fund/effects.ts";
import type { Entry } from "@jointfund/core/fund/entry.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";

/** A value of a column as it is written: JSON by a wrapper, so that text is never taken for it. */
export type Value = string | number | bigint | boolean | null | JsonValue;

/** A value of a `jsonb` column. */
export class JsonValue {
  readonly json: Json;

  constructor(json: Json) {
    this.json = json;
  }
}

/** Any value of the domain as JSON: amounts as text, maps as objects. */
export const asJson = (value: unknown): JsonValue => new JsonValue(toJson(value));

/** What a table gets of an entry; the writer adds entry, place and the instant. */
export type Row = {
  readonly table: string;
  /** Business date; that of the entry where the event has none of its own. */
  readonly on?: LocalDate;
  /** By column; columns that are left out are null. */
  readonly values: { readonly [column: string]: Value | undefined };
};

/** An entry in its place: what it says, what it caused, and the states around it. */
export type RecordedEntry = {
  readonly index: number;
  readonly leaf: Uint8Array;
  readonly entry: Entry;
  readonly effects: Effects;
  readonly before: FundState | undefined;
  readonly after: FundState;
};

type EventOf<Kind extends FundEvent["kind"]> = Extract<FundEvent, { readonly kind: Kind }>;

/** For some kinds of events, the rows that one makes. */
export type RowsByKind = {
  readonly [Kind in FundEvent["kind"]]?: (
    event: EventOf<Kind>,
    recorded: RecordedEntry,
  ) => readonly Row[];
};

/** The party for which an officer signs, where the officer is known. */
export function partyOf({ officers }: FundState, officer: string): string | null {
  return officers.get(officer)?.party ?? null;
}
