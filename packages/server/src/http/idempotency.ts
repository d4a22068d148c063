import { hash } from "node:crypto";
import { RequestProblem } from "./problem.ts";

/** Keys that are remembered; an act that is sent again later is harmless all the same (R5). */
const KEPT = 10_000;

type Kept<Answer> = { readonly content: string; readonly answer: Promise<Answer> };

/**
 * Answers by the key that a client gave a request (H25): the same again gets the same answer, also
 * while the first is still under way, and other content under the same key is refused.
 */
export class IdempotencyKeys<Answer> {
  readonly #kept = new Map<string, Kept<Answer>>();

  answer(key: string | null, content: Uint8Array, make: () => Promise<Answer>): Promise<Answer> {
    if (key === null) return make();
    if (!/^[\x21-\x7e]{1,128}$/.test(key)) throw new RequestProblem("idempotency_key_wrong");
    const digest = hash("sha256", content, "base64");
    const known = this.#kept.get(key);
    if (known !== undefined) {
      if (known.content !== digest) throw new RequestProblem("idempotency_key_reused");
      return known.answer;
    }
    const answer = make();
    this.#kept.set(key, { content: digest, answer });
    // What failed was not answered: the client may well try again.
    answer.catch(() => this.#kept.delete(key));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return answer;
  }
}
