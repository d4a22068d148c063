import type { Charter } from "@jointfund/core/charter/charter.ts";
import { FIGURE_WORDS } from "@jointfund/core/fund/environment-types.ts";
import { postedCellNamed, type PostedCell } from "@jointfund/core/statements/posted-cells.ts";
import { dateText } from "./figures.ts";
import { localized, type Language, type Text } from "./language.ts";
import { COLUMN_TEXTS, filled, PAGE_TEXTS } from "./page-texts.ts";
import { STEP_WORDS, wordFor } from "./words.ts";

/**
 * What the numbers of the page are called, by the form of their ids: "<…>" stands for a party, an
 * account, a year. The order is that of the page.
 */
export const CELL_LABELS = {
  "record.entries": { en: "Entries replayed", ja: "再現した記録" },
  "bank.open-items": { en: "Open items at the bank", ja: "銀行との未照合項目" },
  "owns.investments": PAGE_TEXTS.investments,
  "owns.cash": PAGE_TEXTS.cash,
  "owns.other": PAGE_TEXTS.otherAssets,
  "owes.<account>": { en: "Owes: {0}", ja: "債務：{0}" },
  "owes.rest": PAGE_TEXTS.otherLiabilities,
  owes: { en: "Owes, all together", ja: "債務合計" },
  "net-assets": PAGE_TEXTS.netAssets,
  "movement.put-in": { en: "Put in this year", ja: "期中の拠出" },
  "movement.operations": { en: "Operations", ja: "運用損益" },
  "movement.distributions": { en: "Distributions declared", ja: "分配宣言額" },
  "movement.closing": { en: "Net assets by movement", ja: "増減による純資産総額" },
  "level.<level>": { en: "Investments, level {0}", ja: "投資（レベル{0}）" },
  "level.<level>.share": { en: "Level {0}, part of all", ja: "レベル{0}の割合" },
  "sector.<sector>": { en: "Sector: {0}", ja: "分野：{0}" },
  price: { en: "Price per unit", ja: "基準価額（一口）" },
  "sides.<side>.promised": PAGE_TEXTS.promised,
  "sides.<side>.put-in": PAGE_TEXTS.putIn,
  "sides.<side>.overdue": PAGE_TEXTS.overdue,
  "sides.<side>.received": PAGE_TEXTS.received,
  "sides.<side>.received.income": { en: "Received: income", ja: "受取額：収益" },
  "sides.<side>.received.gain": { en: "Received: gain", ja: "受取額：売却益" },
  "sides.<side>.received.capital": { en: "Received: capital", ja: "受取額：元本返還" },
  "sides.<side>.due": PAGE_TEXTS.due,
  "sides.<side>.redeemed": PAGE_TEXTS.redeemed,
  "sides.<side>.redemption-due": PAGE_TEXTS.redemptionDue,
  "sides.<side>.units": { en: "Units", ja: "受益権口数" },
  "sides.<side>.owns": { en: "Owns now", ja: "持分評価額" },
  "sides.<side>.share": PAGE_TEXTS.shareOfUnits,
  "sides.<side>.multiple": PAGE_TEXTS.multiple,
  "sides.<side>.irr": PAGE_TEXTS.irr,
  "sides.<side>.own.put-in": { en: "Put in, own currency", ja: "拠出（自国通貨）" },
  "sides.<side>.own.value": { en: "Received and owned, own currency", ja: "受取+持分（自国通貨）" },
  "sides.<side>.own.earned": {
    en: "Income and gain, own currency",
    ja: "収益・売却益（自国通貨）",
  },
  "sides.<side>.own.multiple": { en: "Multiple, own currency", ja: "倍率（自国通貨）" },
  "sides.<side>.own.exchange": { en: "Multiple, part of exchange rate", ja: "倍率のうち為替" },
  "sides.<side>.funding-cost": { en: "Funding cost, assumed", ja: "調達費（仮定）" },
  "sides.<side>.net-of-funding": { en: "Earned less funding cost", ja: "調達費控除後収益" },
  "revenue.<party>.<year>": { en: "Revenue of fiscal {1}", ja: "{1}年度歳入" },
  "revenue.<party>.<year>.own": {
    en: "Revenue of fiscal {1}, own currency",
    ja: "{1}年度歳入（自国通貨）",
  },
  "cover.promised": PAGE_TEXTS.promisedOut,
  "cover.owed": { en: "Owed, debt apart", ja: "借入金以外の債務" },
  "cover.to-pay": PAGE_TEXTS.toPay,
  "cover.cash": PAGE_TEXTS.coveredBy,
  "cover.called-unpaid": PAGE_TEXTS.calledUnpaid,
  "cover.callable": PAGE_TEXTS.callable,
  "cover.undrawn": { en: "Undrawn lines", ja: "未使用の融資枠" },
  "cover.held": PAGE_TEXTS.cashAndLines,
  "cover.ratio": PAGE_TEXTS.coverRatio,
  "leverage.<covenant>": { en: "{0}", ja: "{0}" },
  "leverage.<covenant>.limit": { en: "{0}: limit", ja: "{0}：基準" },
  "leverage.<covenant>.<step>": {
    en: "{0}: investments may fall to {1}",
    ja: "{0}：{1}までの評価額の下落余地",
  },
  "leverage.debt": PAGE_TEXTS.debt,
  "leverage.project-debt": PAGE_TEXTS.debtOfHeld,
  "leverage.debt-to-worth": PAGE_TEXTS.debtToWorth,
  "book.<vehicle>.cash.<currency>": { en: "Cash of {0}, {1}", ja: "{0}の現金（{1}）" },
  "book.<vehicle>.cashAndEscrow.<currency>": {
    en: "Cash and escrow of {0}, {1}",
    ja: "{0}の現金及びエスクロー（{1}）",
  },
  "bank.<vehicle>.<account>.<currency>.book": {
    en: "Book balance of account {1} of {0}",
    ja: "{0}の口座{1}の帳簿残高",
  },
  "bank.<vehicle>.<account>.<currency>.statement": {
    en: "Bank balance of account {1} of {0}",
    ja: "{0}の口座{1}の銀行残高",
  },
  "book.<vehicle>.<figure>": { en: "Book of {0}: {1}", ja: "{0}の帳簿：{1}" },
  contested: { en: "Stopped or contested", ja: "拒否・異議" },
  "contested.<entry>": { en: "What began at entry {0}", ja: "記録{0}番に始まる事項" },
  "assumed.rate.<currency>": { en: "Assumed rate, {0}", ja: "仮定の換算相場（{0}）" },
  "assumed.funding.<party>": { en: "Assumed funding cost, {0}", ja: "仮定の調達費（{0}）" },
} as const satisfies Readonly<Record<string, Text>>;

