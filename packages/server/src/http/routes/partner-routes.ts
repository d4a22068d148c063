import { Schema } from "@jointfund/core/base/schema.ts";
import { mainVehicle } from "@jointfund/core/fund/figures.ts";
import { PARTY_KINDS, type Vehicle } from "@jointfund/core/charter/charter.ts";
import { statementOf } from "@jointfund/core/statements/catalogue.ts";
import { flowsOfParty } from "@jointfund/core/statements/party-flows.ts";
import type { FinancialStatement } from "@jointfund/core/statements/statement.ts";
import { STATEMENT_TITLES } from "../../languages/statement-labels.ts";
import { localized } from "../../languages/language.ts";
import { paging, partByPlace } from "../cursor.ts";
import { noticeSchema, noticesTo, noticeTo } from "../holders/notice.ts";
import {
  PARTNER_FIGURES,
  partnerFigure,
  partnerFigureOf,
  type PartnerFigure,
} from "../holders/partner-figures.ts";
import { OWN_PARTY, ownParty } from "../holders/own-party.ts";
import {
  commitmentSchema,
  commitmentsOf,
  positionSchema,
  positionsOf,
} from "../holders/partner-account.ts";
import { partnerTermsOf, partnerTermsSchema } from "../holders/partner-terms.ts";
import { RequestProblem } from "../problem.ts";
import type { RecordView } from "../record-replay.ts";
import { reading, RESTS_MS } from "../route.ts";
import { fileQuery, filing } from "../statement-files.ts";
import { partOfPostings, whySchema } from "../why-schema.ts";
import {
  describeStatement,
  periodAsked,
  periodQuery,
  statementSchema,
} from "../statement-schema.ts";
import {
  count,
  currency,
  date,
  identifier,
  localizedText,
  minor,
  nothing,
  string,
} from "../wire-schemas.ts";

const { array, object, oneOf, optional } = Schema;

const ofParty = object({ party: identifier });

export const partnerRoute = reading({
  id: "getPartner",
  path: "/api/v1/partners/{party}",
  text: {
    en: "What a party has promised, paid in, got and holds, with its returns, fees and rights",
    ja: "当事者の出資約束、払込、分配、保有、運用成績、報酬及び権利",
  },
  restsMs: RESTS_MS,
  access: OWN_PARTY,
  scope: "party",
  pathSchema: ofParty,
  querySchema: nothing,
  answer: object({
    party: identifier,
    kind: oneOf(PARTY_KINDS),
    name: localizedText,
    short: localizedText,
    today: date,
    commitments: array(commitmentSchema),
    positions: array(positionSchema),
    terms: partnerTermsSchema,
  }),
  problems: ["not_yours", "unknown_id"],
  handle({ office, path, person }) {
    const { view } = office.record;
    const party = ownParty(view.state, person, path.party);
    const { id, kind, name, short } = party;
    return {
      value: {
        ...{ party: id, kind, name, short, today: view.state.today },
        commitments: commitmentsOf(view, party),
        positions: positionsOf(view, party),
        terms: partnerTermsOf(view.state, party),
      },
    };
  },
});

export const partnerNoticesRoute = reading({
  id: "listPartnerNotices",
  path: "/api/v1/partners/{party}/notices",
  text: {
    en: "Notices to a party, newest first: calls, distributions and capital returned",
    ja: "当事者への通知（新しい順。資本拠出請求、分配及び資本の返還）",
  },
  restsMs: RESTS_MS,
  access: OWN_PARTY,
  scope: "party",
  pathSchema: ofParty,
  querySchema: object(paging),
  answer: object({ items: array(noticeSchema), next: optional(string()) }),
  problems: ["not_yours", "unknown_id", "cursor_wrong"],
  handle({ office, path, query, person }) {
    const { view } = office.record;
    const { id } = ownParty(view.state, person, path.party);
    return { value: noticesTo(view, id, query) };
  },
});

export const partnerNoticeRoute = reading({
  id: "getPartnerNotice",
  path: "/api/v1/partners/{party}/notices/{id}",
  text: { en: "A notice to a party", ja: "当事者への通知の内容" },
  restsMs: RESTS_MS,
  access: OWN_PARTY,
  scope: "party",
  pathSchema: object({ party: identifier, id: string({ maxLength: 200 }) }),
  querySchema: nothing,
  answer: noticeSchema,
  problems: ["not_yours", "unknown_id"],
  handle({ office, path, person }) {
    const { view } = office.record;
    const { id: party } = ownParty(view.state, person, path.party);
    const notice = noticeTo(view, party, path.id);
    if (notice === undefined) throw new RequestProblem("unknown_id", ["notice", path.id]);
    return { value: notice };
  },
});

const OF_COMMITMENTS: ReadonlySet<PartnerFigure> = new Set(["committed", "unfunded", "recallable"]);

