/** A quarter of a fund by its forms: called, invested, struck, distributed, paid, verified. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { it } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { utf8Encode } from "@jointfund/core/base/bytes.ts";
import type { Json } from "@jointfund/core/base/canonical.ts";
import { sha256Hex } from "@jointfund/core/base/sha256.ts";
import { decode } from "@jointfund/core/base/schema.ts";
import { instant } from "@jointfund/core/calendar/date.ts";
import { encodeSigned } from "@jointfund/core/fund/entry.ts";
import { VehicleFigures } from "@jointfund/core/fund/figures.ts";
import { statementSchema } from "@jointfund/core/governance/statement-schema.ts";
import { signStatement } from "@jointfund/server/application/operator.ts";
import { officerSigner } from "@jointfund/server/scenario/demonstration.ts";
import type { Page } from "playwright-core";
import { words as elements } from "@jointfund/portal/elements/words.ts";
import type { Text } from "@jointfund/portal/language/text.ts";
import { verifyWords as auditing } from "@jointfund/portal/pages/auditor/words.ts";
import { draftWords as words } from "@jointfund/portal/pages/officer/words/drafting.ts";
import { words as signing } from "@jointfund/portal/signing/words.ts";
import { FIELD_LABELS } from "@jointfund/server/languages/act-forms/field-labels.ts";
import { signInAs } from "../support/signed-in.ts";
import { describePortal, type Portal } from "./open-portal.ts";

/** A day after the fourth step of the site is due, which the scenario ends before. */
const machine = { now: () => instant("2026-11-02T09:00:00Z") };

/** A field by its label, which of several it is, and what is chosen or typed. */
type Filling = readonly [label: string, value: string, nth?: number];

type Language = "en" | "ja";
type Person = { readonly as: string; readonly language: Language };

const filledWith = (text: Text, { en, ja }: Text): Text => ({
  en: text.en.replace("{0}", en),
  ja: text.ja.replace("{0}", ja),
});

/** What a form calls something that its English calls so; a field's name depends on the act. */
function labelled(english: string, language: Language): RegExp {
  const texts: readonly Text[] = [...Object.values(FIELD_LABELS), words.reason, words.evidence];
  const found = [...texts, words.effectiveDate].filter(({ en }) => en === english);
  assert.ok(found.length > 0, `a form has a field ${english}`);
  const names = found.map((text) => text[language].replace(/[()]/g, "\\$&"));
  const marks = { en: " required| \\(optional\\)", ja: " 必須|（任意）" };
  return new RegExp(`^(?:${names.join("|")})(?:${marks[language]})?$`);
}

async function fill(
  page: Page,
  [label, value, nth = 0]: Filling,
  language: Language,
): Promise<void> {
  const field = page.getByLabel(labelled(label, language)).nth(nth);
  await field.waitFor();
  const isChoice = await field.evaluate((element) => element.tagName === "SELECT");
  if (isChoice) await field.selectOption(value);
  else await field.fill(value);
}

type Draft = {
  readonly type: string;
  readonly fields: readonly Filling[];
  /** Further items of the list of this name. */
  readonly more?: Text;
};

/** Fills in a form, sees that it would be accepted, signs it; the id of the act. */
async function draft(
  portal: Portal,
  { as, language }: Person,
  { type, fields, more }: Draft,
): Promise<string> {
  const page = await portal.visit(`/desk/draft?type=${type}`, { as, language });
  if (more !== undefined) await page.getByRole("button", { name: more[language] }).click();
  const around: readonly Filling[] = [
    ["Reason", `For the quarter: ${type}`],
    ["Hashes of documents (SHA-256), one a line", sha256Hex(utf8Encode(type))],
  ];
  for (const field of [...fields, ...around]) await fill(page, field, language);
  const accepted = page.locator(".drafting .notice-good");
  await accepted.waitFor({ timeout: 10_000 }).catch(async () => {
    const said = await page.locator(".drafting").innerText();
    assert.fail(`${type} is not accepted: ${said}`);
  });
  const sign = new RegExp(`^(?:${words.sign[language]}|${words.signFact[language]})$`);
  await page.getByRole("button", { name: sign }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: signing.sign[language] }).click();
  await dialog.locator(".notice-good").waitFor();
  await dialog.getByRole("button", { name: elements.close[language] }).click();
  await page.waitForURL(/\/desk\/acts\/[0-9a-f]{64}/);
  const id = new URL(page.url()).pathname.slice("/desk/acts/".length);
  await page.context().close();
  return id;
}

/** Says what the desk offers an officer to say of an act. */
async function say(portal: Portal, act: string, by: string, option: string): Promise<void> {
  const { app, at, office } = portal.served;
  const jar = await signInAs(portal.served, by);
  const headers = { cookie: jar.header };
  const response = await app.request(`${at.address.href}api/v1/desk/acts/${act}`, { headers });
  type Offer = { readonly option: string; readonly statement?: Json; readonly refusal?: Json };
  const { options } = (await response.json()) as { readonly options: readonly Offer[] };
  const offer = options.find((each) => each.option === option);
  assert.ok(offer?.statement !== undefined, `${by} ${option}: ${JSON.stringify(offer?.refusal)}`);
  const statement = decode(statementSchema, offer.statement);
  assert.ok(statement.ok);
  const signer = officerSigner(office.record.view.state.charter, by);
  const receipt = await office.fund.submit(encodeSigned(signStatement(statement.value, signer)));
  assert.equal(receipt.status, "accepted", JSON.stringify(receipt));
  await office.record.caughtUp();
}

async function decideAll(portal: Portal, act: string, voters: readonly string[]): Promise<void> {
  for (const voter of voters) await say(portal, act, voter, "approve");
  await say(portal, act, voters[0]!, "execute");
}

