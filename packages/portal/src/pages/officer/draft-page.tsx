import { ENTRY_BYTES_MAX } from "@jointfund/core/log/tiles.ts";
import { SAID_MAX } from "@jointfund/core/governance/statement-schema.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { type Answer, useApi } from "../../api/use-api.ts";
import { useChoice } from "../../app/place.ts";
import { Button } from "../../elements/button.tsx";
import { ChoiceField } from "../../elements/choice-field.tsx";
import { ClauseLink } from "../../elements/clause-link.tsx";
import { DocumentField, type HashedDocument } from "../../elements/document-field.tsx";
import { Notice } from "../../elements/notice.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { Panel } from "../../elements/panel.tsx";
import { TextField } from "../../elements/text-field.tsx";
import { useText } from "../../language/language-context.tsx";
import type { Text } from "../../language/text.ts";
import { NotKept } from "../../session/not-kept.tsx";
import { SignDialog } from "../../signing/sign-dialog.tsx";
import type { Receipt } from "../../signing/signer.ts";
import type { FormFields } from "./draft-value.ts";
import { DraftOutcome } from "./draft-outcome.tsx";
import { sentDraft, shownFindings, signingRequest } from "./draft-sent.ts";
import { type Draft, useDraft } from "./draft-store.ts";
import { type DraftAnswer, tryDraft, useDryRun } from "./dry-run.ts";
import { FormProvider } from "./form-context.ts";
import { GroupFields } from "./form-fields.tsx";
import { formSchemaOf } from "../../elements/act-form-schema.ts";
import "./officer.css";
import { useTold } from "./told-of-act.ts";
import { draftWords } from "./words/drafting.ts";

export type ActForm = Answer<"/api/v1/act-types/{type}">;

/** The form of an act, and beside it what would come of it. */
export function DraftPage(): ReactNode {
  const [type] = useChoice("type");
  const form = useApi("/api/v1/act-types/{type}", { path: { type } });
  const t = useText();
  const { name, description, nature, isUsed, clause } = form.type;
  const heading = nature === "fact" ? draftWords.reportAct : draftWords.proposeAct;
  return (
    <>
      <PageHeading
        title={{ en: heading.en.replace("{0}", name.en), ja: heading.ja.replace("{0}", name.ja) }}
      >
        {t(description)} {clause !== undefined && <ClauseLink clause={clause} />}
      </PageHeading>
      {isUsed ? (
        <Drafting key={type} form={form} />
      ) : (
        <Notice kind="caution">
          <p>{t(draftWords.notUsed)}</p>
        </Notice>
      )}
    </>
  );
}

const fresh = (today: string, body: FormFields): Draft => ({
  ...{ body, effectiveDate: today, basis: "commercial" as const },
  ...{ reason: "", evidence: "", mostCash: "" },
});

/** Fields that the address fills in: `/desk/draft?type=sideletter.elect&letter=…`. */
function useGiven(schema: ActForm["schema"]): FormFields {
  const search = useLocation().search as { readonly [name: string]: unknown };
  const { properties = {} } = schema as { readonly properties?: object };
  const given = Object.entries(search).flatMap(([name, value]) =>
    Object.hasOwn(properties, name) && typeof value === "string" ? [[name, value]] : [],
  );
  return Object.fromEntries(given) as FormFields;
}

function Drafting({ form }: { readonly form: ActForm }): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { type, nature } = form.type;
  const given = useGiven(form.schema);
  const { draft, change, discard, isKept } = useDraft(type, fresh(form.today, given));
  const [isAttempted, setAttempted] = useState(false);
  const [signed, setSigned] = useState<DraftAnswer>();
  const [recorded, setRecorded] = useState<Receipt>();
  const [broken, setBroken] = useState<unknown>();
  const schema = formSchemaOf(form.schema);
  const currencies = { top: draft.body["currency"], book: form.bookCurrency };
  const sent = sentDraft(type, schema, draft, form.bookCurrency);
  const { answer, failure, isCurrent } = useDryRun(sent);
  const findings = shownFindings(answer?.findings ?? [], { isAttempted, sent });
  const sign = async (): Promise<void> => {
    setAttempted(true);
    try {
      const latest = await tryDraft(sent);
      setBroken(undefined);
      if (latest.outcome === "accepted") setSigned(latest);
      else focusFirstWrong();
    } catch (thrown) {
      setBroken(thrown);
    }
  };
  const close = (): void => {
    setSigned(undefined);
    if (recorded === undefined) return;
    discard();
    void client.invalidateQueries();
    const act = recorded.act ?? signed?.act ?? "";
    void navigate({ to: `/desk/acts/${act}` });
  };
  return (
    <div className="drafting">
      <form onSubmit={(event) => event.preventDefault()} noValidate>
        <FormProvider
          value={{ choices: form.choices, openedBy: form.openedBy, currencies, findings }}
        >
          <Panel title={draftWords.form}>
            <GroupFields
              schema={schema}
              value={draft.body}
              path="body"
              onChange={(body) => change({ body })}
            />
          </Panel>
          <Around draft={draft} change={change} findings={findings} />
        </FormProvider>
        <Buttons
          isFact={nature === "fact"}
          isKept={isKept}
          onSign={() => void sign()}
          onDiscard={() => {
            discard();
            setAttempted(false);
          }}
        />
      </form>
      <Panel title={draftWords.result} aside={isCurrent ? "" : t(draftWords.trying)}>
        <DraftOutcome answer={answer} failure={broken ?? failure ?? undefined} form={form} />
      </Panel>
      {signed !== undefined && (
        <Signing of={signed} name={form.type.name} onRecorded={setRecorded} onClose={close} />
      )}
    </div>
  );
}

