import assert from "node:assert/strict";
import { test } from "node:test";
import { ROUTES } from "../http/routes/index.ts";
import { ASKED } from "./asked-pages.ts";
import type { LongOffice } from "./long-office.ts";

/** What is read with GET and is not measured. */
const NOT_MEASURED: Readonly<Record<string, string>> = {
  getInvestment: "the record of the bench has no investment",
  getPartnerNotice: "the list of notices makes fifty of it",
  listScenarioTerms: "is of a file, not of the record",
  listPolicies: "is of files, not of the record",
  comparePolicies: "is computed from the charter in a thread of its own",
  getExperiment: "is of work in a thread of its own",
  getVerification: "is of work in a thread of its own",
  followRecord: "does not end",
  describeProblem: "is a page of words",
};

test("every address that is read is asked for, or said why not", () => {
  const halfDay = "2030-06-15";
  const office = { entries: 1_000, act: "ab".repeat(32), halfDay } as unknown as LongOffice;
  const paths = ASKED.map(({ path }) => `/api/v1/${path(office)}`.split("?")[0]!);
  const missing = ROUTES.filter(({ method, path, isTree }) => {
    if (method !== "get" || isTree === true) return false;
    const pattern = new RegExp(`^${path.replaceAll(/\{[a-z]+\}/g, "[^/]+")}$`);
    return !paths.some((each) => pattern.test(each));
  }).map(({ id }) => id);
  assert.deepEqual(
    missing.filter((id) => NOT_MEASURED[id] === undefined),
    [],
  );
});
