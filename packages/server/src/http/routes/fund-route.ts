import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import { PARTY_KINDS, VEHICLE_KINDS } from "@jointfund/core/charter/charter.ts";
import { mainVehicle } from "@jointfund/core/fund/figures.ts";
import type { Office } from "../office.ts";
import { reading } from "../route.ts";
import {
  count,
  currency,
  date,
  hash,
  identifier,
  instant,
  localizedText,
  nothing,
} from "../wire-schemas.ts";

const { array, boolean, integer, object, oneOf, optional, string } = Schema;

const checkpointSchema = object({
  origin: string(),
  size: count,
  root: string({ format: "base64", description: "SHA-256 root of the tree." }),
  cosigners: array(identifier, {
    description: "Parties whose mirrors' lines it carries; /log/checkpoint lets you verify them.",
  }),
});

const fundSchema = object({
  title: localizedText,
  notice: localizedText,
  charter: object({ id: identifier, version: integer({ min: 1 }), hash }),
  currency,
  founded: date,
  today: date,
  recordedAt: instant,
  size: integer({ min: 1, description: "Entries on record." }),
  finalSize: integer({ min: 0, description: "Entries that every mirror has cosigned." }),
  clockStands: boolean({
    description: "Whether the fund's time stands still at its last entry, ahead of real time.",
  }),
  isDemonstration: boolean({ description: "Whether its keys can be derived by anybody." }),
  checkpoint: optional(checkpointSchema),
  keys: object({
    log: string({ description: "Verifier key of the log (C2SP signed-note)." }),
    mirrors: array(object({ party: identifier, vkey: string() })),
    witnesses: array(object({ name: string(), vkey: string() })),
  }),
  vehicles: array(
    object({ id: identifier, kind: oneOf(VEHICLE_KINDS), name: localizedText, currency }),
  ),
  parties: array(
    object({
      id: identifier,
      kind: oneOf(PARTY_KINDS),
      name: localizedText,
      short: localizedText,
      currency: optional(currency),
    }),
  ),
});

async function describeFund(office: Office): Promise<Infer<typeof fundSchema>> {
  const { state, chronicle, size } = office.record.view;
  const { charter, charterHash, today, recordedAt, trust } = state;
  const published = await office.published();
  const { logKey, mirrors, witnesses, finalSize } = trust;
  return {
    ...{ title: charter.title, notice: charter.notice },
    charter: { id: charter.id, version: charter.version, hash: charterHash },
    currency: mainVehicle(charter).currency,
    founded: chronicle.firstDay ?? today,
    ...{ today, recordedAt, size, finalSize },
    ...{ clockStands: office.clock.isStanding, isDemonstration: office.isDemonstration },
    ...(published === undefined ? {} : { checkpoint: published }),
    keys: { log: logKey, mirrors, witnesses },
    ...{ vehicles: charter.vehicles, parties: charter.parties },
  };
}

export const fundRoute = reading({
  id: "getFund",
  path: "/api/v1/fund",
  text: {
    en: "The fund: its charter, parties, vehicles, and how far the record and its checkpoint reach",
    ja: "ファンドの概要（基本協定、当事者、投資ビークル、記録及びチェックポイントの範囲）",
  },
  pathSchema: nothing,
  querySchema: nothing,
  answer: fundSchema,
  handle: async ({ office }) => ({ value: await describeFund(office) }),
});
