/**
 * Hostile text in every field of every page. The pages are those that the portal has, so that a new
 * one is walked without being named here.
 */
import assert from "node:assert/strict";
import { it } from "node:test";
import { encodeSigned } from "@jointfund/core/fund/entry.ts";
import { actIdOf } from "@jointfund/core/governance/identity.ts";
import type { Act, Statement } from "@jointfund/core/governance/statement.ts";
import type { Area, Role } from "@jointfund/portal/app/page-entry.ts";
import { signStatement } from "@jointfund/server/application/operator.ts";
import { officerSigner } from "@jointfund/server/scenario/demonstration.ts";
import type { Page } from "playwright-core";
import { assertFiguresOpen } from "./figures.ts";
import { assertKeptOverReload, copyTooMuch, fillWithHostileText } from "./hostile-text.ts";
import { describePortal, follow, type Portal, settled } from "./open-portal.ts";

const CITIZEN = "feeder-us:us-004";
const OFFICER = "us-treasury-1";

/** Who looks at the pages of a role. */
const PERSONS: { readonly [role in Role]: string } = {
  officer: OFFICER,
  auditor: "auditor-1",
  partner: OFFICER,
  citizen: CITIZEN,
};

/** What stands for the parts of an address, by its page. */
const PLACES = new Map<string, (portal: Portal) => string>([
  ["/auditor/lists/$name", () => "/auditor/lists/back-dated"],
  ["/desk/draft", () => "/desk/draft?type=expense.book"],
  ["/desk/acts/$id", (portal) => `/desk/acts/${someAct(portal)}`],
  ["/partner/notices/$id", () => "/partner/notices/none"],
  ["/investments/$id", () => "/investments/none"],
  ["/acts/$id", (portal) => `/acts/${someAct(portal)}`],
  ["/entries/$index", () => "/entries/3"],
  ["/why/$cell", () => "/why/owns.cash"],
  ["/analysis/what-if", () => "/analysis/what-if?scenario=first-year"],
  ["/problems/$code", () => "/problems/body_wrong"],
]);

const someAct = ({ served }: Portal): string => {
  const [id] = served.office.record.view.chronicle.acts.keys();
  assert.ok(id !== undefined);
  return id;
};

/** Fields that only come once something was chosen or pressed. */
type Reached = {
  readonly path: string;
  readonly as?: string;
  readonly name: string;
  readonly reach: (page: Page, portal: Portal) => Promise<void>;
};

/** Reads every risk and goes on to what somebody wishes for. */
async function readRisks(page: Page): Promise<void> {
  for (const risk of await page.locator(".risk").all()) await risk.scrollIntoViewIfNeeded();
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "次へ" }).click();
  await page.getByLabel(/購入金額/).waitFor();
}

async function ownText(page: Page): Promise<void> {
  await page.locator(".charter-field select").first().selectOption("own");
}

const REACHED: readonly Reached[] = [
  { path: "/my/order", as: CITIZEN, name: "an amount to buy for", reach: readRisks },
  {
    path: "/my/order",
    as: CITIZEN,
    name: "units to give back",
    async reach(page) {
      await readRisks(page);
      await page.getByRole("radio").nth(1).check();
    },
  },
  {
    path: "/distributor/requests",
    as: "us-distributor-1",
    name: "a request to answer",
    async reach(page, portal) {
      const asking = await portal.visit("/my/order", { as: CITIZEN });
      const status = await asking.evaluate(async () => {
        const terms = await fetch("/api/v1/my/order-terms");
        const { risksDigest } = (await terms.json()) as { readonly risksDigest: string };
        const order = {
          kind: "subscription",
          minor: "50000",
          risks: risksDigest,
          key: "hostile-text",
        };
        const answer = await fetch("/api/v1/my/order-requests", {
          ...{ method: "POST", headers: { "Content-Type": "application/json" } },
          body: JSON.stringify(order),
        });
        return answer.status;
      });
      assert.equal(status, 200);
      await asking.context().close();
      await page.reload();
      await page.getByRole("button", { name: "申込みに署名" }).waitFor();
    },
  },
  { path: "/analysis/powers", name: "a charter of one's own", reach: ownText },
  { path: "/analysis/charters", name: "charters of one's own", reach: ownText },
];

