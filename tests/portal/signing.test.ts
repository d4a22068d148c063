/** Officers' passkeys in a browser, with Chromium's virtual authenticator. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { base64Encode } from "@jointfund/core/base/bytes.ts";
import { addSeconds } from "@jointfund/core/calendar/date.ts";
import { decodeEntry, encodeSigned } from "@jointfund/core/fund/entry.ts";
import { keyIdOf, signingBytes } from "@jointfund/core/governance/identity.ts";
import type { Passkey } from "@jointfund/core/governance/passkey.ts";
import type { Approval, Signature, Statement } from "@jointfund/core/governance/statement.ts";
import { buildPortal } from "@jointfund/portal/build/build-portal.ts";
import { PortalFiles } from "@jointfund/server/http/portal-files.ts";
import { officerSigner } from "@jointfund/server/scenario/demonstration.ts";
import { verify } from "@jointfund/verifier/verify.ts";
import type { Browser, CDPSession, Page } from "playwright-core";
import { playExample } from "../support/first-year.ts";
import { skipWithout } from "../support/require-tool.ts";
import { signInAs } from "../support/signed-in.ts";
import { listen, serveData, type ServedOffice } from "../support/served-office.ts";
import { assertKeptOverReload, copyTooMuch, fillWithHostileText } from "./hostile-text.ts";
import { inspectPage, openBrowser, visitPage, type Visit } from "./open-portal.ts";

const OFFICER = "us-treasury-1";
/** Longest that a page may take to show something. */
const ANSWER_MS = 15_000;

/** An office whose charter names the very page at which it is listened to. */
class LocalOffice {
  readonly data: string;
  readonly served: ServedOffice;
  readonly browser: Browser;
  readonly address: string;
  readonly #stop: () => void;

  private constructor(parts: {
    data: string;
    served: ServedOffice;
    browser: Browser;
    address: string;
    stop: () => void;
  }) {
    this.data = parts.data;
    this.served = parts.served;
    this.browser = parts.browser;
    this.address = parts.address;
    this.#stop = parts.stop;
  }

  static async open(): Promise<LocalOffice> {
    const port = await freePort();
    const address = `http://localhost:${port}`;
    const data = await mkdtemp(join(tmpdir(), "jointfund-passkeys-"));
    const path = "charter.passkeys.sites.localhost.origins.0";
    await playExample("first-year", data, { settings: [{ path, value: address }] });
    const served = await serveData(data, { portal: new PortalFiles(await buildPortal()) });
    const { close } = await listen(served.app, served.at, { host: "localhost", port });
    return new LocalOffice({ data, served, browser: await openBrowser(), address, stop: close });
  }

  async visit(path: string, { as, ...visit }: Visit = {}): Promise<Page> {
    const jar = as === undefined ? undefined : await signInAs(this.served, as);
    const cookies = (jar?.pairs ?? []).map((pair) => ({ ...pair, url: this.address }));
    const page = await visitPage(this.browser, this.address + path, visit, cookies);
    page.setDefaultTimeout(ANSWER_MS);
    return page;
  }

  get state() {
    return this.served.office.record.view.state;
  }

  /** Hands in a statement signed by a demonstration's key. */
  async say(statement: Statement, officer: string): Promise<void> {
    const signer = officerSigner(this.state.charter, officer);
    const signature = base64Encode(signer.sign(signingBytes(statement)));
    const signed = { statement, signatures: [{ key: keyIdOf(signer.publicKey), signature }] };
    const receipt = await this.served.office.fund.submit(encodeSigned(signed));
    assert.equal(receipt.status, "accepted", JSON.stringify(receipt));
    await this.served.office.record.caughtUp();
  }

  approval(actId: string, officer: string): Approval {
    const { boundsDigest } = this.state.acts.get(actId)!;
    const notAfter = addSeconds(this.state.recordedAt, 86_400);
    assert.ok(notAfter.ok);
    return {
      ...{ kind: "approval", fund: this.state.charter.id, actId, officer, decision: "approve" },
      ...{ boundsDigest, logSize: this.served.office.record.size, evidence: [] },
      notAfter: notAfter.value,
    };
  }

  /** Brings an act about that is proposed: both treasuries approve it. */
  async enact(actId: string): Promise<void> {
    for (const officer of ["us-treasury-2", "jp-treasury-1"]) {
      await this.say(this.approval(actId, officer), officer);
    }
    const fund = this.state.charter.id;
    await this.say({ kind: "execution", fund, actId, officer: "us-treasury-2" }, "us-treasury-2");
  }

