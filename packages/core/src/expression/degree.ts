import { operandsOf, type TypedNode } from "./typed.ts";

/** A node, and of how many literals and names its numerator is at most a product. */
export type Degree = { readonly node: TypedNode; readonly degree: number };

/** The first number, in the order of working out, that has more factors than the limit [X54]. */
export function firstBeyondDegree(root: TypedNode, limit: number): Degree | undefined {
  let first: Degree | undefined;
  const degreeOf = (node: TypedNode): number => {
    const degree = combinedDegree(node, operandsOf(node).map(degreeOf));
    if (degree > limit) first ??= { node, degree };
    return degree;
  };
  degreeOf(root);
  return first;
}

function combinedDegree(node: TypedNode, degrees: readonly number[]): number {
  switch (node.kind) {
    case "add":
    case "subtract":
    case "multiply":
    case "divide":
      return degrees.reduce((sum, degree) => sum + degree, 0);
    case "power":
      return degrees[0]! * node.exponent;
    case "negate":
    case "absolute":
    case "round":
    case "minimum":
    case "maximum":
    case "conditional":
    case "orElse":
      return Math.max(...degrees);
    default:
      return 1;
  }
}
