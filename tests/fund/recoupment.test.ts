import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { instant, localDate } from "@jointfund/core/calendar/date.ts";
import { canonicalText } from "@jointfund/core/base/canonical.ts";
import { bookOf } from "@jointfund/core/distributions/waterfall-book.ts";
import { outstandingOf } from "@jointfund/core/distributions/recoupment.ts";
import { toJson } from "@jointfund/core/fund/effects.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import {
  agreed,
  carried,
  carryDrafts,
  declared,
  earned,
  MEMORANDUM,
  paidInUnder,
  pastLongStop,
  recoupmentDrafts,
} from "../support/waterfall-funds.ts";

const recoupmentOf = ({ state }: DemonstrationFund) => bookOf(state.waterfalls, "fund").recoupment!;
const carryOf = ({ state }: DemonstrationFund) => bookOf(state.waterfalls, "fund").carry;
const balance = ({ state }: DemonstrationFund, account: string, subject: string): bigint =>
  state.ledger.get(`fund/${account}/USD/${subject}`) ?? 0n;

/** Parts of the state that a step has changed, besides what every act changes. */
function touched(fund: DemonstrationFund, step: () => void): readonly string[] {
  const before = fund.state;
  step();
  const always = new Set(["acts", "facts", "openActs", "recordedAt", "today"]);
  const text = (state: FundState, part: keyof FundState): string =>
    canonicalText(toJson(state[part]));
  return (Object.keys(before) as (keyof FundState)[])
    .filter((part) => !always.has(part) && text(before, part) !== text(fund.state, part))
    .toSorted((a, b) => (a < b ? -1 : 1));
}

describe("recoupment.interpret", () => {
  test("[RC6] from then on each date has its own target, and nothing else changes", () => {
    const fund = paidInUnder(MEMORANDUM).until("2025-12-10");
    const changed = touched(fund, () => {
      agreed(fund, recoupmentDrafts.interpret({ reading: "scheduled", instalments: 10 }));
    });
    assert.deepEqual(changed, ["waterfalls"]);
    // Interest alone is due: of 81 days up to the first of December.
    assert.equal(outstandingOf(recoupmentOf(fund)), 4_050_000_000n);
    const id = earned(fund, 100_000_000_000n);
    // A tenth of three billion dollars, and 6 % on three billion for 90 days of 360.
    assert.equal(outstandingOf(recoupmentOf(fund)), 30_000_000_000n + 4_500_000_000n);
    declared(fund, id);
    const paid = fund.state.distributions.get(id)!.shares!.map((share) => share.minor);
    // 69 to the tier, half each; of the 31 that are left 3.1 to Japan.
    assert.deepEqual(paid, [37_600_000_000n, 62_400_000_000n]);
  });

  test("[RC6] the reading holds for capital that comes in later, and can be turned back", () => {
    const fund = paidInUnder(MEMORANDUM);
    agreed(fund, recoupmentDrafts.interpret({ reading: "scheduled", instalments: 4 }));
    assert.equal(recoupmentOf(fund).reading, "scheduled");
    agreed(fund, recoupmentDrafts.interpret({ reading: "cumulative" }));
    assert.equal(outstandingOf(recoupmentOf(fund)), 300_000_000_000n);
  });
});

test("[RC2] interest is at the fixings and the spread, by the days of each", () => {
  const { recoupment } = MEMORANDUM;
  const rate = { index: "sofr", spread: "1%", dayCount: "30E/360(4.16g)" } as const;
  const fund = paidInUnder({ ...MEMORANDUM, recoupment: { ...recoupment!, rate } });
  const fixed = (from: string, value: string) => ({ from: localDate(from), value });
  fund.change((state) => ({
    ...state,
    rateFixings: state.rateFixings.set("sofr", [
      fixed("2025-10-10", "0.05"),
      fixed("2025-11-10", "-0.02"),
    ]),
  }));
  fund.until("2025-12-10");
  earned(fund, 1_000_000_000n);
  // A month at 1 %, one at 6 %, and one at nothing, since a rate is never less than that.
  assert.equal(recoupmentOf(fund).interest, 250_000_000n + 1_500_000_000n);
});

test("[RC2] what accrues is put down when a month begins, and not on other days", () => {
  const fund = paidInUnder(MEMORANDUM).until("2025-09-30");
  assert.equal(recoupmentOf(fund).interest, 0n);
  assert.ok(touched(fund, () => fund.until("2025-10-01")).includes("waterfalls"));
  // 21 days of 360 at 6 % on three billion dollars.
  assert.equal(recoupmentOf(fund).interest, 1_050_000_000n);
  assert.equal(balance(fund, "9050", "JP"), 301_050_000_000n);
  assert.deepEqual(
    touched(fund, () => fund.until("2025-10-31")),
    [],
  );
});

