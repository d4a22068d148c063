import { mainVehicle, VehicleFigures } from "@jointfund/core/fund/figures.ts";
import type { LocalizedText } from "@jointfund/core/charter/charter.ts";
import { isContested, isStale } from "@jointfund/core/investments/valuation.ts";
import { isInForce } from "@jointfund/core/governance/execution.ts";
import { statusOf, type ActStatus } from "@jointfund/core/governance/status.ts";
import { pageBook } from "@jointfund/core/statements/page-books.ts";
import { sidesOf } from "@jointfund/core/statements/sides.ts";
import { amountText, dateText, shortId } from "../languages/figures.ts";
import { localized, type Text } from "../languages/language.ts";
import { FIGURE_NAMES, LABELS } from "../languages/labels.ts";
import { STATUS_WORDS, wordFor } from "../languages/words.ts";
import { padEnd, padStart } from "../page/layout.ts";
import { signedAmount } from "./effects-text.ts";
import { EXIT, type ExitCode } from "./failure.ts";
import { actName, filled, partyName, type Invocation } from "./invocation.ts";
import { replayProgress } from "./progress.ts";
import { openRecord, type OpenRecord } from "./record.ts";
import { troubleLines } from "./trouble-lines.ts";

/** An act on which something may still happen. */
type OpenAct = { readonly id: string; readonly type: string } & ActStatus;

type Standing = {
  readonly asOf: string;
  readonly entries: number;
  readonly finalSize: number;
  readonly currency: string;
  readonly figures: { readonly [name: string]: bigint };
  readonly openActs: readonly OpenAct[];
  readonly payments: readonly WaitingPayment[];
  readonly overdue: readonly { readonly party: string; readonly minor: bigint }[];
  /** Investments whose value is out of date, or contested until a day. */
  readonly doubts: readonly Doubt[];
  readonly freezes: readonly { readonly by: readonly string[]; readonly until: string }[];
  /** Claims, disputes, deadlocks, findings and instructions, in words. */
  readonly troubles: readonly Text[];
};

type Doubt = {
  readonly id: string;
  readonly name: LocalizedText;
  readonly on: string;
  readonly isStale: boolean;
  readonly until?: string;
};

type WaitingPayment = {
  readonly id: string;
  readonly payee: string;
  readonly currency: string;
  readonly minor: bigint;
  readonly isFinal: boolean;
};

/** What stands now, as values. */
function standingOf(record: OpenRecord): Standing {
  const { state, entries } = record;
  const { id, currency } = mainVehicle(state.charter);
  const figures = new VehicleFigures(state, id);
  return {
    asOf: state.today,
    entries: entries.length,
    finalSize: state.trust.finalSize,
    currency,
    figures: {
      investments: figures.investmentsFairValue,
      cash: figures.cash,
      liabilities: figures.payables,
      "net-assets": figures.netAssets,
      "put-in": figures.paidInCapital,
      distributed: figures.distributed,
      callable: figures.unfundedCommitments,
      promised: figures.investmentCommitments,
    },
    openActs: [...state.openActs.keys()].flatMap((actId) => {
      const record = state.acts.get(actId);
      if (record === undefined) return [];
      return [{ id: actId, type: record.act.type, ...statusOf(state, record) }];
    }),
    payments: [...state.payments.values()].flatMap((payment) => {
      const { payee, minor, entry, releasedOn } = payment;
      if (releasedOn !== undefined) return [];
      const isFinal = state.trust.finalSize > entry;
      return [{ id: payment.id, payee, currency: payment.currency, minor, isFinal }];
    }),
    overdue: sidesOf(record, pageBook(record)).flatMap(({ party, overdue }) =>
      overdue === 0n ? [] : [{ party, minor: overdue }],
    ),
    doubts: [...state.investments.values()].flatMap(({ id, name, status, valuation }) => {
      if (status !== "closed" || valuation === undefined) return [];
      const isOld = isStale(valuation, state.charter, state.today);
      const until = isContested(valuation, state.today) ? valuation.challenge?.until : undefined;
      if (!isOld && until === undefined) return [];
      return [{ id, name, on: valuation.on, isStale: isOld, ...(until && { until }) }];
    }),
    freezes: state.freezes
      .filter((freeze) => isInForce(freeze, state.today))
      .map(({ by, until }) => ({ by, until })),
    troubles: troubleLines(state),
  };
}

