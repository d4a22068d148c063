/** Whose money is shown to whom: every role against every address of holders. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Person } from "../../src/http/person.ts";
import { PublishedDescription } from "./description.ts";
import { serveScenario, type ServedOffice } from "../../../../tests/support/served-office.ts";

const PARTNER_PATHS = ["", "/notices", "/flows", "/why/paidIn", "/account", "/file?format=csv"];
const MY_PATHS = ["holding", "order-terms", "order-requests", "statement?format=csv"];

const person = (role: Person["role"], more: Partial<Person> = {}): Person => ({
  ...{ subject: `test#${role}`, name: role, role },
  ...more,
});

const US_OFFICER = person("officer", { party: "US", officer: "us-treasury-1" });
const MANAGER = person("officer", { party: "MGR", officer: "office-1" });
const AUDITOR = person("auditor", { party: "AUD", officer: "auditor-1" });
const PARTNER = person("partner", { party: "PF1" });
const CITIZEN = person("citizen", { holding: { feeder: "feeder-us", holder: "us-003" } });

let served: ServedOffice;
let description: PublishedDescription;
let who: Person | undefined;

const ask = async (path: string, as: Person | undefined): Promise<Response> => {
  who = as;
  return served.app.request(path);
};

type Problem = { readonly code: string };
const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as Problem).code;

describe("what holders are shown", () => {
  before(async () => {
    served = await serveScenario("citizens", { whoAsks: () => Promise.resolve(who) });
    description = await PublishedDescription.of(served.app);
  });

  after(() => served.close());

  for (const path of PARTNER_PATHS) {
    test(`[H50] a party's own people and auditors see partners/US${path}`, async () => {
      const own = person("partner", { party: "US" });
      for (const as of [US_OFFICER, own, AUDITOR]) {
        const response = await ask(`/api/v1/partners/US${path}`, as);
        assert.equal(response.status, 200, as.role);
        if (path.startsWith("/file")) continue;
        const of = path.replace("paidIn", "{figure}");
        assert.equal(
          await description.faults("get", `/api/v1/partners/{party}${of}`, response),
          undefined,
        );
      }
    });

    test(`[H50] nobody else sees partners/US${path}`, async () => {
      for (const as of [PARTNER, MANAGER, person("officer", { party: "JP" })]) {
        const response = await ask(`/api/v1/partners/US${path}`, as);
        assert.deepEqual([response.status, await codeOf(response)], [403, "not_yours"]);
      }
      assert.equal((await ask(`/api/v1/partners/US${path}`, CITIZEN)).status, 403);
      assert.equal((await ask(`/api/v1/partners/US${path}`, undefined)).status, 401);
    });

    test(`[H50] whether there is such a party is not told by partners/…${path}`, async () => {
      const response = await ask(`/api/v1/partners/NOBODY${path}`, PARTNER);
      assert.deepEqual([response.status, await codeOf(response)], [403, "not_yours"]);
      assert.equal((await ask(`/api/v1/partners/NOBODY${path}`, AUDITOR)).status, 404);
    });
  }

  for (const path of MY_PATHS) {
    test(`[H51] my/${path} is the citizen's alone`, async () => {
      assert.equal((await ask(`/api/v1/my/${path}`, CITIZEN)).status, 200);
      for (const as of [US_OFFICER, MANAGER, AUDITOR, PARTNER]) {
        assert.equal((await ask(`/api/v1/my/${path}`, as)).status, 403, as.role);
      }
      assert.equal((await ask(`/api/v1/my/${path}`, undefined)).status, 401);
      const nowhere = person("citizen", { holding: { feeder: "fund", holder: "us-003" } });
      assert.equal((await ask(`/api/v1/my/${path}`, nowhere)).status, 404);
      assert.equal((await ask(`/api/v1/my/${path}`, person("citizen"))).status, 403);
    });
  }

  test("[H51] two citizens see two accounts, each its own", async () => {
    const other = person("citizen", { holding: { feeder: "feeder-us", holder: "us-004" } });
    const response = await ask("/api/v1/my/holding", other);
    assert.equal(
      await description.faults("get", "/api/v1/my/holding", response.clone()),
      undefined,
    );
    const { holder, paidIn } = (await response.json()) as { holder: string; paidIn: string };
    assert.deepEqual([holder, paidIn], ["us-004", "123456"]);
  });

  test("[H52] statements are files in every format and language", async () => {
    const starts = { pdf: "%PDF-", xlsx: "PK", csv: "\u{feff}", json: "{" };
    for (const [format, start] of Object.entries(starts)) {
      for (const path of [
        `/api/v1/statements/returns/file?format=${format}&lang=ja`,
        `/api/v1/partners/US/file?format=${format}&lang=both`,
      ]) {
        const response = await ask(path, US_OFFICER);
        assert.equal(response.status, 200, path);
        const bytes = new Uint8Array(await response.arrayBuffer());
        // TextDecoder would take the mark away.
        const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.slice(0, 8));
        assert.ok(text.startsWith(start), `${path}: ${text}`);
        assert.match(response.headers.get("Content-Disposition") ?? "", /^attachment; filename="/);
      }
    }
    assert.equal((await ask("/api/v1/statements/returns/file?format=pdf", undefined)).status, 401);
  });
});
