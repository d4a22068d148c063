import assert from "node:assert/strict";
import type { Problem } from "../../src/http/problem.ts";

/**
 * Holds what was refused to what a person needs (H10): a problem in words of both languages, and
 * one for each parameter or field that is wrong. It is no fault, and cannot be taken for a page.
 */
export async function assertClear(response: Response, asked: string): Promise<Problem> {
  const about = `${asked.slice(0, 200)}: ${response.status}`;
  assert.ok(response.status < 500 || response.status === 503, about);
  assert.match(response.headers.get("Content-Type") ?? "", /^application\/problem\+json/, about);
  const problem = (await response.json()) as Problem;
  const { code, texts, findings } = problem;
  assert.ok((texts.en ?? "").length > 5, about);
  assert.match(texts.ja ?? "", /[ぁ-んァ-ヶ一-龠]/u, about);
  if (code === "parameters_wrong" || code === "body_wrong") {
    assert.ok(findings !== undefined && findings.length > 0, about);
  }
  for (const finding of findings ?? []) assert.match(finding.texts.ja ?? "", /[ぁ-んァ-ヶ一-龠]/u);
  return problem;
}
