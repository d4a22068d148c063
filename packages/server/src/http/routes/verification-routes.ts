import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import { decodeBody } from "../body.ts";
import type { Office } from "../office.ts";
import type { Verification, Verifications } from "../audit/verifications.ts";
import { RequestProblem } from "../problem.ts";
import { reading, type Route } from "../route.ts";
import { count, nothing, string, text } from "../wire-schemas.ts";

const { array, boolean, object, oneOf, optional } = Schema;

const ACCESS = ["auditor", "officer"] as const;

const finding = Schema.lazy("VerificationFinding", () =>
  object({
    code: string(),
    text,
    index: optional(count),
    last: optional(count),
  }),
);
const signedSize = object({ size: count, root: string(), cosigners: array(string()) });
const reportSchema = Schema.lazy("VerificationReport", () =>
  object({
    outcome: oneOf(["holds", "broken", "unknown"]),
    text,
    entries: count,
    signatures: count,
    confirmed: count,
    blobs: count,
    recordedAt: optional(string()),
    founding: optional(string()),
    published: optional(signedSize),
    held: optional(signedSize),
    finding: optional(finding),
    others: array(finding),
    evidence: optional(string()),
  }),
);
const verificationSchema = Schema.lazy("Verification", () =>
  object({
    id: string(),
    state: oneOf(["running", "ended", "failed"]),
    startedBy: string(),
    withCheckpoint: boolean(),
    of: count,
    progress: object({ step: oneOf(["reading", "replaying"]), entries: count }),
    report: optional(reportSchema),
  }),
);

function describe(verification: Verification): Infer<typeof verificationSchema> {
  const { failed, report, ...rest } = verification;
  const state = failed === true ? "failed" : report === undefined ? "running" : "ended";
  return {
    ...rest,
    state,
    ...(report === undefined ? {} : { report }),
  };
}

function verificationsOf({ verifications }: Office): Verifications {
  if (verifications === undefined) throw new RequestProblem("verification_unavailable");
  return verifications;
}

const startSchema = object({
  checkpoint: optional(
    string({
      maxLength: 20_000,
      description: "A signed checkpoint that was held elsewhere, as its note has it.",
    }),
  ),
});

/** Starts the verifier that trusts nobody over the files that the log publishes (AU41). */
export const startVerificationRoute: Route = {
  id: "startVerification",
  method: "post",
  path: "/api/v1/verifications",
  text: {
    en: "Start a verification of the published record, beside a checkpoint of one's own if given",
    ja: "公開された記録の検証の開始（手元のチェックポイントとの照合も可能）",
  },
  access: ACCESS,
  pathSchema: nothing,
  querySchema: nothing,
  body: startSchema,
  answer: { kind: "json", schema: verificationSchema, status: 201 },
  problems: [
    ...(["body_too_large", "body_not_json", "body_wrong"] as const),
    ...(["verification_running", "verification_unavailable"] as const),
  ],
  ofRecord: false,
  async handle({ office, request, person }) {
    const verifications = verificationsOf(office);
    const { checkpoint } = await decodeBody(request, startSchema);
    // Whose person it was is enough: others are not told who they are (H44).
    const startedBy = person?.party ?? "";
    const entries = office.record.size;
    return { value: describe(verifications.start({ startedBy, entries, checkpoint })) };
  },
};

export const verificationsRoute = reading({
  id: "listVerifications",
  path: "/api/v1/verifications",
  text: { en: "The last verifications, newest first", ja: "最近の検証（新しい順）" },
  access: ACCESS,
  pathSchema: nothing,
  querySchema: nothing,
  answer: object({ items: array(verificationSchema) }),
  problems: ["verification_unavailable"],
  handle: ({ office }) => ({ value: { items: verificationsOf(office).all.map(describe) } }),
});

export const verificationRoute = reading({
  id: "getVerification",
  path: "/api/v1/verifications/{id}",
  text: {
    en: "A verification: how far it is, and what it found",
    ja: "検証の進捗及び結果",
  },
  access: ACCESS,
  pathSchema: object({ id: string({ maxLength: 80 }) }),
  querySchema: nothing,
  answer: verificationSchema,
  problems: ["unknown_id", "verification_unavailable"],
  handle({ office, path: { id } }) {
    const known = verificationsOf(office).find(id);
    if (known === undefined) throw new RequestProblem("unknown_id", ["verification", id]);
    return { value: describe(known) };
  },
});
