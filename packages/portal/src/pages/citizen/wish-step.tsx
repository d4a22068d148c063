import { type ReactNode, useState } from "react";
import { Button } from "../../elements/button.tsx";
import { ChoiceField } from "../../elements/choice-field.tsx";
import { Notice } from "../../elements/notice.tsx";
import { Panel } from "../../elements/panel.tsx";
import { TextField } from "../../elements/text-field.tsx";
import { currencyWord, exactMoney, unitsText } from "../../format/money.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import type { OrderDraft } from "./order-draft.ts";
import { words } from "./order-words.ts";
import { parsedMoney, parsedUnits } from "./plain-format.ts";
import type { OrderTerms } from "./risk-step.tsx";
import type { Holding } from "./slice-page.tsx";

/** Micro-units that are not asked back already. */
export const freeUnits = ({ microUnits, leavingMicroUnits }: Holding): bigint =>
  BigInt(microUnits) - BigInt(leavingMicroUnits);

type Given = {
  readonly draft: OrderDraft;
  readonly terms: OrderTerms;
  readonly holding: Holding;
  readonly change: (draft: OrderDraft) => void;
};

/** Why what stands in the form cannot be asked for, in the reader's language. */
function useWrong({ draft, terms, holding }: Given): string | undefined {
  const t = useText();
  const { language } = useLanguage();
  const { currency, least } = terms;
  if (draft.kind === "subscription") {
    const minor = parsedMoney(draft.amount, currency);
    const leastSaid = exactMoney(least, currency, language);
    if (minor === undefined || minor === 0n) return t(words.amountWrong, leastSaid);
    return minor < BigInt(least) ? t(words.belowLeast, leastSaid) : undefined;
  }
  const microUnits = parsedUnits(draft.units);
  if (microUnits === undefined || microUnits === 0n) return t(words.unitsWrong);
  const free = freeUnits(holding);
  return microUnits > free ? t(words.tooMany, unitsText(free)) : undefined;
}

/** What somebody wants: to buy for an amount, or to give units back. */
export function WishStep(given: Given & { readonly onBack: () => void }): ReactNode {
  const t = useText();
  const { draft, terms, holding, change, onBack } = given;
  const wrong = useWrong(given);
  const [isTold, setTold] = useState(false);
  const mayGoOn =
    draft.kind === "subscription" ? terms.mayBuy : terms.maySell && freeUnits(holding) > 0n;
  const goOn = (): void => {
    setTold(true);
    if (wrong !== undefined || !mayGoOn) return;
    // A fresh attempt has a key of its own; the same, sent again, keeps it.
    change({ ...draft, step: "review", key: crypto.randomUUID() });
  };
  return (
    <Panel title={words.wish}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          goOn();
        }}
      >
        <Kinds draft={draft} change={change} />
        {draft.kind === "subscription" && !terms.mayBuy && (
          <Notice kind="caution">{t(words.mayNotBuy)}</Notice>
        )}
        {draft.kind === "redemption" && freeUnits(holding) <= 0n && (
          <Notice kind="caution">{t(words.noUnits)}</Notice>
        )}
        <Quantity {...given} wrong={isTold ? wrong : undefined} />
        {terms.distributors.length > 1 && (
          <ChoiceField
            label={words.distributor}
            options={terms.distributors}
            value={draft.distributor === "" ? (terms.distributor ?? "") : draft.distributor}
            onChange={(distributor) => change({ ...draft, distributor })}
          />
        )}
        <div className="plain-actions">
          <Button look="main" type="submit">
            {t(words.goOn)}
          </Button>
          <Button onPress={onBack}>{t(words.back)}</Button>
        </div>
      </form>
    </Panel>
  );
}

function Kinds({ draft, change }: Pick<Given, "draft" | "change">): ReactNode {
  const t = useText();
  return (
    <fieldset className="picks">
      <legend className="only-read">{t(words.wish)}</legend>
      {(["subscription", "redemption"] as const).map((kind) => (
        <label key={kind} className="pick">
          <input
            type="radio"
            name="kind"
            checked={draft.kind === kind}
            onChange={() => change({ ...draft, kind })}
          />
          <span>{t(kind === "subscription" ? words.buy : words.sell)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Quantity({
  draft,
  terms,
  holding,
  change,
  wrong,
}: Given & { readonly wrong: string | undefined }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { currency, least } = terms;
  if (draft.kind === "subscription") {
    const word = { en: currencyWord(currency, "en"), ja: currencyWord(currency, "ja") };
    const of = exactMoney(least, currency, language);
    return (
      <TextField
        label={{ en: t(words.amount, word.en), ja: t(words.amount, word.ja) }}
        hint={{ en: t(words.amountHint, of), ja: t(words.amountHint, of) }}
        value={draft.amount}
        wrong={wrong}
        isRequired
        onChange={(amount) => change({ ...draft, amount })}
      />
    );
  }
  const free = unitsText(freeUnits(holding));
  return (
    <>
      <TextField
        label={words.units}
        hint={{ en: t(words.unitsHint, free), ja: t(words.unitsHint, free) }}
        value={draft.units}
        wrong={wrong}
        isRequired
        onChange={(units) => change({ ...draft, units })}
      />
      <Button onPress={() => change({ ...draft, units: free })}>{t(words.all)}</Button>
    </>
  );
}
