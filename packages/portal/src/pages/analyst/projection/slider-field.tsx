import type { ReactNode } from "react";
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from "react-aria-components";
import type { Answer } from "../../../api/use-api.ts";
import { useText } from "../../../language/language-context.tsx";

export type SliderTerms = Answer<"/api/v1/projection-terms">["sliders"][number];

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
  const { least, most, step, unit } = terms;
  const formatOptions =
    unit === "percent"
      ? ({ style: "percent", maximumFractionDigits: 2 } as const)
      : ({ maximumFractionDigits: 2 } as const);
  return (
    <Slider
      className="slider"
      minValue={least}
      maxValue={most}
      step={step}
      value={value}
      onChange={onMove}
      formatOptions={formatOptions}
    >
      <Label>{t(terms.name)}</Label>
      <SliderOutput />
      <SliderTrack className="slider-track">
        <SliderThumb className="slider-thumb" />
      </SliderTrack>
    </Slider>
  );
}
