import { SAID_MAX } from "@jointfund/core/governance/statement-schema.ts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { keyOf, read } from "../api/use-api.ts";
import { Failure } from "../app/failure.tsx";
import { AppearanceSwitch } from "../app/appearance-switch.tsx";
import { LanguageSwitch } from "../app/language-switch.tsx";
import { Button } from "../elements/button.tsx";
import { ChoiceField } from "../elements/choice-field.tsx";
import { Loading } from "../elements/loading.tsx";
import { Notice } from "../elements/notice.tsx";
import { PageHeading } from "../elements/page-heading.tsx";
import { Panel } from "../elements/panel.tsx";
import { TextField } from "../elements/text-field.tsx";
import { FileField } from "../elements/file-field.tsx";
import { useText } from "../language/language-context.tsx";
import { keptDraft } from "../session/draft.ts";
import { useKeptText } from "../session/kept-text.ts";
import { NotKept } from "../session/not-kept.tsx";
import { FindingList } from "./finding-list.tsx";
import { SignatureList } from "./signature-list.tsx";
import { useFounding } from "./use-founding.ts";
import { words } from "./words.ts";
import "./founding.css";

/** Own file, beside the templates that come with the program. */
const OWN = "own";

/** Where no fund is yet: from a charter to the first entry of its record. */
export function FoundingPage(): ReactNode {
  const t = useText();
  const { data: founding, error } = useQuery({
    queryKey: keyOf("/api/v1/founding"),
    queryFn: () => read("/api/v1/founding"),
    refetchOnWindowFocus: false,
  });
  return (
    <>
      <header className="office-header">
        <div className="office-bar">
          <span className="office-name">
            <img src="/seal.svg" alt="" width="30" height="30" />
            <span>jointfund</span>
          </span>
          <div className="office-tools">
            <LanguageSwitch />
            <AppearanceSwitch />
          </div>
        </div>
      </header>
      <main id="page">
        <PageHeading title={words.title}>{t(words.lead)}</PageHeading>
        <Notice kind="caution">{t(words.demonstration)}</Notice>
        {error !== null && <Failure failure={error} />}
        {founding === undefined ? <Loading /> : <Steps templates={founding.templates} />}
      </main>
    </>
  );
}

type Template = { readonly id: string; readonly text: string };

function Steps({ templates }: { readonly templates: readonly Template[] }): ReactNode {
  const t = useText();
  const kept = keptDraft("founding.charter");
  const [template, setTemplate] = useState(kept === null ? (templates[0]?.id ?? OWN) : OWN);
  const [charter, setCharter, isKept] = useKeptText("founding.charter", templates[0]?.text);
  const [reason, setReason] = useKeptText("founding.reason", t(words.firstReason));
  const text = useRef<HTMLDivElement>(null);
  const founding = useFounding();
  const { checked, check } = founding;
  const choose = (id: string): void => {
    setTemplate(id);
    const chosen = templates.find((each) => each.id === id);
    if (chosen !== undefined) setCharter(chosen.text);
  };
  return (
    <>
      <Panel title={words.charter}>
        <ChoiceField
          label={words.template}
          value={template}
          onChange={choose}
          options={[
            ...templates.map(({ id }) => ({ id, name: { en: id, ja: id } })),
            { id: OWN, name: words.own },
          ]}
        />
        {template === OWN && (
          <FileField
            label={words.file}
            accept=".yaml,.yml,text/yaml"
            onFile={(file) => void file.text().then(setCharter)}
          />
        )}
        <div ref={text} className="charter-text">
          <TextField label={words.text} value={charter} onChange={setCharter} lines={22} />
        </div>
        <TextField
          label={words.reason}
          value={reason}
          most={SAID_MAX}
          onChange={setReason}
          isRequired
        />
        <div className="actions">
          <Button
            look="main"
            isPending={check.isPending}
            isDisabled={charter === "" || reason.trim() === ""}
            onPress={() => check.mutate({ charter, reason })}
          >
            {t(check.isPending ? words.examining : words.examine)}
          </Button>
        </div>
        {!isKept && <NotKept />}
        {check.error !== null && <Failure failure={check.error} />}
      </Panel>
      {checked !== undefined && (
        <FindingList findings={checked.findings} text={checked.charter} place={text} />
      )}
      {checked?.ready !== undefined && (
        <Signing
          {...{ founding, ready: checked.ready }}
          isChanged={checked.charter !== charter || checked.reason !== reason}
        />
      )}
    </>
  );
}

function Signing({
  founding: { checked, signatures, sign, found },
  ready,
  isChanged,
}: {
  readonly founding: ReturnType<typeof useFounding>;
  readonly ready: NonNullable<NonNullable<ReturnType<typeof useFounding>["checked"]>["ready"]>;
  readonly isChanged: boolean;
}): ReactNode {
  const t = useText();
  const isWhole = signatures.size === ready.officers.length;
  return (
    <Panel title={words.signatures}>
      {isChanged && <Notice kind="caution">{t(words.changed)}</Notice>}
      <SignatureList
        {...{ ready, signatures }}
        isDisabled={isChanged || sign.isPending || found.isPending || found.isSuccess}
        onSign={(officers) => sign.mutate({ ready, officers })}
      />
      {sign.error !== null && <Failure failure={sign.error} />}
      {found.error !== null && <Failure failure={found.error} />}
      <div className="actions">
        <Button
          look="main"
          isPending={found.isPending}
          isDisabled={!isWhole || isChanged || checked === undefined || found.isSuccess}
          onPress={() => {
            if (checked !== undefined) found.mutate({ charter: checked.charter, ready });
          }}
        >
          {t(found.isPending ? words.founding : words.found)}
        </Button>
      </div>
      {found.isSuccess && <Opening />}
    </Panel>
  );
}

/** How often the new office is asked whether it is open, ms. */
const ASK_MS = 500;

/** Waits for the office of the fund that was founded; the page then changes by itself. */
function Opening(): ReactNode {
  const t = useText();
  const client = useQueryClient();
  useEffect(() => {
    const timer = setInterval(() => void client.refetchQueries({ queryKey: ["founded"] }), ASK_MS);
    return () => clearInterval(timer);
  }, [client]);
  return <Notice kind="good">{t(words.founded)}</Notice>;
}
