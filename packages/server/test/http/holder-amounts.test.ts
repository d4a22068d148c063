/** What partners and citizens are told, against the raw postings and against the statements. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { statementOf } from "@jointfund/core/statements/catalogue.ts";
import { sinceInception } from "@jointfund/core/statements/period.ts";
import { amountIn } from "@jointfund/core/statements/statement.ts";
import type { Person } from "../../src/http/person.ts";
import { recount } from "../../../../tests/support/recount.ts";
import { serveScenario, type ServedOffice } from "../../../../tests/support/served-office.ts";

const DECLARED = ["3040", "3042", "3044"];

type Flow = { readonly on: string; readonly minor: string };
type Position = {
  readonly [amount in "vehicle" | "paidIn" | "distributed" | "capitalAccount" | "owed"]: string;
} & {
  readonly irr: { readonly ratio?: string; readonly annualised?: boolean };
  readonly years: readonly { readonly [of in "paidIn" | "received"]: string }[];
};
type Partner = {
  readonly today: string;
  readonly commitments: readonly { readonly [of in "committed" | keyof Standing]: string }[];
  readonly positions: readonly Position[];
};
type Standing = { readonly unfunded: string; readonly recallable: string };
type Notice = {
  readonly [
    field in "id" | "kind" | "act" | "vehicle" | "minor" | "received" | "open" | "net"
  ]: string;
} & { readonly [field in "income" | "gain" | "returnOfCapital" | "cumulative"]: string } & {
  readonly before: Standing;
  readonly after: Standing;
  readonly payments: readonly { readonly minor: string }[];
};
type Payment = { readonly kind: string; readonly gross: string; readonly net: string };
type Holding = {
  readonly [amount in "microUnits" | "paidIn" | "inAdvance" | "redeemed" | "owed"]: string;
} & { readonly distributed: string; readonly payments: readonly Payment[] };

const sumOf = (amounts: readonly string[]): bigint =>
  amounts.reduce((sum, amount) => sum + BigInt(amount), 0n);

/** The present value of dated flows at a yearly rate, ACT/365F, in floats: an oracle, no figure. */
function presentValue(flows: readonly Flow[], rate: number, from: string): number {
  return flows.reduce((sum, { on, minor }) => {
    const years = (Date.parse(on) - Date.parse(from)) / 86_400_000 / 365;
    return sum + Number(minor) / (1 + rate) ** years;
  }, 0);
}

