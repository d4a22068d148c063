import { setImmediate as nextTurn } from "node:timers/promises";
import { hexEncode } from "@jointfund/core/base/bytes.ts";
import { Schema } from "@jointfund/core/base/schema.ts";
import {
  checking,
  type CheckInput,
  type LogEvidence,
} from "@jointfund/core/fund/checks/check-outcome.ts";
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
    get entries() {
      return record.size;
    },
    root: hexEncode(fund.rootAt(size) ?? new Uint8Array()),
    checkpoint: { origin, size, root: hexEncode(Buffer.from(root, "base64")) },
  };
}

/** What is checked: the record as it is whenever a check begins. */
const newestOf = ({ record }: Office, log: LogEvidence | undefined): CheckInput => ({
  get state() {
    return record.view.state;
  },
  get chronicle() {
    return record.view.chronicle;
  },
  ...(log === undefined ? {} : { log }),
});

/** How long others wait for their turn, ms: a part of the work takes no less where it is much. */
const TURN_MS = 10;

/** Does what comes in parts, and lets others have their turn in between. */
async function inTurns<Of>(work: Generator<undefined, Of>): Promise<Of> {
  let since = performance.now();
  for (;;) {
    const part = work.next();
    if (part.done === true) return part.value;
    if (performance.now() - since < TURN_MS) continue;
    await nextTurn();
    since = performance.now();
  }
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
    const log = await evidenceOf(office);
    const { size } = office.record.view;
    const outcomes = await inTurns(checking(NAMED_CHECKS, newestOf(office, log)));
    const items = outcomes.map(({ name, examined, breaches }) => ({
      ...{ name, text: wordFor(CHECK_NAMES, name), holds: breaches.length === 0, examined },
      breached: breaches.length,
      breaches: breaches.slice(0, BREACHES_SHOWN),
    }));
    return { value: { size, items } };
  },
});
