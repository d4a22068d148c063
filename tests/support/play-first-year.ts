import { playFirstYear } from "./first-year.ts";

const [, , data] = process.argv;
if (data === undefined) throw new Error("usage: play-first-year.ts DIRECTORY");
const { outcome } = await playFirstYear(data);
if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
