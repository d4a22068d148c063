import type { PostedEntry, RecordedAct } from "@jointfund/core/fund/chronicle.ts";
import { accountParts, type AccountFigure } from "@jointfund/core/statements/account-parts.ts";
import { fundPage } from "@jointfund/core/statements/fund-page.ts";
import type { PageCell } from "@jointfund/core/statements/page-cell.ts";
import { pageCells } from "@jointfund/core/statements/page-cells.ts";
import { cellLabel } from "../languages/cell-labels.ts";
import { shortId } from "../languages/figures.ts";
import { localized, type Text } from "../languages/language.ts";
import { LABELS } from "../languages/labels.ts";
import { message } from "../languages/messages.ts";
import { actBehind, postingsOfAct } from "../page/act-effects.ts";
import { sourceAsData } from "../page/cell-source.ts";
import { padEnd, padStart } from "../page/layout.ts";
import { assumptionsFor } from "../scenario/page-assumptions.ts";
import { readAssumptions } from "./data-directory.ts";
import { EXIT, refusedBy, type ExitCode } from "./failure.ts";
import { actsWithPrefix, findAct } from "./find-act.ts";
import { filled, type CommonOptions, type Invocation } from "./invocation.ts";
import { replayProgress } from "./progress.ts";
import { openRecord, type OpenRecord } from "./record.ts";
import { tellCell, valueText, type CellTelling } from "./why-cell.ts";
import { AMOUNT_COLUMN, plainAmount, tellAct, tellJournal, tellParts } from "./why-postings.ts";

export type WhyOptions = CommonOptions & { readonly all?: boolean };

/**
 * `jointfund act why`: from a number of the page, an account, a posting or an act to its postings,
 * acts, approvals and clauses.
 */
export function explainWhy(
  invocation: Invocation,
  what: string | undefined,
  { all = false }: WhyOptions,
): ExitCode {
  const record = openRecord(invocation.data, replayProgress(invocation));
  const assumed = assumptionsFor(readAssumptions(invocation.data));
  const input = { state: record.state, chronicle: record.chronicle, ...assumed };
  const page = fundPage(input);
  const cells = pageCells(input, page);
  const telling = { record, invocation, all, page, cells };
  if (what === undefined) return listCells(telling);
  const cell = cells.get(what);
  if (cell !== undefined) return explainCell(telling, cell);
  const account = explainAccount(telling, what);
  if (account !== undefined) return account;
  const posted = postingsNamed(record, what);
  if (posted !== undefined) return explainPostings(telling, posted.name, posted.posted, []);
  const act = actNamed(record, what);
  if (act === undefined) {
    throw refusedBy(message("figureUnknown", what, namesLike(what, [...cells.keys()]).join(", ")));
  }
  const of = postingsOfAct(record.chronicle, act.id);
  const name = localized(record.state.charter.acts[act.act.type]?.name ?? { en: act.act.type });
  return explainPostings(telling, name, of, of.length === 0 ? [act] : []);
}

/** The names that begin with the same word, or all where none does. */
function namesLike(what: string, names: readonly string[]): readonly string[] {
  const [word = ""] = what.split(".");
  const near = names.filter((name) => name.split(".")[0] === word);
  return near.length > 0 ? near : names;
}

const NAME_COLUMN = 32;

/** Without a name: every number that can be asked for. */
function listCells({ record, invocation, cells }: CellTelling): ExitCode {
  const { charter } = record.state;
  if (invocation.options.json === true) {
    const figures = [...cells.values()].map(({ id, value }) => ({
      ...{ id, label: cellLabel(charter, id) },
      ...value,
    }));
    invocation.json({ figures });
    return EXIT.done;
  }
  invocation.line(invocation.say(LABELS.figureNames));
  for (const { id, value } of cells.values()) {
    const named = `  ${padEnd(id, NAME_COLUMN)}${padStart(valueText(value), AMOUNT_COLUMN)}`;
    invocation.line(`${named}  ${invocation.say(cellLabel(charter, id))}`);
  }
  return EXIT.done;
}

function explainCell(telling: CellTelling, cell: PageCell): ExitCode {
  const { invocation, record } = telling;
  if (invocation.options.json !== true) {
    tellCell(telling, cell);
    return EXIT.done;
  }
  const { id, value, source } = cell;
  const label = cellLabel(record.state.charter, id);
  const posted =
    source.kind === "postings"
      ? partsJson(record, source.parts())
      : { source: sourceAsData(source) };
  invocation.json({ id, label, ...value, kind: value.kind, from: source.kind, ...posted });
  return EXIT.done;
}

