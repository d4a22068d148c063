import assert from "node:assert/strict";
import { test } from "node:test";
import { mayChange } from "../src/api/newest.ts";

const request = (path: string, method = "POST"): Request =>
  new Request(`http://localhost${path}`, { method });

test("[H20] what was sent asks for the newest afterwards, what was only asked does not", () => {
  for (const path of ["/api/v1/statements", "/api/v1/my/order-requests", "/api/v1/passkeys"]) {
    assert.equal(mayChange(request(path)), true, path);
  }
  const questions = ["projections", "charters/comparison", "experiments", "drafts"];
  for (const path of questions) assert.equal(mayChange(request(`/api/v1/${path}`)), false, path);
  assert.equal(mayChange(request("/api/v1/acts", "GET")), false);
});
