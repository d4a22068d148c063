import assert from "node:assert/strict";
import { test } from "node:test";
import { findStaleCalendars } from "./generate-calendars.ts";

test("[C12] the calendars supplied are what their rules write", () => {
  assert.deepEqual(findStaleCalendars(), []);
});
