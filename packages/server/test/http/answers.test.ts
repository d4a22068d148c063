/** Every answer of the API against the description that it publishes, by a validator of others. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { HISTORY_FIGURES } from "../../src/page/figure-history.ts";
import { PublishedDescription } from "./description.ts";
import { serveScenario, type ServedOffice } from "../../../../tests/support/served-office.ts";

/** Addresses of each route that are worth asking: all of a kind that the fund has. */
function addressesOf({ office }: ServedOffice): ReadonlyMap<string, readonly string[]> {
  const { state, chronicle, size } = office.record.view;
  const vehicles = state.charter.vehicles.map(({ id }) => id);
  const names = [
    ...["trial-balance", "assets-and-liabilities", "operations", "changes-in-net-assets"],
    ...["cash-flows", "level-three", "financial-highlights", "capital-accounts"],
    ...["cash-forecast", "leverage", "revenue", "returns", "sovereign", "consolidated"],
  ];
  const half = Math.floor(size / 2);
  return new Map([
    ["/api/v1/fund", [""]],
    ["/api/v1/page", ["", `?knownAt=${half}`, `?asOf=${midwayOf(office)}`]],
    ["/api/v1/why/{cell}", []],
    ["/api/v1/statements", [""]],
    [
      "/api/v1/statements/{name}",
      names.flatMap((name) => [
        ...vehicles.map((id) => `${name}?vehicle=${id}`),
        `${name}?knownAt=${half}`,
      ]),
    ],
    ["/api/v1/acts", ["", "?limit=3", "?status=executed&limit=2", "?type=capital.call"]],
    ["/api/v1/act-counts", ["", `?knownAt=${half}`]],
    ["/api/v1/acts/{id}", [...chronicle.acts.keys()]],
    ["/api/v1/refusals", [""]],
    ["/api/v1/investments", [""]],
    ["/api/v1/investments/{id}", [...state.investments].map(([id]) => id)],
    ["/api/v1/facilities", [""]],
    ["/api/v1/covenants", [""]],
    [
      "/api/v1/covenants/{id}/history",
      (state.charter.leverage?.covenants ?? []).map(({ id }) => `${id}/history`),
    ],
    ["/api/v1/guarantees", [""]],
    [
      "/api/v1/history",
      HISTORY_FIGURES.flatMap((of) => [`?figure=${of}`, `?figure=${of}&every=month`]),
    ],
    ["/api/v1/calendar", ["", `?knownAt=${half}`]],
    ["/api/v1/charter", ["", "?version=1"]],
    ["/api/v1/charter/versions", [""]],
    ["/api/v1/charter/explanation", ["", "?lang=ja"]],
    ["/api/v1/entries/{index}", ["0", `${half}`, `${size - 1}`]],
    ["/problems/{code}", ["not_found", "not_founded"]],
  ]);
}

function midwayOf({ record }: ServedOffice["office"]): string {
  const { notes, size } = record.view;
  return notes[Math.floor(size / 2)]!.recordedAt.slice(0, 10);
}

const AMOUNTS: ReadonlySet<string> = new Set([
  ...["minor", "cash", "netAssets", "cost", "fairValue", "committed", "ratio", "microUnits"],
]);

/** The address without the place at its end. */
const stem = (path: string): string => path.replace(/\{[a-z]+\}.*$/, "");

for (const scenario of ["first-year", "borrowing", "citizens", "paying-late", "us-japan"]) {
  describe(`the API of ${scenario}`, () => {
    let served: ServedOffice;
    let description: PublishedDescription;

    before(async () => {
      served = await serveScenario(scenario);
      description = await PublishedDescription.of(served.app);
    });

    after(() => served.close());

    test("[H1] answers as its description says", async () => {
      for (const [path, asked] of addressesOf(served)) {
        for (const each of asked) {
          const response = await served.app.request(stem(path) + each);
          assert.equal(response.status, 200, `${path} ${each}: ${await response.clone().text()}`);
          assert.equal(await description.faults("get", path, response), undefined);
        }
      }
    });

    test("[H2] has no number that is not whole, and no amount that is one", async () => {
      for (const path of ["fund", "page", "acts", "investments", "covenants", "calendar"]) {
        const response = await served.app.request(`/api/v1/${path}`);
        const text = await response.text();
        JSON.parse(text, (name, value: unknown) => {
          if (typeof value === "number") assert.ok(Number.isSafeInteger(value), `${path} ${name}`);
          if (AMOUNTS.has(name)) assert.equal(typeof value, "string", `${path} ${name}`);
          return value;
        });
      }
    });

    test("[H1] explains every number of its page", async () => {
      const page = await served.app.request("/api/v1/page");
      const { cells } = (await page.json()) as { readonly cells: readonly { id: string }[] };
      assert.ok(cells.length > 20);
      for (const { id } of cells) {
        const response = await served.app.request(`/api/v1/why/${encodeURIComponent(id)}`);
        assert.equal(response.status, 200, id);
        assert.equal(await description.faults("get", "/api/v1/why/{cell}", response), undefined);
      }
    });
  });
}
