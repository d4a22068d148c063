import { join } from "node:path";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { DemonstrationMirror } from "../application/demonstration-mirror.ts";
import { logVerifierKey } from "../application/open-fund.ts";
import type { Operator } from "../application/operator.ts";
import type { Clock, Disk } from "../ports.ts";
import { mirrorName, mirrorSigner } from "./demonstration.ts";

/** The sovereigns' mirrors of a demonstration, which run in the operator's own process. */
export function demonstrationMirrors(
  charter: Charter,
  { log }: Operator,
  { data, clock, disk }: { readonly data: string; readonly clock: Clock; readonly disk: Disk },
): Promise<readonly DemonstrationMirror[]> {
  return Promise.all(
    charter.finality.mirrors.map((party) =>
      DemonstrationMirror.open({
        ...{ party, clock, disk },
        name: mirrorName(charter, party),
        signer: mirrorSigner(charter, party),
        log: logVerifierKey(log),
        markFile: join(data, "mirrors", party),
      }),
    ),
  );
}
