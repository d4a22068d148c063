import type { ReactNode } from "react";
import { Figure } from "./figure.tsx";
import { percentText } from "../format/ratio.ts";
import type { LocalizedText } from "../language/text.ts";

/** A covenant's ratio as it was on a day, which says of what it was made then. */
export function CovenantFigure({
  id,
  name,
  on,
  ratio,
  decimals = 1,
}: {
  readonly id: string;
  readonly name: LocalizedText;
  readonly on: string;
  readonly ratio: string;
  readonly decimals?: number;
}): ReactNode {
  const cell = { id: `leverage.${id}`, label: name, value: { kind: "share", ratio } as const };
  return <Figure cell={cell} asOf={on} inUnit={percentText(ratio, decimals)} />;
}
