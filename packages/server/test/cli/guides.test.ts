import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { test } from "node:test";
import { FIRST_YEAR, run, temporaryDirectory } from "./captured-terminal.ts";

const guides = resolve(dirname(FIRST_YEAR), "../docs/guides");

test("the scenario that the guide begins with plays, and its log can be verified", async () => {
  const guide = readFileSync(join(guides, "write-a-scenario.md"), "utf8");
  const [, yaml = ""] = /```yaml\n(# yaml-language-server[\s\S]*?)```/.exec(guide) ?? [];
  const work = temporaryDirectory();
  const file = join(work, "my-scenario.yaml");
  writeFileSync(file, yaml.replace("../charters", resolve(guides, "../../charters")));
  const data = join(work, "my-fund");
  const { code, out, err } = await run(["run", file, "--data", data, "--lang", "en"]);
  assert.equal(code, 0, err);
  assert.match(out, /VERDICT HOLDS/);
  assert.match(out, /Put in +1\.000 +1\.000/);
});
