import { drafts } from "../../support/stages.ts";
import { type Case, withBody, at, proposing } from "../../support/rejection-case.ts";

export const investmentsCases: readonly Case[] = [
  {
    code: "investment_exists",
    clause: "8.1",
    actual: "abilene",
    fund: at("recommended"),
    statement: proposing(() => drafts.recommendation()),
  },
  {
    code: "sector_outside_mandate",
    clause: "6.1",
    actual: "shipyards",
    fund: at("funded"),
    statement: proposing(() => withBody(drafts.recommendation(), { sector: "shipyards" })),
  },
  {
    code: "geography_outside_mandate",
    clause: "6.1",
    fund: at("funded"),
    statement: proposing(() => withBody(drafts.recommendation(), { geography: "FR" })),
  },
  {
    code: "region_outside_geography",
    clause: "8.1",
    fund: at("funded"),
    statement: proposing(() => withBody(drafts.recommendation(), { region: "JP-40" })),
  },
  {
    code: "vehicle_unknown",
    clause: "8.1",
    fund: at("funded"),
    statement: proposing(() => withBody(drafts.recommendation(), { vehicle: "feeder" })),
  },
  {
    code: "text_missing_in_language",
    clause: "8.1",
    fund: at("funded"),
    statement: proposing(() => withBody(drafts.recommendation(), { name: { en: "Abilene" } })),
  },
  {
    code: "text_missing_in_language",
    clause: "8.1",
    actual: ["en"],
    fund: at("funded"),
    statement: proposing(() =>
      withBody(drafts.recommendation(), {
        parties: [{ company: "oracle", name: { en: "Oracle" }, role: "tenant" }],
      }),
    ),
  },
  {
    code: "investment_unknown",
    clause: "8.2",
    fund: at("recommended"),
    statement: proposing(() => withBody(drafts.selection(), { investment: "milam" })),
  },
  {
    code: "investment_status",
    clause: "8.4",
    actual: "recommended",
    fund: at("recommended"),
    statement: proposing(() => drafts.closing()),
  },
  {
    code: "milestone_unknown",
    clause: "8.4",
    fund: at("selected"),
    statement: proposing(() => withBody(drafts.closing(), { milestone: "step-9" })),
  },
  {
    code: "milestone_already_funded",
    clause: "8.5",
    fund: at("earning"),
    statement: proposing(() => withBody(drafts.advance(), { milestone: "step-1" })),
  },
  {
    code: "milestone_not_due",
    clause: "8.5",
    actual: "2025-09-26",
    fund: at("closed"),
    statement: proposing(() => drafts.advance()),
  },
  {
    code: "payee_not_in_investment",
    clause: "8.4",
    fund: at("selected"),
    statement: proposing(() => withBody(drafts.closing(), { payee: "somebody" })),
  },
];
