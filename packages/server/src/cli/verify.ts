import { existsSync } from "node:fs";
import { formatReport } from "@jointfund/verifier/format-report.ts";
import { EXIT_CODES } from "@jointfund/verifier/report.ts";
import { verify } from "@jointfund/verifier/verify.ts";
import { languagesOf } from "../languages/language.ts";
import { message } from "../languages/messages.ts";
import { wrongUsage, type ExitCode } from "./failure.ts";
import type { Invocation } from "./invocation.ts";
import { replayProgress } from "./progress.ts";

export type VerifyOptions = { readonly against?: string; readonly founding?: string };

/** `jointfund verify`: what the verifier finds. It exits with 0 holds, 1 broken, 2 can't tell. */
export async function verifyRecord(
  invocation: Invocation,
  directory: string,
  { against, founding }: VerifyOptions,
): Promise<ExitCode> {
  if (against !== undefined && !existsSync(against)) {
    throw wrongUsage(message("fileMissing", against));
  }
  if (founding !== undefined && !/^[0-9a-f]{64}$/.test(founding)) {
    throw wrongUsage(message("hashMalformed", founding));
  }
  const tell = replayProgress(invocation);
  const report = await verify({
    ...{ directory, against, founding },
    // How many there will be is not known: an entry more keeps the line open.
    onProgress: ({ entries }) => tell(entries, entries + 1),
  });
  if (invocation.options.json === true) invocation.json(report);
  else {
    const texts = languagesOf(invocation.choice).map((language) => formatReport(report, language));
    invocation.terminal.out(texts.join("\n"));
  }
  return EXIT_CODES[report.outcome] as ExitCode;
}
