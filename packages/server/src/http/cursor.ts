import { Schema } from "@jointfund/core/base/schema.ts";
import { RequestProblem } from "./problem.ts";
import { countBefore } from "./record-index.ts";

const FORM = /^[A-Za-z0-9_-]{1,64}$/;
const LIMIT_DEFAULT = 50;
const LIMIT_MAX = 500;

/** The parameters of every list (H23). */
export const paging = {
  cursor: Schema.optional(
    Schema.string({
      format: { name: "cursor", pattern: FORM.source, accepts: (text) => FORM.test(text) },
      description: "What the page before gave as `next`; opaque.",
    }),
  ),
  limit: Schema.optional(Schema.integer({ min: 1, max: LIMIT_MAX })),
} as const;

export type PageAsked = { readonly cursor?: string; readonly limit?: number };

/** A part of a list, and where the next one goes on. */
export type Part<T> = { readonly items: readonly T[]; readonly next?: string };

/** The part of a list after the cursor, where items come in the order of the log. */
export function followingPart<T extends { readonly entry: number }>(
  name: string,
  inOrder: readonly T[],
  { cursor, limit = LIMIT_DEFAULT }: PageAsked,
): Part<T> {
  const after = cursor === undefined ? -1 : entryOf(name, cursor);
  const start = countBefore(inOrder, after + 1);
  const items = inOrder.slice(start, start + limit);
  const last = items.at(-1);
  const isLast = last === undefined || start + limit >= inOrder.length;
  return { items, ...(isLast ? {} : { next: cursorOf(name, last.entry) }) };
}

/**
 * The part of a list after the cursor, the newest first. Items are known by the entry that brought
 * them, so that what is recorded in the meantime moves none of the parts. Of the lists, which are
 * in the order of the record, no more is looked at than has to be: from the newest on, before
 * `size`, for those that are asked for.
 */
export function partOfNewest<T extends { readonly entry: number }>(
  name: string,
  lists: readonly (readonly T[])[],
  asked: PageAsked & { readonly size: number; readonly isAsked?: (item: T) => boolean },
): Part<T> {
  const { cursor, limit = LIMIT_DEFAULT, size, isAsked = () => true } = asked;
  const before = cursor === undefined ? size : Math.min(size, entryOf(name, cursor));
  const items: T[] = [];
  for (const item of newestOf(lists, before)) {
    if (!isAsked(item)) continue;
    if (items.length === limit) return { items, next: cursorOf(name, items.at(-1)!.entry) };
    items.push(item);
  }
  return { items };
}

/** What several lists have before an entry, together the newest first. */
function* newestOf<T extends { readonly entry: number }>(
  lists: readonly (readonly T[])[],
  before: number,
): Generator<T> {
  const ends = lists.map((list) => countBefore(list, before));
  for (;;) {
    let newest = -1;
    for (const [n, list] of lists.entries()) {
      const entry = list[ends[n]! - 1]?.entry ?? -1;
      if (entry > (lists[newest]?.[ends[newest]! - 1]?.entry ?? -1)) newest = n;
    }
    if (newest < 0) return;
    yield lists[newest]![--ends[newest]!]!;
  }
}

/**
 * The same where several things may be of one entry: they are known by their place in a list to
 * which things are only added.
 */
export function partByPlace<T>(
  name: string,
  list: readonly T[],
  { cursor, limit = LIMIT_DEFAULT }: PageAsked,
  isAsked: (item: T) => boolean = () => true,
): Part<T> {
  const before = cursor === undefined ? list.length : Math.min(list.length, entryOf(name, cursor));
  const items: T[] = [];
  for (let at = before - 1; at >= 0; at--) {
    const item = list[at]!;
    if (!isAsked(item)) continue;
    if (items.length === limit) return { items, next: cursorOf(name, at + 1) };
    items.push(item);
  }
  return { items };
}

/** The same of what is found one by one, the newest first, from before a place on. */
export function partOfFound<T extends { readonly place: number }>(
  name: string,
  newest: (before: number | undefined) => Iterable<T>,
  { cursor, limit = LIMIT_DEFAULT }: PageAsked,
): Part<T> {
  const items: T[] = [];
  for (const item of newest(cursor === undefined ? undefined : entryOf(name, cursor))) {
    if (items.length === limit) return { items, next: cursorOf(name, items.at(-1)!.place) };
    items.push(item);
  }
  return { items };
}

const cursorOf = (name: string, entry: number): string =>
  Buffer.from(`${name}:${entry}`).toString("base64url");

function entryOf(name: string, cursor: string): number {
  const text = Buffer.from(cursor, "base64url").toString("latin1");
  const [, of, entry] = /^([a-z]+):(0|[1-9][0-9]{0,14})$/.exec(text) ?? [];
  if (of !== name) throw new RequestProblem("cursor_wrong");
  return Number(entry);
}
