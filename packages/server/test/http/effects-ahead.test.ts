/** What an act is said to do beforehand, against what it did when it was executed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeEntry } from "@jointfund/core/fund/entry.ts";
import { effectsHash } from "@jointfund/core/fund/effects.ts";
import { VehicleFigures } from "@jointfund/core/fund/figures.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { decideTentatively } from "@jointfund/core/fund/decide.ts";
import { effectsAhead, recordWith } from "@jointfund/core/fund/tentative.ts";
import type { Statement } from "@jointfund/core/governance/statement.ts";
import { trialBalance } from "@jointfund/core/ledger/journal.ts";
import { compareAct, type ActComparison } from "@jointfund/core/statements/act-comparison.ts";
import { pageBook } from "@jointfund/core/statements/page-books.ts";
import { sidesOf } from "@jointfund/core/statements/sides.ts";
import { ratioOf, testable } from "@jointfund/core/fund/debt/covenants.ts";
import { signatureChecks } from "../../src/application/signature-checks.ts";
import { RecordReplay, type RecordView } from "../../src/http/record-replay.ts";
import { serveScenario } from "../../../../tests/support/served-office.ts";

type Foreseen = { readonly comparison: ActComparison; readonly state: FundState };

/** What was to be expected of the next entry by the record before it; nothing of other kinds. */
function foreseen(
  view: RecordView,
  statement: Statement,
  context: Parameters<typeof effectsAhead>[2],
): Foreseen | undefined {
  if (statement.kind !== "execution") return undefined;
  const record = view.state.acts.get(statement.actId);
  assert.ok(record !== undefined);
  const { effects, on } = effectsAhead(view.state, record, context);
  assert.equal(on, view.state.today);
  assert.ok(effects.ok);
  const after = recordWith(view, statement, effects.value, context);
  return { comparison: compareAct(view, after, effects.value, undefined), state: after.state };
}

/** The same figures once more, from the state and the replay that really followed. */
function compareWithReal({ comparison, state }: Foreseen, view: RecordView): void {
  assert.deepEqual(trialBalance(state.ledger), trialBalance(view.state.ledger));
  for (const { vehicle, currency, figures, cash } of comparison.vehicles) {
    const real = new VehicleFigures(view.state, vehicle);
    for (const { figure, after } of figures) assert.equal(after, real[figure], figure);
    const inCurrency = cash.find((each) => each.currency === currency);
    assert.equal(inCurrency?.after, real.cash);
  }
  for (const covenant of testable(view.state)) {
    const said = comparison.covenants.find((each) => each.covenant.id === covenant.id);
    assert.deepEqual(said?.after.ratio, ratioOf(view.state, covenant));
  }
  const sides = sidesOf(view, pageBook(view));
  for (const { party, after } of comparison.sides) {
    const real = sides.find((side) => side.party === party);
    assert.equal(after.ownsNow, real?.ownsNow ?? 0n, party);
    assert.equal(after.putIn, real?.putIn ?? 0n, party);
    assert.equal(after.microUnits, real?.microUnits ?? 0n, party);
  }
}

for (const name of ["first-year", "borrowing"]) {
  test(`[ST80] [H82] every execution of ${name} left what it was said to leave`, async () => {
    const { office, close } = await serveScenario(name);
    const { fund, record } = office;
    const replay = new RecordReplay();
    await replay.advance(fund, 1);
    let executions = 0;
    for (let index = 1; index < record.size; index++) {
      const [leaf] = await fund.entries(index, index + 1);
      const entry = decodeEntry(leaf!);
      assert.ok(entry.ok);
      const { statement, recordedAt } = entry.value;
      assert.ok(statement.kind !== "founding");
      const context = {
        ...{ ...signatureChecks, index, recordedAt },
        blob: (hash: string) => fund.blob(hash),
        rootAt: (size: number) => fund.rootAt(size),
      };
      const view = { ...replay.view, state: replay.view.state };
      const tentative = decideTentatively(view.state, statement, context);
      // A refusal is the operator's own word of what somebody else had signed.
      if (tentative.ok) assert.equal(effectsHash(tentative.value), entry.value.effectsHash);
      else assert.equal(statement.kind, "refusal", tentative.error.code);
      const said = foreseen(view, statement, context);
      await replay.advance(fund, index + 1);
      if (said === undefined) continue;
      executions++;
      compareWithReal(said, replay.view);
    }
    assert.ok(executions > 10, String(executions));
    await close();
  });
}