  /** What the office answers to a statement with such a signature. */
  async answerTo(statement: Statement, signature: Signature): Promise<string> {
    const response = await this.served.app.request("/api/v1/statements", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: Uint8Array.from(encodeSigned({ statement, signatures: [signature] })),
    });
    const { code, status } = (await response.json()) as { code?: string; status: string };
    return code ?? status;
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.#stop();
    await this.served.close();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

type Authenticator = { readonly session: CDPSession; readonly id: string };

/** A security key of Chromium's own, whose user always agrees. */
async function addAuthenticator(page: Page, isSynced = false): Promise<Authenticator> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "usb",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      defaultBackupEligibility: isSynced,
      defaultBackupState: isSynced,
    },
  });
  return { session, id: authenticatorId };
}

/** Takes the credentials of one authenticator to that of another page. */
async function carry(from: Authenticator, to: Authenticator): Promise<void> {
  const { credentials } = await from.session.send("WebAuthn.getCredentials", {
    authenticatorId: from.id,
  });
  for (const credential of credentials) {
    await to.session.send("WebAuthn.addCredential", { authenticatorId: to.id, credential });
  }
}

/** What the browser signs on whatever page it is on. */
function assertOn(page: Page, statement: Statement, passkey: Omit<Passkey, "spki">) {
  const challenge = createHash("sha256").update(signingBytes(statement)).digest("base64");
  return page.evaluate(
    async ({ asked, id, rpId }) => {
      const bytes = (text: string) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
      const text = (of: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(of)));
      const credential = (await navigator.credentials.get({
        publicKey: {
          ...{ challenge: bytes(asked), rpId, userVerification: "required" },
          allowCredentials: [{ type: "public-key", id: bytes(id) }],
        },
      })) as PublicKeyCredential;
      const response = credential.response as AuthenticatorAssertionResponse;
      return {
        authenticatorData: text(response.authenticatorData),
        clientDataJSON: text(response.clientDataJSON),
        signature: text(response.signature),
      };
    },
    { asked: challenge, id: passkey.credentialId, rpId: passkey.site },
  );
}

/** Signs in the dialog that is open, and gives the entry that it says. */
async function signIn(page: Page): Promise<number> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Sign and hand in" }).click();
  const said = await dialog.getByText(/On record as entry \d+/).textContent();
  await dialog.getByRole("button", { name: "Close" }).click();
  return Number(/\d+/.exec(said ?? "")?.[0]);
}

