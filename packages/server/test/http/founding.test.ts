import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { base64Encode } from "@jointfund/core/base/bytes.ts";
import type { Json } from "@jointfund/core/base/canonical.ts";
import { decode } from "@jointfund/core/base/schema.ts";
import { keyIdOf, signingBytes } from "@jointfund/core/governance/identity.ts";
import { statementSchema } from "@jointfund/core/governance/statement-schema.ts";
import { demonstrationKey } from "../../src/application/demonstration-keys.ts";
import { systemClock } from "../../src/application/system-clock.ts";
import { FoundingDesk } from "../../src/founding/founding-desk.ts";
import { createFoundingApp } from "../../src/http/founding/founding-app.ts";
import { systemDisk } from "../../src/storage/system-disk.ts";
import { serveData } from "../../../../tests/support/served-office.ts";

const CHARTER = readFileSync(
  new URL("../../../../charters/us-japan.yaml", import.meta.url),
  "utf8",
);

type Draft = {
  readonly findings: readonly { readonly line: number; readonly text: { readonly en: string } }[];
  readonly ready?: {
    readonly statement: Json;
    readonly officers: readonly { readonly id: string }[];
  };
};

describe("a founding over HTTP", () => {
  let data = "";
  let founded = 0;
  before(async () => {
    data = await mkdtemp(join(tmpdir(), "jointfund-founding-"));
  });
  after(() => rm(data, { recursive: true }));

  const desk = () => new FoundingDesk({ data, clock: systemClock, disk: systemDisk });
  const open = () =>
    createFoundingApp(
      {
        desk: desk(),
        clock: systemClock,
        templates: [{ id: "us-japan", text: CHARTER }],
        onFounded: () => Promise.resolve(void founded++),
      },
      { onFault: (fault) => assert.fail(String(fault)) },
    );
  const post = (app: ReturnType<typeof open>, path: string, body: Json) =>
    app.request(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  const draftOf = async (app: ReturnType<typeof open>, charter: string): Promise<Draft> => {
    const answer = await post(app, "/api/v1/founding/drafts", { charter, reason: "To begin." });
    assert.equal(answer.status, 200);
    return (await answer.json()) as Draft;
  };
  const signedBy = (draft: Draft, officers: readonly string[]): Json => {
    const statement = decode(statementSchema, draft.ready!.statement);
    assert.ok(statement.ok);
    const signatures = officers.map((officer) => {
      const key = demonstrationKey(`us-japan officer ${officer}`);
      const signature = base64Encode(key.sign(signingBytes(statement.value)));
      return { key: keyIdOf(key.publicKey), signature };
    });
    return { statement: draft.ready!.statement, signatures };
  };

  it("[H95] says of everything else that no fund is founded yet", async () => {
    const answer = await open().request("/api/v1/fund");
    assert.equal(answer.status, 404);
    assert.equal(((await answer.json()) as { code: string }).code, "not_founded");
  });

  it("[H96] says what is wrong with a charter, with its line", async () => {
    const { findings, ready } = await draftOf(open(), CHARTER.replace("base: USD", "base: USX"));
    assert.equal(ready, undefined);
    const line = CHARTER.split("\n").findIndex((text) => text.includes("base: USD")) + 1;
    assert.ok(findings.some((finding) => finding.line === line && finding.text.en !== ""));
    const nothing = await draftOf(open(), "::: {");
    assert.equal(nothing.ready, undefined);
    assert.ok(nothing.findings.length > 0);
  });

  it("[H97] refuses a founding that one has not signed, and founds by all of them", async () => {
    const app = open();
    const draft = await draftOf(app, CHARTER);
    const officers = draft.ready!.officers.map(({ id }) => id);
    const short = { charter: CHARTER, signed: signedBy(draft, officers.slice(1)) };
    const refused = await post(app, "/api/v1/founding", short);
    assert.equal(refused.status, 422);
    assert.equal(((await refused.json()) as { code: string }).code, "founding_incomplete");
    assert.equal(founded, 0);

    const whole = { charter: CHARTER, signed: signedBy(draft, officers) };
    const [first, second] = await Promise.all([
      post(app, "/api/v1/founding", whole),
      post(app, "/api/v1/founding", whole),
    ]);
    assert.deepEqual(
      [first.status, second.status].toSorted((a, b) => a - b),
      [201, 409],
    );
    assert.equal(founded, 1);

    const served = await serveData(data);
    const fund = (await (await served.app.request("/api/v1/fund")).json()) as { size: number };
    assert.equal(fund.size, 1);
    await served.close();
  });
});
