import type { ProgramBuilder } from "../kernel/program-builder.ts";
import type { Bool, Num } from "../kernel/program.ts";

/**
 * What the main vehicle's books hold at one point of a step, as nodes of a program; amounts in
 * minor units of its currency. Each rule of the step takes books and gives the next ones.
 */
export type Books = {
  readonly cash: Num;
  readonly line: Num;
  readonly bonds: Num;
  /** What the bonds pay a year: each by the rate of its issue. */
  readonly coupons: Num;
  /** Accrued and not paid. */
  readonly interestPayable: Num;
  readonly feesPayable: Num;
  /**
   * Income and charges of every kind since the opening, and what was paid out of their difference.
   */
  readonly income: Num;
  readonly charges: Num;
  readonly distributedIncome: Num;
  /** Realised results of sales, and what was paid out of them. */
  readonly gains: Num;
  readonly distributedGains: Num;
  readonly distributed: Num;
  /** Called in the fiscal year of the yearly cap. */
  readonly calledInYear: Num;
  readonly projects: ReadonlyMap<string, ProjectBooks>;
  /** Sums over all projects: kept, because conditions ask for them again and again. */
  readonly totals: ProjectTotals;
  readonly parties: ReadonlyMap<string, PartyBooks>;
  /** What each reserve holds. */
  readonly reserves: ReadonlyMap<string, Num>;
  /**
   * By holder, where classes open: units, counted in the founders' price, and the units that unpaid
   * calls will bring. Without such classes capital paid in stands for units [PJ92].
   */
  readonly units: ReadonlyMap<string, Num>;
  readonly unitsOwed: ReadonlyMap<string, Num>;
  /** What a class alone has earned or borne (DL2). */
  readonly ownResults: ReadonlyMap<string, Num>;
  /**
   * By class that is dealt in: its units, its feeder's cash and what of that is income; money that
   * came with orders, and units that are asked to be given back.
   */
  readonly feederUnits: ReadonlyMap<string, Num>;
  readonly feederCash: ReadonlyMap<string, Num>;
  readonly feederIncome: ReadonlyMap<string, Num>;
  readonly ordersMoney: ReadonlyMap<string, Num>;
  readonly ordersUnits: ReadonlyMap<string, Num>;
};

const MAPS = {
  ...{ reserves: "reserve", units: "units", unitsOwed: "unitsOwed", ownResults: "ownResult" },
  ...{ feederUnits: "feederUnits", feederCash: "feederCash", feederIncome: "feederIncome" },
  ...{ ordersMoney: "ordersMoney", ordersUnits: "ordersUnits" },
} as const;
const MAP_NAMES = Object.keys(MAPS) as (keyof typeof MAPS)[];

export type ProjectBooks = {
  readonly cost: Num;
  readonly reported: Num;
  /** The value that nobody sees. */
  readonly actual: Num;
  readonly undrawn: Num;
  /** Steps since it was selected; WAITING before, GONE once all of it is sold. */
  readonly age: Num;
};

const SUMMED = ["cost", "reported", "actual", "undrawn"] as const;
export type ProjectTotals = { readonly [name in (typeof SUMMED)[number]]: Num };

export const WAITING = -1;
export const GONE = -2;

export type PartyBooks = {
  readonly called: Num;
  readonly paidIn: Num;
  /** Interest on what it was called for and has not paid. */
  readonly lateInterest: Num;
  /** 1 once it has stopped paying for good. */
  readonly stopped: Num;
};

const AMOUNTS = [
  "cash",
  "line",
  "bonds",
  "coupons",
  "interestPayable",
  "feesPayable",
  "income",
  "charges",
  "distributedIncome",
  "gains",
  "distributedGains",
  "distributed",
  "calledInYear",
] as const;
const OF_PROJECT = ["cost", "reported", "actual", "undrawn", "age"] as const;
const OF_PARTY = ["called", "paidIn", "lateInterest", "stopped"] as const;

export type Holders = {
  readonly projects: readonly string[];
  readonly parties: readonly string[];
} & { readonly [name in keyof typeof MAPS]: readonly string[] };

/** The books as a step opens. */
export function openBooks(b: ProgramBuilder, { projects, parties, ...maps }: Holders): Books {
  const named = <K extends string>(names: readonly K[], suffix: string): Record<K, Num> =>
    Object.fromEntries(names.map((name) => [name, b.state(name + suffix)])) as Record<K, Num>;
  const opened = new Map(projects.map((id) => [id, named(OF_PROJECT, `:${id}`)]));
  return {
    ...named(AMOUNTS, ""),
    projects: opened,
    totals: totalsOf(b, opened),
    parties: new Map(parties.map((id) => [id, named(OF_PARTY, `:${id}`)])),
    ...byMap((name) => new Map(maps[name].map((id) => [id, b.state(`${MAPS[name]}:${id}`)]))),
  };
}