describe("officers' passkeys", { skip: skipWithout(["chromium"]) }, () => {
  let office: LocalOffice;
  let page: Page;
  let authenticator: Authenticator;

  before(async () => {
    office = await LocalOffice.open();
    page = await office.visit("/my-key", { as: OFFICER });
    authenticator = await addAuthenticator(page);
  });
  after(async () => {
    await office.close();
    await rm(office.data, { recursive: true });
  });

  const keyOf = (officer: string) =>
    office.state.keys.get(office.state.officers.get(officer)!.key!)!;

  const entryAt = async (index: number) => {
    const [leaf] = await office.served.office.fund.entries(index, index + 1);
    const entry = decodeEntry(leaf!);
    assert.ok(entry.ok);
    return entry.value;
  };

  it("[G61] puts a passkey in place of an officer's key, once both treasuries agree", async () => {
    await page.getByText("Demonstration key that anybody can derive").waitFor();
    await page.getByRole("button", { name: "Make a passkey" }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Demonstration key: anybody can derive it").waitFor();
    await dialog.getByText("Words to compare").waitFor();
    const index = await signIn(page);
    const { statement } = await entryAt(index);
    assert.ok(statement.kind === "proposal" && statement.act.type === "key.rotate");
    const [link] = await page.getByRole("link", { name: "See the proposal" }).all();
    const actId = (await link!.getAttribute("href"))!.split("/").at(-1)!;
    await office.enact(actId);
    assert.equal(keyOf(OFFICER).passkey?.site, "localhost");
    await page.getByText("Passkey of localhost (ES256)").waitFor();
  });

  it("[G62] signs with the passkey from then on", async () => {
    await page.getByLabel("Id of the new officer").fill("us-board-5");
    await page.getByRole("button", { name: "Make a passkey" }).last().click();
    await page.getByRole("dialog").getByText("Your passkey asks for you").waitFor();
    const { statement, signatures } = await entryAt(await signIn(page));
    assert.ok(statement.kind === "proposal" && statement.act.type === "key.enrol");
    const [signature] = signatures;
    assert.ok(signature !== undefined && "authenticatorData" in signature);
    assert.equal(signature.key, keyOf(OFFICER).id);
  });

  it("[G62] approves an act at the desk with the passkey", async () => {
    const [actId] = [...office.state.openActs].map(([id]) => id);
    await page.goto(`${office.address}/desk/acts/${actId}`);
    await page.getByRole("button", { name: "Approve", exact: true }).click();
    const { statement, signatures } = await entryAt(await signIn(page));
    assert.ok(statement.kind === "approval" && statement.officer === OFFICER);
    assert.ok(signatures[0] !== undefined && "authenticatorData" in signatures[0]);
    await page.goto(`${office.address}/my-key`);
  });

  it("[G63] refuses what was signed on another page, and takes it from its own", async () => {
    const passkey = keyOf(OFFICER).passkey!;
    const [proposed] = [...office.state.openActs].map(([id]) => id);
    const objection: Statement = {
      ...{ kind: "objection", fund: office.state.charter.id, actId: proposed!, officer: OFFICER },
      ...{ power: "veto", reason: "For the test" },
    };
    const { close, address } = await listen(office.served.app, undefined, { host: "localhost" });
    const other = await visitPage(office.browser, `${address}/`);
    await carry(authenticator, await addAuthenticator(other));
    const foreign = await assertOn(other, objection, passkey);
    const { id: key } = keyOf(OFFICER);
    assert.equal(await office.answerTo(objection, { key, ...foreign }), "origin_not_allowed");
    await other.context().close();
    close();
    const own = await assertOn(page, objection, passkey);
    // The same statement, from its own page: what stops it then is the charter.
    assert.equal(await office.answerTo(objection, { key, ...own }), "no_veto_right");
  });

  it("[R3] refuses another officer's passkey", async () => {
    const { id: key, passkey } = keyOf(OFFICER);
    const [proposed] = [...office.state.openActs].map(([id]) => id);
    const ofOther = office.approval(proposed!, "us-treasury-2");
    const assertion = await assertOn(page, ofOther, passkey!);
    assert.equal(await office.answerTo(ofOther, { key, ...assertion }), "key_of_other_officer");
  });

  it("[G64] says at once that a copied passkey will not count", async () => {
    const other = await office.visit("/my-key", { as: "jp-board-1", language: "ja" });
    await addAuthenticator(other, true);
    await other.getByRole("button", { name: "パスキーを作成" }).first().click();
    await other.getByText("このパスキーは他の端末に同期され得るため").waitFor();
    // Hostile text in the forms of a new passkey and of a new officer (H39).
    await copyTooMuch(other);
    assert.equal(await fillWithHostileText(other, "/my-key"), 3);
    await assertKeptOverReload(other, "/my-key");
    await other.context().close();
  });

  it("says on which pages passkeys count where this is none of them", async () => {
    const { close, address } = await listen(office.served.app);
    const jar = await signInAs(office.served, "jp-board-3");
    const cookies = jar.pairs.map((pair) => ({ ...pair, url: address }));
    const other = await visitPage(office.browser, `${address}/my-key`, {}, cookies);
    await other.getByText("This page's address is none of them").waitFor();
    await other.getByRole("link", { name: office.address }).waitFor();
    assert.equal(await other.getByRole("button", { name: "Make a passkey" }).count(), 0);
    await other.context().close();
    close();
  });

  for (const language of ["en", "ja"] as const) {
    it(`can be read by everybody, in ${language}`, async () => {
      const shown = await office.visit("/my-key", { as: "jp-board-2", language });
      await inspectPage(shown);
      await addAuthenticator(shown);
      await shown
        .getByRole("button", { name: /Make a passkey|パスキーを作成/ })
        .first()
        .click();
      await shown.getByRole("dialog").getByRole("list").first().waitFor();
      await inspectPage(shown);
      await shown.context().close();
    });
  }

  it("[V5] leaves a record that the offline verifier holds to be right", async () => {
    const report = await verify({ directory: office.data });
    assert.equal(report.outcome, "holds", JSON.stringify(report.fault ?? report.doubt));
  });
});
