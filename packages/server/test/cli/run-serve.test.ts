/** `run --serve`: the page, then the address, until somebody ends it. */
import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo, type Server } from "node:net";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { FIRST_YEAR, run, temporaryDirectory } from "./captured-terminal.ts";

const MAIN = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
const work = temporaryDirectory();
const data = join(work, "data");

type Started = {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  readonly address: URL;
};

/** Runs the command until it has said where it serves. */
async function start(command: string, ...args: readonly string[]): Promise<Started> {
  const child = spawn(process.execPath, [MAIN, command, "--lang", "en", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const { promise, resolve, reject } = Promise.withResolvers<URL>();
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
    const address = /^(http:\/\/\S+)\n/m.exec(out)?.[1];
    if (address !== undefined) resolve(new URL(address));
  });
  child.on("exit", () => reject(new Error(err)));
  return { child, out: () => out, err: () => err, address: await promise };
}

async function end({ child }: Started, signal: NodeJS.Signals): Promise<number | null> {
  const ended = once(child, "exit");
  child.kill(signal);
  const [code] = (await ended) as [number | null];
  return code;
}

/** Listens on a port, as another program does. */
async function occupy(port: number): Promise<Server | undefined> {
  const server = createServer();
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
    return server;
  } catch {
    return undefined;
  }
}

describe("run --serve", () => {
  let other: Server | undefined;

  before(async () => {
    other = await occupy(8080);
  });

  after(() => other?.close());

  test("prints the page, then the address at a port that is free, and ends by Ctrl-C", async () => {
    const started = await start("run", FIRST_YEAR, "--data", data, "--serve");
    const { address, out } = started;
    assert.ok(Number(address.port) > 8080, address.port);
    assert.ok(out().indexOf("EACH SIDE") < out().indexOf("http://"));
    const session = await fetch(new URL("/api/v1/session", address));
    const { demonstration } = (await session.json()) as { readonly demonstration: boolean };
    assert.equal(demonstration, true);
    assert.equal(await end(started, "SIGINT"), 0);
  });

  test("goes on with the record, and keeps what the office knows of its people", async () => {
    const key = readFileSync(join(data, "office", "session-key"));
    const args = ["--data", data, "--fresh", "--serve", "--port", "0"];
    const started = await start("run", FIRST_YEAR, ...args, "--lang", "both");
    assert.equal(await end(started, "SIGTERM"), 0);
    const told = started.err();
    assert.match(told, /^opening the fund .*\n.*のファンドを開いています$/m);
    assert.match(told, /^Open this in a browser:\nブラウザで開いてください：$/m);
    assert.match(told, /^Serving; Ctrl-C ends it\..*\n提供中です。/m);
    assert.deepEqual(readFileSync(join(data, "office", "session-key")), key);
  });

  test("refuses a port that is taken or none, before anything is played", async () => {
    const occupied = other ?? (await occupy(0))!;
    const port = String((occupied.address() as AddressInfo).port);
    const taken = await run(["serve", "--data", data, "--port", port]);
    assert.deepEqual([taken.code, taken.out], [1, ""]);
    assert.match(taken.err, /Another program listens on port/);
    if (occupied !== other) occupied.close();
    const none = join(work, "none");
    for (const args of [
      ["--serve", "--port", "70000"],
      ["--port", "8081"],
    ]) {
      const refused = await run(["run", FIRST_YEAR, "--data", none, ...args]);
      assert.deepEqual([refused.code, refused.out], [2, ""]);
      assert.match(refused.err, /--port/);
    }
  });
});

