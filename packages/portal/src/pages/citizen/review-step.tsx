import { origin } from "../../elements/origin.ts";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ApiProblem, type Problem, Unreachable } from "../../api/client.ts";
import { send } from "../../api/send.ts";
import { Button } from "../../elements/button.tsx";
import { Notice } from "../../elements/notice.tsx";
import { Panel } from "../../elements/panel.tsx";
import { ProblemNotice } from "../../elements/problem-notice.tsx";
import { dateText } from "../../format/date.ts";
import { exactMoney, unitsText } from "../../format/money.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import type { OrderDraft } from "./order-draft.ts";
import { words } from "./order-words.ts";
import { minorPerMain, parsedMoney, parsedUnits, priceText, roughly } from "./plain-format.ts";
import type { OrderTerms } from "./risk-step.tsx";
import type { Holding } from "./slice-page.tsx";

type Given = {
  readonly draft: OrderDraft;
  readonly terms: OrderTerms;
  readonly holding: Holding;
};

/** The distributor that is asked, by its name. */
export function useDistributor({ draft, terms }: Pick<Given, "draft" | "terms">): string {
  const t = useText();
  const id = draft.distributor === "" ? terms.distributor : draft.distributor;
  const named = terms.distributors.find((each) => each.id === id) ?? terms.distributors[0];
  return named === undefined ? "" : t(named.name);
}

/** The request as the office takes it. */
function requestOf({ draft, terms: { currency } }: Given) {
  const { risks, key, distributor } = draft;
  const common = { risks, key, ...(distributor === "" ? {} : { distributor }) };
  return draft.kind === "subscription"
    ? {
        kind: "subscription" as const,
        ...common,
        minor: String(parsedMoney(draft.amount, currency) ?? 0n),
      }
    : {
        kind: "redemption" as const,
        ...common,
        microUnits: String(parsedUnits(draft.units) ?? 0n),
      };
}

/** The last look at what is asked for, and the sending of it. */
export function ReviewStep(
  given: Given & {
    readonly onSent: (request: string) => void;
    readonly onBack: () => void;
    readonly onRisks: () => void;
  },
): ReactNode {
  const t = useText();
  const { draft, onSent, onBack, onRisks } = given;
  const queries = useQueryClient();
  const [state, setState] = useState<"ready" | "sending" | "unsent" | Problem>("ready");
  const distributor = useDistributor(given);
  const ask = async (): Promise<void> => {
    setState("sending");
    try {
      const { id } = await send("/api/v1/my/order-requests", requestOf(given));
      await queries.invalidateQueries();
      onSent(id);
    } catch (failure) {
      if (failure instanceof Unreachable) setState("unsent");
      else if (failure instanceof ApiProblem) setState(failure.problem);
      else throw failure;
    }
  };
  const problem = typeof state === "object" ? state : undefined;
  return (
    <Panel title={words.review}>
      <WishSaid {...given} />
      <Notice kind="note">
        <p>{t(words.notOrder, distributor)}</p>
        {draft.kind === "subscription" && <p>{t(words.payFirst, distributor)}</p>}
      </Notice>
      {state === "unsent" && <Notice kind="wrong">{t(words.unsent)}</Notice>}
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <div className="plain-actions">
        {problem?.code === "risks_not_read" ? (
          <Button look="main" onPress={onRisks}>
            {t(words.risks)}
          </Button>
        ) : (
          <Button look="main" isDisabled={state === "sending"} onPress={() => void ask()}>
            {t(state === "sending" ? words.sending : words.send)}
          </Button>
        )}
        <Button onPress={onBack}>{t(words.back)}</Button>
      </div>
    </Panel>
  );
}

/** What is asked for, at which price, and what it would have been at the last one. */
function WishSaid({ draft, terms, holding }: Given): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { currency, next } = terms;
  const last = holding.worth?.price ?? holding.prices.at(-1)?.price;
  const minor = parsedMoney(draft.amount, currency) ?? 0n;
  const microUnits = parsedUnits(draft.units) ?? 0n;
  const isBuying = draft.kind === "subscription";
  const perMain = minorPerMain(currency);
  const about = (price: string): string =>
    isBuying
      ? t(words.unitsWord, unitsText(roughly((minor * 1_000_000n) / perMain, price, "over")))
      : exactMoney(
          roughly((microUnits * perMain) / 1_000_000n, price, "times"),
          currency,
          language,
        );
  return (
    <>
      <p className="plain-sum" {...origin("typed")}>
        {isBuying
          ? t(words.reviewBuy, exactMoney(minor, currency, language))
          : t(words.reviewSell, unitsText(microUnits))}
      </p>
      <p>{next !== undefined && t(words.atPrice, dateText(next.dealingDay, language))}</p>
      {last !== undefined && (
        <p className="hint" {...origin("typed")}>
          {t(words.atLast, priceText(last, currency, language).text, about(last))}
        </p>
      )}
    </>
  );
}
