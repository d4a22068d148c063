import { type ReactNode, useEffect, useRef } from "react";
import { useApi } from "../../api/use-api.ts";
import { Fingerprint } from "../../elements/fingerprint.tsx";
import { origin } from "../../elements/origin.ts";
import { PageHeading } from "../../elements/page-heading.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { Panel } from "../../elements/panel.tsx";
import { Button } from "../../elements/button.tsx";
import { useText } from "../../language/language-context.tsx";
import { NotKept } from "../../session/not-kept.tsx";
import "./citizen.css";
import { type OrderDraft, type Step, useOrderDraft } from "./order-draft.ts";
import { words } from "./order-words.ts";
import { ReviewStep, useDistributor } from "./review-step.tsx";
import { type OrderTerms, RiskStep } from "./risk-step.tsx";
import { WishStep } from "./wish-step.tsx";

const SHOWN = ["risks", "wish", "review"] as const;

/** From reading the risks to a request with the distributor. */
export function OrderPage(): ReactNode {
  const t = useText();
  const terms = useApi("/api/v1/my/order-terms");
  const holding = useApi("/api/v1/my/holding");
  const { draft, change, clear, isKept } = useOrderDraft();
  const go = (step: Step): void => change({ ...draft, step });
  const given = { draft, terms, holding };
  return (
    <div className="plain">
      <PageHeading title={words.title}>{t(words.lead)}</PageHeading>
      <Steps step={draft.step} />
      {!isKept && <NotKept />}
      <StepFocus step={draft.step}>
        {draft.step === "risks" && (
          <RiskStep
            terms={terms}
            onConfirm={(risks) => change({ ...draft, step: "wish", risks })}
          />
        )}
        {draft.step === "wish" && (
          <WishStep {...given} change={change} onBack={() => go("risks")} />
        )}
        {draft.step === "review" && (
          <ReviewStep
            {...given}
            onSent={(sent) => change({ ...draft, step: "done", sent })}
            onBack={() => go("wish")}
            onRisks={() => go("risks")}
          />
        )}
        {draft.step === "done" && <Done draft={draft} terms={terms} onAgain={clear} />}
      </StepFocus>
    </div>
  );
}

/** Whoever goes to a step is at its beginning, with the screen reader too. */
function StepFocus({
  step,
  children,
}: {
  readonly step: Step;
  readonly children: ReactNode;
}): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    place.current?.focus();
    place.current?.scrollIntoView({ block: "start" });
  }, [step]);
  return (
    <div ref={place} tabIndex={-1}>
      {children}
    </div>
  );
}

function Steps({ step }: { readonly step: Step }): ReactNode {
  const t = useText();
  const names = { risks: words.risks, wish: words.wish, review: words.review };
  return (
    <ol className="plain-steps" aria-label={t(words.steps)} {...origin("place")}>
      {SHOWN.map((each, index) => (
        <li key={each} {...(each === step ? { "aria-current": "step" as const } : {})}>
          {index + 1}. {t(names[each])}
        </li>
      ))}
    </ol>
  );
}

function Done({
  draft,
  terms,
  onAgain,
}: {
  readonly draft: OrderDraft;
  readonly terms: OrderTerms;
  readonly onAgain: () => void;
}): ReactNode {
  const t = useText();
  const distributor = useDistributor({ draft, terms });
  return (
    <Panel title={words.done}>
      <p role="status">{t(words.doneText, distributor)}</p>
      {draft.kind === "subscription" && <p>{t(words.payFirst, distributor)}</p>}
      <p>
        {t(words.reference)}: <Fingerprint of={draft.sent} />
      </p>
      <div className="plain-actions">
        <PageLink to="/my/orders" className="plain-link plain-link-main">
          {t(words.toOrders)}
        </PageLink>
        <Button onPress={onAgain}>{t(words.another)}</Button>
      </div>
    </Panel>
  );
}
