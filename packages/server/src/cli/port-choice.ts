import { message } from "../languages/messages.ts";
import { DEFAULT_PORT } from "./command-options.ts";
import { wrongUsage } from "./failure.ts";

/** Ports that are tried from the first on, where none was asked for. */
const PORTS_TRIED = 100;

/** A port that was asked for, or the first free one from 8080 on. */
export type PortChoice = { readonly from: number; readonly tries: number };

/** The port that was asked for; a free one near the usual one where none was. */
export function portChoice(asked: string | undefined): PortChoice {
  if (asked === undefined) return { from: Number(DEFAULT_PORT), tries: PORTS_TRIED };
  if (!/^(?:0|[1-9][0-9]{0,4})$/.test(asked) || Number(asked) > 65_535) {
    throw wrongUsage(message("portWrong", asked));
  }
  return { from: Number(asked), tries: 1 };
}
