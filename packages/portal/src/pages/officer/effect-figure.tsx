import type { ReactNode } from "react";
import type { Schemas } from "../../api/client.ts";
import { MadeFigure, type MadePart } from "../../elements/made-figure.tsx";
import { useText } from "../../language/language-context.tsx";
import type { LocalizedText, Text } from "../../language/text.ts";
import { PostingRows } from "./posting-table.tsx";
import { effectWords } from "./words/effects.ts";

type Entry = Schemas["JournalEntry"];

/** Which of an act's postings change a figure; all of them where nothing is said. */
export type Touched = {
  readonly vehicle?: string;
  readonly accounts?: readonly string[];
  readonly subject?: string;
};

function postingsOf(entries: readonly Entry[], of: Touched): readonly Entry[] {
  const { vehicle, accounts, subject } = of;
  return entries.flatMap((entry) => {
    if (vehicle !== undefined && entry.vehicle !== vehicle) return [];
    const postings = entry.postings.filter(
      (each) =>
        (accounts === undefined || accounts.includes(each.account)) &&
        (subject === undefined || each.subject === subject),
    );
    return postings.length === 0 ? [] : [{ ...entry, postings }];
  });
}

/**
 * A value as an act would leave it. It opens what it was before, which can say why, and the
 * postings that the act would make.
 */
export function EffectFigure({
  text,
  exact,
  label,
  how,
  parts,
  clause,
  entries,
  touched,
}: {
  readonly text: string;
  readonly exact?: string | undefined;
  readonly label: Text | LocalizedText;
  readonly how: Text;
  readonly parts: readonly MadePart[];
  readonly clause?: string | undefined;
  readonly entries: readonly Entry[];
  readonly touched: Touched;
}): ReactNode {
  return (
    <MadeFigure {...{ text, exact, label, how, parts, clause }}>
      <Touching entries={postingsOf(entries, touched)} />
    </MadeFigure>
  );
}

function Touching({ entries }: { readonly entries: readonly Entry[] }): ReactNode {
  const t = useText();
  if (entries.length === 0) return <p className="nothing">{t(effectWords.noPosting)}</p>;
  return (
    <>
      <h3>{t(effectWords.postings)}</h3>
      <PostingRows entries={entries} />
    </>
  );
}
