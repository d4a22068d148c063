import { base64Decode, hexEncode } from "@jointfund/core/base/bytes.ts";
import { sovereignsOf } from "@jointfund/core/fund/terms.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { nativeSha256 } from "./native-crypto.ts";
import type { FoundingKey, TrustRoot } from "./report.ts";

/** What the founding says of itself (V12), of the state after the first entry. */
export function trustRootOf(founded: FundState, foundingHash: string): TrustRoot {
  const { charter, charterHash, trust } = founded;
  const keys: FoundingKey[] = [];
  for (const party of sovereignsOf(charter)) {
    for (const officer of founded.officers.values()) {
      const key = officer.party === party ? founded.keys.get(officer.key ?? "") : undefined;
      const raw = base64Decode(key?.publicKey ?? "");
      if (key === undefined || raw === undefined) continue;
      keys.push({ party, officer: officer.id, fingerprint: hexEncode(nativeSha256(raw)) });
    }
  }
  return {
    fund: charter.id,
    origin: charter.origin,
    charterVersion: charter.version,
    charter: charterHash,
    founding: foundingHash,
    logKey: trust.logKey,
    keys,
  };
}
