/** The desk that answers pages: who waits, who leaves, and a thread that ends under it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as later } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { RequestProblem } from "../http/problem.ts";
import { projectionDesk } from "../projection/projection-desk.ts";
import type { DeskQuestion } from "../projection/desk-question.ts";

const question = (seed: string): DeskQuestion => ({
  charter: { name: "none", source: { kind: "text", text: "" } },
  ...{ moved: {}, stresses: [], years: 5, seed },
  of: { kind: "projection", paths: 1 },
});

/** A thread that does with messages what the text says; `ask` is the question's message. */
const threadOf = (text: string): Worker =>
  new Worker(
    `const { parentPort: port } = require("node:worker_threads");
     const answer = (id, json) =>
       port.postMessage({ kind: "answer", id, answer: { kind: "done", json } });
     port.on("message", (ask) => { ${text} });`,
    { eval: true },
  );

/** Tells by its seed which question it answers, and once "held" is asked what was called off. */
const TOLD = `
  if (ask.kind === "cancel") {
    port.postMessage({ kind: "answer", id: ask.id, answer: { kind: "cancelled" } });
  } else if (ask.question.seed !== "held") answer(ask.id, ask.question.seed);`;

test("[H74] questions are answered in turn, and an answer is kept", async () => {
  let started = 0;
  const desk = projectionDesk(() => {
    started++;
    return threadOf(`${TOLD}`);
  });
  const answers = await Promise.all(["a", "b", "a"].map((seed) => desk.ask(question(seed))));
  assert.deepEqual(
    answers.map((answer) => answer.kind === "done" && answer.json),
    ["a", "b", "a"],
  );
  assert.equal(started, 1);
});

test("[H74] what nobody waits for any more is called off, and the next is answered", async () => {
  const desk = projectionDesk(() => threadOf(TOLD));
  const [one, other] = [new AbortController(), new AbortController()];
  const held = [one, other].map(({ signal }) => desk.ask(question("held"), signal));
  const waiting = desk.ask(question("next"));
  one.abort();
  assert.equal((await held[0])?.kind, "cancelled");
  // The other one still waits for the same.
  const early = await Promise.race([waiting, later(50)]);
  assert.equal(early, undefined);
  other.abort();
  assert.equal((await held[1])?.kind, "cancelled");
  assert.equal((await waiting).kind, "done");
});

test("[H74] what is called off before its turn is never asked", async () => {
  const seeds: string[] = [];
  const desk = projectionDesk(() => {
    const thread = threadOf(`port.postMessage({ kind: "seen", seed: ask.question?.seed });${TOLD}`);
    thread.on("message", ({ seed }: { readonly seed?: string }) => {
      if (seed !== undefined) seeds.push(seed);
    });
    return thread;
  });
  const ending = new AbortController();
  const first = desk.ask(question("first"));
  const second = desk.ask(question("second"), ending.signal);
  ending.abort();
  assert.equal((await second).kind, "cancelled");
  assert.equal((await first).kind, "done");
  assert.equal((await desk.ask(question("third"))).kind, "done");
  assert.deepEqual(seeds, ["first", "third"]);
});

test("[H74] of too many that wait the last are told so", async () => {
  const desk = projectionDesk(() => threadOf(TOLD));
  const ending = new AbortController();
  const seeds = ["held", "1", "2", "3", "4", "5", "6", "7", "8"];
  const asked = seeds.map((seed) => desk.ask(question(seed), ending.signal));
  await assert.rejects(
    desk.ask(question("9")),
    (fault) => fault instanceof RequestProblem && fault.code === "analysis_busy",
  );
  // Who asks what is waited for already takes no place.
  const same = desk.ask(question("8"), ending.signal);
  ending.abort();
  assert.ok((await Promise.all([...asked, same])).every(({ kind }) => kind === "cancelled"));
  assert.equal((await desk.ask(question("9"))).kind, "done");
});

test("[H74] a thread that ends fails its question, and a new one takes the next", async () => {
  const desk = projectionDesk(() => threadOf(`if (ask.id === 1) process.exit(3);${TOLD}`));
  const [first, second] = [desk.ask(question("1")), desk.ask(question("2"))];
  await assert.rejects(first, /ended with 3/);
  assert.equal((await second).kind, "done");
});

test("[H74] a thread that ends between questions is missed by the next one", async () => {
  const threads: Worker[] = [];
  const desk = projectionDesk(() => {
    const thread = threadOf(TOLD);
    threads.push(thread);
    return thread;
  });
  assert.equal((await desk.ask(question("1"))).kind, "done");
  await threads[0]?.terminate();
  assert.equal((await desk.ask(question("2"))).kind, "done");
  assert.equal(threads.length, 2);
});

test("[H74] a fault of the thread is the question's", async () => {
  const desk = projectionDesk(() =>
    threadOf(`if (ask.id === 1) throw new Error("broken");${TOLD}`),
  );
  const [first, second] = [desk.ask(question("1")), desk.ask(question("2"))];
  await assert.rejects(first, /broken/);
  assert.equal((await second).kind, "done");
});
