/** The portal's files over HTTP, and what a hostile address finds: nothing. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync, brotliCompressSync, gzipSync } from "node:zlib";
import { acceptedCoding } from "../../src/http/content-coding.ts";
import { PortalFiles } from "../../src/http/portal-files.ts";
import {
  listen,
  serveScenario,
  type Listening,
  type ServedOffice,
} from "../../../../tests/support/served-office.ts";

const SCRIPT = `export const text = "${"office ".repeat(400)}";`;
const PAGE = "<!doctype html><title>Office</title>";
const SECRET = "nobody may read this";
const AS_BROWSER = { Accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

let root: string;
let served: ServedOffice;
let listening: Listening;

before(async () => {
  root = mkdtempSync(join(tmpdir(), "jointfund-portal-"));
  writeFileSync(join(root, "secret.txt"), SECRET);
  writeFileSync(join(root, "secret.js"), SECRET);
  const dist = join(root, "dist");
  mkdirSync(join(dist, "assets"), { recursive: true });
  writeFileSync(join(dist, "index.html"), PAGE);
  writeFileSync(join(dist, "beside.txt"), SECRET);
  const script = join(dist, "assets", "index-abc.js");
  writeFileSync(script, SCRIPT);
  writeFileSync(`${script}.br`, brotliCompressSync(SCRIPT));
  writeFileSync(`${script}.gz`, gzipSync(SCRIPT));
  served = await serveScenario("first-year", { portal: new PortalFiles(dist) });
  listening = await listen(served.app);
});

after(async () => {
  listening.close();
  await served.close();
  rmSync(root, { recursive: true });
});

const get = async (path: string, headers: Readonly<Record<string, string>> = {}, method = "GET") =>
  served.app.request(path, { method, headers });

/** What a server answers to a target that no client of ours would send. */
async function raw(target: string): Promise<string> {
  const { hostname, port } = new URL(listening.address);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  socket.write(
    `GET ${target} HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nConnection: close\r\n\r\n`,
  );
  let answer = "";
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}

describe("the portal's files", () => {
  test("[H33] are sent as the build compressed them, whatever the client takes", async () => {
    const path = "/assets/index-abc.js";
    const bytes = async (encoding: string): Promise<[string | null, Buffer]> => {
      const response = await get(path, { "Accept-Encoding": encoding });
      assert.equal(response.headers.get("Vary"), "Accept-Encoding");
      const body = Buffer.from(await response.arrayBuffer());
      assert.equal(response.headers.get("Content-Length"), String(body.length));
      return [response.headers.get("Content-Encoding"), body];
    };
    const [br, brotli] = await bytes("gzip, deflate, br");
    assert.deepEqual([br, brotliDecompressSync(brotli).toString()], ["br", SCRIPT]);
    const [gz, gzip] = await bytes("gzip;q=0.5, br;q=0");
    assert.deepEqual([gz, gunzipSync(gzip).toString()], ["gzip", SCRIPT]);
    const [none, plain] = await bytes("identity");
    assert.deepEqual([none, plain.toString()], [null, SCRIPT]);
  });

  test("[H33] keep for ever where their name has a hash, and the page never unasked", async () => {
    const script = await get("/assets/index-abc.js");
    assert.match(script.headers.get("Cache-Control") ?? "", /immutable/);
    const page = await get("/", AS_BROWSER);
    assert.equal(page.headers.get("Cache-Control"), "no-cache");
    const tag = page.headers.get("ETag")!;
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
      const same = await get("/", { ...AS_BROWSER, "If-None-Match": known });
      assert.equal(same.status, 304);
      assert.equal(await same.text(), "");
    }
  });

  test("[H33] answer HEAD without a body", async () => {
    for (const path of ["/", "/assets/index-abc.js"]) {
      const head = await get(path, AS_BROWSER, "HEAD");
      const full = await get(path, AS_BROWSER);
      assert.equal(head.status, 200);
      assert.equal(await head.text(), "");
      for (const name of ["Content-Length", "Content-Type", "ETag", "Content-Security-Policy"]) {
        assert.equal(head.headers.get(name), full.headers.get(name), name);
      }
    }
  });

  test("[H33] show a page at a page's address, and at no other", async () => {
    for (const path of ["/", "/acts", "/acts/00ff", "/a/b/c?d=e", "/why/sides.US.owns"]) {
      assert.equal(await (await get(path, AS_BROWSER)).text(), PAGE, path);
    }
    for (const path of [
      ...["/assets/gone-def.js", "/assets/", "/api/v1/nothing", "/api", "/log/checkpoint.html"],
      ...["/favicon.ico", "/index.html", "/beside.txt", "/assets/index-abc.js.br"],
    ]) {
      const response = await get(path, AS_BROWSER);
      assert.notEqual(await response.text(), PAGE, path);
      assert.equal(response.status, 404, path);
    }
    // Who asks for no page gets none, so that a wrong address of a program is told as such.
    assert.equal((await get("/acts", { Accept: "application/json" })).status, 404);
  });

  test("[H33] lead to no other file, however the address is written", async () => {
    const climbs = ["../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..\\", "..%5c", "....//", ".%00./"];
    for (const climb of climbs) {
      for (const start of ["/", "/assets/", "//", "/./", "/assets//"]) {
        for (const name of ["secret.txt", "secret.js", "dist/beside.txt", "etc/passwd"]) {
          for (const times of [1, 2, 8]) {
            const target = start + climb.repeat(times) + name;
            const answer = await raw(target);
            assert.ok(!answer.includes(SECRET) && !answer.includes("root:"), target);
            assert.doesNotMatch(answer, /^HTTP\/1.1 5/, target);
          }
        }
      }
    }
  });

  test("[H34] come with a policy that runs nothing but the build", async () => {
    const { headers } = await get("/", AS_BROWSER);
    const policy = headers.get("Content-Security-Policy") ?? "";
    assert.doesNotMatch(policy, /unsafe|\*|https?:/);
    for (const rule of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"]) {
      assert.ok(policy.includes(rule), rule);
    }
    for (const rule of ["base-uri 'none'", "require-trusted-types-for 'script'"]) {
      assert.ok(policy.includes(rule), rule);
    }
    assert.equal(headers.get("Cross-Origin-Opener-Policy"), "same-origin");
    assert.equal(headers.get("X-Content-Type-Options"), "nosniff");
    assert.equal(headers.get("Referrer-Policy"), "no-referrer");
    assert.match(headers.get("Permissions-Policy") ?? "", /camera=\(\).*geolocation=\(\)/);
    const api = await get("/api/v1/fund");
    const strictest = "default-src 'none'; frame-ancestors 'none'";
    assert.equal(api.headers.get("Content-Security-Policy"), strictest);
  });
});

describe("the coding of an answer", () => {
  test("[H33] is the shortest that the client takes", () => {
    const both = new Set(["br", "gzip"] as const);
    const cases = [
      ["gzip, deflate, br, zstd", "br"],
      ["gzip", "gzip"],
      ["br;q=0, *;q=0.1", "gzip"],
      ["*", "br"],
      ["*;q=0", undefined],
      ["identity", undefined],
      ["GZIP ; q=1.000", "gzip"],
      ["gzip;q=x", undefined],
      ["xgzip, brr", undefined],
    ] as const;
    for (const [header, expected] of cases) assert.equal(acceptedCoding(header, both), expected);
    assert.equal(acceptedCoding(null, both), undefined);
    assert.equal(acceptedCoding("br, gzip", { has: (coding) => coding === "gzip" }), "gzip");
  });
});
