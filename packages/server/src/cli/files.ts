import { existsSync, statSync } from "node:fs";
import { message } from "../languages/messages.ts";
import { wrongUsage } from "./failure.ts";

/** Ends the command where a file that it was called with is not there. */
export function requireFile(path: string): void {
  if (!existsSync(path)) throw wrongUsage(message("fileMissing", path));
  if (statSync(path).isDirectory()) throw wrongUsage(message("isDirectory", path));
}
