import { existsSync } from "node:fs";
import { join } from "node:path";
import type { FundState } from "@jointfund/core/fund/state.ts";
import type { Language } from "../languages/language.ts";
import { message } from "../languages/messages.ts";
import { checkPeople, readOfficeFile, type OfficeFinding } from "../sign-in/office-file.ts";
import { proofOf } from "../sign-in/proofs.ts";
import type { ConfiguredProvider } from "../sign-in/sign-in.ts";
import type { SessionTimes } from "../sign-in/sessions.ts";
import { refusedBy, type CommandFailure } from "./failure.ts";
import { requireFile } from "./files.ts";
import type { Invocation } from "./invocation.ts";
import { scenarioFindingText } from "./scenario-finding.ts";

/** The file of a data directory that says who signs in with whom. */
const OFFICE_FILE = "office.yaml";

export type OfficeSettings = {
  readonly providers: readonly ConfiguredProvider[];
  readonly times?: SessionTimes;
};

const MINUTE_MS = 60_000;

/**
 * Reads the office file that was named, or the one in the data directory if there is one, with the
 * secrets that it names; ends the command with all that is wrong with it.
 */
export async function officeSettings(
  { data, language, terminal }: Invocation,
  named: string | undefined,
  state: FundState,
): Promise<OfficeSettings> {
  const file = named ?? join(data, OFFICE_FILE);
  if (named === undefined && !existsSync(file)) return { providers: [] };
  requireFile(file);
  const document = readOfficeFile(file);
  if (!document.ok) throw refused(document.error, language);
  const { office, placed } = document.value;
  const where = { officeFile: file, environment: terminal.environment };
  const found = [...checkPeople(office, state)];
  const providers: ConfiguredProvider[] = [];
  for (const [at, entry] of office.providers.entries()) {
    const proof = await proofOf(entry.client.authentication, where);
    if (proof.ok) providers.push({ entry, proof: proof.value });
    else {
      const path = ["providers", at, "client", "authentication"];
      found.push({ code: proof.error, path, expected: "", actual: "" });
    }
  }
  if (found.length > 0) throw refused(placed(found), language);
  const { sessions } = office;
  if (sessions === undefined) return { providers };
  const { idleMinutes, absoluteMinutes } = sessions;
  const times = { idleMs: idleMinutes * MINUTE_MS, absoluteMs: absoluteMinutes * MINUTE_MS };
  return { providers, times };
}

function refused(findings: readonly OfficeFinding[], language: Language): CommandFailure {
  const lines = findings.map((finding) => scenarioFindingText(finding, language)).join("\n");
  return refusedBy(message("officeFileWrong", findings.length), { en: lines, ja: lines });
}