export const partnerWhyRoute = reading({
  id: "explainPartnerFigure",
  path: "/api/v1/partners/{party}/why/{figure}",
  text: {
    en: "Where a figure of a party comes from: postings and the acts that made them",
    ja: "当事者の数値の根拠（仕訳及び行為）",
  },
  restsMs: RESTS_MS,
  access: OWN_PARTY,
  scope: "party",
  pathSchema: object({ party: identifier, figure: partnerFigure }),
  querySchema: object({ ...paging, vehicle: optional(identifier), currency: optional(currency) }),
  answer: whySchema,
  problems: ["not_yours", "unknown_id", "cursor_wrong"],
  handle({ office, path: { figure, ...path }, query, person }) {
    const { view } = office.record;
    const party = ownParty(view.state, person, path.party);
    const { capital } = view.state.charter;
    // Commitments are kept in one book, whichever the fund's own is.
    const usual = OF_COMMITMENTS.has(figure) ? capital.vehicle : undefined;
    const vehicle = vehicleAsked(view, query.vehicle ?? usual);
    const { currency: of = vehicle.currency } = query;
    const { minor: sum, source } = partnerFigureOf(view, figure, {
      ...{ party, vehicle, currency: of },
    });
    return {
      value: {
        ...{ id: figure, label: PARTNER_FIGURES[figure], from: source.kind },
        value: { kind: "money" as const, currency: of, minor: sum },
        ...partOfPostings(view, source, query),
      },
    };
  },
});

export const partnerFlowsRoute = reading({
  id: "listPartnerFlows",
  path: "/api/v1/partners/{party}/flows",
  text: {
    en: "What a party paid into a vehicle and got from it, newest first",
    ja: "当事者の払込及び受取の一覧（新しい順）",
  },
  restsMs: RESTS_MS,
  access: OWN_PARTY,
  scope: "party",
  pathSchema: ofParty,
  querySchema: object({ ...paging, vehicle: optional(identifier) }),
  answer: object({
    vehicle: identifier,
    currency,
    items: array(object({ on: date, minor, entry: count }), {
      description: "Paid in is less than nothing: what the rate of return is worked from.",
    }),
    next: optional(string()),
  }),
  problems: ["not_yours", "unknown_id", "cursor_wrong"],
  handle({ office, path, query, person }) {
    const { view } = office.record;
    const { id: party } = ownParty(view.state, person, path.party);
    const { id: vehicle, currency: own } = vehicleAsked(view, query.vehicle);
    const all = flowsOfParty(view.chronicle, { vehicle, currency: own, party });
    const { today } = view.state;
    const { items, ...rest } = partByPlace("flows", all, query, ({ on }) => on <= today);
    return { value: { vehicle, currency: own, items, ...rest } };
  },
});

/** The vehicle that is asked about: the fund's own, unless another is named. */
function vehicleAsked({ state: { charter } }: RecordView, asked: string | undefined): Vehicle {
  const vehicle =
    asked === undefined ? mainVehicle(charter) : charter.vehicles.find(({ id }) => id === asked);
  if (vehicle === undefined) throw new RequestProblem("unknown_id", ["vehicle", asked ?? ""]);
  return vehicle;
}

/** The capital account of one party over a period, and its returns, as statements have them. */
function statementsOf(
  view: RecordView,
  party: string,
  { vehicle: asked, ...query }: { readonly vehicle?: string } & Parameters<typeof periodAsked>[1],
): readonly [account: FinancialStatement, returns: FinancialStatement] {
  const { state, chronicle } = view;
  const { id: vehicle } = vehicleAsked(view, asked);
  const input = { state, chronicle, vehicle, period: periodAsked(view, query) };
  const account = statementOf("capital-accounts", input);
  const returns = statementOf("returns", input);
  return [
    {
      ...account,
      tables: account.tables.filter(({ id }) => id === `capital-account.${party}`),
    },
    {
      ...returns,
      tables: returns.tables.map((table) => ({
        ...table,
        lines: table.lines.filter(({ id }) => id === party),
      })),
    },
  ];
}

const accountQuery = object({ vehicle: optional(identifier), ...periodQuery });

export const partnerAccountRoute = reading({
  id: "getPartnerAccount",
  path: "/api/v1/partners/{party}/account",
  text: {
    en: "The capital account of a party over a period",
    ja: "当事者の資本勘定計算書（期間指定可能）",
  },
  restsMs: RESTS_MS,
  access: OWN_PARTY,
  scope: "party",
  pathSchema: ofParty,
  querySchema: accountQuery,
  answer: statementSchema,
  problems: ["not_yours", "unknown_id", "period_wrong", "future_asked"],
  handle({ office, path, query, person }) {
    const { view } = office.record;
    const { id } = ownParty(view.state, person, path.party);
    const [account] = statementsOf(view, id, query);
    return { value: describeStatement("capital-accounts", account) };
  },
});

export const partnerFileRoute = filing({
  id: "getPartnerFile",
  path: "/api/v1/partners/{party}/file",
  text: {
    en: "The capital account and the returns of a party as a file",
    ja: "当事者の資本勘定計算書及び運用成績のファイル",
  },
  access: OWN_PARTY,
  scope: "party",
  pathSchema: ofParty,
  querySchema: object({ vehicle: optional(identifier), ...periodQuery, ...fileQuery }),
  problems: ["not_yours", "unknown_id", "period_wrong", "future_asked"],
  handle({ office, path, query, person }) {
    const { view } = office.record;
    const { id, name } = ownParty(view.state, person, path.party);
    const [account, returns] = statementsOf(view, id, query);
    const of = localized(name);
    const statements = [
      { ...account, title: STATEMENT_TITLES["capital-accounts"], of },
      { ...returns, title: STATEMENT_TITLES.returns, of },
    ];
    return { view, statements, called: `capital-account-${id}-${account.period.to}` };
  },
});
