import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import { signedStatementSchema } from "@jointfund/core/fund/entry-schema.ts";
import type { Receipt } from "../../application/receipt.ts";
import { readBody } from "../body.ts";
import { IdempotencyKeys } from "../idempotency.ts";
import type { Office } from "../office.ts";
import { problemOfRejection } from "../problem.ts";
import type { Route } from "../route.ts";
import { count, hash, nothing } from "../wire-schemas.ts";

const { object, oneOf, optional } = Schema;

/** What became of a statement; it is given once that is durable (R22). */
const receiptSchema = object({
  status: oneOf(["accepted", "already"], {
    description: "`already`: the same is on record, and nothing was added.",
  }),
  index: count,
  act: optional(hash),
});

const keysOf = new WeakMap<Office, IdempotencyKeys<Receipt>>();

function keys(office: Office): IdempotencyKeys<Receipt> {
  let known = keysOf.get(office);
  if (known === undefined) keysOf.set(office, (known = new IdempotencyKeys()));
  return known;
}

function receiptOf(receipt: Exclude<Receipt, { status: "refused" }>): Infer<typeof receiptSchema> {
  const { status, index } = receipt;
  const act = status === "accepted" ? receipt.actId : undefined;
  return { status, index, ...(act === undefined ? {} : { act }) };
}

async function submit(office: Office, statement: Uint8Array): Promise<Receipt> {
  const receipt = await office.fund.submit(statement);
  // Whoever has the answer finds it in what is shown.
  await office.record.caughtUp();
  return receipt;
}

/** Takes a statement that somebody has signed: canonical bytes, as docs/spec/record.md has them. */
export const submissionRoute: Route = {
  id: "submitStatement",
  method: "post",
  path: "/api/v1/statements",
  text: {
    en: "Hand in a signed statement; the answer comes once what it says is durable",
    ja: "署名済みの意思表示の提出（永続化後に応答）",
  },
  access: "signer",
  pathSchema: nothing,
  querySchema: nothing,
  body: signedStatementSchema,
  headers: ["Idempotency-Key"],
  answer: { kind: "json", schema: receiptSchema, status: 200 },
  problems: [
    ...(["body_too_large", "body_not_json", "idempotency_key_wrong"] as const),
    ...(["idempotency_key_reused", "fund_stopped"] as const),
  ],
  ofRecord: false,
  async handle({ office, request, language }) {
    const statement = await readBody(request);
    const key = request.headers.get("Idempotency-Key");
    const receipt = await keys(office).answer(key, statement, () => submit(office, statement));
    if (receipt.status !== "refused") return { value: receiptOf(receipt) };
    const { rejection, index } = receipt;
    const { charter } = office.record.view.state;
    const of = { language, charter, ...(index === undefined ? {} : { index }) };
    return { problem: problemOfRejection(rejection, of) };
  },
};