const BOARD = ["us-board-1", "us-board-2", "us-board-4", "jp-board-1", "jp-board-2"];
const MILLION = 100_000_000n;

const cashOf = ({ served }: Portal): bigint => {
  const { state } = served.office.record.view;
  return new VehicleFigures(state, state.charter.capital.vehicle).cash;
};

async function callAndReceive(portal: Portal, language: Language): Promise<void> {
  const { capital } = portal.served.office.record.view.state;
  const commitments = [...capital.commitments.values()];
  const id = (party: string): string => commitments.find((of) => of.party === party)!.id;
  const call = await draft(
    portal,
    { as: "office-1", language },
    {
      type: "capital.call",
      more: filledWith(words.addTo, FIELD_LABELS["items"]!),
      fields: [
        ["Class of units", "founders"],
        ["Due date", "2027-02-26"],
        ["Price per unit", "1.00"],
        ...["US", "JP"].flatMap((party, nth): Filling[] => [
          ["Party", party, nth],
          ["Commitment", id(party), nth],
          ["Amount", "4,000,000,000.00", nth],
        ]),
        ["Effective date", "2027-02-26"],
      ],
    },
  );
  await decideAll(portal, call, BOARD);
  for (const party of ["US", "JP"]) {
    await draft(
      portal,
      { as: "custodian-1", language },
      {
        type: "capital.receive",
        fields: [
          ["Capital call", call],
          ["Party", party],
          ["Amount", "4000000000"],
        ],
      },
    );
  }
}

async function invest(portal: Portal, language: Language): Promise<void> {
  await draft(
    portal,
    { as: "engineer-1", language },
    {
      type: "milestone.certify",
      fields: [
        ["Investment", "abilene"],
        ["Milestone", "step-4"],
        ["Amount", "7,993,102,000.00"],
        ["Reached on", "2026-10-30"],
        ["Report", "Site visit"],
      ],
    },
  );
  const advance = await draft(
    portal,
    { as: "us-treasury-1", language },
    {
      type: "investment.advance",
      fields: [
        ["Investment", "abilene"],
        ["Milestone", "step-4"],
        ["Payee", "crusoe"],
      ],
    },
  );
  await decideAll(portal, advance, ["jp-treasury-1"]);
}

async function strikeAndDistribute(portal: Portal, language: Language): Promise<string> {
  await draft(
    portal,
    { as: "custodian-1", language },
    {
      type: "investment.income",
      fields: [
        ["Investment", "abilene"],
        ["Character of the income", "dividend"],
        ["Amount", "100,000,000.00"],
      ],
    },
  );
  await draft(
    portal,
    { as: "valuer-1", language },
    {
      type: "valuation.submit",
      fields: [
        ["Investment", "abilene"],
        ["Amount", "16,300,000,000.00"],
        ["Level of the fair value hierarchy", "3"],
        ["Technique", "Discounted rents"],
      ],
    },
  );
  const strike = await draft(
    portal,
    { as: "calculation-1", language },
    {
      type: "nav.strike",
      fields: [["Vehicle", "fund"]],
    },
  );
  await decideAll(portal, strike, ["us-treasury-1", "jp-treasury-1"]);
  const determination = await draft(
    portal,
    { as: "calculation-1", language },
    {
      type: "distribution.determine",
      fields: [["Vehicle", "fund"]],
    },
  );
  await decideAll(portal, determination, ["calculation-1"]);
  const declaration = await draft(
    portal,
    { as: "us-treasury-1", language },
    {
      type: "distribution.declare",
      fields: [["Determined distribution", determination]],
    },
  );
  await decideAll(portal, declaration, ["us-treasury-2"]);
  return declaration;
}

const WAITS_MS = 20_000;

/** Waits until both mirrors have cosigned everything that is on record now. */
async function isFinal({ served }: Portal): Promise<void> {
  const { record } = served.office;
  const wanted = record.size;
  const end = Date.now() + WAITS_MS;
  while (record.view.state.trust.finalSize < wanted) {
    assert.ok(Date.now() < end, "the record becomes final");
    await wait(50);
  }
}

for (const language of ["en", "ja"] as const)
  describePortal(
    `a quarter by forms, in ${language}`,
    { scenario: "first-year", machine },
    (portal) => {
      it("capital is called and invested, NAV struck, income paid, and it all holds", async () => {
        const before = cashOf(portal());
        await callAndReceive(portal(), language);
        assert.equal(cashOf(portal()) - before, 8_000n * MILLION);
        await invest(portal(), language);
        const declaration = await strikeAndDistribute(portal(), language);
        await isFinal(portal());
        const { payments } = portal().served.office.record.view.state;
        const due = [...payments.values()].find(
          ({ id, payee }) => id.startsWith(declaration) && payee === "JP",
        );
        assert.ok(due !== undefined && due.minor > 0n);
        const cash = cashOf(portal());
        const release = await draft(
          portal(),
          { as: "us-treasury-1", language },
          {
            type: "payment.release",
            fields: [["Instructed payment", due.id]],
          },
        );
        await decideAll(portal(), release, ["jp-treasury-1"]);
        assert.equal(cash - cashOf(portal()), due.minor);
        await isFinal(portal());
        await verifies(portal(), language);
      });
    },
  );

/** The auditor holds the record against the checkpoint that is published. */
async function verifies(portal: Portal, language: Language): Promise<void> {
  const page = await portal.visit("/auditor/verify", { as: "auditor-1", language });
  const kept = join(portal.served.office.logDirectory, "checkpoint");
  await page.locator("textarea").fill(await readFile(kept, "utf8"));
  await page.getByRole("button", { name: auditing.start[language] }).click();
  await page.locator(".notice-good").waitFor({ timeout: 60_000 });
  await page.context().close();
}
