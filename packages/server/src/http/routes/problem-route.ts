import { Schema } from "@jointfund/core/base/schema.ts";
import { HTTP_PROBLEMS } from "../../languages/http-problems.ts";
import { rejectionTemplates } from "../../languages/rejections.ts";
import { RequestProblem } from "../problem.ts";
import { reading } from "../route.ts";
import { nothing, string, text } from "../wire-schemas.ts";

const { object, oneOf } = Schema;

const codeSchema = string({
  format: {
    name: "code",
    pattern: "^[a-z][a-z0-9_]{0,63}$",
    accepts: (code) => /^[a-z][a-z0-9_]{0,63}$/.test(code),
  },
});

/** What the code of a problem means; `{fact}` stands for what a problem's facts say. */
export const problemRoute = reading({
  id: "describeProblem",
  path: "/problems/{code}",
  text: { en: "What a problem's code means", ja: "エラーコードの意味" },
  pathSchema: object({ code: codeSchema }),
  querySchema: nothing,
  answer: object({ code: codeSchema, kind: oneOf(["request", "rejection"]), text }),
  problems: ["unknown_id"],
  handle({ path: { code } }) {
    const ofRequest = Object.hasOwn(HTTP_PROBLEMS, code)
      ? HTTP_PROBLEMS[code as keyof typeof HTTP_PROBLEMS].title
      : undefined;
    const said = ofRequest ?? rejectionTemplates(code);
    if (said === undefined) throw new RequestProblem("unknown_id", ["code", code]);
    const kind = ofRequest === undefined ? "rejection" : "request";
    return { value: { code, kind, text: said } };
  },
});
