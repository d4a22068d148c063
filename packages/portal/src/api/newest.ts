/** As long as it takes to ask for everything that a page shows. */
const WHILE_MS = 5_000;

let until = 0;

/**
 * For a moment, what is asked for shall be the newest: the office otherwise gives answers that are
 * dear to make from before while it makes them anew (docs/spec/http.md, H20).
 */
export function wantNewest(): void {
  until = performance.now() + WHILE_MS;
}

export const wantsNewest = (): boolean => performance.now() < until;

/** What is asked by POST because the question is long: nothing is another afterwards. */
const QUESTIONS = /^\/api\/v1\/(?:projections|charters|experiments|drafts)(?:\/|$)/;

/** Whether a request may have changed something: what is shown next has to be the newest then. */
export const mayChange = ({ method, url }: Request): boolean =>
  method === "POST" && !QUESTIONS.test(new URL(url).pathname);
