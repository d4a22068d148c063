import { useLocation, useNavigate } from "@tanstack/react-router";
import { type Answer, useApi } from "../../../api/use-api.ts";
import { searchOfChoices } from "../../../app/place.ts";

export type Terms = Answer<"/api/v1/projection-terms">;

/** What is asked of a charter's future: figures as moved, stresses, and how far ahead. */
export type Question = {
  /** As `listCharters` names it, with "@" and a draft's side; empty for the one in force. */
  readonly charter: string;
  readonly moved: { readonly [slider: string]: number };
  readonly stresses: readonly string[];
  readonly years: number;
  readonly seed: string;
};

type Search = { readonly [name: string]: unknown };

const textOf = (search: Search, name: string): string => {
  const value = search[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
};

/** The name of a charter as the API takes it. */
function named(choice: string): { readonly charter?: string; readonly side?: string } {
  const [charter = "", side] = choice.split("@");
  if (charter === "") return {};
  return side === undefined ? { charter } : { charter, side };
}

/** What can be asked about a charter's future. */
export const useTerms = (charter: string): Terms =>
  useApi("/api/v1/projection-terms", { query: named(charter) });

/** A question as it is sent. */
export function bodyOf({ charter, moved, stresses, years, seed }: Question) {
  return { ...named(charter), moved: { ...moved }, stresses: [...stresses], years, seed };
}

/** The question that an address holds; what the terms do not have is left out. */
export function questionIn(search: Search, charter: string, terms: Terms): Question {
  const { sliders, stresses, years, seed } = terms;
  const moved = textOf(search, "moved")
    .split(",")
    .flatMap((each): [string, number][] => {
      const [id = "", text = ""] = each.split("~");
      const slider = sliders.find((known) => known.id === id);
      const value = Number(text);
      if (slider === undefined || text === "" || !Number.isFinite(value)) return [];
      return [[id, Math.min(slider.most, Math.max(slider.least, value))]];
    });
  const asked = textOf(search, "stresses").split(",");
  const ahead = Number(textOf(search, "years"));
  const isAhead = Number.isInteger(ahead) && ahead >= years.least && ahead <= years.most;
  return {
    charter,
    moved: Object.fromEntries(moved),
    stresses: stresses.map(({ id }) => id).filter((id) => asked.includes(id)),
    years: isAhead ? ahead : years.value,
    seed: textOf(search, "seed") || seed,
  };
}

/** A question as an address holds it: only what is not as it comes. */
export function searchOf(question: Question, terms: Terms): { readonly [name: string]: string } {
  const { charter, moved, stresses, years, seed } = question;
  const told = Object.entries(moved).map(([id, value]) => `${id}~${value}`);
  const all = {
    ...{ charter, moved: told.join(","), stresses: stresses.join(",") },
    years: years === terms.years.value ? "" : String(years),
    seed: seed === terms.seed ? "" : seed,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
}

/** The address of the page of one path of a question. */
export const pathAddress = (
  question: Question,
  terms: Terms,
  which: { readonly [name: string]: string },
): string => `/analysis/path?${new URLSearchParams({ ...searchOf(question, terms), ...which })}`;

/** The address's query, and how to put another one in its place. */
export function useSearch(): readonly [
  Search,
  (next: { readonly [name: string]: string }) => void,
] {
  const location = useLocation();
  const navigate = useNavigate();
  return [
    location.search as Search,
    (next) => {
      const asked = searchOfChoices(Object.entries(next));
      void navigate({ to: location.pathname, search: asked, replace: true, resetScroll: false });
    },
  ];
}