type Form = keyof typeof CELL_LABELS;

const FORMS: readonly { readonly form: Form; readonly parts: readonly string[] }[] = (
  Object.keys(CELL_LABELS) as Form[]
).map((form) => ({ form, parts: form.split(".") }));

/** The form of an id, the one with most words of its own, and what stands in its places. */
function formOf(
  id: string,
): { readonly form: Form; readonly places: readonly string[] } | undefined {
  const parts = id.split(".");
  let best: { readonly form: Form; readonly places: readonly string[] } | undefined;
  for (const { form, parts: of } of FORMS) {
    const isTail = form === "contested.<entry>";
    if (of.length !== parts.length && !(isTail && parts.length === 3)) continue;
    const fits = of.every((part, i) => part.startsWith("<") || part === parts[i]);
    if (!fits) continue;
    const places = parts.filter((_, i) => of[i]?.startsWith("<") === true);
    if (best === undefined || places.length < best.places.length) best = { form, places };
  }
  return best;
}

const OPENING = ".opening";

/** What a number of the page is called, in both languages. */
export function cellLabel(charter: Charter, id: string): Text {
  if (id.endsWith(OPENING)) {
    const { en, ja } = cellLabel(charter, id.slice(0, -OPENING.length));
    return { en: `${en}, last year's end`, ja: `${ja}（前年度末）` };
  }
  const posted = postedCellNamed(id);
  if (posted !== undefined) return postedLabel(charter, posted);
  const found = formOf(id);
  if (found === undefined) return { en: id, ja: id };
  const { form, places } = found;
  const text: Text = CELL_LABELS[form];
  const [first = "", second = ""] = places;
  if (form.startsWith("sides.")) return ofSide(text, sideName(charter, first));
  if (form.startsWith("revenue.")) return ofSide(yearText(text, second), sideName(charter, first));
  const names = placeNames(charter, form, first, second);
  return {
    en: filled(text, ...names.map(({ en }) => en)).en,
    ja: filled(text, ...names.map(({ ja }) => ja)).ja,
  };
}

