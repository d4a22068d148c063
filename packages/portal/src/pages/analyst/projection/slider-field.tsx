import type { ReactNode } from "react";
import {
  I18nProvider,
  Label,
  Slider,
  SliderOutput,
  SliderThumb,
  SliderTrack,
} from "react-aria-components";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import type { Terms } from "./question.ts";

type OfCharter = Terms["sliders"][number];
/** What a slider moves: a figure of some terms, or for how many years. */
export type SliderTerms = Omit<OfCharter, "unit"> & {
  readonly unit: OfCharter["unit"] | "years" | "number";
};

const FORMATS = {
  percent: { style: "percent", maximumFractionDigits: 3 },
  number: { maximumFractionDigits: 4 },
  factor: { maximumFractionDigits: 2 },
  years: { style: "unit", unit: "year", unitDisplay: "long" },
} as const satisfies { readonly [unit in SliderTerms["unit"]]: Intl.NumberFormatOptions };

/** One figure that can be moved: by dragging, by arrow keys, within its bounds. */
export function SliderField({
  terms,
  value,
  onMove,
}: {
  readonly terms: SliderTerms;
  readonly value: number;
  readonly onMove: (value: number) => void;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { least, most, step, unit } = terms;
  return (
    <I18nProvider locale={language === "ja" ? "ja-JP" : "en-GB"}>
      <Slider
        className="slider"
        minValue={least}
        maxValue={most}
        step={step}
        value={value}
        onChange={onMove}
        formatOptions={FORMATS[unit]}
      >
        <Label>{t(terms.name)}</Label>
        <SliderOutput>
          {({ state }) => state.getThumbValueLabel(0) + (unit === "factor" ? "×" : "")}
        </SliderOutput>
        <SliderTrack className="slider-track">
          <SliderThumb className="slider-thumb" />
        </SliderTrack>
      </Slider>
    </I18nProvider>
  );
}
