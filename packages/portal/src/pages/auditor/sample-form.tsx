import { type ReactNode, useState } from "react";
import { usePageCells } from "./use-page-cells.ts";
import { useApi } from "../../api/use-api.ts";
import { Button } from "../../elements/button.tsx";
import { ChoiceField, type Option } from "../../elements/choice-field.tsx";
import { Panel } from "../../elements/panel.tsx";
import { TextField } from "../../elements/text-field.tsx";
import { useText } from "../../language/language-context.tsx";
import type { SampleQuery } from "./sampler-page.tsx";
import { samplerWords as words } from "./words.ts";

/** What is typed, as it is typed. */
type Typed = {
  readonly [
    field in
      | "method"
      | "seed"
      | "cell"
      | "account"
      | "vehicle"
      | "currency"
      | "from"
      | "to"
      | "sizeBy"
      | "size"
      | "confidence"
      | "tolerable"
      | "expected"
  ]: string;
};

const percent = (bps: number | undefined, usual: string): string =>
  bps === undefined ? usual : String(bps / 100);

const typedFrom = (asked: SampleQuery | undefined, base: string): Typed => ({
  method: asked?.method ?? "monetaryUnit",
  seed: asked?.seed ?? "",
  cell: asked?.cell ?? "",
  account: asked?.account ?? "",
  vehicle: asked?.vehicle ?? "",
  currency: asked?.currency ?? base,
  from: asked?.from ?? "",
  to: asked?.to ?? "",
  sizeBy: asked?.size === undefined ? "aim" : "number",
  size: String(asked?.size ?? 25),
  confidence: String(asked?.confidence ?? 95),
  tolerable: percent(asked?.tolerableBps, "5"),
  expected: percent(asked?.expectedBps, "0"),
});

/** "4.25" per cent as 425 basis points; nothing for another text. */
function basisPoints(text: string): number | undefined {
  const [, whole, part = ""] = /^(\d{1,2})(?:\.(\d{1,2}))?$/.exec(text.trim()) ?? [];
  return whole === undefined ? undefined : Number(whole) * 100 + Number(part.padEnd(2, "0"));
}

const isWhole = (text: string): boolean => /^[1-9]\d{0,3}$/.test(text.trim());

/** What is typed, as an address asks for it; nothing while a number is none. */
function askedBy(typed: Typed): URLSearchParams | undefined {
  const asked = new URLSearchParams({ method: typed.method, seed: typed.seed.trim() });
  const fields = typed.cell === "" ? (["account", "vehicle", "currency"] as const) : [];
  for (const name of ["cell", ...fields, "from", "to"] as const) {
    if (typed[name] !== "") asked.set(name, typed[name]);
  }
  if (typed.sizeBy === "number") {
    if (!isWhole(typed.size)) return undefined;
    asked.set("size", typed.size.trim());
    return asked;
  }
  const [tolerable, expected] = [basisPoints(typed.tolerable), basisPoints(typed.expected)];
  if (!isWhole(typed.confidence) || !tolerable || expected === undefined) return undefined;
  asked.set("confidence", typed.confidence.trim());
  asked.set("tolerableBps", String(tolerable));
  asked.set("expectedBps", String(expected));
  return asked;
}

