import { type LocalDate, parseInstant } from "@jointfund/core/calendar/date.ts";
import type { Json } from "@jointfund/core/base/canonical.ts";
import type { Act } from "@jointfund/core/governance/statement.ts";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { answered, api } from "../../api/client.ts";
import { useApi } from "../../api/use-api.ts";
import { Failure } from "../../app/failure.tsx";
import { Button } from "../../elements/button.tsx";
import { Day } from "../../elements/day.tsx";
import { Notice } from "../../elements/notice.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { Panel } from "../../elements/panel.tsx";
import { TextField } from "../../elements/text-field.tsx";
import { useText } from "../../language/language-context.tsx";
import { forgetDraft } from "../../session/draft.ts";
import { useKeptText } from "../../session/kept-text.ts";
import { SignDialog } from "../../signing/sign-dialog.tsx";
import { fact } from "../../signing/statements.ts";
import { useSigner } from "../../signing/use-signer.ts";
import { type Requested, useQuantity } from "./quantity.ts";
import { words } from "./words.ts";

/** Most characters of the reason why a request is declined. */
const REASON_MAX = 1_000;

/** One request: what is asked, to be signed as an order or declined with a reason. */
export function RequestPanel({ item }: { readonly item: Requested }): ReactNode {
  const t = useText();
  const quantity = useQuantity();
  const { kind, holder, unitClass, askedAt } = item.request;
  const isSubscription = kind === "subscription";
  return (
    <Panel title={words.kinds[kind]} aside={<Day date={askedAt} />} from="typed">
      <dl className="pairs">
        <dt>{t(words.holder)}</dt>
        <dd>{holder}</dd>
        <dt>{t(words.unitClass)}</dt>
        <dd>{unitClass}</dd>
        <dt>{t(words.quantity)}</dt>
        <dd>{quantity(item.request)}</dd>
      </dl>
      {isSubscription && <Notice kind="caution">{t(words.moneyFirst)}</Notice>}
      <SignForm item={item} />
      <DeclineForm id={item.request.id} />
    </Panel>
  );
}

function SignForm({ item }: { readonly item: Requested }): ReactNode {
  const t = useText();
  const signer = useSigner();
  const { charter, today } = useApi("/api/v1/fund");
  const quantity = useQuantity();
  const { request, act } = item;
  const [receivedAt, setReceivedAt] = useState(request.askedAt);
  const [isSigning, setSigning] = useState(false);
  if (signer.state === "none") {
    return (
      <Notice kind="note">
        {t(words.noKey)} <PageLink to="/my-key">{t(words.myKey)}</PageLink>
      </Notice>
    );
  }
  if (signer.state === "loading") return null;
  const isInstant = parseInstant(receivedAt).ok;
  const body = act.body as { readonly [field: string]: Json };
  const order: Act = {
    ...{ type: act.type, body: { ...body, receivedAt }, charterVersion: charter.version },
    ...{ effectiveDate: today as LocalDate, proposer: signer.signer.officer },
    ...{ basis: "commercial", reason: t(words.actReason), evidence: [request.id] },
  };
  const said = (language: "en" | "ja"): string =>
    t(
      { en: words.summary[language], ja: words.summary[language] },
      ...[request.holder, words.kinds[request.kind][language], quantity(request)],
    );
  return (
    <>
      <TextField
        label={words.receivedAt}
        hint={words.receivedHint}
        value={receivedAt}
        wrong={isInstant ? undefined : t(words.receivedWrong)}
        onChange={setReceivedAt}
        isRequired
      />
      <Button look="main" isDisabled={!isInstant} onPress={() => setSigning(true)}>
        {t(words.sign)}
      </Button>
      {isSigning && (
        <SignDialog
          request={{
            statement: fact(charter.id, order),
            summary: { en: said("en"), ja: said("ja") },
          }}
          onRecorded={() => undefined}
          onClose={() => setSigning(false)}
        />
      )}
    </>
  );
}

function DeclineForm({ id }: { readonly id: string }): ReactNode {
  const t = useText();
  const queries = useQueryClient();
  const name = `decline.${id}`;
  const [reason, setReason] = useKeptText(name);
  const [failure, setFailure] = useState<unknown>();
  const decline = async (): Promise<void> => {
    try {
      const path = "/api/v1/order-requests/{id}/refusal";
      answered(await api.POST(path, { params: { path: { id } }, body: { reason } }));
      forgetDraft(name);
      await queries.invalidateQueries();
    } catch (failed) {
      setFailure(failed);
    }
  };
  return (
    <details>
      <summary>{t(words.decline)}</summary>
      <TextField
        label={words.reason}
        value={reason}
        most={REASON_MAX}
        onChange={setReason}
        isRequired
        lines={2}
      />
      {failure !== undefined && <Failure failure={failure} />}
      <Button look="stop" isDisabled={reason.trim() === ""} onPress={() => void decline()}>
        {t(words.decline)}
      </Button>
    </details>
  );
}
