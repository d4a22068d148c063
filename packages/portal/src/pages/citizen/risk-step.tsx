import { PageLink } from "../../elements/page-link.tsx";
import { origin } from "../../elements/origin.ts";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Answer } from "../../api/use-api.ts";
import { Button } from "../../elements/button.tsx";
import { Notice } from "../../elements/notice.tsx";
import { Panel } from "../../elements/panel.tsx";
import { shortMoney } from "../../format/money.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import { words } from "./order-words.ts";

export type OrderTerms = Answer<"/api/v1/my/order-terms">;

/** Which points have been on the screen, most of each. */
function useSeen(ids: readonly string[]) {
  const list = useRef<HTMLOListElement>(null);
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const watcher = new IntersectionObserver(
      (changes) => {
        const now = changes.filter(({ isIntersecting }) => isIntersecting);
        if (now.length === 0) return;
        setSeen((before) => new Set([...before, ...now.map(({ target }) => target.id)]));
      },
      { threshold: 0.75 },
    );
    for (const item of list.current?.children ?? []) watcher.observe(item);
    return () => watcher.disconnect();
  }, [ids.length]);
  const first = ids.find((id) => !seen.has(id));
  const show = (): void => {
    const item = [...(list.current?.children ?? [])].find(({ id }) => id === first);
    if (item instanceof HTMLElement) item.focus();
  };
  return { list, count: ids.filter((id) => seen.has(id)).length, first, show };
}

const idOf = (risk: string): string => `risk-${risk}`;

/** The risks before an order: every one has to have been on the screen, and then be confirmed. */
export function RiskStep({
  terms,
  onConfirm,
}: {
  readonly terms: OrderTerms;
  readonly onConfirm: (digest: string) => void;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const [isTicked, setTicked] = useState(false);
  const [missing, setMissing] = useState<string>();
  const { risks, risksDigest, leverage } = terms;
  const { list, count, first, show } = useSeen(risks.map(({ id }) => idOf(id)));
  const goOn = (): void => {
    if (first !== undefined) {
      setMissing(t(words.notSeen, String(risks.length - count)));
      show();
    } else if (isTicked) onConfirm(risksDigest);
    else setMissing(t(words.confirmFirst));
  };
  const money = (minor: string): string => shortMoney(minor, leverage.currency, language);
  return (
    <Panel title={words.risks}>
      <p>{t(words.risksLead)}</p>
      <ol className="risk-list" ref={list}>
        {risks.map(({ id, title, text }) => (
          <li key={id} id={idOf(id)} className="risk" tabIndex={-1}>
            <h3>{t(title)}</h3>
            <p {...origin("charter")}>{t(text)}</p>
            {id === "leverage" && (
              <p>
                <PageLink to="/owes">
                  {t(words.leverageNow, money(leverage.debt), money(leverage.netAssets))}
                </PageLink>
              </p>
            )}
          </li>
        ))}
      </ol>
      <p className="risk-count" role="status">
        {t(words.seen, String(count), String(risks.length))}
      </p>
      <label className="tick">
        <input
          type="checkbox"
          checked={isTicked}
          onChange={({ target }) => setTicked(target.checked)}
        />
        <span>{t(words.understood)}</span>
      </label>
      {missing !== undefined && <Notice kind="wrong">{missing}</Notice>}
      <div className="plain-actions">
        <Button look="main" onPress={goOn}>
          {t(words.goOn)}
        </Button>
      </div>
    </Panel>
  );
}
