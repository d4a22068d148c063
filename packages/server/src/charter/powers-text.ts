import type { Coalition } from "@jointfund/core/charter/coalitions.ts";
import { COALITION_PHRASES } from "../languages/comparison-phrases.ts";
import { languagesOf, type Language, type LanguageChoice } from "../languages/language.ts";
import { readBytes, type CommandResult } from "./charter-file.ts";
import { readReading } from "./charter-reading.ts";
import { unreadable } from "./explain.ts";
import { powersReport, type ActReport, type PowersReport } from "./powers-report.ts";
import { table } from "./powers-table.ts";

type Options = {
  readonly language: LanguageChoice;
  readonly json: boolean;
  readonly side?: string;
};

/** Who can bring about or stop each act of a charter file. */
export function powersOfFile(path: string, { language, json, side }: Options): CommandResult {
  const bytes = readBytes(path);
  if (typeof bytes === "string") return { text: `${path}: ${bytes}\n`, exitCode: 2 };
  const reading = readReading(path, bytes, side);
  if (!reading.ok) return unreadable(reading.error, language);
  const report = powersReport(reading.value.charter);
  if (json) return { text: `${JSON.stringify(report, null, 2)}\n`, exitCode: 0 };
  const texts = languagesOf(language).map((each) => powersText(report, each));
  return { text: `${texts.join("\n\n")}\n`, exitCode: 0 };
}

/** The least groups for each act and tier as a table, in one language. */
export function powersText(report: PowersReport, language: Language): string {
  const phrases = COALITION_PHRASES[language];
  const names = new Map(report.parties.map(({ id, name }) => [id, name[language]]));
  const said = (groups: readonly Coalition[] | undefined): string => {
    if (groups === undefined) return phrases.tooMany;
    if (groups.length === 0) return phrases.nobody;
    const each = groups.map((group) => group.map((id) => names.get(id) ?? id).join(phrases.and));
    return each.join(phrases.or);
  };
  const rows = report.acts
    .filter(({ nature }) => nature === "decision")
    .flatMap((act) =>
      act.tiers.map(({ when, coalitions }) => [
        actName(act, when?.[language], language),
        said(coalitions?.winning),
        said(coalitions?.blocking),
      ]),
    );
  const header = [phrases.act, phrases.winning, phrases.blocking];
  const title = `# ${report.title[language]}`;
  return [title, "", phrases.introduction, "", ...table(header, rows)].join("\n");
}

function actName({ clause, name }: ActReport, when: string | undefined, language: Language) {
  const said = `${clause} ${name[language]}`;
  if (when === undefined) return said;
  return language === "ja" ? `${said}（${when}）` : `${said} (${when})`;
}
