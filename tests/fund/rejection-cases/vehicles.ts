import { enacted, investmentDrafts, projectFund } from "../../support/investment-drafts.ts";
import { type Case, at, proposing, withBody } from "../../support/rejection-case.ts";
import { fundAt } from "../../support/stages.ts";

const withVehicle = () => {
  const fund = fundAt("funded");
  enacted(fund, investmentDrafts.vehicle());
  return fund;
};

const dissolved = () => {
  const fund = withVehicle();
  enacted(fund, investmentDrafts.dissolution());
  return fund;
};

/** The charter says nothing of how projects distribute. */
const withoutTerms = () =>
  fundAt("funded").change((state) => {
    const { distributions } = state.charter;
    const kept = distributions.filter(({ vehicle }) => vehicle !== "projects");
    return { ...state, charter: { ...state.charter, distributions: kept } };
  });

export const vehiclesCases: readonly Case[] = [
  {
    code: "vehicle_exists",
    clause: "8.18",
    actual: "abilene-spv",
    fund: withVehicle,
    statement: proposing(() => ({ ...investmentDrafts.vehicle(), reason: "Once more" })),
  },
  {
    code: "currency_unknown",
    clause: "8.18",
    actual: "XXQ",
    fund: at("funded"),
    statement: proposing(() => investmentDrafts.vehicle({ currency: "XXQ" })),
  },
  {
    code: "text_missing_in_language",
    clause: "8.18",
    fund: at("funded"),
    statement: proposing(() => investmentDrafts.vehicle({ name: { en: "Abilene" } })),
  },
  {
    code: "vehicle_unknown",
    clause: "8.18",
    actual: "nobody",
    fund: at("funded"),
    statement: proposing(() => investmentDrafts.vehicle({ owner: "nobody" })),
  },
  {
    code: "owner_of_other_kind",
    clause: "8.18",
    actual: "project",
    fund: withVehicle,
    statement: proposing(() =>
      investmentDrafts.vehicle({ vehicle: "second-spv", owner: "abilene-spv" }),
    ),
  },
  {
    code: "distribution_terms_missing",
    clause: "8.18",
    actual: "project",
    fund: withoutTerms,
    statement: proposing(() => investmentDrafts.vehicle()),
  },
  {
    code: "distribution_terms_missing",
    clause: "8.18",
    actual: "umbrella",
    fund: at("funded"),
    statement: proposing(() => investmentDrafts.vehicle({ kind: "umbrella" })),
  },
  {
    code: "vehicle_not_in_schedule",
    clause: "8.19",
    actual: "fund",
    fund: at("funded"),
    statement: proposing(() => investmentDrafts.dissolution("fund")),
  },
  {
    code: "vehicle_not_empty",
    clause: "8.19",
    actual: ["1010 USD", "2097 USD", "abilene"],
    fund: projectFund,
    statement: proposing(() => investmentDrafts.dissolution()),
  },
  {
    code: "vehicle_dissolved",
    clause: "8.19",
    actual: "abilene-spv",
    fund: dissolved,
    statement: proposing(() => ({ ...investmentDrafts.dissolution(), reason: "Once more" })),
  },
  {
    code: "vehicle_dissolved",
    clause: "8.1",
    actual: "abilene-spv",
    fund: dissolved,
    statement: proposing(() => investmentDrafts.holding()),
  },
  {
    code: "vehicle_not_owned",
    clause: "8.1",
    actual: "fund",
    fund: withVehicle,
    statement: proposing(() => withBody(investmentDrafts.holding(), { into: "fund" })),
  },
  {
    code: "vehicle_held_already",
    clause: "8.1",
    actual: "abilene-spv",
    fund: projectFund,
    statement: proposing(() => withBody(investmentDrafts.holding(), { investment: "second" })),
  },
];
