import type { Schemas } from "../../api/client.ts";
import { dateText } from "../../format/date.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import type { ActTold, ToldChange } from "../../signing/told-rows.tsx";
import { rowsOf } from "./effects-view.tsx";
import { useNameOf } from "./party-names.ts";
import { effectWords } from "./words/effects.ts";

type Told = Pick<Schemas["ActSummary"], "about" | "amount"> & {
  readonly party?: string;
  readonly effects?: Schemas["EffectsAhead"] | undefined;
};

/** Says what a signing dialog tells of an act: its matter, its amount, what it would change. */
export function useTold(): (of: Told) => ActTold {
  const t = useText();
  const { language } = useLanguage();
  const nameOf = useNameOf();
  const told = ({
    on,
    isToday,
    refused,
    lapses,
    comparison,
  }: Schemas["EffectsAhead"]): NonNullable<ActTold["effects"]> => ({
    when: isToday ? t(effectWords.ifToday) : t(effectWords.ifOn, dateText(on, language)),
    trouble: refused?.text ?? (lapses === true ? effectWords.wouldLapse : undefined),
    changes: (comparison?.vehicles ?? []).flatMap((vehicle) =>
      rowsOf(vehicle).map(({ id, label, currency, before, after }): ToldChange => ({
        ...{ id: `${vehicle.vehicle} ${id}`, currency, before, after },
        label: t(effectWords.figureOf, t(vehicle.name), t(label)),
      })),
    ),
  });
  return ({ about, amount, party, effects }) => ({
    ...{ about, amount },
    ...(party === undefined ? {} : { party: nameOf(party) }),
    ...(effects === undefined ? {} : { effects: told(effects) }),
  });
}
