import type { FundState } from "@jointfund/core/fund/state.ts";
import type { PlausibleAct } from "./plausible-acts.ts";

/** Acts on claims and disputes that could come next, with an amount at choice. */
export function plausibleTroubles(state: FundState, amount: string): readonly PlausibleAct[] {
  const { claims, disputes } = state.oversight;
  const sum = { currency: "USD", amount };
  const text = "Said so";
  const event = { nature: "tax", affected: ["JP"], text };
  const plain: readonly PlausibleAct[] = [
    { type: "event.record", by: "m-1", body: event },
    { type: "claim.file", by: "jp-t1", body: { against: "fund", text, ...sum } },
    { type: "dispute.open", by: "jp-t1", body: { against: "US", text, sum } },
  ];
  const end = { reason: text };
  const ends: readonly PlausibleAct[] =
    state.oversight.windUp === undefined
      ? []
      : [
          { type: "winddown.distribute", by: "ca-1", body: { vehicle: "fund" } },
          { type: "winddown.close", by: "us-t1", body: end },
        ];
  const onClaims = [...claims.keys()].flatMap((claim): readonly PlausibleAct[] => [
    { type: "claim.settle", by: "us-t1", body: { claim, sum } },
    { type: "dispute.open", by: "jp-t1", body: { against: "fund", claim, text } },
  ]);
  const onDisputes = [...disputes.keys()].flatMap((dispute): readonly PlausibleAct[] => [
    { type: "dispute.escalate", by: "jp-t1", body: { dispute } },
    { type: "dispute.escrow", by: "us-t1", body: { dispute, vehicle: "fund", ...sum } },
    { type: "dispute.award", by: "us-t1", body: { dispute, text, sum } },
  ]);
  return [...plain, ...ends, ...onClaims.slice(0, 6), ...onDisputes.slice(0, 6)];
}
