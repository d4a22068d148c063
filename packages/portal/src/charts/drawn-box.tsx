import type { ScaleLinear } from "d3-scale";
import type { ReactNode } from "react";
import type { LocalizedText, Text } from "../language/text.ts";
import { useText } from "../language/language-context.tsx";
import type { useWidth } from "./use-width.ts";
import { BOX, ValueAxis } from "./value-axis.tsx";

/** What a chart draws, in the room that `useWidth` measures, over the values up its side. */
export function DrawnBox({
  room: [frame, width],
  title,
  scale,
  axisText,
  children,
}: {
  readonly room: ReturnType<typeof useWidth>;
  readonly title: Text | LocalizedText;
  readonly scale: ScaleLinear<number, number>;
  readonly axisText: (value: number) => string;
  readonly children: ReactNode;
}): ReactNode {
  const t = useText();
  return (
    <div ref={frame}>
      <svg
        viewBox={`0 0 ${width} ${BOX.height}`}
        height={BOX.height}
        role="img"
        aria-label={t(title)}
      >
        <ValueAxis scale={scale} width={width} text={axisText} />
        {children}
      </svg>
    </div>
  );
}