function byMap(
  make: (name: keyof typeof MAPS) => ReadonlyMap<string, Num>,
): Record<keyof typeof MAPS, ReadonlyMap<string, Num>> {
  const made = MAP_NAMES.map((name) => [name, make(name)]);
  return Object.fromEntries(made) as Record<keyof typeof MAPS, ReadonlyMap<string, Num>>;
}

function totalsOf(b: ProgramBuilder, projects: Books["projects"]): ProjectTotals {
  const all = [...projects.values()];
  return Object.fromEntries(
    SUMMED.map((name) => [name, b.sum(all.map((project) => project[name]))]),
  ) as Record<keyof ProjectTotals, Num>;
}

/** Books whose projects have changed, with their sums taken anew. */
export function withProjects(
  b: ProgramBuilder,
  books: Books,
  change: (id: string, project: ProjectBooks) => Partial<ProjectBooks>,
): Books {
  const projects = new Map(
    [...books.projects].map(([id, project]) => [id, { ...project, ...change(id, project) }]),
  );
  return { ...books, projects, totals: totalsOf(b, projects) };
}

/** Books with so much added to what one project has, and to the sums. */
export function addToProject(
  b: ProgramBuilder,
  books: Books,
  id: string,
  more: Partial<ProjectTotals>,
): Books {
  const added = <T extends ProjectTotals>(to: T): T => ({
    ...to,
    ...Object.fromEntries(
      SUMMED.flatMap((name) => {
        const amount = more[name];
        return amount === undefined ? [] : [[name, b.add(to[name], amount)]];
      }),
    ),
  });
  return {
    ...books,
    projects: new Map(books.projects).set(id, added(books.projects.get(id)!)),
    totals: added(books.totals),
  };
}

/** Makes them the books that the next step opens with. */
export function keepBooks(b: ProgramBuilder, books: Books): void {
  for (const name of AMOUNTS) b.setNext(name, books[name]);
  for (const [id, project] of books.projects) {
    for (const name of OF_PROJECT) b.setNext(`${name}:${id}`, project[name]);
  }
  for (const [id, party] of books.parties) {
    for (const name of OF_PARTY) b.setNext(`${name}:${id}`, party[name]);
  }
  for (const name of MAP_NAMES) {
    for (const [id, held] of books[name]) b.setNext(`${MAPS[name]}:${id}`, held);
  }
}

/** What every state is when the projection opens, unless it is nothing. */
export function openingOf(state: string): number {
  return state.startsWith("age:") ? WAITING : 0;
}

/** Books with a project of another age. */
export function withAge(books: Books, id: string, age: Num): Books {
  const project = { ...books.projects.get(id)!, age };
  return { ...books, projects: new Map(books.projects).set(id, project) };
}

/** Books with one party's changed. */
export function withParty(books: Books, id: string, change: Partial<PartyBooks>): Books {
  const party = { ...books.parties.get(id)!, ...change };
  return { ...books, parties: new Map(books.parties).set(id, party) };
}

/** Books as they would be, where the condition holds, else as they are. */
export function chooseBooks(b: ProgramBuilder, condition: Bool, would: Books, are: Books): Books {
  const chosen = <T extends { readonly [name in keyof T]: Num }>(a: T, c: T): T =>
    Object.fromEntries(
      Object.keys(a).map((name) => {
        const key = name as keyof T;
        return [name, b.choose(condition, a[key], c[key])];
      }),
    ) as T;
  const chosenOf = <T extends { readonly [name in keyof T]: Num }>(
    a: ReadonlyMap<string, T>,
    c: ReadonlyMap<string, T>,
  ): ReadonlyMap<string, T> => new Map([...a].map(([id, each]) => [id, chosen(each, c.get(id)!)]));
  const amounts = AMOUNTS.map((name) => [name, b.choose(condition, would[name], are[name])]);
  return {
    ...(Object.fromEntries(amounts) as Record<(typeof AMOUNTS)[number], Num>),
    projects: chosenOf(would.projects, are.projects),
    totals: chosen(would.totals, are.totals),
    parties: chosenOf(would.parties, are.parties),
    ...byMap(
      (name) =>
        new Map(
          [...would[name]].map(([id, held]) => [id, b.choose(condition, held, are[name].get(id)!)]),
        ),
    ),
  };
}
