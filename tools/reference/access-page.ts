import { indexOf } from "@jointfund/core/governance/charter-index.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { powersOf, type Powers } from "@jointfund/core/charter/powers.ts";
import { ASKERS, SPEAKERS, statusFor } from "../../packages/server/src/http/access-table.ts";
import type { Route } from "../../packages/server/src/http/route.ts";
import { ROUTES } from "../../packages/server/src/http/routes/index.ts";
import { localized } from "../../packages/server/src/languages/language.ts";
import { code, page, table } from "./markdown.ts";

const SCOPES = {
  session: "their own session",
  party: "their own party",
  holding: "their own holding",
} as const;

function routeRow({ method, path, access, scope }: Route): readonly string[] {
  const marks = ASKERS.map((asker) => {
    const status = statusFor(access, asker);
    return status === 200 ? "yes" : String(status);
  });
  const of =
    access === "signer" ? "whoever has signed it" : scope === undefined ? "" : SCOPES[scope];
  return [code(`${method.toUpperCase()} ${path}`), ...marks, of];
}

/** "P W V": what a party can do on an act. */
function letters({ proposes, decidesAlone, withholds, vetoes, objects }: Powers): string {
  const said = [
    proposes ? "P" : "",
    decidesAlone === "never" ? "" : decidesAlone === "always" ? "D" : "d",
    withholds === "never" ? "" : withholds === "always" ? "W" : "w",
    vetoes ? "V" : "",
    objects ? "O" : "",
  ];
  return said.filter((each) => each !== "").join(" ");
}

function actRows(charter: Charter): readonly (readonly string[])[] {
  return Object.entries(charter.acts).map(([type, rule]) => {
    const cells = charter.parties.map(({ id }) => {
      const powers = powersOf(charter, rule, id);
      return rule.nature === "fact" ? (powers.proposes ? "P" : "") : letters(powers);
    });
    return [code(type), ...cells];
  });
}

/** docs/reference/access.md */
export function accessPage(charter: Charter, file: string): string {
  const parties = charter.parties.map(({ id }) => {
    const party = indexOf(charter).parties.get(id)!;
    return `${localized(party.short).en} (${id})`;
  });
  return page(
    "Who may see and do what",
    `What is asked over HTTP, by whom ([H4, H40, H47](../spec/http.md)). \`401\` is for those who
have not signed in, \`403\` for those in another role. The last column says whose data an answer
holds that is not the same for all who may ask; the auditor is told of every party.`,
    table(["Request", ...ASKERS, "Of"], ROUTES.map(routeRow)),
    "## Statements",
    `What changes the fund is a signed statement. Whose it may be follows from the charter and from
the key, never from who is signed in: anybody may carry it to the office. Citizens have no key.`,
    table(
      ["Statement", "Who may say it", "意思表示をできる者"],
      Object.entries(SPEAKERS).map(([kind, { en, ja }]) => [code(kind), en, ja]),
    ),
    "## Acts",
    `By the charter of \`${file}\`; \`jointfund charter explain\` says the same of any other. P
proposes or reports, D decides alone, W withholds (nobody can approve without it), V vetoes, O
objects; small letters: under some of the act's conditions. Partners, lenders and distributors that
are admitted later have what the charter gives to their kind.`,
    table(["Act", ...parties], actRows(charter)),
  );
}
