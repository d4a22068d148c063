import assert from "node:assert/strict";
import { test } from "node:test";
import { testAct, type ActTest } from "../support/act-test.ts";
import {
  afterNotice,
  halfOf,
  leaving,
  noticed,
  offered,
  onlyOffer,
  putCall,
  sold,
} from "../support/exits.ts";
import { fundAt } from "../support/stages.ts";

const ACTS: readonly ActTest[] = [
  {
    type: "exit.notice",
    rule: "[EX1]",
    fund: () => fundAt("funded"),
    draft: () => leaving.notice(),
    posts: {},
    effect({ oversight }) {
      const notice = oversight.notices.get("founders/JP");
      assert.deepEqual([notice?.givenOn, notice?.until], ["2025-09-10", "2026-09-10"]);
    },
    touches: ["oversight"],
  },
  {
    type: "exit.offer",
    rule: "[EX2]",
    fund: afterNotice,
    draft: () => leaving.offer(),
    posts: {},
    effect({ oversight }) {
      const [offer] = [...oversight.offers.values()];
      // 3,000,000,000 units at 1.00 less 5% are 2,850,000,000.00.
      assert.deepEqual([offer?.by, offer?.minor], ["JP", 285_000_000_000n]);
    },
    touches: ["oversight"],
  },
  {
    type: "exit.accept",
    rule: "[EX3]",
    fund: () => offered(),
    draft: (fund) => leaving.acceptance(onlyOffer(fund)),
    posts: {},
    effect({ oversight, capital, today }) {
      const [offer] = [...oversight.offers.values()];
      assert.deepEqual([offer?.accepted?.buyer, offer?.accepted?.on], ["US", today]);
      assert.equal(capital.units.get("founders/US"), 3_000_000_000_000_000n);
    },
    touches: ["oversight"],
  },
  {
    type: "exit.settle",
    rule: "[EX4]",
    fund: sold,
    draft: (fund) => leaving.payment(onlyOffer(fund)),
    // The money passes between the treasuries: no book of the fund changes.
    posts: {},
    effect({ oversight, capital, today }) {
      assert.equal([...oversight.offers.values()][0]?.settledOn, today);
      assert.equal(capital.units.get("founders/US"), 6_000_000_000_000_000n);
      assert.equal(capital.units.get("founders/JP"), undefined);
    },
    touches: ["oversight", "capital"],
  },
  {
    type: "interest.transfer",
    rule: "[EX5]",
    fund: () => fundAt("funded"),
    draft: () => leaving.transfer(),
    posts: {},
    effect({ capital }) {
      assert.equal(capital.units.get("founders/US"), 3_000_000_001_000_000n);
      assert.equal(capital.units.get("founders/JP"), 2_999_999_999_000_000n);
    },
    touches: ["capital", "oversight"],
  },
];

for (const act of ACTS) testAct(act);

test("[EX2] others may call the units of a side that has given notice, at once", () => {
  const fund = noticed();
  fund.enact(halfOf(leaving.offer({ buyer: "US" }, "us-t1")), "us-t1");
  const id = onlyOffer(fund);
  assert.equal(fund.state.oversight.offers.get(id)?.minor, 142_500_000_000n);
  fund.enact(leaving.acceptance(id, "jp-t1"), "jp-t1");
  assert.equal(fund.state.oversight.offers.get(id)?.accepted?.buyer, "US");
});

test("[DK6] at put and call either side may offer without notice", () => {
  const fund = putCall();
  fund.enact(leaving.offer({ buyer: "US" }, "us-t1"), "us-t1");
  assert.equal(fund.state.oversight.offers.size, 1);
  const early = fundAt("funded");
  const outcome = early.submit(early.proposal(leaving.offer({ buyer: "US" }, "us-t1")));
  assert.equal(outcome.ok ? "offered" : outcome.error.code, "offer_without_ground");
});

test("[EX3] units that are sold go to nobody else, and are free again if nobody pays", () => {
  const fund = sold();
  const twice = fund.submit(fund.proposal(leaving.transfer()));
  assert.equal(twice.ok ? "proposed" : twice.error.code, "units_insufficient");
  fund.at("2027-09-10T09:00:00Z");
  const later = fund.submit(fund.proposal(leaving.transfer()));
  assert.ok(later.ok);
});

test("[EX5] an outsider gets what the other holders let go by", () => {
  const fund = offered().change((state) => {
    const parties = state.charter.parties.map((party) =>
      party.id === "MGR" ? { ...party, kind: "sovereign" as const } : party,
    );
    return { ...state, charter: { ...state.charter, parties } };
  });
  const toOutsider = leaving.transfer({ to: "MGR" });
  const early = fund.submit(fund.proposal(toOutsider));
  assert.equal(early.ok ? "proposed" : early.error.code, "not_offered_first");
  fund.at("2027-01-15T09:00:00Z");
  assert.ok(fund.submit(fund.proposal(toOutsider)).ok);
});

test("[EX6] units go to nobody to whom the class is closed, nor to their holder", () => {
  const fund = fundAt("funded");
  for (const to of ["MGR", "JP", "nobody"]) {
    const outcome = fund.submit(fund.proposal(leaving.transfer({ to })));
    assert.equal(outcome.ok ? "proposed" : outcome.error.code, "holder_not_eligible", to);
  }
});
