import { availableParallelism } from "node:os";
import { answerQuestions } from "../analysis/answer-questions.ts";
import type { DeskQuestion } from "./desk-question.ts";
import { DeskWork } from "./projection-desk-work.ts";

/** Compiling takes time and a run all cores: neither may hold up the thread that serves. */
const work = new DeskWork(Math.min(2, availableParallelism()));

answerQuestions<DeskQuestion>((question, signal) => work.answer(question, signal));
