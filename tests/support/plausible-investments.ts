import type { FundState } from "@jointfund/core/fund/state.ts";
import type { Investment } from "@jointfund/core/investments/state.ts";
import type { PlausibleAct } from "./plausible-acts.ts";

type Body = PlausibleAct["body"];

const EVIDENCE = ["e".repeat(64)];

/** A new investment of the fund's, and one through each vehicle of a project that it may hold. */
function recommendations(
  { investments, today, charter }: FundState,
  amount: string,
): readonly PlausibleAct[] {
  const milestones = ["step-1", "step-2"].map((id) => ({ id, due: today, amount }));
  const body = {
    investment: `investment-${investments.size}`,
    name: { en: "Site", ja: "用地" },
    ...{ vehicle: "fund", sector: "power", geography: "JP", currency: "USD", milestones },
    parties: [{ company: "crusoe", role: "developer" }],
    capTable: [{ holder: "crusoe", instrument: "equity", committed: amount }],
  };
  const projects = charter.vehicles.filter(({ kind }) => kind === "project");
  const through = projects.map(({ id }) => ({ ...body, into: id }));
  return [body, ...through].map((each) => ({
    ...{ type: "investment.recommend", by: "us-t1", body: each },
  }));
}

/** A project's vehicle is made, and one that is there may go. */
function vehicleActs({ schedules }: FundState): readonly PlausibleAct[] {
  const name = { en: "Project", ja: "案件" };
  const vehicle = `spv-${schedules.vehicles.length}`;
  const body = { vehicle, kind: "project", name, currency: "USD", owner: "fund" };
  const made = schedules.vehicles.slice(-2).map(({ id }) => ({
    ...{ type: "vehicle.dissolve", by: "us-t1", body: { vehicle: id } },
  }));
  return schedules.vehicles.length > 3
    ? made
    : [{ type: "vehicle.create", by: "us-t1", body }, ...made];
}

function onClosed(investment: Investment, body: Body, amount: string): readonly PlausibleAct[] {
  const { capTable, valuation, milestones, into } = investment;
  const money = { ...body, currency: "USD", amount };
  const opinion = { ...money, level: 3, technique: "Guess" };
  const more = { id: `step-${milestones.length + 1}`, due: "2025-09-10", amount };
  const [overrun] = capTable.overruns.slice(-1);
  const sponsored = { ...money, holder: "crusoe", instrument: "equity" };
  const doubts: readonly PlausibleAct[] =
    valuation === undefined
      ? []
      : [
          {
            ...{ type: "valuation.challenge", by: "us-t1" },
            body: { ...body, valuation: valuation.actId, grounds: "Doubt" },
          },
          {
            ...{ type: "valuation.review", by: "au-1" },
            body: { ...opinion, challenge: valuation.challenge?.actId ?? valuation.actId },
          },
        ];
  const onOverrun: readonly PlausibleAct[] =
    overrun === undefined
      ? []
      : [
          {
            ...{ type: "investment.fundOverrun", by: "us-t1" },
            body: { ...money, overrun: overrun.id, payee: into ?? "crusoe" },
          },
          {
            ...{ type: "investment.sponsorFunded", by: "en-1" },
            body: { ...sponsored, overrun: overrun.id },
          },
        ];
  return [
    ...doubts,
    ...onOverrun,
    { type: "valuation.submit", by: "va-1", body: opinion },
    { type: "investment.sponsorFunded", by: "en-1", body: sponsored },
    {
      ...{ type: "investment.overrun", by: "en-1" },
      body: { ...money, overrun: `overrun-${capTable.overruns.length}`, cause: "Steel" },
    },
    {
      ...{ type: "investment.followOn", by: "us-t1" },
      body: { ...body, currency: "USD", milestones: [more] },
    },
    {
      ...{ type: "investment.dispose", by: "us-t1" },
      body: { ...money, part: amount === "7" ? "1/1" : "1/3", buyer: "pension-fund" },
    },
    {
      ...{ type: "investment.writeOff", by: "us-t1" },
      body: { ...body, part: "1/7", cause: "Lost" },
    },
  ];
}

/** What may come from what is or was the fund's. */
const receiptsOf = (body: Body, amount: string): readonly PlausibleAct[] => {
  const money = { ...body, currency: "USD", amount };
  const support = { kind: "grant", authority: "A state" };
  return [
    { type: "investment.income", by: "cu-1", body: { ...money, character: "dividend" } },
    { type: "investment.proceeds", by: "cu-1", body: money },
    { type: "investment.capitalReturned", by: "cu-1", body: money },
    ...["income", "reducesCost"].map((treatment) => ({
      ...{ type: "incentive.receive", by: "cu-1", body: { ...money, ...support, treatment } },
    })),
  ];
};

function certificates(investment: Investment, body: Body, today: string): readonly PlausibleAct[] {
  return investment.milestones.map(({ id: milestone, minor }) => ({
    ...{ type: "milestone.certify", by: "en-1", evidence: EVIDENCE },
    body: {
      ...{ ...body, milestone, currency: "USD", amount: minor.toString() },
      ...{ reachedOn: today, report: "Seen" },
    },
  }));
}

/** Acts about vehicles and investments that could come next, with an amount at choice. */
export function plausibleInvestments(state: FundState, amount: string): readonly PlausibleAct[] {
  const acts = [...state.investments.values()].flatMap((investment): readonly PlausibleAct[] => {
    const { id, status, into, milestones } = investment;
    const body = { investment: id };
    const fund = (type: string, milestone: string): PlausibleAct => ({
      ...{ type, by: "us-t1", body: { ...body, milestone, payee: into ?? "crusoe" } },
    });
    if (status === "recommended") return [{ type: "investment.select", by: "jp-t1", body }];
    const certified = certificates(investment, body, state.today);
    if (status === "selected") return [...certified, fund("investment.close", "step-1")];
    if (status !== "closed") return receiptsOf(body, amount);
    const advances = milestones.map((milestone) => fund("investment.advance", milestone.id));
    return [
      ...[...certified, ...advances],
      ...[...onClosed(investment, body, amount), ...receiptsOf(body, amount)],
    ];
  });
  return [...recommendations(state, amount), ...vehicleActs(state), ...acts];
}