/** From what is to be drawn, how, and how many. */
export function SampleForm({
  asked,
  onDraw,
}: {
  readonly asked: SampleQuery | undefined;
  readonly onDraw: (asked: URLSearchParams) => void;
}): ReactNode {
  const t = useText();
  const { charter } = useApi("/api/v1/charter", {});
  const [typed, type] = useState(() => typedFrom(asked, charter.currencies.base));
  const change = (field: keyof Typed) => (value: string) => type({ ...typed, [field]: value });
  const made = askedBy(typed);
  return (
    <Panel title={words.plan}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (made !== undefined && typed.seed.trim() !== "") onDraw(made);
        }}
      >
        <div className="filters">
          <ChoiceField
            label={words.method}
            options={[
              { id: "monetaryUnit", name: words.monetaryUnit },
              { id: "attribute", name: words.attribute },
            ]}
            value={typed.method}
            onChange={change("method")}
          />
          <TextField
            label={words.seed}
            hint={words.seedHint}
            value={typed.seed}
            onChange={change("seed")}
            isRequired
          />
          <PopulationFields typed={typed} change={change} />
          <TextField label={words.from} type="date" value={typed.from} onChange={change("from")} />
          <TextField label={words.to} type="date" value={typed.to} onChange={change("to")} />
          <SizeFields typed={typed} change={change} />
        </div>
        <div className="actions">
          <Button
            look="main"
            type="submit"
            isDisabled={made === undefined || typed.seed.trim() === ""}
          >
            {t(words.draw)}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

type Fields = {
  readonly typed: Typed;
  readonly change: (field: keyof Typed) => (value: string) => void;
};

function PopulationFields({ typed, change }: Fields): ReactNode {
  const t = useText();
  const { charter } = useApi("/api/v1/charter", {});
  const cells = usePageCells();
  const figures: readonly Option[] = [
    { id: "", name: words.noFigure },
    ...cells.map(({ id, label }) => ({ id, name: label })),
  ];
  const figure = (
    <ChoiceField
      label={words.figure}
      options={figures}
      value={typed.cell}
      onChange={change("cell")}
    />
  );
  if (typed.cell !== "") return figure;
  const accounts: readonly Option[] = [
    { id: "", name: words.everyAccount },
    ...charter.accounts.map(({ code, name }) => {
      const said = `${code} ${t(name)}`;
      return { id: code, name: { en: said, ja: said } };
    }),
  ];
  const vehicles: readonly Option[] = [
    { id: "", name: words.everyVehicle },
    ...charter.vehicles.map(({ id, name }) => ({ id, name })),
  ];
  const { base, contribution, display } = charter.currencies;
  const codes = [...new Set([base, ...contribution, ...display])];
  const currencies = codes.map((id) => ({ id, name: { en: id, ja: id } }));
  return (
    <>
      {figure}
      <ChoiceField
        label={words.account}
        options={accounts}
        value={typed.account}
        onChange={change("account")}
      />
      <ChoiceField
        label={words.vehicle}
        options={vehicles}
        value={typed.vehicle}
        onChange={change("vehicle")}
      />
      <ChoiceField
        label={words.currency}
        options={currencies}
        value={typed.currency}
        onChange={change("currency")}
      />
    </>
  );
}

function SizeFields({ typed, change }: Fields): ReactNode {
  const t = useText();
  const wrongNumber = (text: string): string | undefined =>
    isWhole(text) ? undefined : t(words.numberWrong);
  const wrongPercent = (text: string): string | undefined =>
    basisPoints(text) === undefined ? t(words.percentWrong) : undefined;
  return (
    <>
      <ChoiceField
        label={words.sizeBy}
        options={[
          { id: "aim", name: words.byAim },
          { id: "number", name: words.byNumber },
        ]}
        value={typed.sizeBy}
        onChange={change("sizeBy")}
      />
      {typed.sizeBy === "number" ? (
        <TextField
          label={words.size}
          value={typed.size}
          onChange={change("size")}
          wrong={wrongNumber(typed.size)}
        />
      ) : (
        <>
          <TextField
            label={words.confidence}
            value={typed.confidence}
            onChange={change("confidence")}
            wrong={wrongNumber(typed.confidence)}
          />
          <TextField
            label={words.tolerable}
            value={typed.tolerable}
            onChange={change("tolerable")}
            wrong={wrongPercent(typed.tolerable)}
          />
          <TextField
            label={words.expected}
            value={typed.expected}
            onChange={change("expected")}
            wrong={wrongPercent(typed.expected)}
          />
        </>
      )}
    </>
  );
}
