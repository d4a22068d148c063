import { exponentOf, findCurrency } from "@jointfund/core/money/currency.ts";
import { isMap, isScalar, isSeq, parseDocument, visit, type Document, type Scalar } from "yaml";

/** One government's part in a new charter, and whose place in the template it takes. */
export type SideAnswers = {
  /** Party id in the template. */
  readonly was: string;
  readonly id: string;
  readonly name: Texts;
  readonly short: Texts;
  /** ISO 4217. */
  readonly currency: string;
  /** Share of the initial capital as text, "1/2"; none for a side that pays nothing in. */
  readonly share?: string;
};

type Texts = { readonly [language: string]: string };

/** What `charter new` asks for; everything else stays as in the template. */
export type CharterAnswers = {
  readonly id: string;
  readonly origin: string;
  readonly title: Texts;
  readonly sides: readonly SideAnswers[];
  readonly currency: string;
  /** Decimal text in the currency. */
  readonly initial: string;
};

/** A template's own answers: what is taken where nothing else is said. */
export function templateAnswers(text: string): CharterAnswers {
  const { id, origin, title, parties, capital } = parseDocument(text).toJS() as Template;
  return {
    ...{ id, origin, title },
    sides: parties
      .filter(({ kind }) => kind === "sovereign")
      .map((party) => {
        const { name, short, currency = capital.currency } = party;
        const share = capital.shares[party.id];
        const side = { was: party.id, id: party.id, name, short, currency };
        return share === undefined ? side : { ...side, share };
      }),
    currency: capital.currency,
    initial: capital.initial,
  };
}

type Template = {
  readonly id: string;
  readonly origin: string;
  readonly title: Texts;
  readonly parties: readonly {
    readonly id: string;
    readonly kind: string;
    readonly name: Texts;
    readonly short: Texts;
    readonly currency?: string;
  }[];
  readonly capital: {
    readonly currency: string;
    readonly initial: string;
    readonly shares: { readonly [party: string]: string };
  };
};

/**
 * The template's YAML with the answers in it, comments and order kept. Ids of the sides change
 * wherever they stand: as values, as keys, in the names of their seats, within expressions; and the
 * currency wherever it is an amount's.
 */
export function charterFromTemplate(text: string, answers: CharterAnswers): string {
  const document = parseDocument(text);
  const old = templateAnswers(text);
  rename(document, old, answers);
  document.commentBefore = headComment(document.commentBefore ?? "", old.id, answers);
  document.setIn(["id"], answers.id);
  document.setIn(["version"], 1);
  document.setIn(["origin"], answers.origin);
  for (const [language, title] of Object.entries(answers.title)) {
    document.setIn(["title", language], title);
  }
  const codes = new Set([answers.currency, ...answers.sides.map(({ currency }) => currency)]);
  document.setIn(["currencies", "display"], document.createNode([...codes], { flow: true }));
  const amount = document.getIn(["capital", "initial"], true);
  if (isScalar(amount)) amount.value = answers.initial;
  for (const side of answers.sides) setSide(document, side);
  return document.toString({ lineWidth: 100, flowCollectionPadding: false });
}

/** The comment at the head: the paragraph that names the template's fund names the new one. */
function headComment(comment: string, template: string, answers: CharterAnswers): string {
  const paragraphs = comment.split(/\n *\n/);
  const at = paragraphs.findIndex((paragraph) => !paragraph.includes("$schema"));
  const named = Object.values(answers.title).map((title) => ` ${title}`);
  const said = [...named, ` Made from the charter ${template}.`].join("\n");
  return paragraphs.with(Math.max(at, 0), said).join("\n\n");
}

function setSide(document: Document, { id, name, short, currency, share }: SideAnswers): void {
  const parties = document.get("parties");
  if (!isSeq(parties)) return;
  const index = parties.items.findIndex((party) => isMap(party) && party.get("id") === id);
  for (const [field, texts] of [
    ["name", name],
    ["short", short],
  ] as const) {
    for (const [language, text] of Object.entries(texts)) {
      document.setIn(["parties", index, field, language], text);
    }
  }
  document.setIn(["parties", index, "currency"], currency);
  const written = document.getIn(["capital", "shares", id], true);
  if (share !== undefined && isScalar(written)) written.value = share;
}

function rename(document: Document, old: CharterAnswers, answers: CharterAnswers): void {
  const ids = new Map(answers.sides.map(({ was, id }) => [was, id]));
  const decimals = decimalsOf(answers.currency);
  visit(document, {
    Scalar(key, node) {
      if (typeof node.value !== "string") return;
      node.value = renamed(node.value, ids).replaceAll(
        new RegExp(`(^|[0-9] )${old.currency}\\b`, "g"),
        `$1${answers.currency}`,
      );
      if (key !== "key" && isAmount(node)) node.value = cut(String(node.value), decimals);
    },
  });
}

/** An id, a seat named after it, or an id quoted in an expression. */
function renamed(text: string, ids: ReadonlyMap<string, string>): string {
  const whole = ids.get(text);
  if (whole !== undefined) return whole;
  const [, party = "", seat] = /^([A-Z]+)-([A-Z0-9]+)$/.exec(text) ?? [];
  const seatOf = ids.get(party);
  if (seat !== undefined && seatOf !== undefined) return `${seatOf}-${seat}`;
  return text.replaceAll(/"([A-Z]+)"/g, (quoted, id: string) =>
    ids.has(id) ? `"${ids.get(id)}"` : quoted,
  );
}

/** Amounts are written in quotation marks with the decimals of their currency. */
const isAmount = ({ value, type }: Scalar): boolean =>
  type === "QUOTE_DOUBLE" && typeof value === "string" && /^[0-9]{4,}\.[0-9]+$/.test(value);

function decimalsOf(currency: string): number {
  const found = findCurrency(currency);
  return found.ok ? exponentOf(found.value.code) : 2;
}

function cut(text: string, decimals: number): string {
  const [whole = "", fraction = ""] = text.split(".");
  return decimals === 0 ? whole : `${whole}.${fraction.padEnd(decimals, "0").slice(0, decimals)}`;
}