/** The portal's pages: its own type check is another, so they are not imported as code is. */
const { AREAS } = (await import(import.meta.resolve("@jointfund/portal/pages/areas.ts"))) as {
  readonly AREAS: readonly Area[];
};

/** One window of each person goes from page to page. */
class Windows {
  readonly #portal: () => Portal;
  readonly #pages = new Map<string, Page>();
  #hasCopied = false;

  constructor(portal: () => Portal) {
    this.#portal = portal;
  }

  async show(path: string, as: string | undefined): Promise<Page> {
    const kept = this.#pages.get(as ?? "");
    if (kept === undefined) {
      const page = await this.open(path, as);
      this.#pages.set(as ?? "", page);
      return page;
    }
    await follow(kept, path);
    return kept;
  }

  /** A window of its own. What is copied in the first one may be pasted in all. */
  async open(path: string, as: string | undefined): Promise<Page> {
    const who = as === undefined ? {} : { as };
    const page = await this.#portal().visit(path, { ...who, language: "ja" });
    if (!this.#hasCopied) await copyTooMuch(page);
    this.#hasCopied = true;
    return page;
  }
}

/** A decision of the other side's, which this side may object to, veto and step back from. */
async function proposeInstruction({ served }: Portal): Promise<string> {
  const { charter, today } = served.office.record.view.state;
  const proposer = "jp-treasury-1";
  const act: Act = {
    type: "instruction.record",
    body: { text: "Prefer sites in the south", concern: "example" },
    ...{ charterVersion: charter.version, effectiveDate: today, proposer },
    ...{ basis: "policy", reason: "For the test", evidence: [] },
  };
  const statement: Statement = { kind: "proposal", fund: charter.id, act };
  const signed = encodeSigned(signStatement(statement, officerSigner(charter, proposer)));
  const receipt = await served.office.fund.submit(signed);
  assert.equal(receipt.status, "accepted", JSON.stringify(receipt));
  await served.office.record.caughtUp();
  return actIdOf(charter.id, act);
}

/** Forms of several fields, which a reload does not empty. */
const KEPT = new Set(["/desk/draft"]);

describePortal("hostile text", { scenario: "citizens" }, (portal) => {
  const windows = new Windows(portal);
  for (const { roles = [], pages } of AREAS) {
    const as = roles[0] === undefined ? undefined : PERSONS[roles[0]];
    for (const { path } of pages) {
      it(`[H39] [H92] on ${path} runs nothing and breaks nothing`, async () => {
        const place = PLACES.get(path)?.(portal()) ?? path;
        assert.ok(!place.includes("$"), `PLACES says what stands for the parts of ${path}`);
        const page = await windows.show(place, as);
        // The walk sees every page that there is, a new one too: so it holds their figures as well.
        await assertFiguresOpen(page);
        await fillWithHostileText(page, path);
        if (KEPT.has(path)) await assertKeptOverReload(page, path);
      });
    }
  }
  for (const { path, as, name, reach } of REACHED) {
    it(`[H39] in ${name} on ${path} runs nothing and breaks nothing`, async () => {
      const page = await windows.open(path, as);
      await reach(page, portal());
      assert.ok((await fillWithHostileText(page, path)) > 0, "something can be written there");
      await page.context().close();
    });
  }
  it("[H39] in what an officer says of an act runs nothing and breaks nothing", async () => {
    const act = await proposeInstruction(portal());
    const page = await windows.open(`/desk/acts/${act}`, OFFICER);
    const dialog = page.getByRole("dialog");
    for (const name of ["異議申立て", "拒否権の行使", "回避"]) {
      const button = page.getByRole("button", { name, exact: true });
      await button.click();
      assert.equal(await fillWithHostileText(page, name), 1, name);
      await page.reload();
      await settled(page);
      await button.click();
      const said = await dialog.getByRole("textbox").inputValue();
      assert.match(said, /onerror/, `${name}: a reload loses nothing`);
      await dialog.getByRole("button", { name: "署名へ進む" }).click();
      await dialog.getByRole("button", { name: "別の端末で署名" }).waitFor();
      if (name === "回避") break;
      await page.reload();
      await settled(page);
    }
    await page.getByRole("button", { name: "別の端末で署名" }).click();
    assert.equal(await fillWithHostileText(page, "what was signed elsewhere"), 2);
    await page.context().close();
  });
});
