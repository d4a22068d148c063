import { openOf, itemOf } from "../capital/call.ts";
import { Ratio } from "../base/ratio.ts";
import { daysBetween, type LocalDate } from "../calendar/date.ts";
import { isLocked, rankOf, type Standing } from "../facilities/covenant-ladder.ts";
import { postedIn } from "../fund/posted-days.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import type { ContestedLine } from "./fund-page.ts";
import type { PageRecords } from "./page-books.ts";

type LineOf<Kind extends ContestedLine["kind"]> = Extract<ContestedLine, { readonly kind: Kind }>;

type About = {
  /** "contested.<entry>", with a number behind it where one entry begins several. */
  readonly id: string;
  /** When it began. */
  readonly on: LocalDate;
  readonly clause: string;
  readonly lines: readonly ContestedLine[];
};

/**
 * What belongs together of all that was stopped or contested [ST63]: a covenant from the day on
 * which it left its place until it was back, what a party paid late of one call, or one line alone.
 */
export type ContestedEpisode = About &
  (
    | { readonly kind: "single"; readonly line: ContestedLine }
    | {
        readonly kind: "covenant";
        readonly covenant: string;
        /** The worst step that it came to, and the ratio that it was tested at then. */
        readonly worst: Standing;
        readonly ratio?: Ratio;
        /** By how much the entry that began it wrote investments down, minor units. */
        readonly writeDown: bigint;
        /** Where it stands now; "clear" has a day on which it came back. */
        readonly step: Standing;
        readonly clearedOn?: LocalDate;
      }
    | {
        readonly kind: "lateCall";
        readonly party: string;
        readonly call: string;
        readonly currency: string;
        /** Paid late so far, and still open. */
        readonly paid: bigint;
        readonly open: bigint;
        /** From the due day to the last payment, or to today while something is open. */
        readonly days: number;
        /** Interest that was charged for it. */
        readonly interest: bigint;
        readonly steps: readonly LineOf<"defaultStepped">["step"][];
        readonly remediedOn?: LocalDate;
      }
  );

const LATE_KINDS = ["paidLate", "defaultStepped", "defaultRemedied"] as const;
type LateLine = LineOf<(typeof LATE_KINDS)[number]>;

const isLate = (line: ContestedLine): line is LateLine =>
  (LATE_KINDS as readonly string[]).includes(line.kind);

/** Lines that belong together, each group at the place of its first. */
function grouped(lines: readonly ContestedLine[]): readonly (readonly ContestedLine[])[] {
  const groups: ContestedLine[][] = [];
  const open = new Map<string, ContestedLine[]>();
  for (const line of lines) {
    const key = isLate(line)
      ? `late/${line.call}/${line.party}`
      : line.kind === "covenantStepped"
        ? `covenant/${line.covenant}`
        : undefined;
    const known = key === undefined ? undefined : open.get(key);
    if (known === undefined) {
      const group = [line];
      groups.push(group);
      if (key !== undefined) open.set(key, group);
    } else known.push(line);
    if (line.kind === "covenantStepped" && line.step === "clear") open.delete(key!);
  }
  return groups;
}

function covenantEpisode(
  { chronicle }: PageRecords,
  about: About,
  lines: readonly LineOf<"covenantStepped">[],
): ContestedEpisode {
  const [first] = lines;
  let worst = first!;
  for (const line of lines) if (rankOf(line.step) > rankOf(worst.step)) worst = line;
  const [num, den] = (worst.ratio ?? "").split("/");
  const ratio = den === undefined ? undefined : Ratio.make(BigInt(num!), BigInt(den));
  let writeDown = 0n;
  for (const { journal } of postedIn(chronicle, first!.entry)) {
    for (const { account, minor } of journal.postings) {
      if (account === ACCOUNTS.unrealisedOnInvestments && minor < 0n) writeDown -= minor;
    }
  }
  const last = lines.at(-1)!;
  return {
    ...{ ...about, kind: "covenant", covenant: first!.covenant, worst: worst.step, writeDown },
    ...(ratio === undefined ? {} : { ratio }),
    step: last.step,
    ...(last.step === "clear" ? { clearedOn: last.on } : {}),
  };
}

function lateEpisode(
  { state }: PageRecords,
  about: About,
  lines: readonly LateLine[],
): ContestedEpisode {
  const { party, call: id } = lines[0]!;
  const call = state.capital.calls.get(id);
  const item = call && itemOf(call, party);
  const open = item === undefined ? 0n : openOf(item);
  const paidLines = lines.filter((line) => line.kind === "paidLate");
  const paid = paidLines.reduce((sum, { minor }) => sum + minor, 0n);
  const due = paidLines[0]?.dueDate ?? item?.dueDate ?? about.on;
  const until = open > 0n ? state.today : (paidLines.at(-1)?.on ?? about.on);
  const steps = lines.flatMap((line) => (line.kind === "defaultStepped" ? [line.step] : []));
  const stepped = lines.find((line) => line.kind === "defaultStepped");
  const remedied = lines.findLast((line) => line.kind === "defaultRemedied");
  return {
    ...{ ...about, kind: "lateCall", party, call: id, currency: call?.currency ?? "" },
    ...{ paid, open, days: daysBetween(due, until), interest: item?.interest ?? 0n, steps },
    ...(stepped === undefined ? {} : { clause: stepped.clause }),
    ...(remedied === undefined ? {} : { remediedOn: remedied.on }),
  };
}