describe("the office file", () => {
  const secret = join(work, "secret.txt");
  const file = join(work, "office.yaml");

  const office = (people: string, authentication: string, more = ""): string => `
format: jointfund/office/v1
${more}
providers:
  - id: treasury
    name: { en: Treasury, ja: 財務省 }
    issuer: https://login.treasury.example
    client:
      id: office
      authentication: ${authentication}
    people:
${people}
`;

  const OFFICER = "      - { role: officer, subject: a, name: A, party: US, officer: us-board-1 }";
  const BY_FILE = "{ method: client_secret_post, secret: { from: file, path: secret.txt } }";

  async function told(text: string): Promise<string> {
    writeFileSync(file, text);
    const args = ["serve", "--data", data, "--office", file, "--port", "0", "--lang", "en"];
    const { code, err } = await run(args);
    assert.equal(code, 1, err);
    return err;
  }

  before(() => {
    mkdirSync(work, { recursive: true });
    writeFileSync(secret, "of the test\n", { mode: 0o600 });
  });

  test("[H40] is refused with every fault, its line and its path", async () => {
    const wrong = office(
      [
        "      - { role: officer, subject: a, name: A, party: XX }",
        "      - { role: officer, subject: b, name: B, party: AUD }",
        "      - { role: officer, subject: c, name: C, party: US, officer: nobody-1 }",
        "      - { role: officer, subject: d, name: D, party: JP, officer: us-board-1 }",
        "      - { role: citizen, subject: e, name: E, holding: { feeder: x, holder: h } }",
      ].join("\n"),
      "{ method: client_secret_basic, secret: { from: environment, name: NOT_SET } }",
    );
    const err = await told(wrong);
    for (const each of [
      /office\.yaml:12:\d+: providers\.0\.people\.0\.party: there is no such party .*found XX/,
      /people\.1\.role: a party of this kind has another role \(expected auditor, found officer\)/,
      /people\.2\.officer: the record has no such officer \(found nobody-1\)/,
      /people\.3\.officer: the officer acts for another party \(expected US, found JP\)/,
      /people\.4\.holding\.feeder: there is no such feeder/,
      /client\.authentication: the environment has no variable of this name/,
    ]) {
      assert.match(err, each);
    }
  });

  test("[H43] takes issuers under TLS or on this machine alone, and no id twice", async () => {
    const good = office(OFFICER, BY_FILE);
    for (const issuer of ["http://login.example", "https://a.example?x=1", "ftp://a", "login"]) {
      const err = await told(good.replace("https://login.treasury.example", issuer));
      assert.match(err, /issuer: the value is not of this form/, issuer);
    }
    assert.match(await told(good.replace("id: treasury", "id: demonstration")), /providers\.0\.id/);
    assert.match(await told(`${good}\n${OFFICER}`), /people\.1: the item is repeated/);
    assert.match(await told(good.replace("name: A,", "name: A, email: a@b,")), /no such field/);
  });

  test("[H44] takes no secret that others may read, or a key that is none", async () => {
    chmodSync(secret, 0o644);
    assert.match(await told(office(OFFICER, BY_FILE)), /its mode has to be 0600/);
    chmodSync(secret, 0o600);
    const byKey =
      "{ method: private_key_jwt, key: { from: file, path: secret.txt }, algorithm: ES256 }";
    assert.match(await told(office(OFFICER, byKey)), /no private key in PKCS #8/);
    const missing = BY_FILE.replace("secret.txt", "none.txt");
    assert.match(await told(office(OFFICER, missing)), /the file is not there/);
  });

  test("[H40] lets its providers be offered beside the demonstration's", async () => {
    writeFileSync(
      file,
      office(OFFICER, BY_FILE, "sessions: { idleMinutes: 5, absoluteMinutes: 60 }"),
    );
    const started = await start("serve", "--data", data, "--office", file, "--port", "0");
    const response = await fetch(new URL("/api/v1/session", started.address));
    const { providers } = (await response.json()) as {
      readonly providers: readonly { readonly id: string }[];
    };
    assert.deepEqual(
      providers.map(({ id }) => id),
      ["treasury", "demonstration"],
    );
    assert.equal(await end(started, "SIGTERM"), 0);
  });
});
