import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import type { Schemas } from "../../api/client.ts";
import { keyOf, read } from "../../api/use-api.ts";
import { Fingerprint } from "../../elements/fingerprint.tsx";
import { Loading } from "../../elements/loading.tsx";
import { Notice, type NoticeKind } from "../../elements/notice.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { Panel } from "../../elements/panel.tsx";
import { Said } from "../../elements/said.tsx";
import { useText } from "../../language/language-context.tsx";
import { listWords, verifyWords as words } from "./words.ts";

export type Verification = Schemas["Verification"];
type Report = NonNullable<Verification["report"]>;
type Finding = Schemas["VerificationFinding"];

const PATH = "/api/v1/verifications/{id}";
/** How often one asks how far it is. */
const ASKED_EVERY_MS = 400;

const LOOKS: { readonly [outcome in Report["outcome"]]: NoticeKind } = {
  holds: "good",
  broken: "wrong",
  unknown: "caution",
};

const grouped = (count: number): string => count.toLocaleString("en");

/** A verification while it goes on, and what it found. */
export function VerificationShown({ id }: { readonly id: string }): ReactNode {
  const { data } = useQuery({
    queryKey: keyOf(PATH, { id }),
    queryFn: () => read(PATH, { path: { id } }),
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.state === "running" ? ASKED_EVERY_MS : false,
  });
  const client = useQueryClient();
  const state = data?.state;
  useEffect(() => {
    // What it came to stands in the list of all too.
    if (state !== undefined && state !== "running") {
      void client.invalidateQueries({ queryKey: keyOf("/api/v1/verifications") });
    }
  }, [client, state]);
  if (data === undefined) return <Loading />;
  return (
    <Panel title={words.result}>
      {data.state === "running" && <Running verification={data} />}
      {data.state === "failed" && <Failed />}
      {data.report !== undefined && <Result report={data.report} />}
    </Panel>
  );
}

function Running({ verification }: { readonly verification: Verification }): ReactNode {
  const t = useText();
  const { progress, of } = verification;
  const said = t(words[progress.step], grouped(progress.entries), grouped(of));
  // Both steps go over all entries: reading takes less of the time.
  const done =
    progress.step === "reading" ? progress.entries / 4 : of / 4 + progress.entries * 0.75;
  return (
    <div role="status">
      <p>{said}</p>
      <progress className="audit-progress" max={of} value={Math.min(done, of)} aria-label={said} />
    </div>
  );
}

function Failed(): ReactNode {
  const t = useText();
  return <Notice kind="caution">{t(words.failed)}</Notice>;
}

function Result({ report }: { readonly report: Report }): ReactNode {
  const t = useText();
  const { outcome, text, finding, others, evidence } = report;
  return (
    <>
      <Notice kind={LOOKS[outcome]}>
        <p>
          <strong>{t(words[outcome])}</strong> · {t(text)}
        </p>
        {finding !== undefined && <FindingShown finding={finding} />}
      </Notice>
      <Counts report={report} />
      {others.length > 0 && (
        <>
          <h3>{t(words.others)}</h3>
          <ul>
            {others.map((other) => (
              <li key={JSON.stringify(other)}>
                <FindingShown finding={other} />
              </li>
            ))}
          </ul>
        </>
      )}
      {evidence !== undefined && (
        <>
          <h3>{t(words.proof)}</h3>
          <pre className="audit-proof" tabIndex={0} aria-label={t(words.proof)}>
            <Said text={evidence} />
          </pre>
        </>
      )}
    </>
  );
}

function FindingShown({ finding }: { readonly finding: Finding }): ReactNode {
  const t = useText();
  const { index, last, text } = finding;
  return (
    <>
      {index !== undefined && (
        <p>
          {t(words.firstWrong)}:{" "}
          {last === undefined ? (
            <PageLink to={`/entries/${index}`}>{t(listWords.entry, grouped(index))}</PageLink>
          ) : (
            t(words.between, grouped(index), grouped(last))
          )}
        </p>
      )}
      <p>
        <Said text={t(text)} />
      </p>
    </>
  );
}

function Counts({ report }: { readonly report: Report }): ReactNode {
  const t = useText();
  const { entries, signatures, confirmed, blobs, founding } = report;
  const checkpoints = [
    [words.published, report.published],
    [words.held, report.held],
  ] as const;
  return (
    <dl className="pairs">
      <dt>{t(words.entries)}</dt>
      <dd>{grouped(entries)}</dd>
      <dt>{t(words.signatures)}</dt>
      <dd>{grouped(signatures)}</dd>
      <dt>{t(words.confirmed)}</dt>
      <dd>{grouped(confirmed)}</dd>
      <dt>{t(words.blobs)}</dt>
      <dd>{grouped(blobs)}</dd>
      {checkpoints.map(([name, checkpoint]) =>
        checkpoint === undefined ? null : (
          <div key={name.en} className="audit-pair">
            <dt>{t(name)}</dt>
            <dd>
              {t(words.size, grouped(checkpoint.size))} <Fingerprint of={checkpoint.root} />
              {checkpoint.cosigners.length > 0 && ` · ${checkpoint.cosigners.join(", ")}`}
            </dd>
          </div>
        ),
      )}
      {founding !== undefined && (
        <div className="audit-pair">
          <dt>{t(words.founding)}</dt>
          <dd>
            <Fingerprint of={founding} />
          </dd>
        </div>
      )}
    </dl>
  );
}
