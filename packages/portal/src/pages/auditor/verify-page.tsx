import "./auditor.css";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { keyOf, useApi } from "../../api/use-api.ts";
import { send } from "../../api/send.ts";
import { Button } from "../../elements/button.tsx";
import { type Column, DataTable } from "../../elements/data-table.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { Panel } from "../../elements/panel.tsx";
import { TextField } from "../../elements/text-field.tsx";
import { useKeptText } from "../../session/kept-text.ts";
import { FileField } from "../../elements/file-field.tsx";
import { useText } from "../../language/language-context.tsx";
import { usePartyNames } from "../public/parts/party-names.ts";
import { VerificationShown, type Verification } from "./verification-shown.tsx";
import { verifyWords as words, words as shared } from "./words.ts";
import { Failure } from "../../app/failure.tsx";

const PATH = "/api/v1/verifications";

/** Starts the verifier that trusts nobody, follows it, and shows what it found. */
export function VerifyPage(): ReactNode {
  const t = useText();
  const { items } = useApi(PATH);
  const [shownId, show] = useState<string>();
  const shown = shownId ?? items[0]?.id;
  return (
    <>
      <PageHeading title={shared.verify}>{t(words.lead)}</PageHeading>
      <StartPanel onStarted={show} />
      {shown !== undefined && <VerificationShown key={shown} id={shown} />}
      {items.length > 0 && (
        <Panel title={words.past}>
          <PastTable items={items} onShow={show} />
        </Panel>
      )}
    </>
  );
}

function StartPanel({ onStarted }: { readonly onStarted: (id: string) => void }): ReactNode {
  const t = useText();
  const client = useQueryClient();
  const [checkpoint, setCheckpoint] = useKeptText("verify.checkpoint");
  const [failure, setFailure] = useState<unknown>();
  const [isStarting, setStarting] = useState(false);
  const start = async (): Promise<void> => {
    setStarting(true);
    setFailure(undefined);
    try {
      const { id } = await send(PATH, checkpoint.trim() === "" ? {} : { checkpoint });
      await client.invalidateQueries({ queryKey: keyOf(PATH) });
      onStarted(id);
    } catch (failed) {
      setFailure(failed);
    } finally {
      setStarting(false);
    }
  };
  return (
    <Panel title={words.startHeading}>
      <TextField
        label={words.checkpoint}
        hint={words.checkpointHint}
        value={checkpoint}
        onChange={setCheckpoint}
        lines={5}
      />
      <FileField label={words.file} onFile={(file) => void file.text().then(setCheckpoint)} />
      {failure !== undefined && <Failure failure={failure} />}
      <div className="actions">
        <Button look="main" isDisabled={isStarting} onPress={() => void start()}>
          {t(words.start)}
        </Button>
      </div>
    </Panel>
  );
}

function PastTable({
  items,
  onShow,
}: {
  readonly items: readonly Verification[];
  readonly onShow: (id: string) => void;
}): ReactNode {
  const t = useText();
  const nameOf = usePartyNames();
  const outcomeOf = ({ state, report }: Verification): string => {
    if (state === "running") return t(words.running);
    return report === undefined ? t(words.unknown) : t(words[report.outcome]);
  };
  const columns: readonly Column<Verification>[] = [
    {
      id: "result",
      title: words.result,
      isHead: true,
      cell: (item) => <Button onPress={() => onShow(item.id)}>{outcomeOf(item)}</Button>,
    },
    { id: "by", title: words.by, cell: ({ startedBy }) => t(nameOf(startedBy)) },
    {
      id: "with",
      title: words.withCheckpoint,
      cell: ({ withCheckpoint }) => t(withCheckpoint ? words.yes : words.no),
    },
    {
      id: "entries",
      title: words.entries,
      isNumber: true,
      cell: ({ report, progress }) => (report?.entries ?? progress.entries).toLocaleString("en"),
    },
  ];
  return <DataTable caption={words.past} columns={columns} rows={items} keyOf={({ id }) => id} />;
}
