import { hexEncode } from "@jointfund/core/base/bytes.ts";
import { Schema } from "@jointfund/core/base/schema.ts";
import { runChecks, type LogEvidence } from "@jointfund/core/fund/checks/check-outcome.ts";
import { NAMED_CHECKS } from "@jointfund/core/statements/page-checks.ts";
import { CHECK_NAMES } from "../../languages/labels.ts";
import { wordFor } from "../../languages/words.ts";
import type { Office } from "../office.ts";
import { reading, RESTS_MS } from "../route.ts";
import { count, nothing, string, text } from "../wire-schemas.ts";

const { array, boolean, object } = Schema;

/** Differences of one check that are told: there may be one for every holder. */
const BREACHES_SHOWN = 50;

/** The published checkpoint beside the tree of what was replayed. */
async function evidenceOf({ fund, record, published }: Office): Promise<LogEvidence | undefined> {
  const checkpoint = await published();
  if (checkpoint === undefined || checkpoint.size > record.size) return undefined;
  const { origin, size, root } = checkpoint;
  return {
    entries: record.size,
    root: hexEncode(fund.rootAt(size) ?? new Uint8Array()),
    checkpoint: { origin, size, root: hexEncode(Buffer.from(root, "base64")) },
  };
}

export const checksRoute = reading({
  id: "runChecks",
  path: "/api/v1/checks",
  text: {
    en: "The named checks: what each compared, and every difference",
    ja: "項目別検査（照合件数及び相違）",
  },
  access: ["auditor", "officer"],
  restsMs: RESTS_MS,
  pathSchema: nothing,
  querySchema: nothing,
  answer: object({
    size: count,
    items: array(
      object({
        name: string(),
        text,
        holds: boolean(),
        examined: count,
        breached: count,
        breaches: array(object({ of: string(), actual: string(), required: string() })),
      }),
    ),
  }),
  async handle({ office }) {
    const { state, chronicle, size } = office.record.view;
    const log = await evidenceOf(office);
    const input = { state, chronicle, ...(log === undefined ? {} : { log }) };
    const items = runChecks(NAMED_CHECKS, input).map(({ name, examined, breaches }) => ({
      ...{ name, text: wordFor(CHECK_NAMES, name), holds: breaches.length === 0, examined },
      breached: breaches.length,
      breaches: breaches.slice(0, BREACHES_SHOWN),
    }));
    return { value: { size, items } };
  },
});