/** `jointfund status`: figures, open acts, payments that wait, calls overdue, freezes. */
export function showStatus(invocation: Invocation): ExitCode {
  const record = openRecord(invocation.data, replayProgress(invocation));
  const standing = standingOf(record);
  if (invocation.options.json === true) invocation.json(standing);
  else printStanding(record, standing, invocation);
  return EXIT.done;
}

/** An investment whose value is out of date, contested, or both. */
function doubtLine({ name, on, isStale: isOld, until }: Doubt, invocation: Invocation): string {
  const texts = [
    localized(name),
    ...(isOld ? [filled(LABELS.stale, on)] : []),
    ...(until === undefined ? [] : [filled(LABELS.contested, until)]),
  ];
  return texts.map((text) => invocation.say(text)).join("  ");
}

const LABEL_COLUMN = 44;
const AMOUNT_COLUMN = 26;

function printStanding({ state }: OpenRecord, standing: Standing, invocation: Invocation): void {
  const { charter } = state;
  const heading = (text: Text): void => {
    invocation.line(invocation.paint("bold", invocation.say(text)));
  };
  const section = (text: Text, lines: readonly string[]): void => {
    heading(text);
    const shown = lines.length === 0 ? [invocation.say(LABELS.none)] : lines;
    for (const line of shown) invocation.line(`  ${line}`);
  };
  const dates = invocation.each(
    (language) => filled(LABELS.asOf, dateText(standing.asOf, language))[language],
  );
  heading(localized(charter.title));
  invocation.line(dates.join("  "));
  const { entries, finalSize, currency } = standing;
  section(LABELS.record, [invocation.say(filled(LABELS.recordIs, entries, finalSize))]);
  section(
    LABELS.figures,
    Object.entries(standing.figures).map(([name, minor]) => {
      const label = invocation.say(wordFor(FIGURE_NAMES, name));
      const amount = signedAmount(minor, currency).replace("+", "");
      return `${padEnd(label, LABEL_COLUMN)}${padStart(amount, AMOUNT_COLUMN)} ${currency}`;
    }),
  );
  section(
    LABELS.openActs,
    standing.openActs.map(({ id, type, status, since, until }) => {
      const name = invocation.say(actName(charter, type));
      const word = invocation.say(wordFor(STATUS_WORDS, status));
      return `${shortId(id)}  ${name}  ${word} ${since}${until === undefined ? "" : ` - ${until}`}`;
    }),
  );
  section(
    LABELS.waiting,
    standing.payments.map((payment) => {
      const to = partyName(charter, payment.payee);
      const texts = invocation.each((language) => {
        const amount = amountText(payment.minor, payment.currency, language);
        return filled(LABELS.payment, amount, to[language])[language];
      });
      const final = invocation.say(payment.isFinal ? LABELS.final : LABELS.notFinal);
      return `${shortId(payment.id)}  ${texts.join("  ")}  (${final})`;
    }),
  );
  if (standing.overdue.length > 0) {
    section(
      LABELS.overdue,
      standing.overdue.map(({ party, minor }) => {
        const name = invocation.say(partyName(charter, party));
        return `${name} ${signedAmount(minor, currency).replace("+", "")} ${currency}`;
      }),
    );
  }
  printConcerns(standing, invocation, section);
}

/** What is in doubt, in dispute or frozen; nothing of what does not stand. */
function printConcerns(
  { doubts, troubles, freezes }: Standing,
  invocation: Invocation,
  section: (text: Text, lines: readonly string[]) => void,
): void {
  const concerns: readonly (readonly [Text, readonly string[]])[] = [
    [LABELS.doubts, doubts.map((doubt) => doubtLine(doubt, invocation))],
    [LABELS.troubles, troubles.map((text) => invocation.say(text))],
    [LABELS.freezes, freezes.map(({ by, until }) => `${by.join(", ")} - ${until}`)],
  ];
  for (const [label, lines] of concerns) if (lines.length > 0) section(label, lines);
}
