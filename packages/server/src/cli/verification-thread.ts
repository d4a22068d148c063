import { Worker } from "node:worker_threads";
import { textOfFinding } from "@jointfund/verifier/format-report.ts";
import type { Doubt, Fault } from "@jointfund/verifier/fault.ts";
import type { VerifyReport } from "@jointfund/verifier/report.ts";
import { OUTCOME_TEXTS } from "@jointfund/verifier/report-texts.ts";
import type {
  VerificationFinding,
  VerificationReport,
  Verify,
} from "../http/audit/verifications.ts";
import type { FromVerifier, VerifierData } from "./verification-worker.ts";

/**
 * The verifier in a thread of its own over a fund's published log, so that the server goes on. It
 * reads what anybody could have fetched, and the content that entries name.
 */
export function verifierOf(data: string): Verify {
  return (checkpoint, tell) => {
    const { promise, resolve, reject } = Promise.withResolvers<VerificationReport>();
    const given = checkpoint === undefined ? {} : { checkpoint };
    const workerData: VerifierData = { data, ...given };
    const worker = new Worker(new URL("./verification-worker.ts", import.meta.url), { workerData });
    worker.on("message", (message: FromVerifier) => {
      if (message.kind === "progress") tell(message.progress);
      else resolve(described(message.report));
    });
    worker.on("error", reject);
    worker.on("exit", () => reject(new Error("the verifier ended without a report")));
    // Whoever serves keeps the process alive, not this.
    worker.unref();
    return promise;
  };
}

function findingOf(finding: Fault | Doubt): VerificationFinding {
  const { code, index } = finding;
  const last = "last" in finding ? finding.last : undefined;
  return {
    code,
    text: { en: textOfFinding(finding, "en"), ja: textOfFinding(finding, "ja") },
    ...(index === undefined ? {} : { index }),
    ...(last === undefined ? {} : { last }),
  };
}

function described(report: VerifyReport): VerificationReport {
  const { outcome, entries, signatures, confirmed, blobs, recordedAt, published, held } = report;
  const finding = report.fault ?? report.doubt;
  const { trust, evidence, others = [] } = report;
  return {
    ...{ outcome, text: OUTCOME_TEXTS[outcome], entries, signatures, confirmed, blobs },
    ...(recordedAt === undefined ? {} : { recordedAt }),
    ...(trust === undefined ? {} : { founding: trust.founding }),
    ...(published === undefined ? {} : { published }),
    ...(held === undefined ? {} : { held }),
    ...(finding === undefined ? {} : { finding: findingOf(finding) }),
    others: others.map(findingOf),
    ...(evidence === undefined ? {} : { evidence }),
  };
}