/** Everything that was stopped or contested, what belongs together as one, by its beginning. */
export function contestedEpisodes(
  records: PageRecords,
  lines: readonly ContestedLine[],
): readonly ContestedEpisode[] {
  const begun = new Map<number, number>();
  return grouped(lines).map((group): ContestedEpisode => {
    const [line] = group;
    const { entry, on, clause } = line!;
    const n = (begun.get(entry) ?? 0) + 1;
    begun.set(entry, n);
    const id = `contested.${entry}${n === 1 ? "" : `.${n}`}`;
    const about = { id, on, clause, lines: group };
    const stepped = group.filter((each) => each.kind === "covenantStepped");
    if (stepped.length > 0) return covenantEpisode(records, about, stepped);
    const late = group.filter(isLate);
    if (late.length > 0) return lateEpisode(records, about, late);
    return { ...about, kind: "single", line: line! };
  });
}

/** What an episode is counted as: what belongs together by its own name, a line by its kind. */
export const episodeKind = (episode: ContestedEpisode): string =>
  episode.kind === "single" ? episode.line.kind : episode.kind;

const TROUBLE_WEIGHTS: Readonly<Record<LineOf<"trouble">["what"], number>> = {
  ...{ windUp: 100, closed: 100, exitNotice: 97, deadlock: 80, deadlockMoved: 80 },
  ...{ deadlockEnded: 60, dispute: 72, disputeMoved: 70, award: 78, claim: 70 },
  ...{ claimSettled: 60, finding: 60, externalEvent: 50 },
};

const LINE_WEIGHTS: Readonly<Record<Exclude<ContestedLine["kind"], "trouble">, number>> = {
  ...{ frozen: 90, vetoed: 85, paidLate: 75, defaultStepped: 92, defaultRemedied: 60 },
  ...{ valueChallenged: 65, objected: 62, recused: 56, rejected: 52, excused: 45 },
  ...{ optedOut: 45, covenantStepped: 40, refused: 30, lapsed: 20 },
};

/** A refusal for an interest in the matter says more than one for a form. */
const CONFLICT_WEIGHT = 57;

function weightOf(episode: ContestedEpisode): number {
  if (episode.kind === "covenant")
    return isLocked(episode.worst) ? 95 : LINE_WEIGHTS.covenantStepped;
  if (episode.kind === "lateCall") {
    return episode.steps.length > 0 ? LINE_WEIGHTS.defaultStepped : LINE_WEIGHTS.paidLate;
  }
  const { line } = episode;
  if (line.kind === "trouble") return TROUBLE_WEIGHTS[line.what];
  if (line.kind === "refused" && line.code === "proposer_conflicted") return CONFLICT_WEIGHT;
  return LINE_WEIGHTS[line.kind];
}

/** What two episodes have in common that say much the same. */
function likenessOf(episode: ContestedEpisode): string {
  if (episode.kind === "covenant") return `covenant/${episode.covenant}`;
  if (episode.kind === "lateCall") return `late/${episode.party}`;
  const { line } = episode;
  const of = [
    "what" in line ? line.what : "",
    "code" in line ? line.code : "",
    "actType" in line ? line.actType : "",
    "party" in line ? line.party : "",
  ];
  return [line.kind, ...of].join("/");
}

/** What the same again takes off its weight: eight refusals alike say less than one of eight. */
const REPEAT_WEIGHT = 15;

/**
 * The weightiest episodes, at most so many, in the order of their beginning [ST63]. Of those that
 * are alike the latest counts in full and each one before it less; of equal weight the later wins.
 */
export function weightiest(
  episodes: readonly ContestedEpisode[],
  most: number,
): readonly ContestedEpisode[] {
  const alike = new Map<string, number>();
  const weighed = episodes.toReversed().map((episode, place) => {
    const likeness = likenessOf(episode);
    const repeats = alike.get(likeness) ?? 0;
    alike.set(likeness, repeats + 1);
    return { episode, place, weight: weightOf(episode) - REPEAT_WEIGHT * repeats };
  });
  const chosen = weighed
    .toSorted((a, b) => b.weight - a.weight || a.place - b.place)
    .slice(0, most);
  return chosen.toSorted((a, b) => b.place - a.place).map(({ episode }) => episode);
}
