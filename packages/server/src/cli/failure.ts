import type { Text } from "../languages/language.ts";

/** Done, refused or broken, wrongly called: what a command's exit code says. */
export const EXIT = { done: 0, refused: 1, usage: 2 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a user can cause and mend: it ends the command with a line and no stack trace. */
export class CommandFailure extends Error {
  override readonly name = "CommandFailure";
  readonly exitCode: ExitCode;
  readonly text: Text;
  /** What to do, or more of what is wrong, below the line. */
  readonly more: Text | undefined;

  constructor(exitCode: ExitCode, text: Text, more?: Text) {
    super(text.en);
    this.exitCode = exitCode;
    this.text = text;
    this.more = more;
  }
}

export function refusedBy(text: Text, more?: Text): CommandFailure {
  return new CommandFailure(EXIT.refused, text, more);
}

export function wrongUsage(text: Text): CommandFailure {
  return new CommandFailure(EXIT.usage, text);
}
