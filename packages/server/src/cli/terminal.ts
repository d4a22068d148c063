import { createInterface } from "node:readline/promises";
import { stripVTControlCharacters, styleText } from "node:util";
import type { LanguageChoice } from "../languages/language.ts";

/** Where a command writes and what it may know of its surroundings; tests give their own. */
export type Terminal = {
  /** Results. */
  readonly out: (text: string) => void;
  /** Progress and messages. */
  readonly err: (text: string) => void;
  /** Columns of a terminal that results go to; absent where they go elsewhere. */
  readonly columns?: number;
  /** Asks a question and reads a line; absent where nobody can answer. */
  readonly ask?: (question: string) => Promise<string>;
  /** Whether messages go to a terminal. */
  readonly isInteractive: boolean;
  readonly environment: { readonly [name: string]: string | undefined };
};

export type Style = "bold" | "dim" | "red" | "green" | "yellow";
/** Marks a text, where there is a terminal that shows it. */
export type Paint = (style: Style, text: string) => string;

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    ...(stdout.isTTY ? { columns: stdout.columns } : {}),
    ...(stdin.isTTY && stderr.isTTY ? { ask: askAtTerminal } : {}),
    isInteractive: stderr.isTTY,
    environment: env,
  };
}

async function askAtTerminal(question: string): Promise<string> {
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await reader.question(question);
  } finally {
    reader.close();
  }
}

/** Colour only at a terminal, and not where NO_COLOR asks for none (no-color.org). */
export function paintFor({ columns, environment }: Terminal): Paint {
  const isPlain =
    columns === undefined ||
    (environment["NO_COLOR"] ?? "") !== "" ||
    environment["TERM"] === "dumb";
  if (isPlain) return (_style, text) => text;
  return (style, text) => styleText(style, text, { validateStream: false });
}

const COLUMNS_MIN = 80;
const COLUMNS_MAX = 100;

/** How wide a page is: as the terminal, from 80 to 100 columns; 100 where there is none. */
export function pageColumns({ columns }: Terminal): number {
  if (columns === undefined) return COLUMNS_MAX;
  return Math.min(COLUMNS_MAX, Math.max(COLUMNS_MIN, columns));
}

/** Columns for two pages beside each other: twice those of one and the gutter, if there is room. */
export function twoPageColumns(terminal: Terminal): number {
  const { columns = 0 } = terminal;
  return columns > 2 * COLUMNS_MIN ? Math.min(columns, 2 * COLUMNS_MAX + 3) : pageColumns(terminal);
}

/** JSON in which no control character stands as itself; JSON.stringify leaves 7f to 9f. */
export function harmlessJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f]/g,
    (control) => `\\u00${control.charCodeAt(0).toString(16)}`,
  );
}

/** What turns the direction of writing or has no width: a text would look other than it is. */
const UNSEEN = /[\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Text from outside as it may be shown: no control character can rewrite the screen, and none that
 * is not seen changes what is read.
 */
export function harmless(text: string): string {
  // oxlint-disable-next-line no-control-regex -- the rule is about control characters
  const plain = stripVTControlCharacters(text).replace(/[\u0000-\u001f\u007f-\u009f]/g, "?");
  return plain.replace(UNSEEN, (unseen) => {
    const code = unseen.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return `[U+${code}]`;
  });
}

/** What every command is given besides its own arguments. */
export type CommandContext = {
  readonly terminal: Terminal;
  /** As asked for, or as the environment says, for messages. */
  readonly language: LanguageChoice;
};