/** The dialog that has exactly that signed which the dry run accepted. */
function Signing({
  of,
  name,
  ...then
}: {
  readonly of: DraftAnswer;
  readonly name: Text;
  readonly onRecorded: (receipt: Receipt) => void;
  readonly onClose: () => void;
}): ReactNode {
  const told = useTold();
  const request = signingRequest(of, name);
  return request === undefined ? null : <SignDialog request={request} told={told(of)} {...then} />;
}

function Buttons({
  isFact,
  isKept,
  onSign,
  onDiscard,
}: {
  readonly isFact: boolean;
  readonly isKept: boolean;
  readonly onSign: () => void;
  readonly onDiscard: () => void;
}): ReactNode {
  const t = useText();
  return (
    <>
      <div className="actions">
        <Button look="main" onPress={onSign}>
          {t(isFact ? draftWords.signFact : draftWords.sign)}
        </Button>
        <Button onPress={onDiscard}>{t(draftWords.discard)}</Button>
      </div>
      {isKept ? <p className="hint">{t(draftWords.kept)}</p> : <NotKept />}
    </>
  );
}

/** Takes whoever fills in a form to the first field that has to be mended. */
function focusFirstWrong(): void {
  setTimeout(() => {
    document.querySelector<HTMLElement>('.drafting [aria-invalid="true"]')?.focus();
  });
}

const BASES = [
  { id: "commercial", name: draftWords.commercial },
  { id: "policy", name: draftWords.policy },
] as const;

/** Hashes that are typed, one a line, with those of documents that are not among them. */
function withHashes(evidence: string, documents: readonly HashedDocument[]): string {
  const lines = evidence.split("\n").filter((line) => line.trim() !== "");
  return [...new Set([...lines, ...documents.map(({ hash }) => hash)])].join("\n");
}

/** What every act has besides its body. */
function Around({
  draft,
  change,
  findings,
}: {
  readonly draft: Draft;
  readonly change: (next: Partial<Draft>) => void;
  readonly findings: ReadonlyMap<string, Text>;
}): ReactNode {
  const t = useText();
  const wrong = (path: string): string | undefined => {
    const found = findings.get(path);
    return found === undefined ? undefined : t(found);
  };
  return (
    <Panel title={draftWords.around}>
      <TextField
        label={draftWords.effectiveDate}
        type="date"
        isRequired
        value={draft.effectiveDate}
        wrong={wrong("effectiveDate")}
        onChange={(effectiveDate) => change({ effectiveDate })}
      />
      <TextField
        label={draftWords.reason}
        hint={draftWords.reasonHint}
        lines={3}
        most={SAID_MAX}
        isRequired
        value={draft.reason}
        wrong={wrong("reason")}
        onChange={(reason) => change({ reason })}
      />
      <ChoiceField
        label={draftWords.basis}
        isRequired
        options={BASES}
        value={draft.basis}
        onChange={(basis) => change({ basis: basis === "policy" ? "policy" : "commercial" })}
      />
      <TextField
        label={draftWords.evidence}
        lines={2}
        most={ENTRY_BYTES_MAX}
        value={draft.evidence}
        wrong={wrong("evidence")}
        onChange={(evidence) => change({ evidence })}
      />
      <DocumentField
        label={draftWords.addDocuments}
        onHashed={(documents) => change({ evidence: withHashes(draft.evidence, documents) })}
      />
      <TextField
        label={draftWords.mostCash}
        hint={draftWords.mostCashHint}
        value={draft.mostCash}
        wrong={wrong("bounds")}
        onChange={(mostCash) => change({ mostCash })}
      />
    </Panel>
  );
}
