/**
 * Hostile text in every field of every page. The pages are those that the portal has, so that a new
 * one is walked without being named here.
 */
import assert from "node:assert/strict";
import { it } from "node:test";
import type { Area, Role } from "@jointfund/portal/app/page-entry.ts";
import type { Page } from "playwright-core";
import { assertFiguresOpen } from "./figures.ts";
import { fillWithHostileText } from "./hostile-text.ts";
import { describePortal, follow, type Portal } from "./open-portal.ts";

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
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByLabel(/For how much/).waitFor();
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
      await page.getByRole("button", { name: "Sign the order" }).waitFor();
    },
  },
  { path: "/analysis/powers", name: "a charter of one's own", reach: ownText },
  { path: "/analysis/charters", name: "charters of one's own", reach: ownText },
];

/** The portal's pages: its own type check is another, so they are not imported as code is. */
const { AREAS } = (await import(import.meta.resolve("@jointfund/portal/pages/areas.ts"))) as {
  readonly AREAS: readonly Area[];
};

/** One window of each person goes from page to page until it has a field that was written in. */
class Windows {
  readonly #portal: () => Portal;
  readonly #pages = new Map<string, Page>();

  constructor(portal: () => Portal) {
    this.#portal = portal;
  }

  async show(path: string, as: string | undefined): Promise<Page> {
    const kept = this.#pages.get(as ?? "");
    if (kept === undefined) {
      const page = await this.#portal().visit(path, as === undefined ? {} : { as });
      this.#pages.set(as ?? "", page);
      return page;
    }
    await follow(kept, path);
    return kept;
  }

  async close(as: string | undefined): Promise<void> {
    await this.#pages
      .get(as ?? "")
      ?.context()
      .close();
    this.#pages.delete(as ?? "");
  }
}

describePortal("hostile text", { scenario: "citizens" }, (portal) => {
  const windows = new Windows(portal);
  for (const { roles = [], pages } of AREAS) {
    const as = roles[0] === undefined ? undefined : PERSONS[roles[0]];
    for (const { path } of pages) {
      it(`[H39] [H87] on ${path} runs nothing and breaks nothing`, async () => {
        const place = PLACES.get(path)?.(portal()) ?? path;
        assert.ok(!place.includes("$"), `PLACES says what stands for the parts of ${path}`);
        const page = await windows.show(place, as);
        // The walk sees every page that there is, a new one too: so it holds their figures as well.
        await assertFiguresOpen(page);
        if ((await fillWithHostileText(page, path)) > 0) await windows.close(as);
      });
    }
  }
  for (const { path, as, name, reach } of REACHED) {
    it(`[H39] in ${name} on ${path} runs nothing and breaks nothing`, async () => {
      const page = await portal().visit(path, as === undefined ? {} : { as });
      await reach(page, portal());
      assert.ok((await fillWithHostileText(page, path)) > 0, "something can be written there");
      await page.context().close();
    });
  }
});
