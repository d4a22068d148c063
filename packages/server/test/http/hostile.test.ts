/** Input of people who mean no good: always a clear answer, never a fault of ours. */
import assert from "node:assert/strict";
import { connect } from "node:net";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { createApp } from "../../src/http/app.ts";
import { ROUTES } from "../../src/http/routes/index.ts";
import {
  listen,
  serveScenario,
  type Listening,
  type ServedOffice,
} from "../../../../tests/support/served-office.ts";
import { assertClear } from "./clear-problem.ts";

let served: ServedOffice;
let faults = 0;

before(async () => {
  served = await serveScenario("first-year", {
    onFault(fault) {
      faults++;
      console.error(fault);
    },
  });
});

after(() => served.close());

/** What people who mean no good send as a value. */
const HOSTILE: readonly string[] = [
  ...["", " ", "\u0000", "a\u0000b", "\u202egnirts", "\u2066\u2069", "\ufeff", "\ud800", "👨‍👩‍👧‍👦"],
  ...["../../etc/passwd", "..%2f..%2f", "<script>alert(1)</script>", "'; drop table acts; --"],
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "-1", "1e9", "0x10", "01", "1.5"],
  ...["9007199254740993", "999999999999999", "NaN", "Infinity", "null", "true", "{}", "[]"],
  ...["2025-02-30", "0000-00-00", "9999-12-31", "2026-01-01T00:00:00Z", "2199-12-31T23:59:59Z"],
  ...["1900-01-01", "FY0000", "FY9999", "us:FY2026", "__proto__:FY2026", ":", "x".repeat(2_001)],
  "%".repeat(500),
];

const stem = (path: string): string => path.replace(/\{[a-z]+\}$/, "");

async function isCalm(address: string, init: RequestInit = {}): Promise<void> {
  const response = await served.app.request(address, init);
  if (response.status >= 400) await assertClear(response, address);
  else await response.body?.cancel();
}

describe("hostile input", () => {
  test("[H3] in every parameter of every route is refused or answered, never a fault", async () => {
    for (const route of ROUTES) {
      if (route.method !== "get") continue;
      for (const value of HOSTILE) {
        const encoded = encodeURIComponent(value.toWellFormed());
        for (const text of [encoded, encoded.replaceAll("%", "")]) {
          if (route.path.includes("{")) await isCalm(stem(route.path) + text);
          for (const name of [...Object.keys(route.querySchema.fields), "x", "__proto__"]) {
            await isCalm(`${route.path.replace(/\{[a-z]+\}/, "0")}?${name}=${text}`);
          }
        }
      }
    }
    assert.equal(faults, 0);
  });

  test("[H3] of any kind in headers and addresses is no fault", async () => {
    const headers = fc.constantFrom(
      ...["If-None-Match", "Accept-Language", "Last-Event-ID", "Accept-Encoding"],
      ...["Idempotency-Key", "Content-Type", "Range", "Cookie", "X-Forwarded-For"],
    );
    const text = fc.string({ unit: "binary-ascii", maxLength: 300 });
    const paths = fc.constantFrom(...ROUTES.map(({ path }) => path));
    await fc.assert(
      fc.asyncProperty(paths, headers, text, fc.string(), async (path, header, value, query) => {
        let init: RequestInit;
        try {
          init = { headers: new Headers({ [header]: value }) };
        } catch {
          return;
        }
        await isCalm(`${path}?${encodeURIComponent(query.toWellFormed())}`, init);
      }),
      { numRuns: 300 },
    );
    assert.equal(faults, 0);
  });

  test("[H24] of any bytes as a statement is refused, and nothing is recorded", async () => {
    const { size } = served.office.record;
    const bodies = fc.oneof(
      fc.uint8Array({ maxLength: 500 }),
      fc.json().map((json) => new TextEncoder().encode(json)),
    );
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const response = await served.app.request("/api/v1/statements", {
          ...{ method: "POST", body: body as unknown as string },
          headers: { "Content-Type": "application/json" },
        });
        assert.equal(response.status, 422);
      }),
      { numRuns: 300 },
    );
    assert.equal(served.office.record.size, size);
    assert.equal(faults, 0);
  });

  test("[H10] is answered in a line, with headers that let nothing run", async () => {
    const response = await served.app.request(`/api/v1/investments/${"x".repeat(60)}`);
    assert.equal(response.status, 404);
    assert.equal(response.headers.get("X-Content-Type-Options"), "nosniff");
    assert.match(response.headers.get("Content-Security-Policy") ?? "", /default-src 'none'/);
    assert.ok((await response.text()).length < 1_000);
    assert.equal((await served.app.request("/api/v1/nothing")).status, 404);
    const deleted = await served.app.request("/api/v1/fund", { method: "DELETE" });
    assert.equal(deleted.status, 405);
  });

  test("[H31] that comes too often is told when to come again", async () => {
    const rates = {
      reads: { burst: 5, perSecond: 0.5 },
      statements: { burst: 1, perSecond: 0.1 },
    };
    const app = createApp(served.office, { rates });
    const statuses: number[] = [];
    for (let n = 0; n < 8; n++) statuses.push((await app.request("/api/v1/fund")).status);
    assert.deepEqual(statuses, [200, 200, 200, 200, 200, 429, 429, 429]);
    const refused = await app.request("/api/v1/fund");
    assert.equal(refused.headers.get("Retry-After"), "2");
  });
});

describe("a connection", () => {
  let server: Listening;
  let port: number;

  before(async () => {
    server = await listen(served.app);
    port = Number(new URL(server.address).port);
  });

  after(() => server.close());

  /** Sends bytes as they are, and gives the first line of what comes back. */
  async function raw(bytes: string): Promise<string> {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined);
    socket.end(bytes);
    let answer = "";
    socket.on("data", (chunk: Buffer) => (answer += chunk.toString("latin1")));
    // The server may hang up before it has read everything.
    const { promise, resolve } = Promise.withResolvers<void>();
    socket.on("close", () => resolve());
    await promise;
    return answer.split("\r\n", 1)[0] ?? "";
  }

  test("[H3] with megabytes in a line, header or body leads to no fault", async () => {
    const long = "a".repeat(10 * 1024 * 1024);
    const head = "Host: x\r\nConnection: close\r\n";
    const lines = [
      await raw(`GET /api/v1/acts?cursor=${long} HTTP/1.1\r\n${head}\r\n`),
      await raw(`GET /api/v1/fund HTTP/1.1\r\n${head}Accept-Language: ${long}\r\n\r\n`),
      await raw(
        `POST /api/v1/statements HTTP/1.1\r\n${head}Content-Type: application/json\r\n` +
          `Content-Length: ${long.length}\r\n\r\n${long}`,
      ),
      await raw(`GET /api/v1/fund\u0000 HTTP/1.1\r\n${head}\r\n`),
      await raw("nonsense\r\n\r\n"),
      await raw(`GET http://[ HTTP/1.1\r\n${head}\r\n`),
      await raw(`GET /log/../../etc/passwd HTTP/1.1\r\n${head}\r\n`),
    ];
    for (const line of lines) assert.match(line, /^(?:HTTP\/1\.1 4\d\d|$)/, line);
    const after = await fetch(`http://127.0.0.1:${port}/api/v1/fund`);
    assert.equal(after.status, 200);
    assert.equal(faults, 0);
  });
});
