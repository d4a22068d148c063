import { coverRatio } from "@jointfund/core/statements/fund-page.ts";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import { dateText, shortDate } from "../languages/figures.ts";
import { localized, textsIn, type Text } from "../languages/language.ts";
import { filled, PAGE_TEXTS } from "../languages/page-texts.ts";
import { billions, decimal, percent } from "./figures.ts";
import {
  bracketed,
  columnDate,
  inline,
  japaneseCurrency,
  label,
  short,
  unitText,
  type Section,
} from "./section.ts";
import { apart, padEnd, row, wrap } from "./layout.ts";

const COLUMN = 15;
const GROUP = 9;

/** Section 1: what the fund owns, owes and is worth, at its last fiscal year's end and now. */
export function fundSection(section: Section): readonly string[] {
  const { page, columns, paint } = section;
  const { positions, currency } = page;
  const widths = [columns - COLUMN * positions.length, ...positions.map(() => COLUMN)];
  const amounts = (of: (position: (typeof positions)[number]) => bigint): readonly string[] =>
    positions.map((position) => billions(of(position), currency));
  const line = (group: string, text: Text, cells: readonly string[]): string =>
    row(`  ${padEnd(group, GROUP - 2)}${label(section, text)}`, cells, widths);
  const dates = positions.map(({ on }) => columnDate(section, on));
  const title = apart(`1 ${label(section, PAGE_TEXTS.fund)}`, unitText(section), widths[0]!);
  const owns = short(section, PAGE_TEXTS.owns);
  const worth = short(section, PAGE_TEXTS.worth);
  const hasOther = positions.some(({ otherAssets }) => otherAssets !== 0n);
  return [
    paint("bold", row(title, dates, widths)),
    line(
      owns,
      PAGE_TEXTS.investments,
      amounts(({ investments }) => investments),
    ),
    line(
      "",
      PAGE_TEXTS.cash,
      amounts(({ cash }) => cash),
    ),
    ...(hasOther
      ? [
          line(
            "",
            PAGE_TEXTS.otherAssets,
            amounts(({ otherAssets }) => otherAssets),
          ),
        ]
      : []),
    ...liabilityLines(section, line),
    line(
      worth,
      PAGE_TEXTS.netAssets,
      amounts(({ netAssets }) => netAssets),
    ),
    ...notes(section),
  ];
}

type Line = (group: string, text: Text, cells: readonly string[]) => string;

function liabilityLines(section: Section, line: Line): readonly string[] {
  const { positions, currency } = section.page;
  const owes = short(section, PAGE_TEXTS.owes);
  const names = new Map(
    positions.flatMap(({ liabilities }) =>
      liabilities.map(({ account, name }) => [account, localized(name)] as const),
    ),
  );
  if (names.size === 0) {
    return [
      line(
        owes,
        PAGE_TEXTS.nothing,
        positions.map(() => billions(0n, currency)),
      ),
    ];
  }
  return [...names].map(([account, name], index) =>
    line(
      index === 0 ? owes : "",
      name,
      positions.map(({ liabilities }) => {
        const owed = liabilities.find((liability) => liability.account === account)?.minor ?? 0n;
        return billions(-owed, currency);
      }),
    ),
  );
}

/** How one worth became the other, what the investments are and how they are valued. */
function notes(section: Section): readonly string[] {
  const { page, columns } = section;
  const { movement, levels, sectors, currency, strike, positions } = page;
  const bn = (minor: bigint): string => billions(minor, currency);
  const investments = positions.at(-1)?.investments ?? 0n;
  const tie = [
    bn(movement.opening),
    `+ ${inline(section, PAGE_TEXTS.putInWord)} ${bn(movement.contributions)}`,
    `+ ${inline(section, PAGE_TEXTS.operations)} ${bn(movement.operations)}`,
    `- ${inline(section, PAGE_TEXTS.distributions)} ${bn(movement.distributions)}`,
    `= ${bn(movement.closing)}`,
  ].join(" ");
  const kinds = levels.map(({ level, minor }) => {
    const name = level === "cost" ? PAGE_TEXTS.atCost : filled(PAGE_TEXTS.level, level.toString());
    return `${inline(section, name)} ${percent(Ratio.make(minor, investments), 1)}`;
  });
  const parts = sectors.map(
    ({ name, minor }) => `${inline(section, localized(name))} ${bn(minor)}`,
  );
  const struck =
    strike === undefined
      ? []
      : textsIn(
          section.choice,
          filled(
            PAGE_TEXTS.struck,
            shortDate(strike.on),
            strike.price,
            dateText(strike.on, "ja"),
            currency,
            japaneseCurrency(currency),
          ),
        );
  const composed = kinds.length === 0 ? [] : [`${kinds.join(", ")}: ${parts.join(", ")}`];
  return [tie, ...composed, ...struck].flatMap((text) =>
    wrap(text, columns - GROUP).map((line) => " ".repeat(GROUP) + line),
  );
}

/**
 * Section 4 of a fund that has borrowed nothing: what is promised to investments beside the money
 * that can be had for it.
 */
export function coverSection(section: Section): readonly string[] {
  const { page, columns, paint } = section;
  const { cover, currency } = page;
  const widths = [columns - COLUMN, COLUMN];
  const line = (text: Text, cell: string): string =>
    row(`  ${label(section, text)}`, [cell], widths);
  const bn = (minor: bigint): string => billions(minor, currency);
  const ratio = coverRatio(cover);
  const note = bracketed(section, inline(section, PAGE_TEXTS.noBorrowing));
  const title = `4 ${label(section, PAGE_TEXTS.cover)}${note}`;
  return [
    paint("bold", apart(title, unitText(section), columns)),
    line(PAGE_TEXTS.promisedOut, bn(cover.promised)),
    ...(cover.owed === 0n ? [] : [line(PAGE_TEXTS.owed, bn(cover.owed))]),
    line(PAGE_TEXTS.coveredBy, bn(cover.cash)),
    ...(cover.calledUnpaid === 0n ? [] : [line(PAGE_TEXTS.calledUnpaid, bn(cover.calledUnpaid))]),
    line(PAGE_TEXTS.callable, bn(cover.callable)),
    ...(ratio === undefined ? [] : [line(PAGE_TEXTS.coverRatio, `${decimal(ratio, 2)}x`)]),
  ];
}
