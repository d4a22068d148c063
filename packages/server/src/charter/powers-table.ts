import { sovereignsOf } from "@jointfund/core/charter/approval-reach.ts";
import type { ActRule } from "@jointfund/core/charter/charter.ts";
import { powersOf } from "@jointfund/core/charter/powers.ts";
import stringWidth from "string-width";
import type { CharterSpeaker } from "./explanation-text.ts";

/** Who can force or stop what alone: a row for each act, a column for each sovereign. */
export function powersTable(speaker: CharterSpeaker): readonly string[] {
  const { charter, phrases } = speaker;
  const { powers } = phrases;
  const sovereigns = sovereignsOf(charter);
  const acts = Object.values(charter.acts);
  const rows = acts.map((act) => [
    `${act.clause} ${speaker.text(act.name)}`,
    ...sovereigns.map((party) => cell(speaker, act, party)),
  ]);
  const header = [powers.act, ...sovereigns.map((id) => speaker.party(id))];
  const others = charter.parties
    .filter(({ kind }) => kind !== "sovereign")
    .flatMap(({ id }) => {
      const alone = acts.filter((act) => powersOf(charter, act, id).decidesAlone !== "never");
      const clauses = alone.map(({ clause }) => clause);
      return clauses.length === 0 ? [] : [`- ${powers.others(speaker.party(id), clauses)}`];
    });
  return [powers.introduction, "", ...table(header, rows), "", ...others];
}

function cell(speaker: CharterSpeaker, act: ActRule, party: string): string {
  const { charter, language, phrases } = speaker;
  const { powers } = phrases;
  const { proposes, decidesAlone, withholds, vetoes, objects } = powersOf(charter, act, party);
  if (act.nature === "fact") return proposes ? powers.records : powers.nothing;
  const said: string[] = [];
  if (decidesAlone === "always") said.push(powers.decides);
  if (decidesAlone === "sometimes") said.push(powers.decidesSometimes);
  if (withholds === "always") said.push(powers.withholds);
  if (withholds === "sometimes") said.push(powers.withholdsSometimes);
  if (vetoes) said.push(powers.vetoes);
  if (objects) said.push(powers.objects);
  return said.length === 0 ? powers.nothing : said.join(language === "ja" ? "、" : ", ");
}

/** A Markdown table whose columns line up by East Asian character widths. */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((row) => stringWidth(row[column] ?? ""))),
  );
  const line = (cells: readonly string[], fill = " "): string => {
    const padded = cells.map(
      (text, column) => text + fill.repeat(widths[column]! - stringWidth(text)),
    );
    return `| ${padded.join(" | ")} |`;
  };
  const rule = line(
    header.map(() => ""),
    "-",
  );
  return [line(header), rule, ...rows.map((row) => line(row))];
}
