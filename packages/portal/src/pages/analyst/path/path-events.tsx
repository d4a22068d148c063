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

type Event = { readonly ends: string; readonly id: string; readonly text: string };

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
          keyOf={({ ends, id }) => `${ends} ${id}`}
          rows={events}
          columns={[
            {
              ...{ id: "ends", title: words.quarter, isHead: true },
              cell: ({ ends }: Event) => <Day date={ends} />,
            },
            { id: "event", title: words.event, cell: ({ text }: Event) => text },
          ]}
        />
      )}
    </Panel>
  );
}

function useEvents(path: PathTold, nameOf: (party: string) => string): readonly Event[] {
  const t = useText();
  const { language } = useLanguage();
  const { steps, parties, covenants, currency } = path;
  const money = (value: number, of = currency): string =>
    shortMoney(minorText(value), of, language);
  return steps.flatMap(({ ends, fund }, index): Event[] => {
    const before = steps[index - 1]?.fund ?? {};
    const now = (name: string): number => fund[name] ?? 0;
    const turns = (name: string): boolean => now(name) > 0 && !((before[name] ?? 0) > 0);
    const events: Event[] = [];
    const add = (id: string, text: string): void => void events.push({ ends, id, text });
    for (const { id, name, ladder, rungs } of covenants) {
      const [from, to] = [rungs[index - 1] ?? 0, rungs[index] ?? 0];
      if (from === to) continue;
      const said = [from, to].map((rung) => t(rungName(ladder, rung)));
      add(`rung ${id}`, t(words.rung, t(name), ...said));
    }
    if (turns("locked")) add("locked", t(words.locked));
    if ((before["locked"] ?? 0) > 0 && now("locked") === 0) add("unlocked", t(words.unlocked));
    if (now("forcedSales") > 0) add("sale", t(words.forcedSale, money(now("forcedSales"))));
    if (now("shortfall") > 0) add("shortfall", t(words.shortfall, money(now("shortfall"))));
    if (turns("defaulted")) add("defaulted", t(words.defaulted));
    if (now("netAssets") < 0 && (before["netAssets"] ?? 0) >= 0) add("below", t(words.belowZero));
    for (const { id, currency: of, steps: own } of parties) {
      const missed = own[index]?.missed ?? 0;
      if (missed > 0) add(`missed ${id}`, t(words.missed, nameOf(id), money(missed, of)));
    }
    return events;
  });
}
