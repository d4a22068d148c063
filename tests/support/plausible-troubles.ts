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
  const units = { class: "founders", microUnits: "1000000" };
  const exits: readonly PlausibleAct[] = [
    { type: "exit.notice", by: "jp-t1", body: { class: "founders" } },
    { type: "exit.offer", by: "us-t1", body: { ...units, seller: "JP", buyer: "US" } },
    { type: "interest.transfer", by: "jp-t1", body: { ...units, from: "JP", to: "US" } },
    ...[...state.oversight.offers.values()].flatMap((offer): readonly PlausibleAct[] => {
      const paid = { offer: offer.id, currency: "USD", amount: offer.minor.toString() };
      return [
        { type: "exit.accept", by: "jp-t1", body: { offer: offer.id } },
        { type: "exit.settle", by: "cu-1", body: paid },
      ];
    }),
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
  return [
    ...plain,
    ...ends,
    ...exits.slice(0, 9),
    ...onClaims.slice(0, 6),
    ...onDisputes.slice(0, 6),
  ];
}
