import type { ReactNode } from "react";
import { DataTable } from "../../../elements/data-table.tsx";
import { Day } from "../../../elements/day.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { shortMoney } from "../../../format/money.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import type { Text } from "../../../language/text.ts";
import { stepWords } from "../player/words.ts";
import { minorText } from "../projection/projection-tables.tsx";
import type { PathTold } from "./use-path.ts";
import { words } from "./words.ts";

/** What a rung of a covenant's ladder is called; the lowest is that it is kept. */
export function rungName(ladder: readonly string[], rung: number): Text {
  const step = rung === 0 ? "clear" : (ladder[rung - 1] ?? String(rung));
  return stepWords[step] ?? { en: step, ja: step };
}

/** What happens in a quarter. */
type Happening = { readonly ends: string; readonly texts: readonly string[] };

/** What happens on a path: where it leaves the ordinary, and where it comes back. */
export function PathEvents({
  path,
  nameOf,
}: {
  readonly path: PathTold;
  readonly nameOf: (party: string) => string;
}): ReactNode {
  const t = useText();
  const events = useEvents(path, nameOf);
  return (
    <Panel title={words.events} wide>
      {events.length === 0 ? (
        <p>{t(words.nothing)}</p>
      ) : (
        <DataTable
          caption={words.events}
          keyOf={({ ends }) => ends}
          rows={events}
          columns={[
            {
              ...{ id: "ends", title: words.quarter, isHead: true },
              cell: ({ ends }: Happening) => <Day date={ends} />,
            },
            {
              ...{ id: "event", title: words.event },
              cell: ({ texts }: Happening) => (
                <ul className="path-happenings">
                  {texts.map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}

function useEvents(path: PathTold, nameOf: (party: string) => string): readonly Happening[] {
  const t = useText();
  const { language } = useLanguage();
  const { steps, parties, covenants, currency } = path;
  const money = (value: number, of = currency): string =>
    shortMoney(minorText(value), of, language);
  return steps.flatMap(({ ends, fund }, index): Happening[] => {
    const before = steps[index - 1]?.fund ?? {};
    const now = (name: string): number => fund[name] ?? 0;
    const turns = (name: string): boolean => now(name) > 0 && !((before[name] ?? 0) > 0);
    const texts: string[] = [];
    for (const { name, ladder, rungs } of covenants) {
      const [from, to] = [rungs[index - 1] ?? 0, rungs[index] ?? 0];
      if (from === to) continue;
      const said = [from, to].map((rung) => t(rungName(ladder, rung)));
      texts.push(t(words.rung, t(name), ...said));
    }
    if (turns("locked")) texts.push(t(words.locked));
    if ((before["locked"] ?? 0) > 0 && now("locked") === 0) texts.push(t(words.unlocked));
    if (now("forcedSales") > 0) texts.push(t(words.forcedSale, money(now("forcedSales"))));
    if (now("shortfall") > 0) texts.push(t(words.shortfall, money(now("shortfall"))));
    if (turns("defaulted")) texts.push(t(words.defaulted));
    if (now("netAssets") < 0 && (before["netAssets"] ?? 0) >= 0) texts.push(t(words.belowZero));
    for (const { id, currency: of, steps: own } of parties) {
      const missed = own[index]?.missed ?? 0;
      if (missed > 0) texts.push(t(words.missed, nameOf(id), money(missed, of)));
    }
    return texts.length === 0 ? [] : [{ ends, texts }];
  });
}
