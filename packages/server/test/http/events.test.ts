/** Who follows the record over HTTP misses nothing and gets nothing twice, whatever happens. */
import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { copyPlayed } from "../../../../tests/support/copy-played.ts";
import { encodeSigned } from "@jointfund/core/fund/entry.ts";
import type { Act } from "@jointfund/core/governance/statement.ts";
import { signStatement } from "../../src/application/operator.ts";
import { openRecord } from "../../src/cli/record.ts";
import { officerSigner } from "../../src/scenario/demonstration.ts";

const MAIN = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

type Server = { readonly process: ChildProcess; readonly address: string };

/** Serves the directory in a process of its own, on the port of the one before if there was one. */
async function serve(data: string, port: string): Promise<Server> {
  const child = spawn(process.execPath, [MAIN, "serve", "--data", data, "--port", port], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  let out = "";
  while (!out.includes("\n")) {
    const [chunk] = (await once(child.stdout, "data")) as [Buffer];
    out += chunk.toString();
  }
  return { process: child, address: out.trim().replace(/\/$/, "") };
}

/** Reads events until there are so many, or the connection is lost. */
async function read(
  address: string,
  seen: number[],
  until: number,
  lastSeen?: number,
): Promise<void> {
  const headers: Record<string, string> =
    lastSeen === undefined ? {} : { "Last-Event-ID": `${lastSeen}` };
  const query = lastSeen === undefined ? "?from=0" : "";
  const response = await fetch(`${address}/api/v1/events${query}`, { headers });
  assert.equal(response.headers.get("Content-Type"), "text/event-stream");
  let rest = "";
  try {
    for await (const chunk of response.body!) {
      rest += Buffer.from(chunk).toString();
      const events = rest.split("\n\n");
      rest = events.pop() ?? "";
      for (const event of events) {
        const id = /^id: (\d+)$/m.exec(event)?.[1];
        if (id !== undefined) seen.push(Number(id));
      }
      if (seen.length >= until) return;
    }
  } catch {
    // The server was killed: what was read counts.
  }
}

describe("a client that follows the record", () => {
  let data: string;
  let server: Server;
  let submitted = 0;

  before(async () => {
    data = await mkdtemp(join(tmpdir(), "jointfund-events-"));
    await copyPlayed("first-year", data);
    server = await serve(data, "0");
  });

  after(async () => {
    server.process.kill("SIGTERM");
    await once(server.process, "exit");
    await rm(data, { recursive: true });
  });

  async function submit(): Promise<{ readonly status: string; readonly index: number }> {
    const { charter, officers, today } = openRecord(data).state;
    const officer = [...officers.values()].find(({ party }) => party === "US")!;
    const act: Act = {
      type: "conflict.declare",
      body: { holder: officer.id, concern: `example-${submitted++}`, nature: "shares" },
      ...{ charterVersion: charter.version, effectiveDate: today, proposer: officer.id },
      ...{ basis: "commercial", reason: "For the test", evidence: [] },
    };
    const signer = officerSigner(charter, officer.id);
    const response = await fetch(`${server.address}/api/v1/statements`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: encodeSigned(signStatement({ kind: "fact", fund: charter.id, act }, signer)),
    });
    return (await response.json()) as { readonly status: string; readonly index: number };
  }

  test("[H26] goes on after a kill of the server where it was cut off", async () => {
    const seen: number[] = [];
    const following = read(server.address, seen, Number.MAX_SAFE_INTEGER);
    const first = await submit();
    assert.equal(first.status, "accepted");
    while (!seen.includes(first.index)) await setTimeout(20);
    server.process.kill("SIGKILL");
    await once(server.process, "exit");
    await following;
    server = await serve(data, new URL(server.address).port);
    const second = await submit();
    await read(server.address, seen, second.index + 1, seen.at(-1));
    assert.deepEqual(
      seen,
      Array.from({ length: seen.length }, (_, index) => index),
    );
    assert.ok(seen.includes(second.index));
  });

  test("[H5] sees the new entry under a checkpoint that both mirrors have cosigned", async () => {
    const { index } = await submit();
    type Fund = {
      readonly finalSize: number;
      readonly checkpoint: { readonly size: number; readonly cosigners: readonly string[] };
    };
    let fund: Fund;
    do {
      await setTimeout(50);
      fund = (await (await fetch(`${server.address}/api/v1/fund`)).json()) as Fund;
      // It is there for a moment before it is cosigned.
    } while (fund.checkpoint.size <= index || fund.checkpoint.cosigners.length === 0);
    assert.deepEqual(fund.checkpoint.cosigners, ["US", "JP"]);
    const entry = await fetch(`${server.address}/api/v1/entries/${index}`);
    const { proof } = (await entry.json()) as { readonly proof?: { readonly size: number } };
    assert.equal(proof?.size, fund.checkpoint.size);
  });

  test("[H5] finds that a server told to end has left everything on record", async () => {
    const { index } = await submit();
    server.process.kill("SIGTERM");
    const [code] = (await once(server.process, "exit")) as [number];
    assert.equal(code, 0);
    assert.ok(openRecord(data).entries.length > index);
    server = await serve(data, "0");
  });
});