describe("recoupment.renegotiate", () => {
  test("[RC7] the opening of the day of the long stop says that it has come, once", () => {
    const fund = paidInUnder(MEMORANDUM);
    const openings = ["2045-09-09", "2045-09-10", "2045-09-11"].map((day) => {
      fund.now = instant(`${day}T09:00:00Z`);
      return fund.must(fund.dayOpening(day)).filter(({ kind }) => kind === "longStopReached");
    });
    assert.deepEqual(openings, [
      [],
      [{ kind: "longStopReached", vehicle: "fund", on: "2045-09-10" }],
      [],
    ]);
  });

  test("[RC7] shares agreed anew hold from the next distribution on, nothing else changes", () => {
    const fund = pastLongStop();
    const changed = touched(fund, () => {
      agreed(fund, recoupmentDrafts.renegotiate({ US: "1/5", JP: "80%" }));
    });
    assert.deepEqual(changed, ["waterfalls"]);
    const id = earned(fund, 10_000_000_000n);
    declared(fund, id);
    const paid = fund.state.distributions.get(id)!.shares!.map((share) => share.minor);
    assert.deepEqual(paid, [8_000_000_000n, 2_000_000_000n]);
  });
});

describe("carry.pay", () => {
  test("[CY6] carry stands on its holder's account until it is paid, the escrow apart", () => {
    const fund = carried();
    // 900: 600 of capital, 48 of return, 12 to catch up, a fifth of 240: 60 to the manager.
    const held = { received: 60_000_000_000n, profit: 300_000_000_000n, escrow: 18_000_000_000n };
    assert.deepEqual({ ...carryOf(fund) }, { ...held, paid: 0n, returned: 0n });
    assert.equal(balance(fund, "3070", "MGR"), -60_000_000_000n);
    assert.equal(balance(fund, "2030", "MGR"), 0n);
    const changed = touched(fund, () => agreed(fund, carryDrafts.pay(42_000_000_000n)));
    assert.deepEqual(changed, ["ledger", "payments", "waterfalls"]);
    assert.equal(balance(fund, "2030", "MGR"), -42_000_000_000n);
    assert.equal(balance(fund, "3070", "MGR"), -18_000_000_000n);
    const payment = [...fund.state.payments.values()].find(({ payee }) => payee === "MGR");
    assert.equal(payment?.minor, 42_000_000_000n);
  });
});

/** Later capital that is lost: more is paid in by the United States, and nothing comes of it. */
function withLaterLoss(fund: DemonstrationFund, lost: bigint): DemonstrationFund {
  return fund.change((state) => {
    const book = bookOf(state.waterfalls, "fund");
    const pool = book.pools.get("fund")!;
    const account = pool.get("US")!;
    const contributed = account.contributed + lost;
    const pools = book.pools.set(
      "fund",
      pool.set("US", { ...account, contributed, unreturned: lost }),
    );
    const books = state.waterfalls.books.set("fund", { ...book, pools });
    return { ...state, waterfalls: { ...state.waterfalls, books } };
  });
}

describe("carry.clawback", () => {
  test("[CY5] what the whole result does not bear out comes back, escrow first", () => {
    const fund = withLaterLoss(carried(), 150_000_000_000n);
    agreed(fund, carryDrafts.pay(42_000_000_000n));
    // Profit is 300 less 150: a fifth of it is 30, so that 30 of the 60 come back, 18 from escrow.
    const changed = touched(fund, () => agreed(fund, carryDrafts.clawback(true)));
    assert.deepEqual(changed, ["ledger", "waterfalls"]);
    assert.equal(balance(fund, "1075", "MGR"), 12_000_000_000n);
    assert.equal(balance(fund, "3070", "MGR"), 0n);
    assert.equal(balance(fund, "3030", "3070"), -30_000_000_000n);
    assert.deepEqual(
      { ...carryOf(fund) },
      {
        received: 30_000_000_000n,
        profit: 270_000_000_000n,
        paid: 30_000_000_000n,
        escrow: 0n,
        returned: 30_000_000_000n,
      },
    );
  });

  test("[CY6] an interim test counts the net assets as if they were paid out", () => {
    // The fund still has 600 of net assets: with them the loss of 150 is no loss.
    const fund = withLaterLoss(carried(), 150_000_000_000n);
    const signed = fund.proposal({ ...carryDrafts.clawback(false), by: "us-t1" });
    const outcome = fund.submit(signed);
    assert.ok(!outcome.ok && outcome.error.code === "nothing_to_claw_back");
  });

  test("[CY6] the last test lets go of what is held back", () => {
    const fund = carried();
    agreed(fund, carryDrafts.clawback(true));
    assert.equal(carryOf(fund).escrow, 0n);
    agreed(fund, carryDrafts.pay(60_000_000_000n));
    assert.equal(balance(fund, "3070", "MGR"), 0n);
  });
});

describe("carry.return", () => {
  test("[CY6] what the holder pays back clears the receivable, and nothing else changes", () => {
    const fund = withLaterLoss(carried(), 150_000_000_000n);
    agreed(fund, carryDrafts.pay(42_000_000_000n));
    agreed(fund, carryDrafts.clawback(true));
    const cash = balance(fund, "1010", "bank");
    const changed = touched(fund, () => fund.report(carryDrafts.back(12_000_000_000n)));
    assert.deepEqual(changed, ["ledger"]);
    assert.equal(balance(fund, "1075", "MGR"), 0n);
    assert.equal(balance(fund, "1010", "bank"), cash + 12_000_000_000n);
  });
});