function partsJson(
  record: OpenRecord,
  parts: readonly { readonly posted: PostedEntry; readonly minor: bigint }[],
) {
  const ids = [...new Set(parts.map(({ posted }) => actBehind(posted)))];
  return {
    postings: parts.map(({ posted: { entry, journal }, minor }) => ({ entry, minor, ...journal })),
    acts: actsJson(record, ids),
  };
}

const actsJson = ({ chronicle, state }: OpenRecord, ids: readonly string[]) =>
  ids.map((id) => ({ ...chronicle.acts.get(id), decision: state.acts.get(id) }));

/** "1310", "1310:fund", "1310/abilene", "1310:fund/abilene". */
function explainAccount(telling: CellTelling, what: string): ExitCode | undefined {
  const { record, invocation } = telling;
  const { charter } = record.state;
  const [, code = "", vehicle, subject] = /^([0-9]{4})(?::([^/]+))?(?:\/(.+))?$/.exec(what) ?? [];
  const account = charter.accounts.find((of) => of.code === code);
  if (account === undefined) return undefined;
  if (vehicle !== undefined && !charter.vehicles.some(({ id }) => id === vehicle)) {
    const ids = charter.vehicles.map(({ id }) => id).join(", ");
    throw refusedBy(message("vehicleUnknown", vehicle, ids));
  }
  const figures = accountParts(record, { account: code, vehicle, subject });
  const { en, ja } = localized(account.name);
  const of = [
    vehicle === undefined ? "" : ` : ${vehicle}`,
    subject === undefined ? "" : ` / ${subject}`,
  ];
  const name = { en: `${code} ${en}${of.join("")}`, ja: `${code} ${ja}${of.join("")}` };
  if (invocation.options.json === true) {
    const all = figures.map(({ currency, minor, parts }) => ({
      ...{ currency, minor },
      ...partsJson(record, parts),
    }));
    invocation.json({ name, ...(all[0] ?? { postings: [], acts: [] }), currencies: all });
  } else for (const figure of figures) tellAccount(telling, name, figure);
  return EXIT.done;
}

function tellAccount(telling: CellTelling, name: Text, { currency, minor, parts }: AccountFigure) {
  const { invocation } = telling;
  const title = invocation.paint("bold", invocation.say(name));
  const count = invocation.say(filled(LABELS.sumOf, parts.length));
  invocation.line(`${title}  ${currency} ${plainAmount(minor, currency)}  (${count})`);
  tellParts(telling, parts, currency);
}

/** "<act>/<n>": a journal entry by its id. */
function postingsNamed(record: OpenRecord, what: string) {
  const [, prefix, n] = /^([0-9a-f]{4,64})\/([0-9]+)$/i.exec(what) ?? [];
  if (prefix === undefined || n === undefined) return undefined;
  const { id } = findAct(record, prefix);
  const posted = record.chronicle.postings.filter(({ journal }) => journal.id === `${id}/${n}`);
  if (posted.length === 0) return undefined;
  const name = shortId(`${id}/${n}`);
  return { name: { en: name, ja: name }, posted };
}

function actNamed(record: OpenRecord, what: string): RecordedAct | undefined {
  if (!/^[0-9a-f]{4,64}$/i.test(what) || actsWithPrefix(record, what).length === 0) {
    return undefined;
  }
  return findAct(record, what);
}

function explainPostings(
  telling: CellTelling,
  name: Text,
  posted: readonly PostedEntry[],
  acts: readonly RecordedAct[],
): ExitCode {
  const { record, invocation } = telling;
  if (invocation.options.json === true) {
    const ids = [...new Set([...posted.map(actBehind), ...acts.map(({ id }) => id)])];
    const postings = posted.map(({ entry, journal }) => ({ entry, ...journal }));
    invocation.json({ name, postings, acts: actsJson(record, ids) });
    return EXIT.done;
  }
  invocation.line(invocation.paint("bold", invocation.say(name)));
  for (const each of posted) tellJournal(telling, each);
  for (const act of acts) tellAct(telling, act);
  return EXIT.done;
}
