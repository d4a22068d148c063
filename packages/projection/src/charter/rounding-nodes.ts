import type { Ratio, RoundingMode } from "@jointfund/core/base/ratio.ts";
import type { Num } from "../kernel/program.ts";
import type { ProgramBuilder } from "../kernel/program-builder.ts";
import { doubleOf } from "./double.ts";

/** A number rounded to a multiple of a step, by the core's modes [PJ44]. */
export function roundedNode(
  builder: ProgramBuilder,
  operand: Num,
  { mode, step }: { readonly mode: RoundingMode; readonly step: Ratio },
): Num {
  const num = builder.constant(doubleOf({ num: step.num, den: 1n }));
  const den = builder.constant(doubleOf({ num: step.den, den: 1n }));
  const steps = builder.divide(builder.multiply(operand, den), num);
  return builder.divide(builder.multiply(wholeNode(builder, steps, mode), num), den);
}

function wholeNode(builder: ProgramBuilder, steps: Num, mode: RoundingMode): Num {
  const ceiling = (of: Num): Num => builder.negate(builder.floor(builder.negate(of)));
  switch (mode) {
    case "floor":
      return builder.floor(steps);
    case "ceiling":
      return ceiling(steps);
    case "halfEven":
      return builder.nearest(steps);
    case "towardZero":
      return signed(builder, steps, builder.floor);
    case "awayFromZero":
      return signed(builder, steps, ceiling);
    case "halfUp":
    case "halfDown":
      return signed(builder, steps, (magnitude) => nearest(builder, magnitude, mode));
  }
}

/** The mode of the magnitude, with the sign of what is rounded. */
function signed(builder: ProgramBuilder, steps: Num, of: (magnitude: Num) => Num): Num {
  const whole = of(builder.absolute(steps));
  const isNegative = builder.less(steps, builder.constant(0));
  return builder.choose(isNegative, builder.negate(whole), whole);
}

/** The fraction of a double is exact; a half added to one just below a half would not be. */
function nearest(builder: ProgramBuilder, magnitude: Num, mode: "halfUp" | "halfDown"): Num {
  const below = builder.floor(magnitude);
  const fraction = builder.subtract(magnitude, below);
  const half = builder.constant(0.5);
  const isUp =
    mode === "halfUp" ? builder.lessOrEqual(half, fraction) : builder.less(half, fraction);
  return builder.choose(isUp, builder.add(below, builder.constant(1)), below);
}
