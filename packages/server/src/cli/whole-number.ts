import { message } from "../languages/messages.ts";
import { wrongUsage } from "./failure.ts";

/** A whole number that an option gives, within bounds. */
export function wholeNumber(option: string, text: string, max: number, min = 1): number {
  const number = /^[0-9]{1,9}$/.test(text) ? Number(text) : -1;
  if (number >= min && number <= max) return number;
  throw wrongUsage(message("numberWrong", option, min, max, text));
}
