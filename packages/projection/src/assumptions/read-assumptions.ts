import type { Json } from "@jointfund/core/base/json.ts";
import { err, type Result } from "@jointfund/core/base/result.ts";
import { decode } from "@jointfund/core/base/schema.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { encodingFindings } from "@jointfund/core/charter/decode-charter.ts";
import type { AssumptionFinding } from "./assumption-finding.ts";
import { assumptionsSchema } from "./assumptions-schema.ts";
import type { Assumptions } from "./assumptions.ts";
import { checkAssumptions } from "./check-assumptions.ts";

/**
 * Reads assumptions from JSON, strictly: first the form [PJ21], then, of what has the right form,
 * what it means for the charter [PJ22]. All findings of a stage come at once.
 */
export function readAssumptions(
  json: Json,
  charter: Charter,
): Result<Assumptions, readonly AssumptionFinding[]> {
  const unfit = encodingFindings(json);
  if (unfit.length > 0) return err(unfit);
  const decoded = decode(assumptionsSchema, json);
  if (!decoded.ok) {
    return err(
      decoded.error.map(({ code, path, expected, actual }) => ({
        ...{ code, path },
        facts: { expected, actual },
      })),
    );
  }
  const findings = checkAssumptions(decoded.value, charter);
  return findings.length > 0 ? err(findings) : decoded;
}
