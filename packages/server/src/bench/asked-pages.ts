import { AUDIT_LIST_NAMES } from "@jointfund/core/statements/audit/lists.ts";
import { STATEMENT_NAMES } from "@jointfund/core/statements/catalogue.ts";
import type { Asker, LongOffice } from "./long-office.ts";

/** Something that pages ask for, and as whom. */
export type Asked = {
  readonly name: string;
  readonly path: (office: LongOffice) => string;
  readonly as?: Asker;
};

const asked = (path: string, as?: Asker): Asked => ({
  ...{ name: path, path: () => path },
  ...(as === undefined ? {} : { as }),
});

const all = (paths: readonly string[], as?: Asker): readonly Asked[] =>
  paths.map((path) => asked(path, as));

const half = ({ entries }: LongOffice): string => `knownAt=${Math.floor(entries / 2)}`;
const ofMonth = ({ halfDay }: LongOffice): string => `from=${halfDay.slice(0, 7)}-01&to=${halfDay}`;
const lastEntry = ({ entries }: LongOffice): number => entries - 9;

/** Anybody's: the public pages and the analyst's. */
const PUBLIC: readonly Asked[] = [
  ...all(["fund", "page", "acts?limit=20", "acts?limit=20&status=vetoed", "act-counts"]),
  ...all(["acts?limit=20&party=JP&year=2031", "acts?limit=20&clause=17"]),
  ...all(["refusals", "investments", "facilities", "covenants", "guarantees", "calendar"]),
  ...all([
    "covenants/asset-coverage/history",
    "charter",
    "charter/versions",
    "charter/explanation",
    "audit-opinions",
  ]),
  ...all(["charter/powers", "charters", "projection-terms", "scenarios", "session"]),
  ...all(["steps", "steps?every=day&limit=500", "steps?every=month&limit=500"]),
  ...all(["history?figure=net-assets&every=month", "history?figure=price&every=month"]),
  ...all(["why/net-assets", "why/owns.cash", "why/sides.US.put-in", "why/sides.US.units"]),
  ...all(["why/sides.US.irr", "why/movement.put-in"]),
  { name: "acts/{id}", path: (office) => `acts/${office.act}` },
  { name: "entries/{index}", path: (office) => `entries/${lastEntry(office)}` },
  { name: "acts, known half way", path: (office) => `acts?limit=20&${half(office)}` },
  { name: "page, as of half way", path: (office) => `page?asOf=${office.halfDay}` },
  {
    name: "why/net-assets, as of half way",
    path: (office) => `why/net-assets?asOf=${office.halfDay}`,
  },
  {
    name: "statements/returns, of a month",
    path: (office) => `statements/returns?${ofMonth(office)}`,
  },
  { name: "page, known half way", path: (office) => `page?${half(office)}` },
  ...all(["statements", ...STATEMENT_NAMES.map((name) => `statements/${name}`)]),
];

const OF_PARTNERS = all(
  [
    "",
    "/account",
    "/notices",
    "/flows",
    "/why/paidIn",
    "/why/unfunded",
    "/file?format=pdf&lang=en",
  ].map((path) => `partners/US${path}`),
  "US",
);

const OF_OFFICERS: readonly Asked[] = [
  ...all(["desk/inbox", "desk/cash", "desk/alarms", "signing"], "US"),
  ...all(["act-types", "act-types/capital.receive"], "US"),
  { name: "desk/acts/{id}", path: (office) => `desk/acts/${office.act}`, as: "US" },
  ...all(["why-posted/posted.fund.1010.USD._", "why-posted/posted.fund.3010.USD._.US"], "US"),
  asked("statements/capital-accounts/file?format=pdf&lang=en", "US"),
];

const OF_AUDITORS: readonly Asked[] = [
  ...all(["verifications", "order-requests", "audit/lists"], "AUD"),
  ...all(
    AUDIT_LIST_NAMES.map((name) => `audit/lists/${name}`),
    "AUD",
  ),
  ...["account=1010", "cell=net-assets"].map((of) =>
    asked(`audit/samples?method=monetaryUnit&seed=bench&size=20&${of}`, "AUD"),
  ),
  {
    name: "audit/samples, of a month",
    path: (office) => `audit/samples?method=attribute&seed=bench&size=20&${ofMonth(office)}`,
    as: "AUD",
  },
  asked("audit/samples/file?method=attribute&seed=bench&size=20&format=csv&lang=en", "AUD"),
  {
    name: "audit/evidence, of an act",
    path: (office) => `audit/evidence?of=act&id=${office.act}`,
    as: "AUD",
  },
  {
    name: "audit/evidence, of an entry",
    path: (office) => `audit/evidence?of=entry&id=${lastEntry(office)}`,
    as: "AUD",
  },
  // Last, since it is made again for a minute after that, whenever the record grows.
  asked("checks", "AUD"),
];

const OF_CITIZENS = all(
  ["my/holding", "my/statement?format=pdf&lang=en", "my/order-terms", "my/order-requests"],
  "citizen",
);

/** What the pages of all roles ask for, each address that they ask with GET among them. */
export const ASKED: readonly Asked[] = [
  ...PUBLIC,
  ...OF_PARTNERS,
  ...OF_OFFICERS,
  ...OF_AUDITORS,
  ...OF_CITIZENS,
];
