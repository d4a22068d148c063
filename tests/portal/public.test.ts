/** The public pages: everybody can read them, in both languages, and see where they are from. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { fundPage } from "@jointfund/core/statements/fund-page.ts";
import { pageCells } from "@jointfund/core/statements/page-cells.ts";
import { inspectPages } from "./inspect-pages.ts";
import { describePortal, type Portal, settled, rowsCome } from "./open-portal.ts";

describePortal("the public pages", { scenario: "us-japan" }, (portal) => {
  /** The id of an act of a type, as the record has it. */
  const actOf = (type: string, investment?: string): string => {
    const { acts } = portal().served.office.record.view.chronicle;
    for (const [id, { act }] of acts) {
      const isAbout = investment === undefined || act.body["investment"] === investment;
      if (act.type === type && isAbout) return id;
    }
    throw new Error(`no ${type} on record`);
  };

  const ADDRESSES: readonly (readonly [name: string, address: () => string])[] = [
    ["overview", () => "/"],
    ["what it owns", () => "/owns"],
    ["an investment", () => "/investments/abilene"],
    ["decisions", () => "/acts"],
    ["a decision", () => `/acts/${actOf("investment.select", "abilene")}`],
    ["a vetoed decision", () => `/acts/${actOf("instruction.record")}`],
    ["a fact", () => `/acts/${actOf("valuation.submit")}`],
    ["what it owes", () => "/owes"],
    ["each government", () => "/governments"],
    ["the charter", () => "/charter?clause=5.4"],
    ["the checks", () => "/check?entry=35"],
    ["an entry", () => "/entries/33"],
    ["the principles", () => "/principles"],
    ["why", () => "/why/sides.US.received"],
  ];

  inspectPages(
    portal,
    ADDRESSES.map(([name, path]) => ({ name, path })),
  );
  figuresAndActs(portal);
  areasOfHoldings(portal);
  charterAndReasons(portal);
  partByPart(portal);
});

/** What a figure is made of, where that is much. */
function partByPart(portal: Opened): void {
  for (const [language, more] of [
    ["en", "Show more"],
    ["ja", "さらに表示"],
  ] as const) {
    it(`[H64] [ST60] a long why comes part by part, by keyboard, in ${language}`, async () => {
      const page = await portal().visit("/why/owns.cash", { language, width: 1280 });
      const { view } = portal().served.office.record;
      const input = { state: view.state, chronicle: view.chronicle };
      const source = pageCells(input, fundPage(input)).get("owns.cash")?.source;
      assert.ok(source?.kind === "postings");
      const rows = page.locator(".why table tbody tr");
      const button = page.getByRole("button", { name: more });
      const all = source.parts().length;
      assert.ok(all > 100, `${all}`);
      for (let shown = 50; shown < all; shown += 50) {
        await rowsCome(page, shown);
        await button.focus();
        await page.keyboard.press("Enter");
      }
      await rowsCome(page, all);
      await button.waitFor({ state: "detached" });
      const entries = await rows.locator("a").allInnerTexts();
      assert.equal(
        new Set(entries).size,
        new Set(source.parts().map(({ posted }) => posted.entry)).size,
      );
      await page.context().close();
    });
  }
}

type Opened = () => Portal;

function figuresAndActs(portal: Opened): void {
  it("the overview says at once what it is worth, whose it is, what it paid", async () => {
    const page = await portal().visit("/", { language: "en", width: 1280 });
    const text = await page.locator(".overview-first").innerText();
    for (const said of ["USD 204.88 billion", "43.54%", "USD 45.01 billion", "JPY 6.29 trillion"]) {
      assert.ok(text.includes(said), said);
    }
    const box = await page.locator(".overview-first").boundingBox();
    assert.ok(box !== null && box.y + box.height < 900, "all of it on the first screen");
    await page.getByText(/Verified in your browser just now: [0-9,]+ entries/).waitFor();
    await page.context().close();
  });

  it("the map has what is held in each state, and what has no place beside it", async () => {
    const page = await portal().visit("/owns", { language: "ja" });
    const labels = await page.locator(".state-label").allTextContents();
    assert.deepEqual(new Set(labels), new Set(["MI", "NM", "TX", "WI"]));
    await page.getByRole("link", { name: "九州の送電網及び蓄電設備" }).first().waitFor();
    await page.context().close();
  });

  it("an investment tells its story with its votes, by links that lead on", async () => {
    const page = await portal().visit("/investments/abilene");
    await page.getByText("9 yes, 1 no · 1 recused").waitFor();
    await page.getByRole("link", { name: "Selection of an investment" }).click();
    await settled(page);
    assert.equal(await page.locator("h1").innerText(), "Selection of an investment");
    await page.getByText("JP-3A for JP-3").waitFor();
    await page.getByText("met: 7 of 8 seats approved, 5 needed").waitFor();
    await page.context().close();
  });

  it("decisions are found by what they are, and the choice stays in the address", async () => {
    const page = await portal().visit("/acts");
    await page.getByLabel("Status").selectOption("vetoed");
    await page.waitForURL(/status=vetoed/);
    await page.getByRole("link", { name: "Instruction by a sovereign" }).waitFor();
    await rowsCome(page, 1);
    await page.reload();
    await settled(page);
    await rowsCome(page, 1);
    await page.context().close();
  });
}

