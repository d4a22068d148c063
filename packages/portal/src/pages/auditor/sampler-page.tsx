import "./auditor.css";
import { type ReactNode } from "react";
import type { Asked } from "../../api/use-api.ts";
import { useChoice } from "../../app/place.ts";
import { Waiting } from "../../elements/waiting.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { useText } from "../../language/language-context.tsx";
import { SampleForm } from "./sample-form.tsx";
import { SampleShown } from "./sample-shown.tsx";
import { samplerWords as words, words as shared } from "./words.ts";

export type SampleQuery = NonNullable<Asked<"/api/v1/audit/samples">["query"]>;

/** The sample that an address asks for: the same address, the same sample. */
function queryIn(asked: string): SampleQuery | undefined {
  const given = new URLSearchParams(asked);
  const method = given.get("method");
  const seed = given.get("seed");
  if ((method !== "monetaryUnit" && method !== "attribute") || seed === null) return undefined;
  const numbers = ["size", "confidence", "tolerableBps", "expectedBps"];
  const rest = [...given].map(([name, value]) => [
    name,
    numbers.includes(name) ? Number(value) : value,
  ]);
  return { ...(Object.fromEntries(rest) as Partial<SampleQuery>), method, seed };
}

/** Samples of journal entries, from any figure down to the evidence of each. */
export function SamplerPage(): ReactNode {
  const t = useText();
  const [asked, ask] = useChoice("sample");
  const query = queryIn(asked);
  return (
    <>
      <PageHeading title={shared.sampler}>{t(words.lead)}</PageHeading>
      <SampleForm asked={query} onDraw={(next) => ask(next.toString())} />
      {query !== undefined && (
        <Waiting>
          <SampleShown query={query} />
        </Waiting>
      )}
    </>
  );
}
