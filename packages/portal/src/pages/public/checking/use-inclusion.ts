import { useQuery } from "@tanstack/react-query";
import type { LogRejection } from "@jointfund/core/log/rejection.ts";
import { checkInclusion, type Inclusion } from "./inclusion.ts";
import { fetchLogFile, LogFiles } from "./log-files.ts";
import type { OpenedCheckpoint } from "./signers.ts";

export type InclusionHere =
  | { readonly standing: "waiting" }
  | { readonly standing: "unreachable" }
  | { readonly standing: "broken"; readonly rejection: LogRejection }
  | {
      readonly standing: "computed";
      readonly inclusion: Inclusion;
      readonly files: readonly string[];
    };

/** Whether an entry is in the record of a checkpoint, from the files of the log, computed here. */
export function useInclusion({ checkpoint }: OpenedCheckpoint, index: number): InclusionHere {
  const { data, isError } = useQuery({
    queryKey: ["/log/", "inclusion", index, checkpoint.size, checkpoint.root],
    retry: false,
    queryFn: async (): Promise<InclusionHere> => {
      const files = new LogFiles(fetchLogFile);
      const checked = await checkInclusion(files, checkpoint, index);
      if (!checked.ok) return { standing: "broken", rejection: checked.error };
      return { standing: "computed", inclusion: checked.value, files: files.fetched };
    },
  });
  if (isError) return { standing: "unreachable" };
  return data ?? { standing: "waiting" };
}
