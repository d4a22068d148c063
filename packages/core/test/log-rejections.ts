import assert from "node:assert/strict";
import { type Result } from "../src/base/result.ts";
import { type LogRejection, type LogRejectionCode } from "../src/log/rejection.ts";

/** The value of a result that the test expects to be there. */
export function accepted<T>(result: Result<T, LogRejection>): T {
  if (!result.ok) assert.fail(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Asserts that the result is a refusal with that code, and returns its facts. */
export function refusedAs(
  result: Result<unknown, LogRejection>,
  code: LogRejectionCode,
): LogRejection["facts"] {
  assert.equal(result.ok ? "accepted" : result.error.code, code);
  return result.ok ? {} : result.error.facts;
}
