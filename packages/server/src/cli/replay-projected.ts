import { assert } from "@jointfund/core/base/assert.ts";
import { canonicalText } from "@jointfund/core/base/canonical.ts";
import { exponentOf, currencyCode } from "@jointfund/core/money/currency.ts";
import { compileFund } from "@jointfund/projection/charter/compile-fund.ts";
import { keyOfSeed } from "@jointfund/projection/outcomes/seed-key.ts";
import { pathOf } from "../conformance/path-steps.ts";
import { pathValues } from "../conformance/path-values.ts";
import { actsMissing, actsNotSigned } from "../conformance/acts-missing.ts";
import { dueWithoutNotice } from "../conformance/planned-amounts.ts";
import { replayPath, type Agreement, type Broken } from "../conformance/replay-path.ts";
import { languagesOf, type Language } from "../languages/language.ts";
import { filled } from "../languages/page-texts.ts";
import { rejectionWithClause } from "../languages/rejections.ts";
import { REPLAY_TEXTS, REPLAYED_FIGURE_TEXTS } from "../languages/replay-texts.ts";
import { wrap } from "../page/layout.ts";
import type { ProjectionInput, ProjectionRequest } from "../projection/projection-input.ts";
import { EXIT, refusedBy, type ExitCode } from "./failure.ts";
import type { Invocation } from "./invocation.ts";
import { replayProgress } from "./progress.ts";
import { pageColumns } from "./terminal.ts";

/**
 * `jointfund project --path N --replay`: one path played as acts of its charter's fund, and how far
 * its books agree with the path's [PJ100].
 */
export async function replayProjected(
  invocation: Invocation,
  { charter, assumptions, model: { dates } }: ProjectionInput,
  { seed, stresses }: Pick<ProjectionRequest, "seed" | "stresses">,
  path: number,
): Promise<ExitCode> {
  const options = { steps: dates.length, stresses, key: keyOfSeed(seed), tellsAll: true };
  const model = compileFund(charter, assumptions, options);
  assert(model.ok, "what is expressed in part is expressed in full");
  const made = { charter, assumptions, model: model.value };
  const played = pathOf(made, pathValues(model.value, path));
  const missing = actsMissing(charter, played);
  if (missing.length > 0) throw refusedBy(filled(REPLAY_TEXTS.notReplayed, missing.join(", ")));
  const unsigned = actsNotSigned(charter, played);
  if (unsigned.length > 0) throw refusedBy(filled(REPLAY_TEXTS.notSigned, unsigned.join(", ")));
  const early = dueWithoutNotice(charter, played);
  if (early !== undefined) throw refusedBy(filled(REPLAY_TEXTS.notNoticed, early));
  const agreement = await replayPath(charter, played, replayProgress(invocation));
  if (invocation.options.json === true) invocation.json({ path, seed, ...agreement });
  else {
    const columns = pageColumns(invocation.terminal);
    for (const language of languagesOf(invocation.choice)) {
      const of = { path, dates, language, currency: charter.capital.currency };
      const lines = told(agreement, of).flatMap((text) => wrap(text, columns));
      invocation.terminal.out(`${lines.join("\n")}\n`);
    }
  }
  return agreement.broken === undefined ? EXIT.done : EXIT.refused;
}

type Of = {
  readonly path: number;
  readonly dates: readonly string[];
  readonly language: Language;
  readonly currency: string;
};

function told(agreement: Agreement, of: Of): readonly string[] {
  const { broken, steps, entries, figures, largest } = agreement;
  const { language, dates } = of;
  const last = dates[Math.max(0, steps - 1)]!;
  const head = [`${of.path}`, `${steps}`, last, entries.toLocaleString("en-US")] as const;
  const counted = figures.toLocaleString("en-US");
  return [
    filled(REPLAY_TEXTS.played, ...head)[language],
    broken === undefined
      ? filled(REPLAY_TEXTS.agrees, counted, amountText(largest, of))[language]
      : brokenText(broken, of),
  ];
}

function brokenText(broken: Broken, of: Of): string {
  const { language, dates } = of;
  const step = `${broken.step + 1}`;
  const on = dates[broken.step]!;
  if (broken.kind === "figure") {
    const { figure, engine, path } = broken.difference;
    const isAmount = !figure.startsWith("rung:") && figure !== "pricePerUnit";
    const [ours, theirs] = [engine, path].map((value) =>
      isAmount ? amountText(value, of) : `${value}`,
    );
    const name = figureText(figure, language);
    return filled(REPLAY_TEXTS.figureDiffers, step, on, name, ours!, theirs!)[language];
  }
  const { finding, act } = broken;
  const { rejection } = finding;
  const what = act.propose ?? act.report ?? canonicalText(act.execute ?? act.pay ?? "");
  const why =
    rejection === undefined
      ? REPLAY_TEXTS.otherwise[language]
      : rejectionWithClause(rejection, language);
  return filled(REPLAY_TEXTS.actDiffers, step, on, what, why)[language];
}

function figureText(figure: string, language: Language): string {
  const [name = "", id = ""] = figure.split(":", 2);
  const text = REPLAYED_FIGURE_TEXTS[name];
  return text === undefined ? figure : filled(text, id)[language];
}

function amountText(minor: number, { currency }: Of): string {
  const decimals = exponentOf(currencyCode(currency));
  const amount = (minor / 10 ** decimals).toLocaleString("en-US", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return `${currency} ${amount}`;
}
