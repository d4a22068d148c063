import "../parts/parts.css";
import "./charter.css";
import { origin } from "../../../elements/origin.ts";
import { type ReactNode, useEffect, useState } from "react";
import { Waiting } from "../../../elements/waiting.tsx";
import { type Answer, useApi } from "../../../api/use-api.ts";
import { useChoice } from "../../../app/place.ts";
import { Notice } from "../../../elements/notice.tsx";
import { PageHeading } from "../../../elements/page-heading.tsx";
import { PageLink } from "../../../elements/page-link.tsx";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import { type Language, LANGUAGES } from "../../../language/text.ts";
import { words as shared } from "../words.ts";
import { type CountUnder, ExplainedText } from "./explained-text.tsx";
import { VersionsPanel } from "./versions-panel.tsx";
import { words } from "./words.ts";

type Block = Answer<"/api/v1/charter/explanation">["blocks"][number];

const isActRule = ({ id }: Block): boolean => id.startsWith("/acts/");

/** The place of a part within the page. */
const anchorOf = (id: string): string => `part${id.replaceAll(/[/.]/g, "-")}`;

/** Whether a part says something of a clause, or rules the acts of it. */
const cites = (clause: string, { title, lines }: Block): boolean =>
  clause !== "" &&
  (title.startsWith(`${clause} `) || lines.some((line) => line.includes(`[${clause}]`)));

const clauseOf = ({ title }: Block): readonly number[] =>
  (title.split(" ")[0] ?? "").split(".").map(Number);

function byClause(a: Block, b: Block): number {
  const [one, other] = [clauseOf(a), clauseOf(b)];
  const at = one.findIndex((part, n) => part !== other[n]);
  return at === -1 ? one.length - other.length : (one[at] ?? 0) - (other[at] ?? 0);
}

/** The parts as they came, the rules of acts among themselves by their clauses. */
function inOrder(blocks: readonly Block[]): readonly Block[] {
  const split = blocks.findIndex(isActRule);
  const rules = blocks.filter(isActRule).toSorted(byClause);
  const others = blocks.filter((block) => !isActRule(block));
  return [...others.slice(0, split), ...rules, ...others.slice(split)];
}

/** How many acts there are under a clause and its parts. */
function useCountUnder(): CountUnder {
  const { types } = useApi("/api/v1/act-counts", {});
  return (clause) =>
    types.reduce(
      (sum, type) => (`${type.clause}.`.startsWith(`${clause}.`) ? sum + type.count : sum),
      0,
    );
}

/** The charter, readable: what it says, which acts stand under each term, and its versions. */
export function CharterPage(): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const [isBoth, setBoth] = useState(false);
  const [clause] = useChoice("clause");
  const [part] = useChoice("part");
  const explanation = useApi("/api/v1/charter/explanation", { query: { lang: language } });
  const blocks = inOrder(explanation.blocks);
  const found = blocks.filter((block) => block.id === part || cites(clause, block));
  const first = (found.find(({ id }) => id === part) ?? found.find(isActRule) ?? found[0])?.id;
  useEffect(() => {
    if (first !== undefined) document.getElementById(anchorOf(first))?.scrollIntoView();
  }, [first]);
  return (
    <>
      <PageHeading title={shared.charter}>{t(words.lead)}</PageHeading>
      {clause !== "" && <Asked clause={clause} found={found} />}
      <p className="panel-note">{t(words.authoritative)}</p>
      <label className="check-field">
        <input
          type="checkbox"
          checked={isBoth}
          onChange={({ target }) => setBoth(target.checked)}
        />{" "}
        {t(words.both)}
      </label>
      <div className="charter" {...origin("charter")}>
        <Contents blocks={blocks} />
        <div className="charter-text">
          {blocks.map((block) => (
            <Part
              key={block.id}
              block={block}
              clause={clause}
              isOpen={found.includes(block)}
              other={isBoth ? LANGUAGES.find((each) => each !== language) : undefined}
            />
          ))}
          <VersionsPanel />
        </div>
      </div>
    </>
  );
}

function Asked({
  clause,
  found,
}: {
  readonly clause: string;
  readonly found: readonly Block[];
}): ReactNode {
  const t = useText();
  if (found.length === 0) return <Notice kind="note">{t(words.notFound, clause)}</Notice>;
  return (
    <Notice kind="note">
      {t(words.asked, clause, found.map(({ title }) => title).join(" · "))}
    </Notice>
  );
}

function Contents({ blocks }: { readonly blocks: readonly Block[] }): ReactNode {
  const t = useText();
  const link = ({ id, title }: Block): ReactNode => (
    <li key={id}>
      <a href={`#${anchorOf(id)}`}>{title}</a>
    </li>
  );
  const rules = blocks.filter(isActRule);
  const split = blocks.findIndex(isActRule);
  return (
    <nav className="contents" aria-label={t(words.contents)}>
      <h2>{t(words.contents)}</h2>
      <ol>
        {blocks.slice(0, split).map(link)}
        <li>
          <details>
            <summary>
              {t(words.acts)} ({rules.length})
            </summary>
            <ol>{rules.map(link)}</ol>
          </details>
        </li>
        {blocks
          .slice(split)
          .filter((block) => !isActRule(block))
          .map(link)}
      </ol>
    </nav>
  );
}

/** A part of the charter. The rule of one type of act is folded until somebody opens it. */
function Part({
  block,
  clause,
  isOpen,
  other,
}: {
  readonly block: Block;
  readonly clause: string;
  readonly isOpen: boolean;
  readonly other: Language | undefined;
}): ReactNode {
  const t = useText();
  const { id, title, lines, actCount } = block;
  const countUnder = useCountUnder();
  const text = (
    <div className={other === undefined ? undefined : "charter-both"}>
      <div>
        <ExplainedText lines={lines} countUnder={countUnder} clause={clause} />
      </div>
      {other !== undefined && (
        <Waiting placeholder={null}>
          <OtherText id={id} language={other} clause={clause} />
        </Waiting>
      )}
    </div>
  );
  if (lines.length === 0) return null;
  if (!isActRule(block)) {
    return (
      <section id={anchorOf(id)} className="charter-part">
        <h2>{title}</h2>
        {text}
      </section>
    );
  }
  const type = id.slice("/acts/".length);
  return (
    <details id={anchorOf(id)} className="charter-part charter-rule" open={isOpen}>
      <summary>
        {title}{" "}
        <small>
          {actCount === 0 ? t(words.never) : t(words.done, actCount.toLocaleString("en"))}
        </small>
      </summary>
      {text}
      {actCount > 0 && (
        <PageLink className="acts-under" to={`/acts?nature=all&type=${type}`}>
          {t(words.seeActs)}
        </PageLink>
      )}
    </details>
  );
}

/** The same part in the other language. */
function OtherText({
  id,
  language,
  clause,
}: {
  readonly id: string;
  readonly language: Language;
  readonly clause: string;
}): ReactNode {
  const { blocks } = useApi("/api/v1/charter/explanation", { query: { lang: language } });
  const countUnder = useCountUnder();
  const block = blocks.find((each) => each.id === id);
  if (block === undefined) return null;
  return (
    <div lang={language}>
      <ExplainedText lines={block.lines} countUnder={countUnder} clause={clause} />
    </div>
  );
}
