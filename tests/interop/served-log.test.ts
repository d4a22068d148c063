/** The log as it is fetched over HTTP, by programs that share no code with ours. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { newTiles, tilePath } from "@jointfund/core/log/tiles.ts";
import {
  listen,
  serveScenario,
  type Listening,
  type ServedOffice,
} from "../support/served-office.ts";
import { requireTool } from "../support/require-tool.ts";
import { checkLogWithGo, GO_TOOLS } from "./outside-programs.ts";

let served: ServedOffice;
let server: Listening;
let address: string;
let copy: string;

before(async () => {
  served = await serveScenario("first-year");
  server = await listen(served.app);
  ({ address } = server);
  copy = mkdtempSync(join(tmpdir(), "jointfund-fetched-"));
});

after(async () => {
  server.close();
  await served.close();
  rmSync(copy, { recursive: true });
});

/** Fetches a file of the log into the copy. */
async function fetchFile(path: string): Promise<Response> {
  const response = await fetch(`${address}/log/${path}`);
  assert.equal(response.status, 200, path);
  mkdirSync(join(copy, dirname(path)), { recursive: true });
  writeFileSync(join(copy, path), new Uint8Array(await response.clone().arrayBuffer()));
  return response;
}

describe("the log over HTTP", () => {
  test("[H30] is what Go's tlog packages accept, fetched file by file", async (context) => {
    const checkpoint = await fetchFile("checkpoint");
    const [origin = "", size = ""] = (await checkpoint.text()).split("\n");
    for (const tile of newTiles(0, Number(size))) {
      const response = await fetchFile(tilePath(tile));
      assert.match(response.headers.get("Cache-Control") ?? "", /immutable/);
    }
    const fund = await fetch(`${address}/api/v1/fund`);
    const { keys } = (await fund.json()) as {
      readonly keys: { readonly log: string; readonly mirrors: readonly { vkey: string }[] };
    };
    assert.ok(keys.log.startsWith(origin));
    if (!requireTool(context, GO_TOOLS)) return;
    const mirrors = keys.mirrors.map(({ vkey }) => vkey);
    const { accepted, output } = checkLogWithGo(copy, keys.log, mirrors);
    assert.ok(accepted, output);
    assert.match(output, new RegExp(`^${size} entries, root `));
  });

  test("[H30] leads to no other file, by whatever path", async () => {
    const paths = [
      ...["", "/", "../signer/high-water", "..%2fsigner%2fhigh-water", "%2e%2e/journal/entries"],
      ...["tile/../../signer/high-water", "tile/0/000/../../../../signer/high-water"],
      ...["checkpoint%00", "checkpoint/", "checkpoint.new", "tile/0/000.p", "tile/0/000.p/256"],
      ...["tile/0/000.p/0", "tile/64/000", "tile/00/000", "tile/0/1", "tile/0/x000/0000", "tile"],
      ...["TILE/0/000", "tile/entries/999", "//etc/passwd", "C:/", "tile\\0\\000", "tile/0/000%0a"],
    ];
    for (const path of paths) {
      const response = await served.app.request(`/log/${path}`);
      assert.ok(response.status === 404 || response.status === 400, `${path}: ${response.status}`);
    }
  });
});
