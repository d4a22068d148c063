import { readFileSync } from "node:fs";
import { canonicalText, type Json, type JsonPath } from "@jointfund/core/base/canonical.ts";
import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import { decode } from "@jointfund/core/base/schema.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { indexOf } from "@jointfund/core/governance/charter-index.ts";
import { readYaml, type YamlDocument } from "../charter/yaml-document.ts";
import type { ScenarioFinding } from "../scenario/scenario-file.ts";
import { officeSchema, type OfficeFile, type PersonEntry } from "./office-schema.ts";
import { roleOfKind } from "./roles.ts";

/** What is wrong with an office file, with its place there. */
export type OfficeFinding = ScenarioFinding;

type What = {
  readonly code: string;
  readonly path: JsonPath;
  readonly expected: string;
  readonly actual: string;
};

/** An office file that is well formed, and how a finding on it is placed. */
export type OfficeDocument = {
  readonly office: OfficeFile;
  readonly placed: (found: readonly What[]) => readonly OfficeFinding[];
};

const factText = (fact: Json | undefined): string =>
  fact === undefined || typeof fact === "string" ? (fact ?? "") : canonicalText(fact);

/** Reads `office.yaml`: strictly, all findings at once. */
export function readOfficeFile(file: string): Result<OfficeDocument, readonly OfficeFinding[]> {
  const document = readYaml(readFileSync(file));
  const placed = (found: readonly What[]): readonly OfficeFinding[] =>
    found
      .map((what) => placedIn(document, file, what))
      .toSorted((a, b) => a.line - b.line || a.column - b.column);
  if (document.json === undefined) {
    return err(
      placed(
        document.findings.map(({ code, path, facts }) => ({
          ...{ code, path, expected: "", actual: factText(facts["actual"]) },
        })),
      ),
    );
  }
  const decoded = decode(officeSchema, document.json);
  return decoded.ok ? ok({ office: decoded.value, placed }) : err(placed(decoded.error));
}

function placedIn(document: YamlDocument, file: string, what: What): OfficeFinding {
  const { code, path, expected, actual } = what;
  const place = document.placeOf(path);
  const { start } = code === "unknown_field" && place.key ? place.key : place.value;
  const { line, column } = document.source.position(start);
  const excerpt = document.source.lineAt(start).line;
  return { ...{ code, file, line, column, excerpt, path: path.join("."), expected, actual } };
}

/** What the fund says against the people of an office file: parties, officers, feeders. */
export function checkPeople({ providers }: OfficeFile, state: FundState): readonly What[] {
  return providers.flatMap(({ people }, provider) =>
    people.flatMap((person, at) => {
      const path = ["providers", provider, "people", at];
      return faultsOfPerson(person, state).map(({ field, ...what }) => ({
        ...what,
        path: [...path, ...field],
      }));
    }),
  );
}

type FieldFault = Omit<What, "path"> & { readonly field: JsonPath };

function faultsOfPerson(person: PersonEntry, state: FundState): readonly FieldFault[] {
  const { charter, officers } = state;
  if (person.role === "citizen") {
    const { feeder } = person.holding;
    const feeders = charter.vehicles.filter(({ kind }) => kind === "feeder").map(({ id }) => id);
    if (feeders.includes(feeder)) return [];
    const expected = feeders.length === 0 ? "" : `one of ${feeders.join("|")}`;
    return [{ code: "unknown_feeder", field: ["holding", "feeder"], expected, actual: feeder }];
  }
  const party = indexOf(charter).parties.get(person.party);
  if (party === undefined) {
    const expected = `one of ${charter.parties.map(({ id }) => id).join("|")}`;
    return [{ code: "unknown_party", field: ["party"], expected, actual: person.party }];
  }
  const role = roleOfKind(party.kind);
  const faults: FieldFault[] = [];
  if (role !== person.role) {
    const facts = { expected: role, actual: person.role };
    faults.push({ code: "role_of_other_kind", field: ["role"], ...facts });
  }
  if (person.officer === undefined) return faults;
  const officer = officers.get(person.officer);
  if (officer === undefined) {
    const facts = { expected: "", actual: person.officer };
    faults.push({ code: "unknown_enrolled_officer", field: ["officer"], ...facts });
  } else if (officer.party !== person.party) {
    const facts = { expected: officer.party, actual: person.party };
    faults.push({ code: "officer_of_other_party", field: ["officer"], ...facts });
  }
  return faults;
}
