/** The checks of the record that run in the reader's own browser, on files as they are and not. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { it } from "node:test";
import { signCheckpoint } from "@jointfund/core/log/checkpoint.ts";
import { ed25519Signer, encodeNote } from "@jointfund/core/log/note.ts";
import { SIGNATURE_TYPES, verifierKey } from "@jointfund/core/log/verifier-key.ts";
import { demonstrationKey } from "@jointfund/server/application/demonstration-keys.ts";
import type { Page } from "playwright-core";
import { describePortal, type Portal, settled } from "./open-portal.ts";

/** Serves other bytes in the place of a file of the log, as a dishonest server would. */
async function tamper(page: Page, path: string, change: (bytes: Buffer) => Buffer): Promise<void> {
  await page.route(`**/log/${path}`, async (route) => {
    const response = await route.fetch();
    const body = change(await response.body());
    const headers = { ...response.headers(), "content-length": String(body.length) };
    await route.fulfill({ response, headers, body });
  });
}

/** One bit of a byte, turned. */
function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

const verdictOf = (page: Page): Promise<string> =>
  page.locator(".inclusion .notice").first().innerText();

type Opened = () => Portal;

/** A page that has not loaded anything of the log yet, so that routes can be laid. */
const open = (portal: Opened): Promise<Page> => portal().visit("/principles");

async function check(portal: Opened, page: Page, entry: number): Promise<void> {
  await page.goto(`${portal().address}/check?entry=${entry}`);
  await settled(page);
  await page.locator(".inclusion .notice").first().waitFor();
}

async function paste(portal: Opened, page: Page, text: string): Promise<string> {
  await page.goto(`${portal().address}/check`);
  await settled(page);
  await page.getByLabel("An older checkpoint").fill(text);
  await page.getByRole("button", { name: "Check" }).last().click();
  return verdictOf(page);
}

function honestFiles(portal: Opened): void {
  it("every step of an inclusion leads to the root that was signed", async () => {
    const page = await open(portal);
    for (const entry of [0, 7, portal().served.office.record.view.size - 2]) {
      await check(portal, page, entry);
      assert.match(await verdictOf(page), new RegExp(`Entry #${entry} is in the record`));
      const hashes = await page.locator(".hashes code").allInnerTexts();
      assert.equal(hashes.at(-1), hashes.at(-2), "the way leads to the signed root");
    }
    await page.context().close();
  });

  it("an act leads to the check of its entry", async () => {
    const [id] = portal().served.office.record.view.chronicle.acts.keys();
    const page = await portal().visit(`/acts/${id}`);
    await page.getByRole("link", { name: "Check in this browser" }).click();
    await page.locator(".inclusion[data-holds=true]").waitFor();
    await page.context().close();
  });
}

function changedFiles(portal: Opened): void {
  it("a tile that was changed is seen", async () => {
    const page = await open(portal);
    await tamper(page, "tile/0/**", (bytes) => flipped(bytes, 40));
    await check(portal, page, 0);
    assert.match(await verdictOf(page), /It does not hold/);
    assert.equal(await page.locator(".inclusion").getAttribute("data-holds"), "false");
    await page.context().close();
  });

  it("an entry that was changed is seen", async () => {
    const page = await open(portal);
    await tamper(page, "tile/entries/**", (bytes) => flipped(bytes, 60));
    await check(portal, page, 0);
    assert.match(await verdictOf(page), /It does not hold/);
    await page.context().close();
  });

  it("a file that is missing or cut is told by its name", async () => {
    const page = await open(portal);
    await tamper(page, "tile/0/**", (bytes) => bytes.subarray(0, bytes.length - 1));
    await check(portal, page, 3);
    assert.match(await verdictOf(page), /missing or damaged: tile_length, tile\/0\/000/);
    await page.context().close();
  });

  it("a checkpoint whose cosignature was changed is not relied on", async () => {
    const page = await open(portal);
    await tamper(page, "checkpoint", (bytes) => {
      const lines = bytes.toString("utf8").split("\n");
      const last = lines.findLastIndex((line) => line.startsWith("— "));
      const line = lines[last] ?? "";
      const end = line.at(-5) === "A" ? "B" : "A";
      lines[last] = line.slice(0, -5) + end + line.slice(-4);
      return Buffer.from(lines.join("\n"));
    });
    await check(portal, page, 3);
    assert.match(await verdictOf(page), /not rightly signed/);
    await page.getByText("NOT valid").waitFor();
    await page.goto(portal().address);
    await settled(page);
    await page.getByText("is not valid. Do not rely on these figures.").waitFor();
    await page.context().close();
  });
}

/** A checkpoint as the log's own key signs it: of any size and root, as a cheating log would. */
function signedBy(portal: Opened, size: number, root: Uint8Array | undefined): string {
  const { charter } = portal().served.office.record.view.state;
  const { publicKey, sign } = demonstrationKey(`${charter.id} log`);
  const key = verifierKey(charter.origin, SIGNATURE_TYPES.ed25519, publicKey);
  assert.ok(key.ok && root !== undefined);
  const checkpoint = { origin: charter.origin, size, root };
  const note = signCheckpoint(checkpoint, ed25519Signer(key.value, sign));
  assert.ok(note.ok);
  return new TextDecoder().decode(encodeNote(note.value));
}

function keptCheckpoints(portal: Opened): void {
  it("a checkpoint that a reader kept is continued, another is not", async () => {
    const kept = join(portal().served.office.logDirectory, "checkpoint");
    const text = await readFile(kept, "utf8");
    const page = await open(portal);
    assert.match(await paste(portal, page, text), /The record continues it/);
    assert.match(
      await paste(portal, page, text.replaceAll("\n", "\r\n")),
      /The record continues it/,
    );
    assert.match(await paste(portal, page, "not a checkpoint"), /This is no checkpoint/);
    const [origin = "", sizeLine = ""] = text.split("\n");
    const forged = text.replace(`${origin}\n${sizeLine}`, `${origin}\n${Number(sizeLine) + 1}`);
    assert.match(await paste(portal, page, forged), /has not signed what you pasted/);
    await page.context().close();
  });

  it("an older one, a forked one and a longer one are told apart", async () => {
    const { record, fund } = portal().served.office;
    const half = Math.floor(record.size / 2);
    const page = await open(portal);
    const older = signedBy(portal, half, fund.rootAt(half));
    assert.match(await paste(portal, page, older), new RegExp(`all of its ${half} entries`));
    const forked = signedBy(portal, half, fund.rootAt(half - 1));
    assert.match(await paste(portal, page, forked), /It does not continue it/);
    const longer = signedBy(portal, record.size + 7, fund.rootAt(half));
    assert.match(await paste(portal, page, longer), /is shorter than yours/);
    await page.context().close();
  });

  it("an entry that no checkpoint covers yet is told", async () => {
    const { size } = portal().served.office.record;
    const page = await portal().visit(`/check?entry=${size}`);
    await page.getByText(`Entry #${size} is newer than the published checkpoint`).waitFor();
    await page.context().close();
  });
}

describePortal("the checks in the browser", { scenario: "first-year" }, (portal) => {
  honestFiles(portal);
  changedFiles(portal);
  keptCheckpoints(portal);
});
