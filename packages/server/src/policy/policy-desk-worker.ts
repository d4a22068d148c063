import { availableParallelism } from "node:os";
import { answerQuestions } from "../analysis/answer-questions.ts";
import { PolicyWork } from "./policy-desk-work.ts";
import type { PolicyQuestion } from "./policy-question.ts";

/** As for projections: all cores, and never the thread that serves. */
const work = new PolicyWork(Math.min(2, availableParallelism()));

answerQuestions<PolicyQuestion>((question, signal) => work.answer(question, signal));
