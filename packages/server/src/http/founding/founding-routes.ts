import { canonicalBytes } from "@jointfund/core/base/canonical.ts";
import { encode, Schema, type Infer } from "@jointfund/core/base/schema.ts";
import { dateOf } from "@jointfund/core/calendar/date.ts";
import { signedStatementSchema } from "@jointfund/core/fund/entry-schema.ts";
import { statementSchema } from "@jointfund/core/governance/statement-schema.ts";
import { findingText } from "../../charter/finding-text.ts";
import type { FoundingDesk, FoundingDraft } from "../../founding/founding-desk.ts";
import type { Language } from "../../languages/language.ts";
import type { Clock } from "../../ports.ts";
import { decodeBody } from "../body.ts";
import { problemOfRejection, RequestProblem } from "../problem.ts";
import type { Reply, Route } from "../route.ts";
import {
  count,
  date,
  hash,
  identifier,
  localizedText,
  nothing,
  string,
  text,
} from "../wire-schemas.ts";

const { array, boolean, json, object, oneOf, optional } = Schema;

/** Bytes of a charter's file that are read at most, and with what stands around it. */
const CHARTER_BYTES_MAX = 1_000_000;
const BODY_BYTES_MAX = 2 * CHARTER_BYTES_MAX;

/** A charter that comes with the program, to begin with. */
export type CharterTemplate = { readonly id: string; readonly text: string };

/** Where a fund is founded: nothing else is answered until it is. */
export type FoundingOffice = {
  readonly desk: FoundingDesk;
  readonly clock: Clock;
  readonly templates: readonly CharterTemplate[];
  /** Told once the first entry is durable. */
  readonly onFounded: () => Promise<void>;
};

/** A row of the table as those of the office are, with another place to ask. */
export type FoundingRoute = Omit<Route, "handle"> & {
  readonly handle: (
    office: FoundingOffice,
    request: Request,
    language: Language,
  ) => Promise<Reply<unknown>>;
};

const charterText = string({ maxLength: CHARTER_BYTES_MAX });
const reason = string({ minLength: 1, maxLength: 2_000 });

const openRoute: FoundingRoute = {
  id: "getFounding",
  method: "get",
  path: "/api/v1/founding",
  text: {
    en: "Where no fund is founded yet: charters to begin with",
    ja: "設立前の状態（基本協定のひな形）",
  },
  ...{ access: "anyone", pathSchema: nothing, querySchema: nothing, problems: [], ofRecord: false },
  answer: {
    kind: "json",
    status: 200,
    schema: object({
      today: date,
      isDemonstration: boolean(),
      templates: array(object({ id: string(), text: charterText })),
    }),
  },
  handle: ({ templates, clock }) =>
    Promise.resolve({ value: { today: dateOf(clock.now()), isDemonstration: true, templates } }),
};

const findingSchema = object({
  severity: oneOf(["error", "warning"]),
  code: string(),
  line: count,
  column: count,
  clause: optional(string()),
  text,
});

const draftSchema = object({
  findings: array(findingSchema),
  ready: optional(
    object(
      {
        title: localizedText,
        statement: json({ description: "The founding that every officer has to sign." }),
        officers: array(object({ id: identifier, party: identifier, seats: array(string()) })),
        parties: array(object({ id: identifier, name: localizedText })),
      },
      { description: "Absent as long as the charter cannot be adopted." },
    ),
  ),
});

function describeDraft({ file, ready }: FoundingDraft): Infer<typeof draftSchema> {
  const findings = file.findings.map(({ severity, code, position, clause, ...rest }) => ({
    ...{ severity, code, line: position.line, column: position.column },
    ...(clause === undefined ? {} : { clause }),
    text: {
      en: findingText({ code, ...rest }, "en"),
      ja: findingText({ code, ...rest }, "ja"),
    },
  }));
  if (ready === undefined) return { findings };
  const { charter, statement, officers } = ready;
  const { title, parties } = charter;
  return {
    findings,
    ready: { title, statement: encode(statementSchema, statement), officers, parties },
  };
}

const draftBody = object({ charter: charterText, reason });

const draftRoute: FoundingRoute = {
  id: "draftFounding",
  method: "post",
  path: "/api/v1/founding/drafts",
  text: {
    en: "What is wrong with a charter, and what has to be signed to found a fund by it",
    ja: "基本協定の検査と、設立のために署名すべき文書",
  },
  ...{ access: "signer", pathSchema: nothing, querySchema: nothing, ofRecord: false },
  body: draftBody,
  answer: { kind: "json", status: 200, schema: draftSchema },
  problems: ["body_too_large", "body_not_json"],
  async handle({ desk }, request) {
    const { charter, reason: why } = await decodeBody(request, draftBody, BODY_BYTES_MAX);
    return { value: describeDraft(desk.draft(new TextEncoder().encode(charter), why)) };
  },
};

const foundBody = object({ charter: charterText, signed: signedStatementSchema });

const foundRoute: FoundingRoute = {
  id: "found",
  method: "post",
  path: "/api/v1/founding",
  text: {
    en: "Founds the fund by a charter and the founding that its officers have signed",
    ja: "署名済みの設立文書によるファンドの設立",
  },
  ...{ access: "signer", pathSchema: nothing, querySchema: nothing, ofRecord: false },
  body: foundBody,
  answer: { kind: "json", status: 201, schema: object({ index: count, act: optional(hash) }) },
  problems: ["body_too_large", "body_not_json", "charter_not_ready", "already_founded"],
  async handle({ desk, onFounded }, request, language) {
    const { charter: yaml, signed } = await decodeBody(request, foundBody, BODY_BYTES_MAX);
    const { ready } = desk.draft(new TextEncoder().encode(yaml), "-");
    if (ready === undefined) throw new RequestProblem("charter_not_ready");
    const bytes = canonicalBytes(encode(signedStatementSchema, signed));
    const receipt = await desk.found(ready.charter, bytes);
    if (receipt === "already") throw new RequestProblem("already_founded");
    if (receipt.status === "refused") {
      return { problem: problemOfRejection(receipt.rejection, { language, charter: undefined }) };
    }
    await onFounded();
    const act = receipt.status === "accepted" ? receipt.actId : undefined;
    return { value: { index: receipt.index, ...(act === undefined ? {} : { act }) } };
  },
};

/** Everything that is answered where no fund is founded yet. */
export const FOUNDING_ROUTES: readonly FoundingRoute[] = [openRoute, draftRoute, foundRoute];
