import { PersistentMap } from "@jointfund/core/base/persistent-map.ts";
import { bookOf } from "@jointfund/core/distributions/waterfall-book.ts";
import type { CapitalPool, CapitalPools } from "@jointfund/core/distributions/capital-pools.ts";
import type { DemonstrationFund } from "../../support/demonstration-fund.ts";
import { afterNotice, leaving, noticed, offered, onlyOffer, sold } from "../../support/exits.ts";
import { at, proposing, type Case } from "../../support/rejection-case.ts";

const noAccounts: CapitalPool = PersistentMap.empty;
const NONE = "0".repeat(64);

/** A fund whose waterfall remembers something of its parties. */
function withBalances(): DemonstrationFund {
  return noticed().change((state) => {
    const pools: CapitalPools = PersistentMap.empty;
    const book = { ...bookOf(state.waterfalls, "fund"), pools: pools.set("fund", noAccounts) };
    const books = state.waterfalls.books.set("fund", book);
    return { ...state, waterfalls: { ...state.waterfalls, books } };
  });
}

function worthless(): DemonstrationFund {
  return afterNotice().change((state) => {
    let { strikes } = state;
    for (const [key, strike] of strikes) {
      strikes = strikes.set(key, { ...strike, price: "0.00000000" });
    }
    return { ...state, strikes };
  });
}

export const exitsCases: readonly Case[] = [
  {
    code: "no_units_held",
    clause: "43.2",
    fund: at("founded"),
    statement: (fund) => fund.fact(leaving.notice()),
  },
  {
    code: "exit_notice_given",
    clause: "43.2",
    fund: noticed,
    statement: (fund) => fund.fact({ ...leaving.notice(), reason: "Once more" }),
  },
  {
    code: "offer_unknown",
    clause: "43.4",
    fund: noticed,
    statement: proposing(() => leaving.acceptance(NONE)),
  },
  {
    code: "offer_over",
    clause: "43.4",
    fund: sold,
    statement: (fund) =>
      fund.proposal({ ...leaving.acceptance(onlyOffer(fund)), reason: "Once more" }),
  },
  {
    code: "not_party_to_offer",
    clause: "43.4",
    actual: "JP",
    fund: () => offered(),
    statement: (fund) => fund.proposal(leaving.acceptance(onlyOffer(fund), "jp-t1")),
  },
  {
    code: "units_insufficient",
    clause: "43.6",
    actual: "3000000000000001",
    fund: at("funded"),
    statement: proposing(() => leaving.transfer({ microUnits: "3000000000000001" })),
  },
  {
    code: "holder_not_eligible",
    clause: "4.2",
    actual: "MGR",
    fund: at("funded"),
    statement: proposing(() => leaving.transfer({ to: "MGR" })),
  },
  {
    code: "waterfall_keeps_parties",
    clause: "43.6",
    actual: "fund",
    fund: withBalances,
    statement: proposing(() => leaving.transfer()),
  },
  {
    code: "offer_without_ground",
    clause: "43.3",
    actual: "JP",
    fund: noticed,
    statement: proposing(() => leaving.offer()),
  },
  {
    code: "offer_without_price",
    clause: "43.3",
    fund: worthless,
    statement(fund) {
      const id = fund.propose(leaving.offer());
      fund.approve(id, "jp-t1");
      return fund.execution(id, "us-t1");
    },
  },
  {
    code: "not_offered_first",
    clause: "43.1",
    actual: "JP",
    fund: () =>
      noticed().change((state) => ({
        ...state,
        capital: { ...state.capital, units: state.capital.units.delete("founders/US") },
      })),
    statement: proposing(() => leaving.transfer()),
  },
  {
    code: "settlement_differs",
    clause: "43.5",
    actual: "USD 284999999999",
    fund: sold,
    statement: (fund) => fund.fact(leaving.payment(onlyOffer(fund), "284999999999")),
  },
];