/** A balance or turnover of accounts, whose they are and of which days. */
function postedLabel(charter: Charter, posted: PostedCell): Text {
  const { vehicle, accounts, subject, from, to } = posted;
  const book = localized(
    charter.vehicles.find(({ id }) => id === vehicle)?.name ?? { en: vehicle },
  );
  const names = accounts.map((code) =>
    localized(charter.accounts.find((each) => each.code === code)?.name ?? { en: code }),
  );
  const first = names[0] ?? { en: "", ja: "" };
  const others = names.length > 1 ? ` +${names.length - 1}` : "";
  const of = subject === undefined ? "" : `, ${subject}`;
  const said = (language: Language, rest: string): string =>
    `${first[language]}${others}${rest}${daysText({ from, to }, language)}`;
  return { en: said("en", `${of} (${book.en})`), ja: said("ja", `${of}（${book.ja}）`) };
}

type Days = Pick<PostedCell, "from" | "to">;

function daysText({ from, to }: { [day in keyof Days]: Days[day] | undefined }, of: Language) {
  if (from === undefined && to === undefined) return "";
  const [first, last] = [from, to].map((day) => (day === undefined ? "" : dateText(day, of)));
  if (of === "ja") return from === undefined ? `、${last}現在` : `、${first}～${last}`;
  return from === undefined ? `, ${last}` : `, ${first} – ${last}`;
}

function yearText(text: Text, year: string): Text {
  if (year === "before") return { en: "Revenue of years before", ja: "それ以前の歳入" };
  return filled(text, "", year);
}

const ofSide = (text: Text, side: Text): Text => ({
  en: `${text.en}, ${side.en}`,
  ja: `${text.ja}（${side.ja}）`,
});

function sideName({ parties, vehicles }: Charter, id: string): Text {
  if (Object.hasOwn(COLUMN_TEXTS, id)) return COLUMN_TEXTS[id as keyof typeof COLUMN_TEXTS];
  const party = parties.find((of) => of.id === id);
  const vehicle = vehicles.find((of) => of.id === id);
  return localized(party?.short ?? vehicle?.name ?? { en: id });
}

/** What stands in the places of a form by the names that the charter has for it. */
function placeNames(charter: Charter, form: Form, first: string, second: string): readonly Text[] {
  const as = (name: { readonly [language: string]: string } | undefined): Text =>
    localized(name ?? { en: first });
  if (form === "owes.<account>") {
    return [as(charter.accounts.find(({ code }) => code === first)?.name)];
  }
  if (form === "sector.<sector>") {
    return [as(charter.mandate.sectors.find(({ id }) => id === first)?.name)];
  }
  if (form.startsWith("leverage.<covenant>")) {
    const covenant = charter.leverage?.covenants.find(({ id }) => id === first);
    return [as(covenant?.name), wordFor(STEP_WORDS, second)];
  }
  if (form.startsWith("book.") || form.startsWith("bank.<")) {
    const vehicle = charter.vehicles.find(({ id }) => id === first);
    if (form !== "book.<vehicle>.<figure>") {
      return [as(vehicle?.name), { en: second, ja: second }];
    }
    const word: Text = FIGURE_WORDS.get(second) ?? HELD_DEBT;
    return [as(vehicle?.name), word];
  }
  if (form === "level.<level>" || form === "level.<level>.share") {
    return [first === "cost" ? PAGE_TEXTS.atCost : { en: first, ja: first }];
  }
  if (form === "assumed.funding.<party>") return [sideName(charter, first)];
  return [first, second].map((text) => ({ en: text, ja: text }));
}

const HELD_DEBT: Text = { en: "debt of vehicles held", ja: "保有先の借入金（持分相当）" };