for (const scenario of ["first-year", "citizens", "us-japan"]) {
  describe(`holders of ${scenario}`, () => {
    let served: ServedOffice;
    let who: Person;

    before(async () => {
      served = await serveScenario(scenario, { whoAsks: () => Promise.resolve(who) });
    });

    after(() => served.close());

    const get = async <T>(path: string): Promise<T> => {
      const response = await served.app.request(path);
      assert.equal(response.status, 200, path);
      return (await response.json()) as T;
    };

    /** All of a list that comes in parts (H23). */
    const whole = async <T>(path: string): Promise<readonly T[]> => {
      const items: T[] = [];
      for (let cursor = ""; ;) {
        type Part = { readonly items: readonly T[]; readonly next?: string };
        const part: Part = await get<Part>(`${path}${cursor}`);
        items.push(...part.items);
        if (part.next === undefined) return items;
        cursor = `&cursor=${part.next}`;
      }
    };

    const parties = (): readonly string[] => {
      const kinds = ["sovereign", "partner"];
      const { charter } = served.office.record.view.state;
      return charter.parties.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
    };

    const asParty = (party: string): void => {
      who = { subject: "test#partner", name: party, role: "partner", party };
    };

    test("[ST36] a partner's figures are those of its postings and of the statements", async () => {
      const { state, chronicle } = served.office.record.view;
      for (const party of parties()) {
        asParty(party);
        const partner = await get<Partner>(`/api/v1/partners/${party}`);
        const main = { vehicle: "fund", subject: party };
        const unfunded = recount(chronicle, { ...main, accounts: ["9010", "9020"] });
        assert.equal(sumOf(partner.commitments.map((each) => each.unfunded)), unfunded);
        const recallable = recount(chronicle, { ...main, accounts: ["9020"] });
        assert.equal(sumOf(partner.commitments.map((each) => each.recallable)), recallable);
        const position = partner.positions.find(({ vehicle }) => vehicle === "fund");
        assert.ok(position !== undefined, party);
        const paidIn = -recount(chronicle, { ...main, accounts: ["3010", "3015"] });
        assert.equal(BigInt(position.paidIn), paidIn);
        const owed = -recount(chronicle, { ...main, accounts: ["2030"] });
        const declared = recount(chronicle, { ...main, accounts: DECLARED });
        assert.equal(BigInt(position.distributed), declared - owed);
        assert.equal(BigInt(position.owed), owed);
        const period = sinceInception(chronicle.firstDay ?? state.today, state.today);
        const input = { state, chronicle, vehicle: "fund", period };
        const account = statementOf("capital-accounts", input).tables.find(
          ({ id }) => id === `capital-account.${party}`,
        );
        assert.ok(account !== undefined);
        const row = (id: string): bigint => amountIn(account, `ilpa.${id}`, "sinceInception");
        assert.equal(row("18"), BigInt(position.capitalAccount));
        assert.equal(row("28"), unfunded);
        const { years } = position;
        assert.equal(sumOf(years.map((year) => year.paidIn)), paidIn);
        assert.equal(BigInt(position.distributed), sumOf(years.map((year) => year.received)));
        const { ratio, annualised } = position.irr;
        if (ratio === undefined || annualised !== true) continue;
        const [num = "", den = ""] = ratio.split("/");
        const residual = BigInt(position.capitalAccount) + BigInt(position.owed);
        const known = await whole<Flow>(`/api/v1/partners/${party}/flows?vehicle=fund&limit=7`);
        const flows = [...known.toReversed(), { on: partner.today, minor: `${residual}` }];
        const left = presentValue(flows, Number(num) / Number(den), flows[0]!.on);
        assert.ok(Math.abs(left) < Number(paidIn) / 1e6, `${party}: ${left}`);
      }
    });

    test("[ST93] each figure of a partner is what its postings come to", async () => {
      for (const party of parties()) {
        asParty(party);
        const { commitments, positions } = await get<Partner>(`/api/v1/partners/${party}`);
        const promised = ["committed", "unfunded", "recallable"] as const;
        const asked = [
          ...promised.map((figure) => {
            const minor = sumOf(commitments.map((each) => each[figure]));
            return { figure, minor, query: "" };
          }),
          ...positions.flatMap((position) =>
            (["paidIn", "distributed", "owed"] as const).map((figure) => ({
              ...{ figure, minor: BigInt(position[figure]), query: `&vehicle=${position.vehicle}` },
            })),
          ),
        ];
        for (const { figure, minor, query } of asked) {
          type Why = { readonly value: { readonly minor: string }; readonly next?: string } & {
            readonly postings: readonly { readonly part: { readonly minor: string } }[];
          };
          const path = `/api/v1/partners/${party}/why/${figure}?limit=4${query}`;
          let sum = 0n;
          for (let cursor = ""; ;) {
            const why: Why = await get<Why>(`${path}${cursor}`);
            assert.equal(BigInt(why.value.minor), minor, path);
            sum += sumOf(why.postings.map(({ part }) => part.minor));
            if (why.next === undefined) break;
            cursor = `&cursor=${why.next}`;
          }
          assert.equal(sum, minor, path);
        }
      }
    });

    test("[ST90] [ST91] notices say what the act posted for the party", async () => {
      const { chronicle } = served.office.record.view;
      for (const party of parties()) {
        asParty(party);
        const items = await whole<Notice>(`/api/v1/partners/${party}/notices?limit=3`);
        for (const notice of items.slice(0, 5)) {
          const path = `/api/v1/partners/${party}/notices/${notice.id}`;
          assert.deepEqual(await get<Notice>(path), notice);
        }
        const calls = items.filter(({ kind }) => kind === "call");
        for (const { act, vehicle, minor, before, after, received, open } of calls) {
          const of = { vehicle, subject: party, act };
          assert.equal(BigInt(minor), recount(chronicle, { ...of, accounts: ["3015"] }));
          const drawn = BigInt(before.unfunded) - BigInt(after.unfunded);
          assert.equal(drawn, -recount(chronicle, { ...of, accounts: ["9010", "9020"] }));
          assert.equal(BigInt(received) + BigInt(open), BigInt(minor));
        }
        let declared = 0n;
        const distributions = items.filter(({ kind }) => kind === "distribution").toReversed();
        for (const notice of distributions) {
          const { act, vehicle } = notice;
          const of = { vehicle, subject: party, act };
          const characters = [notice.income, notice.gain, notice.returnOfCapital].map(BigInt);
          const posted = DECLARED.map((account) =>
            recount(chronicle, { ...of, accounts: [account] }),
          );
          assert.deepEqual(characters, posted);
          if (vehicle !== "fund") continue;
          declared += BigInt(notice.minor);
          assert.equal(BigInt(notice.cumulative), declared);
          assert.equal(sumOf(notice.payments.map((each) => each.minor)), BigInt(notice.net));
        }
        const all = recount(chronicle, { vehicle: "fund", subject: party, accounts: DECLARED });
        assert.equal(declared, all);
        const asked = sumOf(calls.map(({ minor }) => minor));
        assert.equal(
          asked,
          -recount(chronicle, { vehicle: "fund", subject: party, accounts: ["3010"] }),
        );
      }
    });

    test("[ST92] a citizen's figures are those of the feeder's postings", async () => {
      const { state, chronicle } = served.office.record.view;
      const accounts = new Set(
        [...state.orders.orders.values()].map(({ unitClass, holder }) => `${unitClass}/${holder}`),
      );
      assert.equal(accounts.size > 0, scenario !== "first-year");
      for (const account of accounts) {
        const [unitClass = "", holder = ""] = account.split("/");
        const { vehicle } = state.charter.classes.find(({ id }) => id === unitClass)!;
        who = {
          ...{ subject: "test#citizen", name: holder, role: "citizen" },
          holding: { feeder: vehicle, holder },
        };
        const holding = await get<Holding>("/api/v1/my/holding");
        const of = { vehicle, subject: holder };
        const sum = (...codes: string[]): bigint => recount(chronicle, { ...of, accounts: codes });
        assert.equal(BigInt(holding.paidIn), -sum("3010"), account);
        assert.equal(BigInt(holding.redeemed), sum("3020"), account);
        assert.equal(BigInt(holding.distributed), sum(...DECLARED), account);
        // What was paid in with an order that was taken back is owed as long as it is not paid.
        assert.equal(
          BigInt(holding.owed) + BigInt(holding.inAdvance),
          -sum("2020", "2030", "2130"),
          account,
        );
        const units = chronicle.unitMovements.filter(
          (each) => each.unitClass === unitClass && each.holder === holder,
        );
        assert.equal(
          BigInt(holding.microUnits),
          units.reduce((all, { microUnits }) => all + microUnits, 0n),
        );
        for (const { gross, net } of holding.payments) assert.equal(gross, net);
      }
    });
  });
}