function areasOfHoldings(portal: Opened): void {
  it("areas of what is held are as large as their values, and lead on by keyboard", async () => {
    const page = await portal().visit("/owns", { width: 320 });
    const areas = page.locator(".treemap-area");
    const shown = await areas.evaluateAll((all) =>
      all.map((area) => {
        const { width, height } = area.getBoundingClientRect();
        const label = area.querySelector("a");
        const isCut =
          label !== null &&
          (label.scrollWidth > label.clientWidth || label.scrollHeight > label.clientHeight);
        return { name: area.textContent.trim(), area: width * height, isCut };
      }),
    );
    assert.deepEqual(
      shown.filter(({ isCut }) => isCut),
      [],
    );
    const sizeOf = (name: string): number =>
      shown.find((each) => each.name.startsWith(name))?.area ?? 0;
    // USD 43.92 billion beside USD 17.56 billion, as the list has them.
    const ratio = sizeOf("Advanced packaging plant") / sizeOf("Stargate Abilene");
    assert.ok(Math.abs(ratio - 43.92 / 17.56) < 0.05, `${ratio}`);
    const abilene = page.locator(".treemap").getByRole("link", { name: /^Stargate Abilene/ });
    await abilene.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/investments\/abilene/);
    await page.context().close();
  });
}

function charterAndReasons(portal: Opened): void {
  it("a clause leads to the charter, and the charter to the acts under the clause", async () => {
    const page = await portal().visit("/charter?clause=5.3");
    const rule = page.locator("details[open]", { hasText: "5.3 Capital call" });
    await rule.getByRole("link", { name: "See them" }).click();
    await page.waitForURL(/type=capital\.call/);
    await settled(page);
    await rowsCome(page, 10);
    await page.goto(`${portal().address}/acts?nature=all&clause=8.2`);
    await settled(page);
    await page.getByText("Only acts under clause 8.2.").waitFor();
    const under = await fetch(`${portal().address}/api/v1/acts?clause=8.2&limit=100`);
    const { items } = (await under.json()) as { readonly items: readonly unknown[] };
    assert.ok(items.length > 5);
    await rowsCome(page, items.length);
    await page.context().close();
  });

  it("the charter stands in both languages beside each other, with its versions", async () => {
    const page = await portal().visit("/charter", { language: "ja" });
    await page.getByLabel("両言語を並べて表示").check();
    await page.locator("[lang=en]", { hasText: "To invest together, as equals" }).waitFor();
    await page.getByText("/terms/concentrationCap/value/ratio").waitFor();
    await page.context().close();
  });

  it("a number opens its why, which has an address of its own", async () => {
    const page = await portal().visit("/governments");
    await page.getByRole("button", { name: /Why Received, US/ }).click();
    await page.getByRole("link", { name: "As a page of its own" }).click();
    await page.waitForURL(/\/why\/sides\.US\.received$/);
    await settled(page);
    await page.getByRole("button", { name: "Received: income, US" }).click();
    await page.waitForURL(/\/why\/sides\.US\.received\.income$/);
    await page.getByRole("heading", { name: "Acts behind it" }).waitFor();
    await page.context().close();
  });

  it("a covenant's history shows the steps that it took", async () => {
    const page = await portal().visit("/owes");
    const panel = page.locator("section.panel", { hasText: "Asset coverage" }).first();
    const text = await panel.innerText();
    assert.match(text, /28 Jun 2030: lock \(178\.4%\)/);
    assert.match(text, /at least 180%/);
    await page.context().close();
  });

  it("a principle without evidence says so, and the others lead to theirs", async () => {
    const page = await portal().visit("/principles");
    assert.equal(await page.locator(".principle").count(), 24);
    const items = await page.locator(".principle").all();
    for (const item of items) {
      const standing = await item.locator(".principle-standing").innerText();
      const links = await item.getByRole("link").count();
      assert.equal(standing === "not yet", links === 0, await item.innerText());
    }
    await page.context().close();
  });
}
