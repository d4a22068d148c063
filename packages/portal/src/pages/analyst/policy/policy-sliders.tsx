import type { ReactNode } from "react";
import { Button } from "../../../elements/button.tsx";
import { ChoiceField } from "../../../elements/choice-field.tsx";
import { Day } from "../../../elements/day.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { useText } from "../../../language/language-context.tsx";
import { SliderField, type SliderTerms } from "../projection/slider-field.tsx";
import { figureText, groupsOf, type Moved, OFFSET, slidersOf } from "./moved-figures.ts";
import { shownFigure } from "./policy-figures.tsx";
import type { Compared } from "./use-policy.ts";
import { words } from "./words.ts";

type Moving = {
  /** As the file has it. */
  readonly compared: Compared;
  readonly moved: Moved;
  readonly onMove: (moved: Moved) => void;
};

/** The figures of the file that may be moved, each beside its range, its day and its source. */
export function PolicySliders(of: Moving): ReactNode {
  const t = useText();
  const { compared, moved, onMove } = of;
  const groups = groupsOf(slidersOf(compared));
  return (
    <Panel
      title={words.move}
      wide
      aside={<Button onPress={() => onMove({})}>{t(words.reset)}</Button>}
    >
      <p>{t(words.moveNote)}</p>
      {groups.map(({ id, title, sliders }) => {
        const hasOffset = id === "tariff";
        const ids = [...sliders.map((slider) => slider.id), ...(hasOffset ? [OFFSET] : [])];
        const count = ids.filter((path) => moved[path] !== undefined).length;
        return (
          <details key={id} className="policy-group" open={count > 0 || undefined}>
            <summary>
              {t(title)} {count > 0 && <small>{t(words.movedCount, String(count))}</small>}
            </summary>
            <div className="sliders">
              {sliders.map((slider) => (
                <OneFigure key={slider.id} {...of} slider={slider} />
              ))}
              {hasOffset && <OffsetChoice {...of} />}
            </div>
          </details>
        );
      })}
    </Panel>
  );
}

/** Moved to the file's own value a figure is moved no more. */
function OneFigure({
  compared,
  moved,
  onMove,
  slider,
}: Moving & { readonly slider: SliderTerms }): ReactNode {
  const { id, value } = slider;
  const { [id]: now, ...others } = moved;
  return (
    <div className="policy-slider">
      <SliderField
        terms={slider}
        value={now === undefined ? value : Number(now)}
        onMove={(next) => {
          const text = figureText(next);
          onMove(text === figureText(value) ? others : { ...moved, [id]: text });
        }}
      />
      <Origin compared={compared} slider={slider} />
    </div>
  );
}

/** The file's value, its range, the day it is of, and its source. */
function Origin({
  compared: { comparison },
  slider: { id, value, least, most, unit },
}: {
  readonly compared: Compared;
  readonly slider: SliderTerms;
}): ReactNode {
  const t = useText();
  const of = unit === "percent" ? "percent" : "number";
  const [low, file, high] = [least, value, most].map((each) => shownFigure(each, of));
  const figure = comparison.assumptions.find(({ path }) => path === id);
  const source = figure && comparison.sources[figure.source];
  return (
    <small className="policy-origin">
      {t(words.inFile, file!, low!, high!)}
      {figure !== undefined && (
        <>
          {" · "}
          <Day date={figure.date} />
        </>
      )}
      {source !== undefined && (
        <>
          {" · "}
          {source.at === undefined ? (
            t({ en: source.en, ja: source.ja })
          ) : (
            <a href={source.at} rel="noreferrer">
              {t({ en: source.en, ja: source.ja })}
            </a>
          )}
        </>
      )}
    </small>
  );
}

const VINTAGES = "tariff.offset.vintages.";

/** Which estimate of what income and payroll taxes lose is taken. */
function OffsetChoice({ compared, moved, onMove }: Moving): ReactNode {
  const { offset, schedules, sources } = compared.comparison;
  const options = schedules.flatMap(({ path, source }) => {
    if (!path.startsWith(VINTAGES)) return [];
    const id = path.slice(VINTAGES.length);
    const { en, ja } = sources[source] ?? { en: id, ja: id };
    return [{ id, name: { en: `${id}: ${en}`, ja: `${id}：${ja}` } }];
  });
  const { [OFFSET]: now = offset.use, ...others } = moved;
  return (
    <ChoiceField
      label={words.offset}
      options={options}
      value={now}
      onChange={(next) => onMove(next === offset.use ? others : { ...moved, [OFFSET]: next })}
    />
  );
}
