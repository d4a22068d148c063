import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../../api/use-api.ts";
import { fetchLogFile } from "./log-files.ts";
import { type OpenedCheckpoint, openWithBrowser } from "./signers.ts";

export type CheckpointHere = {
  /** "unable": this browser, or this connection, has no Ed25519. */
  readonly standing: "waiting" | "opened" | "malformed" | "absent" | "unable";
  readonly opened?: OpenedCheckpoint;
  /** As it was published. */
  readonly bytes?: Uint8Array;
};

/** The published checkpoint, fetched as a foreign tool would, its signatures verified here. */
export function useCheckpoint(): CheckpointHere {
  const { keys } = useApi("/api/v1/fund");
  const { data } = useQuery({
    queryKey: ["/log/checkpoint", keys],
    queryFn: async (): Promise<CheckpointHere> => {
      const bytes = await fetchLogFile("checkpoint");
      if (bytes === undefined) return { standing: "absent" };
      try {
        const opened = await openWithBrowser(bytes, keys);
        if (!opened.ok) return { standing: "malformed", bytes };
        return { standing: "opened", opened: opened.value, bytes };
      } catch {
        // No crypto.subtle without a secure connection; no Ed25519 in an older browser.
        return { standing: "unable", bytes };
      }
    },
  });
  return data ?? { standing: "waiting" };
}
