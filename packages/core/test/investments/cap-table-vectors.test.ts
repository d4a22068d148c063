import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Ratio } from "../../src/base/ratio.ts";
import { localDate } from "../../src/calendar/date.ts";
import { parseRatioText } from "../../src/charter/ratio-text.ts";
import {
  equityShares,
  overrunRights,
  type CapTable,
  type Instrument,
} from "../../src/investments/cap-table.ts";

type Vector = {
  readonly rule: string;
  readonly name: string;
  readonly stakes: readonly {
    readonly holder: string;
    readonly instrument: Instrument;
    readonly committed: string;
    readonly funded: string;
  }[];
  readonly overruns: readonly {
    readonly minor: string;
    readonly weight: string;
    readonly reportedOn: string;
    readonly until: string;
    readonly contributions: readonly {
      readonly holder: string;
      readonly minor: string;
      readonly on: string;
    }[];
    readonly rights: { readonly [holder: string]: string };
  }[];
  readonly on: string;
  readonly shares: { readonly [holder: string]: string };
};

const VECTORS = new URL("../../../../vectors/cap-table/", import.meta.url);
const { cases } = JSON.parse(readFileSync(new URL("shares.json", VECTORS), "utf8")) as {
  readonly cases: readonly Vector[];
};

for (const { rule, name, stakes, overruns, on, shares } of cases) {
  test(`[${rule}] ${name}`, () => {
    let table: CapTable = {
      stakes: stakes.map((stake) => ({
        ...{ ...stake, traded: Ratio.zero },
        committed: BigInt(stake.committed),
        funded: BigInt(stake.funded),
      })),
      overruns: [],
    };
    for (const [index, overrun] of overruns.entries()) {
      const minor = BigInt(overrun.minor);
      const reportedOn = localDate(overrun.reportedOn);
      const rights = overrunRights(table, minor, reportedOn);
      const told = rights.map((right) => [right.holder, right.minor.toString()]);
      assert.deepEqual(Object.fromEntries(told), overrun.rights);
      const contributions = overrun.contributions.map((paid) => ({
        ...{ holder: paid.holder, minor: BigInt(paid.minor), on: localDate(paid.on) },
      }));
      const weight = parseRatioText(overrun.weight)!;
      const until = localDate(overrun.until);
      const reported = { id: `${index}`, minor, reportedOn, until, weight, rights, contributions };
      table = { ...table, overruns: [...table.overruns, reported] };
    }
    const actual = equityShares(table, localDate(on)).map(
      ({ holder, share }) => [holder, `${share.num}/${share.den}`] as const,
    );
    assert.deepEqual(Object.fromEntries(actual), shares);
  });
}
