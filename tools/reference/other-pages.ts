import type { Charter } from "@jointfund/core/charter/charter.ts";
import { charterKnowledge } from "@jointfund/core/fund/charter-knowledge.ts";
import { ACCOUNTS } from "@jointfund/core/ledger/accounts.ts";
import { NAMED_CHECKS } from "@jointfund/core/statements/page-checks.ts";
import { createProgram } from "../../packages/server/src/cli/program.ts";
import { CELL_LABELS } from "../../packages/server/src/languages/cell-labels.ts";
import { CHECK_NAMES } from "../../packages/server/src/languages/labels.ts";
import { ACCOUNT_KIND_WORDS } from "../../packages/server/src/languages/words.ts";
import { code, page, table } from "./markdown.ts";

type Command = ReturnType<typeof createProgram>;

/** docs/reference/checks.md */
export function checksPage(): string {
  const rows = NAMED_CHECKS.map(({ name }) => {
    const { en, ja } = CHECK_NAMES[name]!;
    return [code(name), en, ja];
  });
  return page(
    "Named checks",
    `\`jointfund check\` runs all of these, \`jointfund check <name>\` one. Each compares figures
that come from different places, tells how many it compared, and of every difference what it
found and what it needs. The same list runs at the end of \`jointfund run\` and in the tests.`,
    table(["Name", "What holds", "内容"], rows),
    `\`check\` also holds the [database](../spec/database.md) beside a replay, as the check
\`database\`, where there is one.`,
  );
}

/** docs/reference/accounts.md */
export function accountsPage(charter: Charter): string {
  const rows = Object.entries(ACCOUNTS).map(([use, account]) => {
    const kind = charterKnowledge.accounts.get(account)!;
    const name = charter.accounts.find((of) => of.code === account)?.name;
    const word = ACCOUNT_KIND_WORDS[kind]!;
    return [account, kind, name?.["en"] ?? "", name?.["ja"] ?? "", word.ja, code(use)];
  });
  const figures = Object.entries(CELL_LABELS).map(([name, { en, ja }]) => {
    const places = [...name.matchAll(/<[a-z]+>/g)].map(([place]) => place);
    const said = (text: string): string =>
      text.replace(/\{(\d)\}/g, (_place, n: string) => places[Number(n)] ?? "");
    return [code(name), said(en), said(ja)];
  });
  return page(
    "Accounts and figures",
    `The accounts that the acts post to. A charter's chart must have each of them, of that kind,
under names of its own; those here are of
[charters/us-japan.yaml](../../charters/us-japan.yaml). Accounts from 9000 on are memoranda:
they balance in pairs and are in no statement. Rules: [ledger](../spec/ledger.md).`,
    table(["Code", "Kind", "Name", "名称", "区分", "In the code"], rows),
    "## Figures",
    `\`jointfund act why <figure>\` leads from each number of the page to its postings, or to the
numbers that it is made of. \`<side>\` is a government, or \`partners\`, \`citizens\`, \`owners\` or
\`others\` together, or one of those; \`.opening\` behind a figure of the whole fund is that of
the last fiscal year's end. \`jointfund act why\` alone lists those that there are.`,
    table(["Figure", "Name", "名称"], figures),
  );
}

/** Everything that a command takes, as lines of a table. */
function parametersOf(command: Command): readonly (readonly string[])[] {
  const args = command.registeredArguments.map((argument) => [
    code(argument.required ? `<${argument.name()}>` : `[${argument.name()}]`),
    argument.description,
  ]);
  const options = command.options.map(({ flags, description, defaultValue, argChoices }) => {
    const choices = argChoices === undefined ? "" : `: ${argChoices.join(", ")}`;
    const standard =
      typeof defaultValue === "string" ? ` (${code(defaultValue)} if not given)` : "";
    return [code(flags), `${description}${choices}${standard}`];
  });
  return [...args, ...options];
}

function commandSections(command: Command, path: string): readonly string[] {
  if (command.commands.length > 0) {
    return command.commands.flatMap((child) => commandSections(child, `${path} ${child.name()}`));
  }
  const text = command.description();
  const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  const parameters = parametersOf(command);
  return [
    `## ${code(path)}`,
    sentence,
    ...(parameters.length === 0 ? [] : [table(["", ""], parameters)]),
  ];
}

/** docs/reference/cli.md */
export function commandsPage(): string {
  const silent = { out: () => undefined, err: () => undefined, isInteractive: false };
  const program = createProgram({ ...silent, environment: {} }, "en", () => undefined);
  return page(
    "The command",
    `\`./jointfund <command>\`. Results go to the standard output, progress and messages
to the standard error. Exit codes: 0 done, 1 refused or broken, 2 wrongly called; of
\`verify\`: 0 holds, 1 broken, 2 can't tell.

Messages are in Japanese where \`LC_ALL\`, \`LC_MESSAGES\` or \`LANG\` says so, else in
English; \`--lang\` overrides. The page of \`run\` is in both where nothing is asked for.
Colour is for terminals only, and not where \`NO_COLOR\` is set. Commands that read a fund
replay its record without a lock, so they may run while it is at work, and on any copy.`,
    ...commandSections(program, "jointfund"),
  );
}
